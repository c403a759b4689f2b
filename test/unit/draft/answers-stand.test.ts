import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { clarify } from '../../../src/core/clarify/clarify';
import type { Answer } from '../../../src/core/clarify/question';
import { renderOutline } from '../../../src/core/draft/outline';
import { criterionLabel } from '../../../src/core/source/notation/criterion-label';
import { readSource } from '../../../src/core/source/read-source';
import type { Source } from '../../../src/core/source/source';
import { matchSections } from '../../../src/core/spec/match-sections';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { parseTemplate } from '../../../src/core/template/parse-template';
import type { Template } from '../../../src/core/template/template';
import { read } from '../source/read';
import { briefFor, builtInFiles, emptyContext, filesBelow } from './brief-for';

const root = join(__dirname, '../../..');
const example = join(root, 'examples/team-invites');

/** What a team may write: requirements, items and open questions, and nothing for decisions or assumptions. */
const small = `---
id: small
name: Small
summary: No place for decisions.
for: [prd]
output: '{slug}.md'
covers:
  - { by: tasks, mapping: mapping, items: tasks, column: 2 }
outOfScope: null
statuses:
  - { name: Draft, gapsAllowed: true }
questions:
  - { area: security, text: Who may use this?, why: Access., options: [] }
---
# {{title}}

## Requirements {#mapping}

| Requirement | Tasks |
|---|---|
{{#requirements}}
| {{id}} | {{tasks}} |
{{/requirements}}

## Open Questions {#open-questions}

{{#openQuestions}}
- [ ] **{{id}}:** {{text}}
{{/openQuestions}}

## Tasks {#tasks}

{{#tasks.all}}
- **{{id}}:** {{title}}
{{/tasks.all}}
`;

let templates: readonly Template[] = [];

beforeAll(async () => {
  const found = await discoverTemplates({ builtIn: builtInFiles, workspace: filesBelow(example) });
  expect(found.problems).toEqual([]);
  const { template, findings } = parseTemplate({
    path: 'small.md',
    text: small,
    origin: { kind: 'workspace', path: 'small.md' },
    partials: {},
  });
  if (template === null) throw new Error(JSON.stringify(findings));
  templates = [...found.templates, template];
});

const unclear = read(`# PRD: Members

## Requirements

- FR-1: The list of members is exported as CSV
- FR-2: Admins delete a member
- FR-3: Members are found by name quickly

## Out of scope

- FR-3: Members are found by name

## Open questions

- Should the export have a limit?
`);
const path = 'prds/team-invites.md';
const invites = readSource({ path, bytes: new Uint8Array(readFileSync(join(example, path))) });

function errorsIn(text: string, template: Template, source: Source): readonly string[] {
  const requirements = source.requirements.map(({ id, kind, title, acceptance }) => ({
    ...{ id, kind, title },
    acceptance: acceptance.map((_, index) => criterionLabel(id, index)),
  }));
  const { findings } = checkSpec({ spec: parseSpec(text), template, sourceKind: source.kind, requirements });
  return findings.flatMap(({ severity, check, message, line }) =>
    // The template of this test has no form to speak of.
    severity !== 'error' || template.id === 'small' ? [] : [`${line} ${check}: ${message}`],
  );
}

