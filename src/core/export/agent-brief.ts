import { isDone } from '../spec/task-ticks';
import { isWithin } from '../spec/place';
import { idReader } from '../spec/cite';
import { oncePer } from '../text/remembered';
import type { SpecSection } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import { codeSpan, escapeExactly } from '../text/escape-markdown';
import { linesAboutOthers } from './brief-lines';
import { ruleLines } from './brief-rules';
import type { ExportFormat } from './exported-file';
import { documentOf, sourceLine } from './format-parts';
import type { HandOff, HandOffRequirement, HandOffTask } from './hand-off';
import { ownTaskLines } from './task-lines';
import { taskSources } from './task-source';

/** What a coding agent needs to build one task, or the whole spec, in one document that refers to nothing else. */
export const agentBrief: ExportFormat = {
  id: 'agent-brief',
  name: 'Agent Brief',
  single: true,
  byTask: true,
  numbersIn: null,
  scenarios: false,
  write: (handOff, { task }) => [
    {
      path: task === null ? `${handOff.slug}.brief.md` : `${handOff.slug}.${task}.brief.md`,
      text: task === null ? wholeBrief(handOff) : taskBrief(handOff, task),
    },
  ],
};

/**
 * @param taskId of a task that the spec has
 * @returns Markdown; the whole brief where there is no such task
 */
export function taskBrief(handOff: HandOff, taskId: string): string {
  const about = handOff.tasks.find(({ task }) => task.id === taskId);
  const source = taskSources(handOff.spec).find(({ id }) => id === taskId);
  if (about === undefined || source === undefined) return wholeBrief(handOff);
  const requirements = handOff.requirements.filter(({ id }) => about.implements.includes(id));
  return documentOf([
    ...[`# ${taskId}: ${source.title}`, '', sourceLine(handOff)],
    'Build this task and nothing beyond it. It is finished when its done condition holds.',
    ...['', '## Task', '', ...ownTaskLines(source)],
    ...filesOf(about),
    ...dependencyLines(handOff, about),
    ...requirementSections(requirements),
    ...usedLines(handOff, about, requirements),
    ...ruleLines(handOff, about),
  ]);
}

function wholeBrief(handOff: HandOff): string {
  const sections = handOff.spec.sections.filter(({ level, parent }) => level === 2 || parent === null);
  return documentOf([
    ...[`# ${escapeExactly(handOff.title)}`, '', sourceLine(handOff)],
    'Do the tasks in their order. Each is finished when its done condition holds.',
    ...requirementSections(handOff.requirements),
    ...sectionLines(handOff, sections),
    ...ruleLines(handOff, null),
  ]);
}

function filesOf({ files }: HandOffTask): readonly string[] {
  if (files.length === 0) return [];
  return ['', '## Files', '', ...files.map(({ path, action }) => `- ${action}: ${codeSpan(path)}`)];
}

function dependencyLines(handOff: HandOff, { dependencies }: HandOffTask): readonly string[] {
  if (dependencies.length === 0) return ['', '## Dependencies', '', 'None.'];
  return [
    ...['', '## Dependencies', ''],
    ...dependencies.map((id) => {
      const task = handOff.tasks.find((one) => one.task.id === id)?.task;
      const state =
        task !== undefined && isDone(task) ? 'done' : task?.done === false ? 'not done yet' : 'not ticked';
      return `- ${id}: ${escapeExactly(task?.title ?? '')} (${state})`;
    }),
  ];
}

function requirementSections(requirements: readonly HandOffRequirement[]): readonly string[] {
  if (requirements.length === 0) return [];
  return [
    ...['', '## Requirements'],
    ...requirements.flatMap(({ id, title, text, priority, reason, criteria, stated }) => [
      ...['', `### ${escapeExactly(id)}: ${escapeExactly(title)}`, ''],
      ...(text === title ? [] : [escapeExactly(text), '']),
      ...(reason === null ? [] : [`Out of scope: ${escapeExactly(reason)}`, '']),
      ...(priority === null ? [] : [`Priority: ${escapeExactly(priority)}`, '']),
      ...criteria.map(
        (criterion) =>
          `- ${escapeExactly(criterion.label)}${criterion.text === '' ? '' : `: ${escapeExactly(criterion.text)}`}`,
      ),
      ...(stated === null ? [] : ['', `Stated in ${codeSpan(`${stated.path}:${stated.line}`)}.`]),
    ]),
  ];
}

