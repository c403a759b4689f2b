import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSourcePath } from '../../../src/core/starter/new-source-path';
import { prdStarter } from '../../../src/core/starter/prd-starter';
import { InMemoryFiles } from '../in-memory-files';
import { read } from '../source/read';

const starter = readFileSync(new URL('../../../templates/starters/prd.md', import.meta.url), 'utf8');

describe('the PRD starter', () => {
  it('has the headings that readers of PRDs look for and defines nothing yet', async () => {
    const text = await prdStarter(new InMemoryFiles({ 'starters/prd.md': starter }), 'en', 'Team invites');
    const source = read(text, undefined, 'prds/team-invites.md');
    expect(source).toMatchObject({
      kind: 'prd',
      title: 'Team invites',
      requirements: [],
      outOfScope: [],
      facts: [],
    });
    expect(text.match(/^## .+/gm)).toHaveLength(8);
  });

  it('is read as a PRD once its form was copied', async () => {
    const text = await prdStarter(new InMemoryFiles({ 'starters/prd.md': starter }), 'en', 'Team invites');
    const form = /### US-001[\s\S]+?AC-1: .+/.exec(text)?.[0] ?? '';
    const source = read(text.replace('## Non-functional', () => `${form}\n\n## Non-functional`));
    expect(source.requirements).toMatchObject([
      { id: 'US-001', kind: 'story', acceptance: [{ id: 'AC-1' }] },
    ]);
  });

  it.each([
    ['de', 'deutsch'],
    ['de-at', 'deutsch'],
    ['pt-br', 'brasileiro'],
    ['fr', 'english'],
    ['../prd', 'english'],
  ])('comes in the language %s as %s', async (language, expected) => {
    const files = new InMemoryFiles({
      'starters/prd.md': 'english',
      'starters/prd.de.md': 'deutsch',
      'starters/prd.pt-br.md': 'brasileiro',
    });
    expect(await prdStarter(files, language, 'x')).toBe(expected);
  });
});

describe('a new document', () => {
  it.each([
    ['initiative', 'No deadlocks!', [], 'initiatives/no-deadlocks.md'],
    [
      'initiative',
      'No deadlocks',
      ['docs/initiatives/a.md', 'prds/b.md'],
      'docs/initiatives/no-deadlocks.md',
    ],
    ['prd', '', [], 'prds/new-prd.md'],
    ['prd', '邀请成员', ['product/prd/a.md'], 'product/prd/邀请成员.md'],
    ['conversation', '../../etc', ['../talks/conversations/x.md'], 'conversations/etc.md'],
  ] as const)('of kind %s called %j goes beside %j: %s', (kind, title, existing, path) => {
    expect(newSourcePath(kind, title, existing)).toBe(path);
  });

  it('never leaves the workspace, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(newSourcePath('prd', title, [])).toMatch(/^prds\/[^/\\]+\.md$/);
      }),
    );
  });
});