describe('an answer that was asked for', () => {
  it('stands in the outline of every template, and its question is not open', () => {
    expect(templates.length).toBeGreaterThan(8);
    for (const source of [unclear, invites])
      for (const template of templates) {
        const { questions, settled } = clarify({ source, context: emptyContext, template });
        const asked = [...questions, ...settled];
        expect(asked.length).toBeGreaterThan(0);
        const kinds = fc.array(fc.constantFrom('text', 'assume', 'defer'), {
          minLength: asked.length,
          maxLength: asked.length,
        });
        fc.assert(
          fc.property(kinds, (chosen) => {
            const answers = asked.map(({ id }, at): Answer => {
              const kind = chosen[at] ?? 'text';
              return kind === 'defer'
                ? { kind, questionId: id }
                : {
                    kind: kind === 'assume' ? 'assume' : 'text',
                    questionId: id,
                    text: `Settled as number ${at}x.`,
                  };
            });
            const text = renderOutline(briefFor(template, { source, questions: asked, answers }));
            const lost = answers.filter((answer) => answer.kind !== 'defer' && !text.includes(answer.text));
            expect(lost, `${template.id} on ${source.path}`).toEqual([]);
          }),
          { numRuns: 4 },
        );
      }
  }, 60_000);

  it('brings no error into the outline of any template', () => {
    for (const template of templates) {
      const { questions } = clarify({ source: unclear, context: emptyContext, template });
      const answers = questions.map(({ id }, at): Answer => ({
        ...{ kind: at % 3 === 0 ? 'assume' : 'text', questionId: id, text: `Settled as number ${at}x.` },
      }));
      const text = renderOutline(briefFor(template, { source: unclear, questions, answers }));
      expect(errorsIn(text, template, unclear), template.id).toEqual([]);
    }
  }, 30_000);

  it('stands beside the open questions where a template has no place for it', () => {
    const template = templates.find(({ id }) => id === 'small');
    if (template === undefined) throw new Error('no template');
    const { questions } = clarify({ source: unclear, context: emptyContext, template });
    const answers = questions.map(({ id }): Answer =>
      id === 'area:security'
        ? { kind: 'text', questionId: id, text: 'Owners only.' }
        : { kind: 'defer', questionId: id },
    );
    const text = renderOutline(briefFor(template, { source: unclear, questions, answers }));
    const section = matchSections(parseSpec(text), template).get('open-questions');
    expect(text.slice(section?.start, section?.end)).toMatch(
      /^- \[ \] \*\*OQ-\d+:\*\* .*\n- Who may use this\? Owners only\.\n/mu,
    );
  });

  it.each([
    ['agent-ready', 'error-handling', 'Error', 'User-Facing Message'],
    ['agent-ready', 'performance', 'Benchmark', 'Target Threshold'],
    ['feature', 'error-handling', 'Error Scenario', 'Handling'],
  ])('stands in the column of a table that it answers: %s, %s', (id, area, first, column) => {
    const template = templates.find((one) => one.id === id);
    if (template === undefined) throw new Error(`no template ${id}`);
    const source = read(
      '# PRD: Members\n\n## Requirements\n\n- FR-1: The list of members is exported as CSV\n',
    );
    const { questions } = clarify({ source, context: emptyContext, template });
    const answers: Answer[] = questions
      .filter((question) => question.area === area)
      .map(({ id: questionId }) => ({ kind: 'text', questionId, text: 'Try again in 5 s' }));
    expect(answers).toHaveLength(1);
    const lines = renderOutline(briefFor(template, { source, questions, answers })).split('\n');
    const head = lines.findIndex((line) => line.startsWith(`| ${first} |`));
    const cells = (line: string | undefined): readonly string[] =>
      (line ?? '').split('|').map((cell) => cell.trim());
    const at = cells(lines[head]).indexOf(column);
    const row = cells(lines[head + 2]);
    expect(row[at]).toBe('Try again in 5 s');
    expect(row.filter((_, index) => index !== at && index > 0 && index < row.length - 1)).toSatisfy(
      (others: readonly string[]) => others.every((cell) => /^OQ-\d+$/u.test(cell)),
    );
  });

  it('stands in the first column where it answers what a model asked', () => {
    const template = templates.find((one) => one.id === 'agent-ready');
    if (template === undefined) throw new Error('no template');
    const source = read(
      '# PRD: Members\n\n## Requirements\n\n- FR-1: The list of members is exported as CSV\n',
    );
    const asked = {
      ...{
        id: 'model:errors',
        area: 'error-handling',
        blocking: false,
        text: 'Which errors can an export meet?',
      },
      ...{ why: 'None is named.', options: [], evidence: [], origin: 'model' as const },
    };
    const answers: Answer[] = [{ kind: 'text', questionId: asked.id, text: 'The disk is full' }];
    const text = renderOutline(briefFor(template, { source, questions: [asked], answers }));
    expect(text).toMatch(/^\| The disk is full \| OQ-\d+ \|/mu);
  });

  it('to what the source left open leaves the question of the place open at which it stands', () => {
    const source = read(`# PRD: Members

## Requirements

- FR-1: The list of members is exported as CSV

## Open questions

- Should an admin see the export of an owner? (Mara, by 2026-10-19)
`);
    for (const template of templates) {
      const { questions } = clarify({ source, context: emptyContext, template });
      const outlineWith = (answered: boolean): string =>
        renderOutline(
          briefFor(template, {
            source,
            questions,
            answers: questions.map(({ id, area }): Answer =>
              answered && area === 'open-question'
                ? { kind: 'text', questionId: id, text: 'No. Only owners.' }
                : { kind: 'defer', questionId: id },
            ),
          }),
        );
      const open = (text: string): readonly string[] =>
        parseSpec(text)
          .openQuestions.map((one) => one.text)
          .filter((one) => !one.includes('Should an admin see'));
      const [before, after] = [outlineWith(false), outlineWith(true)];
      expect(open(after), template.id).toEqual(open(before));
      expect(after, template.id).toContain('Should an admin see the export of an owner? No. Only owners.');
    }
  });

  it('to what a word means stands wherever the requirement says that word', () => {
    const source = read(`# PRD: Members

## Requirements

### US-1: Invite many people quickly

As an owner, I want to invite many people quickly, so that the move is short.

**Acceptance criteria:**

- Many addresses can be entered at once.
- The invitations are sent out fast.
`);
    const template = templates.find(({ id }) => id === 'agent-ready');
    if (template === undefined) throw new Error('no template');
    const { questions } = clarify({ source, context: emptyContext, template });
    const answers = questions.map(({ id, area }): Answer =>
      area === 'ambiguity'
        ? { kind: 'text', questionId: id, text: '100 in 1 min' }
        : { kind: 'defer', questionId: id },
    );
    expect(answers.filter(({ kind }) => kind === 'text')).toHaveLength(1);
    const text = renderOutline(briefFor(template, { source, questions, answers }));
    const test = text.slice(text.indexOf('Test: Invite many'));
    expect(text).toContain('so that the move is short. ("quickly": 100 in 1 min)\n');
    expect(test).toMatch(
      /_Description:_ Many addresses can be entered at once\. The invitations are sent out fast\. \("fast": 100 in 1 min\)\n/u,
    );
    expect(text).toMatch(/\| US-1\/AC-1 \|[^|]*\| Many addresses can be entered at once\. \|/u);
    expect(text).toMatch(
      /\| US-1\/AC-2 \|[^|]*\| The invitations are sent out fast\. \("fast": 100 in 1 min\) \|/u,
    );
  });
});
