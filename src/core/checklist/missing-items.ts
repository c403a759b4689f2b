import { isWithin } from '../spec/place';
import type { SpecEdit } from '../checks/spec-fix';
import type { SourceKind } from '../source/source';
import type { SpecDocument, SpecListItem, SpecSection } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import type { Template } from '../template/template';
import { itemText } from './item-text';
import { matchChecklist } from './match-checklist';

/** Items of the template's checklist that a spec lacks, as the edits that put all of them in, unticked. */
export interface MissingItems {
  readonly edits: readonly SpecEdit[];
  /** Whether items that the template does not have stand there, so that one of them may be meant in other words. */
  readonly unsure: boolean;
}

const marker = /^([\s>]*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\]/u;

/**
 * Where the items belong that a spec lacks: behind the one that the template has before them, else in front of its first one,
 * else below the heading.
 *
 * @returns `null` where nothing is missing or the spec has no checklist
 */
export function missingItems(
  spec: SpecDocument,
  template: Template,
  sections: ReadonlyMap<string, SpecSection>,
  sourceKind: SourceKind | null,
): MissingItems | null {
  const holder = sections.get('checklist');
  if (holder === undefined) return null;
  const matched = matchChecklist(spec, template, sections, sourceKind);
  const known = new Set(matched.flatMap(({ listItem }) => listItem ?? []));
  const [first] = known;
  const lacking = new Map<SpecListItem | null, string[]>();
  let before: SpecListItem | null = null;
  for (const { item, listItem, applies } of matched) {
    if (listItem !== null) before = listItem;
    else if (applies) lacking.set(before, [...(lacking.get(before) ?? []), itemText(item, template)]);
  }
  if (lacking.size === 0) return null;
  const edits = [...lacking].map(([anchor, texts]): SpecEdit => {
    const neighbour = anchor ?? first;
    const lead = marker.exec(lineText(spec.lines, neighbour?.line ?? holder.line))?.[1] ?? '- ';
    const lines = texts.map((text) => `${lead}[ ] ${text}`).join('\n');
    if (anchor === null && first !== undefined) return insertion(first.line, 1, `${lines}\n`);
    const line = anchor === null ? holder.line : endOf(spec, anchor);
    const column = lineText(spec.lines, line).trimEnd().length + 1;
    return insertion(line, column, anchor === null ? `\n\n${lines}` : `\n${lines}`);
  });
  const unsure = spec.listItems.some(
    (item) => item.checked !== null && isWithin(spec, item.section, holder) && !known.has(item),
  );
  return { edits, unsure };
}

function insertion(line: number, column: number, newText: string): SpecEdit {
  return { range: { line, column, endLine: line, endColumn: column }, newText };
}

/** The last line of an item that says something: what is nested in it belongs to it, blank lines do not. */
function endOf(spec: SpecDocument, { line, lastLine }: SpecListItem): number {
  let last = lastLine;
  while (last > line && lineText(spec.lines, last).trim() === '') last -= 1;
  return last;
}
