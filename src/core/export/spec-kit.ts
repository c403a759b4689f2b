import { declaredQuestions } from '../checks/reading/declared-questions';
import { isDone } from '../spec/task-ticks';
import type { OpenQuestion } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { contentOf } from '../text/content';
import { escapeExactly } from '../text/escape-markdown';
import { moveDocument, type MovedDocument, type Part } from './design-document';
import { placeOfFolder, type ExportFormat } from './exported-file';
import { documentOf, sourceLine, taskGroups } from './format-parts';
import type { HandOff, HandOffRequirement } from './hand-off';
import { markComment, marks } from './marks';
import { inAnyCase, inAnyCaseMeans, isUnconditional, joined, scenariosOf, type Scenario } from './scenarios';
import { obligation } from './statements';
import { taskLines } from './task-lines';
import type { TaskSource } from './task-source';

/** Sections for which Spec Kit has files of their own. */
const parts: readonly Part[] = [
  { file: 'data-model.md', section: 'data-model' },
  { file: 'contracts/api.md', section: 'api' },
];

/** A feature for Spec Kit: what (spec), how (plan, data model, contracts) and in which steps (tasks). */
export const specKit: ExportFormat = {
  id: 'spec-kit',
  name: 'Spec Kit',
  single: false,
  byTask: false,
  numbersIn: 'specs',
  scenarios: true,
  write(handOff, { place, existing }) {
    const feature = featureName(handOff.slug, existing);
    const folder = `specs/${feature}`;
    const moved = moveDocument(handOff, placeOfFolder(place, folder), 'tasks.md', parts);
    return [
      { path: `${folder}/spec.md`, text: specFile(handOff, feature) },
      { path: `${folder}/plan.md`, text: plan(handOff, feature, moved) },
      ...[...moved.parts].map(([file, { heading, body }]) => ({
        path: `${folder}/${file}`,
        text: documentOf([`# ${heading}`, '', markComment(marks.document), '', body]),
      })),
      ...(moved.tasks.length === 0
        ? []
        : [{ path: `${folder}/tasks.md`, text: tasksFile(handOff, feature, moved.tasks) }]),
    ];
  },
};

/** `004-slug`: the number of a feature that is there already under this name, else the next one. */
function featureName(slug: string, existing: readonly string[]): string {
  const numbers = existing.flatMap((folder) => {
    const [, number = '', name = ''] = /^(\d{3,})-(.+)$/u.exec(folder) ?? [];
    return number === '' ? [] : [{ number: Number(number), name }];
  });
  const own = numbers.find(({ name }) => name === slug)?.number;
  const number = own ?? Math.max(0, ...numbers.map((one) => one.number)) + 1;
  return `${String(number).padStart(3, '0')}-${slug}`;
}

function stories({ requirements }: HandOff): readonly HandOffRequirement[] {
  return requirements.filter(({ kind, state }) => kind === 'story' && state !== 'out-of-scope');
}

