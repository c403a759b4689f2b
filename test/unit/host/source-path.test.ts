import { describe, expect, it } from 'vitest';
import { frontMatterNamesSource, isSourcePath } from '../../../src/host/source-review/source-path';
import { likelySources } from '../../../src/host/workspace/likely-sources';

const sources = [
  'prds/team-invites.md',
  'prds/completed/roles.md',
  'docs/prd/login.markdown',
  'product-requirements/search.md',
  'docs/requirements/05_STORAGE.md',
  'initiatives/query-fanout.md',
  'tasks/prd-invites/_prd.md',
  '.kiro/specs/login/requirements.md',
  'specs/001-todo/spec.md',
  'openspec/changes/x/specs/y/spec.md',
  'docs/invites.prd.md',
  'docs/PRD.md',
  'prd.txt'.replace('.txt', '.md'),
  'docs/loop-prd.md',
  'docs/product_requirements.md',
  'Prds/Upper.md',
];
const others = [
  'README.md',
  'docs/notes.md',
  'prds/README.md',
  'prds/_template.md',
  'tasks/prd-invites/_techspec.md',
  '.kiro/specs/login/design.md',
  '.kiro/specs/login/tasks.md',
  'tech-specs/invites.md',
  'requirements.txt',
  'requirements/requirements-dev.txt',
  'src/prds/list.ts',
  'docs/spreadsheet.md',
];

describe('a path', () => {
  it.each(sources)('says of %s that it is a source', (path) => {
    expect(isSourcePath(path)).toBe(true);
  });

  it.each(others)('does not say so of %s', (path) => {
    expect(isSourcePath(path)).toBe(false);
  });

  it('says so of nothing that the wizard would not offer', () => {
    const paths = [...sources, ...others];
    const offered = new Set(likelySources(paths, [], paths.length).map(({ path }) => path));
    expect(paths.filter((path) => isSourcePath(path) && !offered.has(path))).toEqual([]);
  });
});

describe('front matter', () => {
  it.each([
    '---\ntype: prd\n---\n',
    '---\r\nid: 1\r\ndoc_type: "PRD"\r\n---\r\n',
    '---\nkind: initiative\n---\n',
  ])('names a source: %j', (text) => {
    expect(frontMatterNamesSource(text)).toBe(true);
  });

  it.each(['# PRD\n', '---\ntitle: type: prd\n---\n', 'type: prd\n', '---\ntype: prdx\n---\n'])(
    'does not: %j',
    (text) => {
      expect(frontMatterNamesSource(text)).toBe(false);
    },
  );
});
