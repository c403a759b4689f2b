import { hasName } from '../text/name-in-text';
import type { MergedSections, SectionToMerge } from '../regenerate/replace-sections';
import type { SectionedSpec } from '../regenerate/section-target';
import { joinBlocks, splitBlocks, type Block } from './blocks';
import type { FreshOutline } from './fresh-outline';
import { mergeSection, type AroundSection, type MergedSection, type SourceChanges } from './merge-section';
import { idOfTask } from './place-blocks';

/**
 * New contents of sections, block by block; what other sections newly ask is listed where open questions are.
 *
 * @param outline of the source as it is now
 * @returns with the requirements of which a section says something still that could not be worked in
 */
export function mergeUpdate(
  scope: SectionedSpec,
  changes: SourceChanges,
  sections: readonly SectionToMerge[],
  outline: FreshOutline,
): MergedSections {
  const lists = questionSections(scope);
  const answered = answeredTasks(sections, changes);
  const merge = ({ key, before, content, isOutline }: SectionToMerge, asked = changes): MergedSection => {
    const adopted = isOutline ? (outline.adopted.get(key) ?? []) : [];
    const around: AroundSection = {
      isOwn: isOutline,
      tasks: isOutline ? new Map([...outline.tasks, ...answered]) : answered,
      elsewhere: elsewhere(scope, before),
      homeless: outline.homeless,
    };
    const changed = new Set([...changes.changed, ...(isOutline ? (changes.regrouped ?? []) : [])]);
    return mergeSection(before, withTasks(content, adopted), { ...asked, changed }, around);
  };
  const merged = new Map(
    sections.filter(({ key }) => !lists.has(key)).map((section) => [section.key, merge(section)] as const),
  );
  const citedBefore = citations(sections.filter(({ key }) => !lists.has(key)).map(({ before }) => before));
  const citedNow = citations([...merged.values()].map(({ text }) => text));
  const questions = new Set([...citedNow.keys()].filter((id) => !hasName(scope.spec.text, id)));
  const listed = citations(sections.filter(({ key }) => lists.has(key)).map(({ before }) => before));
  const cited = new Set(
    [...citations([scope.spec.text]), ...citedNow].flatMap(([id, count]) => {
      const others = count - (listed.get(id) ?? 0) - (citedBefore.get(id) ?? 0);
      return others > 0 || citedNow.has(id) ? [id] : [];
    }),
  );
  const resolved = new Set(scope.spec.openQuestions.flatMap(({ id, resolved }) => (resolved ? [id] : [])));
  const moot = new Set([...citedBefore.keys()].filter((id) => !cited.has(id) && !resolved.has(id)));
  for (const section of sections)
    if (lists.has(section.key))
      merged.set(section.key, merge(section, { ...changes, questions, cited, moot }));
  return {
    contents: new Map([...merged].map(([key, { text }]) => [key, text])),
    left: new Map([...merged].map(([key, { left }]) => [key, left])),
  };
}

/** A section's new version with the tasks of one that the spec lacks behind its own. */
function withTasks(content: string, tasks: readonly Block[]): string {
  if (tasks.length === 0) return content;
  return `${content.trimEnd()}\n${joinBlocks(tasks.map((task) => ({ ...task, gap: '\n' })))}`;
}

function answeredTasks(
  sections: readonly SectionToMerge[],
  { ids }: SourceChanges,
): ReadonlyMap<string, Block> {
  const blocks = sections.flatMap(({ content }) => splitBlocks(content, ids));
  return new Map(
    blocks.flatMap((block) => {
      const id = idOfTask(block);
      return id === undefined ? [] : [[id, block] as const];
    }),
  );
}

/** Tasks and listed questions that stand outside of a section, with their text, by id. */
function elsewhere({ spec }: SectionedSpec, before: string): ReadonlyMap<string, string> {
  const own = new Set(splitBlocks(before, []).map(({ key }) => key));
  const lines = spec.text.split('\n');
  const tasks = spec.tasks.filter(({ id }) => !own.has(`task:${id}`));
  const asked = spec.openQuestions.filter(({ id, text }) => isAsking(text) && !own.has(`question:${id}`));
  return new Map([
    ...asked.map(({ id, text }) => [id, text] as const),
    ...tasks.map(({ id, line, endLine }) => [id, lines.slice(line - 1, endLine).join('\n')] as const),
  ]);
}

/** How often texts name each open question; what is struck out waits for nothing. */
function citations(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [id] of text.replace(/~~[^~\n]*~~/gu, '').matchAll(/\bOQ-\d+/gu))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Keys of the sections in which open questions are listed: an id alone asks nothing, it stands where the answer belongs. */
export function questionSections({ spec, sections }: SectionedSpec): ReadonlySet<string> {
  const lines = spec.openQuestions.filter(({ text }) => isAsking(text)).map(({ line }) => line);
  const innermost = lines.flatMap((line) => {
    const around = [...sections].filter(([, own]) => own.line < line && own.endLine >= line);
    return around.sort(([, a], [, b]) => b.level - a.level)[0]?.[0] ?? [];
  });
  return new Set(innermost);
}

function isAsking(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/\bOQ-\d+/gu, ''));
}