function specFile(handOff: HandOff, feature: string): string {
  const { requirements, title, date, report } = handOff;
  const inside = requirements.filter(({ state }) => state !== 'out-of-scope');
  const measured = requirements.filter(({ kind }) => kind === 'success-criterion');
  const told = stories(handOff);
  const others = inside.filter(({ kind }) => kind !== 'story' && kind !== 'success-criterion');
  const questions = openQuestions(report);
  const outside = requirements.filter(({ state }) => state === 'out-of-scope');
  const accepted = inside.some(({ criteria }) => criteria.length > 0)
    ? 'The criteria of the requirements above hold.'
    : 'The requirements above state no criteria either.';
  return documentOf([
    ...[`# Feature Specification: ${escapeExactly(title)}`, '', `**Feature Branch**: \`${feature}\`  `],
    ...[`**Created**: ${date}  `, `**Status**: ${escapeExactly(handOff.status ?? 'Draft')}  `],
    ...[`**Input**: ${sourceLine(handOff)}`, '', '## User Scenarios & Testing *(mandatory)*'],
    ...(told.length === 0 ? ['', 'The source tells no user stories; see the requirements.'] : []),
    ...(told.flatMap(scenariosOf).some((one) => !one.repeats && isUnconditional(one))
      ? ['', inAnyCaseMeans]
      : []),
    ...told.flatMap(storyLines),
    ...['', '### Edge Cases', ''],
    ...(questions.length === 0 ? ['- None is open. What is decided stands in [plan.md](plan.md).'] : []),
    ...questions.map(({ id, text }) => `- [NEEDS CLARIFICATION: ${`${id} ${escapeExactly(text)}`.trim()}]`),
    ...['', '## Requirements *(mandatory)*', '', '### Functional Requirements', ''],
    ...(others.length === 0 ? ['- As the user stories say.'] : others.flatMap(statementLines)),
    ...['', '## Success Criteria *(mandatory)*', '', '### Measurable Outcomes', ''],
    ...(measured.length === 0
      ? [`- None is stated apart. ${accepted}`]
      : measured.map(({ id, text }) => `- **${escapeExactly(id)}**: ${escapeExactly(text)}`)),
    ...(outside.length === 0 ? [] : ['', '## Out of Scope', '']),
    ...outside.map(
      ({ id, title: name, reason }) =>
        `- **${escapeExactly(id)}**: ${escapeExactly(name)}${reason === null ? '' : ` (${escapeExactly(reason)})`}`,
    ),
  ]);
}

/**
 * Each question once, where it is asked: other places only wait for its answer. One that is asked outside of the section for
 * questions alone is open all the same.
 */
function openQuestions(report: HandOff['report']): readonly OpenQuestion[] {
  const byId = new Map<string, OpenQuestion>();
  for (const question of declaredQuestions(report))
    if (!contentOf(byId.get(question.id)?.text ?? '').facts) byId.set(question.id, question);
  for (const question of report.spec.openQuestions)
    if (!byId.has(question.id) && contentOf(question.text).facts) byId.set(question.id, question);
  return [...byId.values()].filter(({ resolved }) => !resolved);
}

