import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { mappingRows } from '../../../src/core/checks/coverage/mapping-rows';
import { tasksInScope } from '../../../src/core/checks/reading/tasks-in-scope';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { outlineSections, renderOutline } from '../../../src/core/draft/outline';
import { escapeMarkdown } from '../../../src/core/text/escape-markdown';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';
import { plainText } from '../../../src/core/markdown/plain-text';
import { criterionLabel } from '../../../src/core/source/notation/criterion-label';
import { factTopics, type Requirement } from '../../../src/core/source/source';
import type { SpecDocument } from '../../../src/core/spec/spec-document';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { taskField } from '../../../src/core/spec/task-field';
import type { Template } from '../../../src/core/template/template';
import { oneLine } from '../../../src/core/text/said';
import { briefFor, builtInTemplates, requirement, source } from './brief-for';

/** More with FUZZ_RUNS, for a long search. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 50);

let templates: readonly Template[] = [];
beforeAll(async () => {
  templates = await builtInTemplates();
});

/** Pieces that mean something in Markdown, in templates or in the notation of a spec. */
const hostile = fc.constantFrom(
  ...[
    '# ',
    '## 3. Tasks',
    '- ',
    '1. ',
    '- [ ] ',
    '- [x] ',
    '| a | b |',
    '|---|',
    '```',
    '~~~',
    '---',
    '===',
    '> ',
    '    ',
    '\t',
  ],
  ...[
    '**',
    '__',
    '_',
    '*',
    '`',
    '[x](y)',
    '![i](j)',
    '[ref]',
    '[^1]',
    '<b>',
    '</div>',
    '<!-- c -->',
    '<script>',
    '&lt;',
    '&#42;',
    '\\',
  ],
  ...[
    '{{',
    '}}',
    '{{title}}',
    '{{#list}}a | b{{/list}}',
    '{{/requirements}}',
    '{#tasks}',
    '[Name]',
    'US-XXX',
    'TBD',
    'TODO: ',
    '???',
    '…',
  ],
  ...[
    'OQ-1',
    'OQ-99: x',
    'T-001',
    'T-001: do',
    '**T-002:** x',
    '_Implements:_ US-009',
    'US-001',
    'US-002',
    'US-001/AC-9',
    'FR-1',
    '[P]',
    '[US1]',
  ],
  ...[
    '[ASSUMPTION]',
    'Out of scope: x',
    'US-001..003',
    'US-001, US-077',
    'https://a.b/c|d',
    'www.x.yz',
    'a@b.cd',
    '\r\n',
    '\n',
    '\n\n',
    '\u2028',
    '\0',
  ],
  ...[
    ':',
    '：',
    ';',
    ',',
    '，',
    '~',
    '$x$',
    '@x',
    '2.1 ',
    '登录',
    'é',
    '🙂',
    'x',
    ' ',
    '(',
    ')',
    '"',
    "'",
    '!',
    '=',
    '+',
    '-',
    '%',
    '^',
  ],
);
const anyText = fc.oneof(
  fc.array(hostile, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.array(hostile, { maxLength: 6 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const ids = [
  'US-001',
  'US-002',
  'FR-1',
  'FR-1.2',
  'FR-1~2',
  'Requirement 3',
  'R-004',
  'NFR_1',
  'User Story 7',
];
const anyRequirement = (id: string): fc.Arbitrary<Requirement> =>
  fc
    .record({
      title: anyText,
      text: anyText,
      group: fc.option(anyText),
      priority: fc.option(anyText),
      kind: fc.constantFrom('story' as const, 'functional' as const, 'non-functional' as const),
      acceptance: fc.array(anyText, { maxLength: 3 }),
    })
    .map(({ acceptance, ...rest }) =>
      requirement({ id, ...rest, acceptance: acceptance.map((text) => ({ id: null, line: 1, text })) }),
    );

const anySource = fc
  .record({
    title: anyText,
    requirements: fc.subarray(ids).chain((chosen) => fc.tuple(...chosen.map(anyRequirement))),
    outOfScope: fc.array(anyText, { maxLength: 3 }),
    facts: fc.array(fc.record({ topic: fc.constantFrom(...factTopics), text: anyText }), { maxLength: 8 }),
    metadata: fc.dictionary(fc.constantFrom('status', 'author'), anyText),
    kind: fc.constantFrom('prd' as const, 'initiative' as const, 'conversation' as const),
  })
  .map(({ outOfScope, facts, ...rest }) =>
    source({
      ...rest,
      outOfScope: outOfScope.map((text) => ({ line: 1, text })),
      facts: facts.map((fact) => ({ ...fact, line: 1 })),
    }),
  );

function taskId(index: number): string {
  return `T-${String(index + 1).padStart(3, '0')}`;
}

function structure(spec: SpecDocument): unknown {
  return {
    headings: spec.sections.map(({ level, heading }) => `${level} ${heading}`),
    code: spec.codeBlocks.length,
  };
}

describe('an outline of any text', () => {
  it('parses back to the sections of its template and exactly the ids of its source, without an error', () => {
    fc.assert(
      fc.property(anySource, fc.nat(), (any, choice) => {
        const template = templates[choice % templates.length];
        if (template === undefined) throw new Error('no templates');
        const questions = questionsFor(any, null, template);
        const brief = briefFor(template, {
          source: any,
          questions,
          answers: questions.map(({ id }) => ({ kind: 'defer', questionId: id })),
        });
        const text = renderOutline(brief);
        const spec = parseSpec(text);
        const report = checkSpec({
          spec,
          template,
          sourceKind: any.kind,
          requirements: any.requirements.map(({ id, kind, title, acceptance }) => ({
            id,
            kind,
            title,
            acceptance: acceptance.map((_, index) => criterionLabel(id, index)),
          })),
        });
        const errors = report.findings.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ check, line, args }) => [check, line, ...args])).toEqual([]);
        expect(report.coverage.covered).toBe(any.requirements.length);

        const ids = any.requirements.map(({ id }) => id);
        for (const rule of template.covers) {
          const rows = mappingRows({ spec, sections: report.sections }, rule.mapping, rule.column);
          const mapped = rows.map(({ first }) => first.text);
          if (rule.by !== 'goals' && ids.length > 0) expect(mapped).toEqual(ids);
          if (rule.by !== 'tasks') continue;
          const tasks = tasksInScope({ spec, template, sections: report.sections });
          expect(tasks.map(({ id }) => id)).toEqual(
            ids.flatMap((_, index) => [taskId(2 * index), taskId(2 * index + 1)]),
          );
          const built = tasks.map((task) => taskField(task, 'implements')?.value ?? '');
          expect([...built].sort()).toEqual([...ids, ...ids].sort());
        }
        const required = template.sections.filter(({ optional }) => !optional).map(({ key }) => key);
        expect(required.filter((key) => !report.sections.has(key))).toEqual([]);
        expect(spec.sections.every(({ name }) => isOfTemplate(template, name))).toBe(true);
        expect(structure(spec)).toEqual(structure(parseSpec(text.replace(/\n/g, '\r\n'))));
        expect([...outlineSections(brief)].join('')).toBe(text);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});

function isOfTemplate(template: Template, name: string): boolean {
  return template.sections.some(({ heading, aliases }) => heading === name || aliases.includes(name));
}

describe('escaped text', () => {
  it('reads as the same text on one line, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/\n/);
        const shown = oneLine(text);
        for (const document of [
          escaped,
          `- ${escaped}`,
          `| a |\n|---|\n| ${escaped} |`,
          `- _Label:_ ${escaped}`,
        ]) {
          const tree = parseMarkdown(document);
          const kinds = new Set<string>();
          const visit = (node: { type: string; children?: readonly unknown[] }): void => {
            kinds.add(node.type);
            for (const child of node.children ?? []) visit(child as typeof node);
          };
          visit(tree);
          const allowed = [
            'root',
            'paragraph',
            'text',
            'inlineCode',
            'list',
            'listItem',
            'table',
            'tableRow',
            'tableCell',
            'emphasis',
          ];
          expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
          if (document !== escaped) continue;
          expect(undisguised(plainText(tree).trim())).toBe(undisguised(shown));
        }
      }),
      { numRuns: 10 * runs },
    );
  });
});

function undisguised(text: string): string {
  return text
    .replace(/\u2011/g, '-')
    .replace(/\u200d/g, '')
    .replace(/[`|]/g, '');
}
