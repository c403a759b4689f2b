import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { documentIn } from '../../../src/core/draft/document-stream';
import { renderOutline } from '../../../src/core/draft/outline';
import { readSource } from '../../../src/core/source/read-source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { SpecDocument } from '../../../src/core/spec/spec-document';
import type { Template } from '../../../src/core/template/template';
import { briefFor, builtInTemplates } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

/** What opens or closes something of ours, were it taken for structure. */
const openers = [
  ...Array.from({ length: 10 }, (_, at) => '`'.repeat(at + 3)),
  ...Array.from({ length: 4 }, (_, at) => '~'.repeat(at + 3)),
  ...[
    '<!--',
    '-->',
    '<!-- checklist -->',
    '</details>',
    '<table>',
    '---',
    '***',
    '{{/requirements}}',
    '{{{',
    '{#tasks}',
  ],
  ...[
    '## 6. Implementation Tasks',
    '- [x] done',
    '| a | b |',
    '\\',
    '[OQ-1]: x',
    '<![CDATA[',
    '<?php',
    '<!DOCTYPE x>',
  ],
];

describe('fences, comments and rules in a document that gives no structure', () => {
  let templates: readonly Template[] = [];
  beforeAll(async () => {
    templates = (await builtInTemplates()).filter(({ id }) => ['agent-ready', 'rfc'].includes(id));
  });
  /** A PRD with a requirement for each text, in which it stands in the middle and at the end. */
  const outline = (template: Template, texts: readonly string[]): SpecDocument => {
    const lines = texts.map((text, at) => `- **FR-${at + 1}**: Members invite ${text} others ${text}`);
    const bytes = new TextEncoder().encode(`# Invites\n\n## Requirements\n\n${lines.join('\n')}\n`);
    return parseSpec(renderOutline(briefFor(template, { source: readSource({ path: 'prds/a.md', bytes }) })));
  };
  const structure = ({ sections, tasks, codeBlocks }: SpecDocument): unknown => ({
    headings: sections.map(({ heading }) => heading),
    tasks: tasks.map(({ id, done }) => [id, done]),
    code: codeBlocks.length,
  });

  it('leave every outline with the sections, tasks and code blocks of its template', () => {
    for (const template of templates)
      expect(structure(outline(template, openers)), template.id).toEqual(
        structure(
          outline(
            template,
            openers.map(() => 'x'),
          ),
        ),
      );
  }, 60_000);

  it('in an answer are kept to the byte', () => {
    for (const text of openers) {
      const answer = `# Spec\n\n${text}\n\n## 1. A\n\n${text} inside\n`;
      expect(documentIn(answer)).toBe(answer);
    }
  });

  it('keep no check from ending where YAML in a block is a bomb', async () => {
    const laughs = [
      'openapi: 3.1.0',
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefghi'].map((name, at) => {
        const before = 'abcdefgh'[at] ?? '';
        return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    const text = `# Spec\n\n## 4. API Design\n\n\`\`\`yaml\n${laughs}\n\`\`\`\n\n\`\`\`openapi\n${laughs}\n\`\`\`\n`;
    const files = new InMemoryFiles({ 'a.md': text });
    const { findings } = await checkSpecFile({ path: 'a.md', text, files, templates });
    expect(findings).toBeInstanceOf(Array);
  });
});