const priorities: readonly (readonly [RegExp, string])[] = [
  [/^(?:p[01]|must(?: have)?|high|critical|essential)$/iu, 'P1'],
  [/^(?:p2|should(?: have)?|medium|normal)$/iu, 'P2'],
  [/^(?:p[34]|could(?: have)?|low|nice to have|won'?t.*)$/iu, 'P3'],
];

function storyLines(requirement: HandOffRequirement, index: number): readonly string[] {
  const { id, title, text, priority } = requirement;
  const level = priorities.find(([pattern]) => pattern.test((priority ?? '').trim()))?.[1] ?? priority;
  const shown = level === null ? '' : ` (Priority: ${escapeExactly(level)})`;
  return [
    ...['', `### User Story ${index + 1} - ${escapeExactly(title)}${shown}`, ''],
    ...[`**ID**: ${escapeExactly(id)}`, '', escapeExactly(text), '', '**Acceptance Scenarios**:', ''],
    ...scenariosOf(requirement).map((scenario, position) =>
      scenario.repeats
        ? 'The source states no criteria.'
        : `${position + 1}. ${scenarioLine(scenario)} (${escapeExactly(scenario.labels.join(', '))})`,
    ),
  ];
}

function scenarioLine(scenario: Scenario): string {
  const { name, given, when, then } = scenario;
  const steps = [
    ...(given.length === 0 ? [] : [`**Given** ${escapeExactly(joined(given))}`]),
    ...(when.length === 0 ? [] : [`**When** ${escapeExactly(joined(when))}`]),
    ...(isUnconditional(scenario) ? [`**When** ${inAnyCase}`] : []),
    `**Then** ${escapeExactly(joined(then))}`,
  ];
  return `${name === null ? '' : `${escapeExactly(name)}: `}${steps.join(', ')}`;
}

function statementLines({ id, text, criteria }: HandOffRequirement): readonly string[] {
  return [
    `- **${escapeExactly(id)}**: ${obligation(text)}`,
    ...criteria
      .filter((criterion) => criterion.text !== '')
      .map((criterion) => `  - ${escapeExactly(criterion.label)}: ${escapeExactly(criterion.text)}`),
  ];
}

function plan(handOff: HandOff, feature: string, { body, tasks, parts: apart }: MovedDocument): string {
  const { surroundings } = handOff.report;
  const documents = ['spec.md', ...apart.keys(), ...(tasks.length === 0 ? [] : ['tasks.md'])];
  const files = [...new Set(handOff.tasks.flatMap((task) => task.files.map(({ path }) => path)))].sort();
  const named = (label: string, items: readonly { name: string; version: string | null }[]): string =>
    `**${label}**: ${items.length === 0 ? 'See below' : items.map(({ name, version }) => escapeExactly(version === null ? name : `${name} ${version}`)).join(', ')}  `;
  const stack = surroundings?.stack;
  return documentOf([
    ...[`# Implementation Plan: ${escapeExactly(handOff.title)}`, ''],
    ...[`**Branch**: \`${feature}\` | **Date**: ${handOff.date} | **Spec**: [spec.md](spec.md)`, ''],
    ...['## Summary', '', escapeExactly(handOff.summary), '', '## Technical Context', ''],
    ...[named('Language/Version', stack?.languages ?? [])],
    ...[named('Primary Dependencies', stack?.frameworks ?? [])],
    ...[named('Storage', stack?.databases ?? []), named('Testing', stack?.testCommands ?? [])],
    ...['', '## Project Structure', '', '### Documentation (this feature)', ''],
    ...documents.map((file) => `- [${file}](${file})`),
    ...(files.length === 0 ? [] : ['', '### Source Code (repository root)', '']),
    ...files.map((file) => `- \`${file}\``),
    ...['', body],
  ]);
}

function tasksFile(handOff: HandOff, feature: string, tasks: readonly TaskSource[]): string {
  const told = stories(handOff).map(({ id }) => id);
  return documentOf([
    ...[
      `# Tasks: ${escapeExactly(handOff.title)}`,
      '',
      `**Input**: Design documents from \`/specs/${feature}/\``,
    ],
    '**Prerequisites**: [plan.md](plan.md), [spec.md](spec.md)',
    ...taskGroups(tasks).flatMap(({ name, tasks: group }, position) => [
      ...[
        '',
        `## Phase ${position + 1}: ${escapeExactly((name ?? 'Tasks').replace(/^phase \d+\s*[:.–—-]\s*/iu, ''))}`,
      ],
      '',
      ...group.flatMap((task) => {
        const about = handOff.tasks.find((one) => one.task.id === task.id);
        const story = told.findIndex((id) => about?.implements.includes(id));
        const tags = [
          ...((about?.parallel === true && group.length > 1) || saysParallel(task) ? ['[P]'] : []),
          ...(story === -1 ? [] : [`[US${story + 1}]`]),
        ];
        const head = [numberOf(task.id), ...tags, task.title, markComment(marks.task, task.id)];
        return taskLines(
          task,
          `[${isDone(task.task) ? 'x' : ' '}] ${head.filter((part) => part !== '').join(' ')}`,
        );
      }),
    ]),
  ]);
}

/** As an import has it of a task with `[P]`, or a person. The field stays below: its place there has no other way back. */
function saysParallel({ task }: TaskSource): boolean {
  return /^yes\b/iu.test(taskField(task, 'parallel')?.value ?? '');
}

/** Spec Kit writes `T001`; the task's own id stands in the comment. */
function numberOf(id: string): string {
  return id.replace(/^T-(?=\d{3})/u, 'T');
}
