import type { Brief } from '../brief/brief';
import { alignOutline } from '../draft/align-outline';
import { renderOutline } from '../draft/outline';
import { hasName } from '../text/name-in-text';
import { generatedSections } from '../receipt/generated-sections';
import type { SectionedSpec } from '../regenerate/section-target';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import { splitBlocks, type Block } from './blocks';
import { idOfTask } from './place-blocks';

/** The outline of a source as it is now, with the ids of a spec that was made of it before. */
export interface FreshOutline {
  /** Its sections by key. */
  readonly texts: ReadonlyMap<string, string>;
  /** Its tasks by id, whichever section they stand in. */
  readonly tasks: ReadonlyMap<string, Block>;
  /** Keys of the sections that name a requirement, by its id; the spec may lack some of them. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Tasks of sections that the spec lacks, by the key of the section that stands before and has tasks in both. */
  readonly adopted: ReadonlyMap<string, readonly Block[]>;
  /** Requirements that it names in a section which the spec lacks, tasks apart. */
  readonly homeless: ReadonlySet<string>;
}

/** @param ids of the requirements that changed or are new */
export function freshOutline(
  brief: Brief,
  { spec, sections }: SectionedSpec,
  ids: readonly string[],
): FreshOutline {
  const text = alignOutline(renderOutline(brief), spec);
  const outline = parseSpec(text);
  const tasks = new Map<string, Block>();
  const places = new Map<string, string[]>();
  const adopted = new Map<string, Block[]>();
  const homeless = new Set<string>();
  let phase: string | null = null;
  const all = generatedSections(text, matchSections(outline, brief.template));
  for (const section of all) {
    const blocks = splitBlocks(section.text, []);
    const isThere = sections.has(section.key);
    const own = blocks.filter((block) => idOfTask(block) !== undefined);
    for (const block of own) tasks.set(idOfTask(block) ?? '', block);
    if (isThere && own.length > 0) phase = section.key;
    if (!isThere && phase !== null && own.length > 0)
      adopted.set(phase, [...(adopted.get(phase) ?? []), ...own]);
    for (const id of ids) {
      if (!hasName(section.text, id)) continue;
      places.set(id, [...(places.get(id) ?? []), section.key]);
      const rest = blocks.filter((block) => !own.includes(block));
      if (!isThere && rest.some((block) => hasName(block.text, id))) homeless.add(id);
    }
  }
  return {
    texts: new Map(all.map((section) => [section.key, section.text])),
    tasks,
    places,
    adopted,
    homeless,
  };
}