/**
 * What a task uses of the spec: the innermost sections that name its id, a requirement or criterion of it, or one of its files,
 * without rows and items that are about other requirements alone. Sections that list tasks or only map requirements are left out.
 */
function usedLines(
  handOff: HandOff,
  { task, files }: HandOffTask,
  requirements: readonly HandOffRequirement[],
): readonly string[] {
  const { spec } = handOff;
  const wanted = new Set([
    task.id,
    ...requirements.flatMap(({ id, criteria }) => [id, ...criteria.map(({ label }) => label)]),
  ]);
  const isWanted = (text: string, cited: readonly string[]): boolean =>
    cited.some((id) => wanted.has(id)) || files.some(({ path }) => text.includes(path));
  const used = readSections(handOff).filter(({ body, cited }) => isWanted(body, cited));
  if (used.length === 0) return [];
  const others = linesAboutOthers(spec, citable(handOff), isWanted);
  let isCut = false;
  const told = used.flatMap(({ section }) => {
    const own: string[] = [];
    const end = spec.sections[section.index + 1]?.line ?? spec.text.split('\n').length + 1;
    for (let line = section.line + 1; line < end; line++) {
      if (others.has(line)) isCut = true;
      else own.push(lineText(spec.lines, line));
    }
    const body = own
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .replace(/\n[ \t]*-{3,}\s*$/u, '')
      .trim();
    return ['', `### ${section.heading}`, '', body];
  });
  const note = isCut ? ['', 'Rows and items that are about other requirements alone are left out.'] : [];
  return ['', '## From the specification', ...note, ...told];
}

/** Ids of tasks, requirements and criteria. */
const citable = oncePer(({ requirements, tasks }: HandOff) =>
  idReader([
    ...tasks.map(({ task }) => task.id),
    ...requirements.flatMap(({ id, criteria }) => [id, ...criteria.map(({ label }) => label)]),
  ]),
);

/** Sections that a task may use, with their own text and the ids it cites; read once for all tasks. */
const readSections = oncePer((handOff: HandOff) => {
  const { spec, report } = handOff;
  const reader = citable(handOff);
  const mappings = (report.template?.covers ?? []).flatMap(
    ({ mapping }) => report.sections.get(mapping) ?? [],
  );
  const listing = new Set(spec.tasks.map(({ section }) => section));
  return spec.sections.flatMap((section) => {
    if (listing.has(section.index) || mappings.some((mapping) => isWithin(spec, section.index, mapping)))
      return [];
    const next = spec.sections[section.index + 1];
    const body = spec.text.slice(section.bodyStart, Math.min(section.end, next?.start ?? section.end));
    return body.trim() === '' ? [] : [{ section, body, cited: reader.cited(body) }];
  });
});

/** The text of sections, each with all below it and its heading one level deeper, below one heading. */
function sectionLines({ spec }: HandOff, sections: readonly SpecSection[]): readonly string[] {
  if (sections.length === 0) return [];
  return [
    ...['', '## From the specification'],
    ...sections.flatMap((section) => {
      const body = spec.text
        .slice(section.bodyStart, section.end)
        .replace(/\n[ \t]*-{3,}\s*$/u, '')
        .trim();
      return ['', `### ${section.heading}`, '', deepened(spec.sections, section, spec.text, body)];
    }),
  ];
}

/** Headings inside a section one level deeper, as its own is; six levels are all there are. */
function deepened(sections: readonly SpecSection[], holder: SpecSection, text: string, body: string): string {
  const inner = sections.filter(({ start, end }) => start > holder.start && end <= holder.end);
  if (inner.length === 0) return body;
  let result = text.slice(holder.bodyStart, holder.end);
  for (const { start, level } of [...inner].reverse()) {
    const at = start - holder.bodyStart;
    if (level < 6 && result.startsWith('#', at)) result = `${result.slice(0, at)}#${result.slice(at)}`;
  }
  return result.replace(/\n[ \t]*-{3,}\s*$/u, '').trim();
}
