import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { renderOutline } from '../../../src/core/draft/outline';
import { readSource } from '../../../src/core/source/read-source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { Template } from '../../../src/core/template/template';
import { briefFor, builtInTemplates } from '../draft/brief-for';

const mega = 1024 * 1024;

const texts: Record<string, () => string> = {
  'one line of 100 kB': () => `# Invites\n\n- **FR-1**: ${'word '.repeat(20_000)}`,
  'one word of 100 kB': () => `# ${'x'.repeat(100_000)}\n\n- **FR-1**: ${'x'.repeat(100_000)}\n`,
  '1,000 headings': () =>
    `# Invites\n\n${Array.from({ length: 1000 }, (_, at) => `## ${at}. Heading\n`).join('\n')}`,
  'headings that go down for ever': () =>
    `# Invites\n\n${Array.from({ length: 500 }, (_, at) => `${'#'.repeat((at % 6) + 1)} H\n`).join('\n')}`,
  'quotes 5,000 deep': () => `# Invites\n\n${'> '.repeat(5000)}x\n`,
  'lists 300 deep': () =>
    `# Invites\n\n${Array.from({ length: 300 }, (_, at) => `${' '.repeat(2 * at)}- x`).join('\n')}\n`,
  'brackets 50,000 deep': () => `# Invites\n\n${'['.repeat(50_000)}x${']'.repeat(50_000)}\n`,
  'parentheses of links': () => `# Invites\n\n${'[a]('.repeat(5000)}\n`,
  'emphasis without end': () => `# Invites\n\n${'*a _b '.repeat(5000)}\n`,
  'backticks of every length': () =>
    `# Invites\n\n${Array.from({ length: 500 }, (_, at) => '`'.repeat(at + 1)).join(' x ')}\n`,
  'HTML without end': () => `# Invites\n\n${'<div><!-- '.repeat(5000)}\n`,
  'a table of 2,000 columns': () =>
    `# Invites\n\n|${' a |'.repeat(2000)}\n|${'---|'.repeat(2000)}\n|${' b |'.repeat(2000)}\n`,
  '300 requirements that cite each other': () =>
    `# Invites\n\n${Array.from({ length: 300 }, (_, at) => `- **FR-${at}**: See FR-${at + 1}, FR-${at + 2}.`).join('\n')}\n`,
};

describe('a document that is far too large or too deep', () => {
  let template: Template;
  beforeAll(async () => {
    const found = (await builtInTemplates()).find(({ id }) => id === 'agent-ready');
    if (found === undefined) throw new Error('no template');
    template = found;
  });

  it.each(Object.entries(texts))(
    'is read as a source, or refused with a reason, and nothing hangs: %s',
    (_, make) => {
      const text = make();
      const source = readSource({ path: 'prds/a.md', bytes: new TextEncoder().encode(text) });
      expect(source.path).toBe('prds/a.md');
      if (source.requirements.length < 100)
        expect(renderOutline(briefFor(template, { source }))).toContain('# ');
    },
    60_000,
  );

  it.each(Object.entries(texts).filter(([name]) => /lists|backticks|brackets|columns/.test(name)))(
    'is checked as a spec, and nothing hangs: %s',
    (_, make) => {
      const text = make();
      const spec = parseSpec(text);
      const { findings } = checkSpec({ spec, template, sourceKind: 'prd', requirements: [] });
      expect(findings.length).toBeGreaterThan(0);
    },
    60_000,
  );

  it('says what to do about a source of more than 5 MB', () => {
    const bytes = new TextEncoder().encode('x'.repeat(5 * mega + 1));
    expect(() => readSource({ path: 'prds/a.md', bytes })).toThrow(/larger than 5 MB\. Split it/);
  });
});
