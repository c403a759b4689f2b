import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { defaultOf } from '../../../src/core/conformance/column-default';
import { formOfType } from '../../../src/core/conformance/column-form';
import { ClosingFence } from '../../../src/core/draft/closing-fence';
import { taskSources } from '../../../src/core/export/task-source';
import { atxHeading } from '../../../src/core/markdown/atx-heading';
import { readSource } from '../../../src/core/source/read-source';
import { smallTalk } from '../../../src/core/source/vocabulary/conversation-phrases';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { escapeMarkdown } from '../../../src/core/text/escape-markdown';
import { surroundingsOf } from '../checks/surroundings';
import { builtInTemplates } from '../draft/brief-for';

/** Each of these took minutes or for ever while a pattern could read it in more ways than one. */
describe('a text that almost fits a pattern', () => {
  it('is a citation that goes on and on and never closes', async () => {
    const item = (ids: string): string => `- **Events go through Kafka** (${ids}: it keeps them in order.\n`;
    const text = (ids: string): string => `# Spec\n\n## Key Decisions\n\n${item(ids)}`;
    const surroundings = await surroundingsOf({ 'a.go': 'package a\n' });
    const check = (ids: string): readonly unknown[] =>
      checkSpec({ spec: parseSpec(text(ids)), template: null, requirements: [], surroundings }).findings;
    expect(check(`US-1${'-A'.repeat(110)}`)).toBeInstanceOf(Array);
    expect(check(`US-1${', US-2'.repeat(30)}`)).toBeInstanceOf(Array);
  });

  it('is an agreement of one endless word', () => {
    expect(smallTalk.test(`yes ${'a'.repeat(20_000)}?`)).toBe(false);
    expect(smallTalk.test('yes, that works!')).toBe(true);
    expect(smallTalk.test('yes, and it must work offline')).toBe(false);
  });

  it.each(['憃', 'Ana', 'Ana (10:02)', '10:02'])('is a speaker and nothing but spaces: %s', (speaker) => {
    const text = `# A\n\n${speaker}${' '.repeat(3000)}- x\n`;
    expect(readSource({ path: 'a.md', bytes: new TextEncoder().encode(text) }).kind).toBe('prd');
  });

  it('is a list of names, each as long as three', () => {
    const bullet = `- ${[1, 2, 3].map(() => 'abcde'.repeat(5)).join(', ')}!\n`;
    const text = `# Invites\n\n## Features\n\n### Sending\n\n${bullet.repeat(50)}`;
    const source = readSource({ path: 'a.md', bytes: new TextEncoder().encode(text) });
    expect(source.requirements.length).toBeGreaterThan(0);
  });

  const places: Record<string, (line: string) => string> = {
    'a paragraph': (line) => `Text${line}x!`,
    'a heading': (line) => `## Text${line}x!`,
    'an item': (line) => `- **US-001**: Text${line}x!`,
    metadata: (line) => `**Owner:** Ada${line}x!`,
    'a cell': (line) => `| ID | Text |\n|---|---|\n| US-001 | T-001${line}x! |`,
    'a task': (line) =>
      `- [ ] **T-001:** Do${line}x!\n  - _Implements:_ US-001${line}x!\n  - _Done condition:_ \`make test\`${line}x!`,
  };

  it.each(Object.entries(places))(
    'is 200,000 spaces in %s of a spec or a source',
    async (_, make) => {
      const body = make(' '.repeat(200_000));
      const text = `# Invites\n\n**Status:** Draft\n\n## Requirements\n\n${body}\n\n## Implementation Tasks\n\n${body}\n`;
      const surroundings = await surroundingsOf({ 'a.go': 'package a\n' });
      const [template] = (await builtInTemplates()).filter(({ id }) => id === 'agent-ready');
      const spec = parseSpec(text);
      const report = checkSpec({ spec, template: template ?? null, requirements: [], surroundings });
      expect(report.findings).toBeInstanceOf(Array);
      expect(report.findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
      const source = readSource({ path: 'a.md', bytes: new TextEncoder().encode(text) });
      expect(source.kind).toBe('prd');
    },
    120_000,
  );

  it.each([
    ['config/routes.rb', `Rails.application.routes.draw do\n  scope :o${'s'.repeat(100_000)}:\n`],
    ['config/routes.rb', `Rails.application.routes.draw do\n  get {${'\t'.repeat(100_000)}|\n`],
    ['web/router.ex', `scope "/" do\n  scope${'\t'.repeat(100_000)}0"\n`],
    ['src/Orders.java', `class Orders {\n  @PutMapping(${'\t'.repeat(100_000)}s\n}\n`],
    ['src/orders.ts', `@Controller({${'path:"'.repeat(16_000)}\n`],
    ['main.go', `package main\n\nfunc main() {\n  h.Handle("/", 0${'at'.repeat(50_000)}\n}\n`],
  ])('is a line of code that no person wrote: %s', async (path, text) => {
    const { project } = await surroundingsOf({ [path]: text, 'a.ts': 'export const a = 1;\n' });
    expect(project.symbols.map(({ name }) => name)).toContain('a');
  });

  it('is a tree of folders that never names one', () => {
    const block = `${'│'.repeat(100_000)}${'\t'.repeat(1000)}`;
    const text = `# Spec\n\n## Files\n\n\`\`\`text\n${block}\n├── a.ts\n\`\`\`\n`;
    const report = checkSpec({ spec: parseSpec(text), template: null, requirements: [] });
    expect(report.findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
  });

  it('is a default, a type or the end of a task that is mostly white space', () => {
    const spaces = ' '.repeat(100_000);
    expect(formOfType(`text${'('.repeat(100_000)}`).family).toBe('text');
    expect(formOfType(`text${'['.repeat(100_000)}`).family).toBe('text');
    expect(defaultOf(`text DEFAULT 'a'::${spaces}b${spaces})`, 'SQL')).toBeUndefined();
    const task = `- [ ] **T-001:** Do it\n${spaces}- _Files:_ \`a.go\`\n${spaces}x${spaces}\n`;
    expect(taskSources(parseSpec(`# Spec\n\n## Implementation Tasks\n\n${task}`))).toHaveLength(1);
  });

  it('is a list of ids that goes on and on and ends in none', () => {
    const ids = 'T-001, '.repeat(20_000);
    expect(escapeMarkdown(`${ids}T-002`)).not.toContain('T-001');
    expect(escapeMarkdown(`${ids}x!`)).toContain('T-001, T-001');
  });

  it('is an answer of a model that ends in white space, or nearly', () => {
    const fence = new ClosingFence();
    const spaces = ' '.repeat(200_000);
    expect(fence.push(`text${spaces}x${spaces}\n\`\`\`${spaces}`) + fence.end()).toBe(
      `text${spaces}x${spaces}\n`,
    );
    expect(atxHeading(`## Title${spaces}x ##${spaces}`)).toEqual({ level: 2, text: `Title${spaces}x` });
  });
});
