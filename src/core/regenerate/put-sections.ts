import { isWithin } from '../spec/place';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument, SpecTask } from '../spec/spec-document';
import { SpecParser } from '../spec/spec-parser';
import { isDone, tickTask } from '../spec/task-ticks';
import { replaceInWritten } from '../spec/written-text';
import { mergeBlocks } from './named-blocks';
import { contentOf } from './section-span';
import { nameKey, type SectionedSpec, type SectionTarget } from './section-target';
import { insertSection, spliceSection } from './splice-section';
import { tidySections } from './tidy-sections';

/** A spec with sections of an answer in the place of its own. */
export interface PutSections {
  readonly text: string;
  /** As read from the text. */
  readonly spec: SpecDocument;
  /** The targets that were replaced; the others were not in the answer, or could not be put in safely. */
  readonly written: readonly SectionTarget[];
}

/**
 * Replaces sections of a spec by those of a model's answer, whole or still coming, and nothing else.
 *
 * @param targets in document order, none within another
 */
export function putSections(
  scope: SectionedSpec,
  targets: readonly SectionTarget[],
  answer: string,
): PutSections {
  return putContents(scope.spec, targets, answeredContents(scope, targets, answer));
}

/**
 * Content of each section that an answer has, without its heading, by the target's index in the spec. Where blocks of it alone
 * were asked for, the others are those of the spec.
 */
export function answeredContents(
  scope: SectionedSpec,
  targets: readonly SectionTarget[],
  answer: string,
): ReadonlyMap<number, string> {
  const { spec, template } = scope;
  const tasks = tasksInScope(scope);
  const ofTasks = new Set(template?.covers.flatMap(({ by, items }) => (by === 'tasks' ? [items] : [])));
  const inside = ({ start }: { readonly start: number }): boolean =>
    targets.some(({ section }) => start >= section.start && start < section.end);
  const others = new Set(
    spec.sections.filter((section) => !inside(section)).map(({ name }) => nameKey(name)),
  );
  const tidied = tidySections(answer, targets, others);
  const contents = new Map<number, string>();
  for (const { section, key, blocks } of targets) {
    const content = tidied.get(section.index);
    if (content === undefined) continue;
    const whole = blocks === undefined ? content : mergeBlocks(contentOf(spec, section), content, blocks);
    if (whole === null) continue;
    const holdsTasks =
      (key !== null && ofTasks.has(key)) || tasks.some((task) => isWithin(spec, task.section, section));
    contents.set(section.index, holdsTasks ? withTicksOf(tasks, whole) : whole);
  }
  return contents;
}

/** Who writes a section anew does not say which tasks are done: that is as it was. */
function withTicksOf(tasks: readonly SpecTask[], content: string): string {
  const done = new Set(tasks.filter(isDone).map(({ id }) => id));
  const written = parseSpec(content);
  return replaceInWritten(
    written,
    written.tasks.flatMap((task) => tickTask(written, task, done.has(task.id))),
  );
}

/**
 * Replaces the contents of sections, and puts in the sections that are missing.
 *
 * @param contents as {@link answeredContents} gives them; targets without one stay as they are
 */
export function putContents(
  spec: SpecDocument,
  targets: readonly SectionTarget[],
  contents: ReadonlyMap<number, string>,
): PutSections {
  const parser = new SpecParser();
  let current = { text: spec.written, spec: parseSpec(spec.written, parser) };
  const written: SectionTarget[] = [];
  // From the last to the first, so that those before it stay where they were; a missing one before what it stands before.
  const ordered = [...targets].sort(
    (a, b) =>
      a.section.start - b.section.start || Number(a.section.index >= 0) - Number(b.section.index >= 0),
  );
  for (const target of ordered.reverse()) {
    const { index, start } = target.section;
    const content = contents.get(index);
    if (content === undefined) continue;
    const section = index < 0 ? target.section : current.spec.sections[index];
    if (section?.start !== start) continue;
    const spliced =
      index < 0
        ? insertSection(current.spec, section, content, parser)
        : spliceSection(current.spec, section, content, parser);
    if (spliced === null) continue;
    current = spliced;
    written.unshift(target);
  }
  return { ...current, written };
}
