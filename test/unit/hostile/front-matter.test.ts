import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/core/checks/registry';
import { parseTeamConfig } from '../../../src/core/config/team-config';
import { readSource } from '../../../src/core/source/read-source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { builtInFiles } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

/** Nine levels of ten aliases each: a billion values, were they written out. */
const laughs = [
  'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...[...'bcdefghi'].map((name, at) => {
    const before = 'abcdefgh'[at] ?? '';
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');
/** Quadratic: one long value, many aliases of it. */
const wide = `a: &a ${'x'.repeat(50_000)}\nb: [${Array.from({ length: 5000 }, () => '*a').join(', ')}]`;
const prototypes = [
  '__proto__: { polluted: yes, isAdmin: true }',
  'constructor: { prototype: { polluted: yes } }',
  'checks: { __proto__: error, constructor: error, toString: error }',
  'budgets: { sections: { __proto__: { words: 1 }, constructor: { words: 1 } } }',
].join('\n');
const template = (yaml: string): string =>
  `---\nid: own\nname: Own\nsummary: Own.\nfor: [prd]\noutput: specs/{slug}.md\nstatuses: [{ name: Draft, gapsAllowed: true }]\n${yaml}\n---\n# {{title}}\n\n## 1. A {#a}\n`;
const deep = `x: ${'['.repeat(5000)}`;

const bombs = { laughs, wide, prototypes, deep };

describe('front matter that is a bomb', () => {
  it.each(Object.entries(bombs))('of a template spoils that template alone: %s', async (_, yaml) => {
    const workspace = new InMemoryFiles({
      '.tech-spec/templates/bomb.md': template(yaml),
      '.tech-spec/templates/good.md': template('').replace('id: own', 'id: good'),
    });
    const { templates, problems } = await discoverTemplates({ builtIn: builtInFiles, workspace });
    expect(templates.map(({ id }) => id)).toEqual(expect.arrayContaining(['good', 'agent-ready']));
    expect(problems.map(({ path }) => path)).toEqual(['.tech-spec/templates/bomb.md']);
    expect(problems[0]?.findings[0]?.line).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(Object.entries(bombs))('of a team configuration is a problem with a line: %s', (_, yaml) => {
    const parsed = parseTeamConfig(yaml, new Set(checks.map(({ id }) => id)));
    expect('problems' in parsed && parsed.problems.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(Object.entries(bombs))(
    'of a PRD, a spec and a rule leaves their text readable: %s',
    async (_, yaml) => {
      const prd = `---\n${yaml}\n---\n# Invites\n\n- **FR-1**: Members invite others.\n`;
      const source = readSource({ path: 'prds/a.md', bytes: new TextEncoder().encode(prd) });
      expect(source.requirements.map(({ id }) => id)).toEqual(['FR-1']);
      const spec = parseSpec(`---\n${yaml}\n---\n# Spec\n\n**Status:** Draft\n\n## 1. A\n`);
      expect(spec.metadata.get('status')?.value).toBe('Draft');
      const files = new InMemoryFiles({ '.cursor/rules/a.mdc': `---\n${yaml}\n---\nBe kind.\n` });
      await gatherContext({ files, git: { read: () => Promise.resolve(null) } }, { source });
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );
});
