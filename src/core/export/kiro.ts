import { isDone } from '../spec/task-ticks';
import { escapeExactly } from '../text/escape-markdown';
import { moveDocument } from './design-document';
import { placeOfFolder, type ExportFormat } from './exported-file';
import { documentOf, sourceLine, taskGroups } from './format-parts';
import type { HandOff, HandOffRequirement } from './hand-off';
import { markComment, marks } from './marks';
import { isBuilt, noCriterion, scenariosOf } from './scenarios';
import { earsOf, obligation } from './statements';
import { taskLines } from './task-lines';
import type { TaskSource } from './task-source';

/** A spec for Kiro: requirements in EARS that it counts by itself, design, and tasks that name these numbers. */
export const kiro: ExportFormat = {
  id: 'kiro',
  name: 'Kiro',
  single: false,
  byTask: false,
  numbersIn: null,
  scenarios: true,
  write(handOff, { place }) {
    const folder = `.kiro/specs/${handOff.slug}`;
    const { body, tasks } = moveDocument(handOff, placeOfFolder(place, folder), 'tasks.md');
    return [
      { path: `${folder}/requirements.md`, text: requirementsFile(handOff) },
      { path: `${folder}/design.md`, text: design(handOff, body) },
      ...(tasks.length === 0 ? [] : [{ path: `${folder}/tasks.md`, text: tasksFile(handOff, tasks) }]),
    ];
  },
};

/** Those that Kiro counts, in its order. */
function counted({ requirements }: HandOff): readonly HandOffRequirement[] {
  return requirements.filter(isBuilt);
}

function requirementsFile(handOff: HandOff): string {
  const { requirements, title, summary } = handOff;
  const outside = requirements.filter(({ state }) => state === 'out-of-scope');
  const measured = requirements.filter(({ kind }) => kind === 'success-criterion');
  return documentOf([
    ...['# Requirements Document', '', '## Introduction', ''],
    ...[`**${escapeExactly(title)}.** ${escapeExactly(summary)}`.trim(), '', sourceLine(handOff), ''],
    '## Requirements',
    ...counted(handOff).flatMap(requirementLines),
    ...listed('Success Criteria', measured, ({ text }) => text),
    ...listed('Out of Scope', outside, ({ title: name, reason }) =>
      reason === null ? name : `${name}: ${reason}`,
    ),
  ]);
}

function requirementLines(requirement: HandOffRequirement, index: number): readonly string[] {
  const { id, kind, title, text } = requirement;
  const number = index + 1;
  const lead = kind === 'story' ? 'User Story' : 'Statement';
  const statements = scenariosOf(requirement).map((scenario) =>
    scenario.repeats
      ? `${obligation(text)} (${noCriterion})`
      : `${earsOf(scenario)} ${markComment(scenario.labels.join(', '))}`,
  );
  return [
    ...['', `### Requirement ${number}: ${escapeExactly(`${id} ${title}`)}`, ''],
    ...[`**${lead}:** ${escapeExactly(text)}`, '', '#### Acceptance Criteria', ''],
    ...statements.map((statement, position) => `${position + 1}. ${statement}`),
  ];
}

function listed(
  heading: string,
  requirements: readonly HandOffRequirement[],
  textOf: (requirement: HandOffRequirement) => string,
): readonly string[] {
  if (requirements.length === 0) return [];
  return [
    ...['', `## ${heading}`, ''],
    ...requirements.map((one) => `- ${escapeExactly(one.id)}: ${escapeExactly(textOf(one))}`),
  ];
}

function design(handOff: HandOff, body: string): string {
  return documentOf([
    ...[
      '# Design Document',
      '',
      `${escapeExactly(handOff.title)}. Requirements: [requirements.md](requirements.md).`,
    ],
    ...['', body],
  ]);
}

function tasksFile(handOff: HandOff, tasks: readonly TaskSource[]): string {
  let number = 0;
  return documentOf([
    '# Implementation Plan',
    ...taskGroups(tasks).flatMap(({ name, tasks: group }) => [
      ...(name === null ? [''] : ['', `## ${escapeExactly(name)}`, '']),
      ...group.flatMap((task) => {
        number++;
        const numbers = criteriaNumbers(handOff, task.id);
        return taskLines(
          task,
          `[${isDone(task.task) ? 'x' : ' '}] ${number}. ${task.id}: ${task.title} ${markComment(marks.task, task.id)}`,
          numbers.length === 0 ? [] : [`_Requirements: ${numbers.join(', ')}_`],
        );
      }),
    ]),
  ]);
}

/** `1.1, 1.2`: all criteria of what a task implements. */
function criteriaNumbers(handOff: HandOff, taskId: string): readonly string[] {
  const named = handOff.tasks.find(({ task }) => task.id === taskId)?.implements ?? [];
  return counted(handOff).flatMap((requirement, index) =>
    named.includes(requirement.id)
      ? scenariosOf(requirement).map((_, position) => `${index + 1}.${position + 1}`)
      : [],
  );
}
