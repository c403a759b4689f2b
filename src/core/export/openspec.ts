import { isDone } from '../spec/task-ticks';
import { escapeExactly } from '../text/escape-markdown';
import { moveDocument } from './design-document';
import { placeOfFolder, type ExportedFile, type ExportFormat } from './exported-file';
import type { HandOff, HandOffRequirement } from './hand-off';
import { markComment, marks } from './marks';
import { documentOf, sourceLine, taskGroups } from './format-parts';
import {
  inAnyCase,
  inAnyCaseMeans,
  isBuilt,
  isUnconditional,
  noCriterion,
  scenariosOf,
  type Scenario,
} from './scenarios';
import { obligation } from './statements';
import { taskLines } from './task-lines';
import type { TaskSource } from './task-source';

/** Shortest texts that its strict validation takes for a reason and a purpose. */
const shortestReason = 50;
const longestReason = 1000;

/** A change for OpenSpec: proposal, design, tasks, and the requirements as a delta of one capability. */
export const openspec: ExportFormat = {
  id: 'openspec',
  name: 'OpenSpec',
  single: false,
  byTask: false,
  numbersIn: null,
  scenarios: true,
  write(handOff, { place }) {
    const folder = `openspec/changes/${handOff.slug}`;
    const { body, tasks } = moveDocument(handOff, placeOfFolder(place, folder), 'tasks.md');
    const built = handOff.requirements.filter(isBuilt);
    const files: ExportedFile[] = [
      { path: `${folder}/proposal.md`, text: proposal(handOff, built) },
      { path: `${folder}/design.md`, text: design(handOff, body) },
    ];
    if (tasks.length > 0) files.push({ path: `${folder}/tasks.md`, text: tasksFile(handOff, tasks) });
    files.push(
      built.length > 0
        ? { path: `${folder}/specs/${handOff.slug}/spec.md`, text: delta(handOff, built) }
        : // The format's own way to say that no requirement changes.
          { path: `${folder}/.openspec.yaml`, text: 'schema: spec-driven\nskip_specs: true\n' },
    );
    return files;
  },
};

function proposal(handOff: HandOff, built: readonly HandOffRequirement[]): string {
  const { slug, requirements, tasks } = handOff;
  const measured = requirements.filter(({ kind }) => kind === 'success-criterion');
  const files = [...new Set(tasks.flatMap((task) => task.files.map(({ path }) => path)))];
  return documentOf([
    ...[`# Proposal: ${escapeExactly(handOff.title)}`, '', '## Why', '', reason(handOff), ''],
    ...['## What Changes', ''],
    ...(built.length === 0
      ? [`- ${escapeExactly(handOff.title)}, as [design.md](design.md) describes it.`]
      : built.map(({ id, title }) => `- ${escapeExactly(id)}: ${escapeExactly(title)}`)),
    ...['', '## Capabilities', '', '### New Capabilities', ''],
    built.length === 0 ? 'None.' : `- \`${slug}\`: ${escapeExactly(handOff.title)}`,
    ...['', '### Modified Capabilities', '', 'None.', ''],
    ...(measured.length === 0
      ? []
      : [
          ...['## Success Criteria', ''],
          ...measured.map(({ id, text }) => `- ${escapeExactly(id)}: ${escapeExactly(text)}`),
          '',
        ]),
    ...['## Impact', '', sourceLine(handOff)],
    ...files.map((path) => `- \`${path.replace(/`/gu, '')}\``),
  ]);
}

/** Long enough and short enough for strict validation, and no placeholder. */
function reason(handOff: HandOff): string {
  const { summary, title } = handOff;
  const said = /^(?:TBD|TODO)\b/iu.test(summary) ? '' : summary;
  const plain =
    said.length >= shortestReason
      ? said
      : `This change builds what the technical specification “${title}” describes. ${said}`.trim();
  const cut = plain.length <= longestReason - 100 ? plain : `${plain.slice(0, longestReason - 101)}…`;
  return escapeExactly(cut).slice(0, longestReason);
}

function design(handOff: HandOff, body: string): string {
  const outside = handOff.requirements.filter(({ state }) => state === 'out-of-scope');
  const goals = handOff.requirements.filter(isBuilt);
  return documentOf([
    ...[`# Design: ${escapeExactly(handOff.title)}`, '', '## Context', '', sourceLine(handOff), ''],
    ...['## Goals / Non-Goals', '', '**Goals:**', ''],
    ...(goals.length === 0
      ? ['- As the sections below say.']
      : goals.map(({ id, title }) => `- ${escapeExactly(id)}: ${escapeExactly(title)}`)),
    ...['', '**Non-Goals:**', ''],
    ...(outside.length === 0
      ? ['- None that a requirement names.']
      : outside.map(
          ({ id, title, reason: why }) =>
            `- ${escapeExactly(id)}: ${escapeExactly(title)}${why === null ? '' : ` (${escapeExactly(why)})`}`,
        )),
    ...['', body.trimEnd()],
  ]);
}

function delta(handOff: HandOff, built: readonly HandOffRequirement[]): string {
  const anyCase = built.flatMap(scenariosOf).some(isUnconditional);
  return documentOf([
    ...[
      `# ${escapeExactly(handOff.title)}`,
      '',
      '## Purpose',
      '',
      reason(handOff),
      ...(anyCase ? ['', inAnyCaseMeans] : []),
      '',
      '## ADDED Requirements',
    ],
    ...built.flatMap((requirement) => requirementLines(requirement)),
  ]);
}

function requirementLines(requirement: HandOffRequirement): readonly string[] {
  const { id, title, text } = requirement;
  // Closing marks of a heading would be cut off by its reader.
  const name = escapeExactly(`${id}: ${title}`).replace(/(?<!\s)\s+#+$/u, '');
  return [
    ...['', `### Requirement: ${name}`, '', obligation(text)],
    ...scenariosOf(requirement).flatMap(scenarioLines),
  ];
}

function scenarioLines(scenario: Scenario): readonly string[] {
  const { labels, name, repeats, given, when, then } = scenario;
  const heading = `${labels.join(', ')}${name === null ? '' : `: ${name}`}`;
  return [
    ...['', `#### Scenario: ${escapeExactly(heading).replace(/(?<!\s)\s+#+$/u, '')}`, ''],
    ...(repeats ? [noCriterion, ''] : []),
    ...stepLines('GIVEN', given),
    ...(isUnconditional(scenario) ? [`- **WHEN** ${inAnyCase}`] : stepLines('WHEN', when)),
    ...stepLines('THEN', then),
  ];
}

/** The first step by its word, those after it as "and". */
function stepLines(word: string, steps: readonly string[]): readonly string[] {
  return steps.map((step, index) => `- **${index === 0 ? word : 'AND'}** ${escapeExactly(step)}`);
}

function tasksFile(handOff: HandOff, tasks: readonly TaskSource[]): string {
  return documentOf([
    `# Tasks: ${escapeExactly(handOff.title)}`,
    ...taskGroups(tasks).flatMap(({ name, tasks: group }, position) => [
      ...['', `## ${position + 1}. ${escapeExactly(name ?? 'Tasks')}`, ''],
      ...group.flatMap((task, index) =>
        taskLines(
          task,
          `[${isDone(task.task) ? 'x' : ' '}] ${position + 1}.${index + 1} ${task.id}: ${task.title} ${markComment(marks.task, task.id)}`,
        ),
      ),
    ]),
  ]);
}
