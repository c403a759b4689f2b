import type { SourceKind } from '../source/source';
import { sectionNameKey } from '../spec/section-name';
import type { SpecDocument, SpecListItem, SpecSection } from '../spec/spec-document';
import type { ChecklistItem, Template } from '../template/template';
import { itemKeys } from './item-text';

export interface MatchedItem {
  readonly item: ChecklistItem;
  /** Its task-list item in the section with key `checklist`, or `null` where the spec has none. */
  readonly listItem: SpecListItem | null;
  /** Whether the item is for a source of this kind; without a known kind what the spec has applies. */
  readonly applies: boolean;
}

/**
 * Finds each checklist item of a template in a spec: by its text, and where texts were changed (a translation) by order, if
 * as many are left over as items.
 */
export function matchChecklist(
  spec: SpecDocument,
  template: Template,
  sections: ReadonlyMap<string, SpecSection>,
  sourceKind: SourceKind | null,
): readonly MatchedItem[] {
  const holder = sections.get('checklist');
  const listed = spec.listItems.filter(
    ({ section, checked }) =>
      checked !== null && holder !== undefined && isInside(spec, section, holder.index),
  );
  const byText = new Map<string, SpecListItem[]>();
  for (const item of listed) {
    const key = sectionNameKey(item.text);
    byText.set(key, [...(byText.get(key) ?? []), item]);
  }
  const found = new Map<string, SpecListItem>();
  for (const item of template.checklist) {
    const key = itemKeys(item, template).find((candidate) => (byText.get(candidate)?.length ?? 0) > 0);
    const match = key === undefined ? undefined : byText.get(key)?.shift();
    if (match !== undefined) found.set(item.id, match);
  }
  const isMeant = ({ when }: ChecklistItem): boolean =>
    when === undefined || sourceKind === null || when === sourceKind;
  const taken = new Set(found.values());
  const left = listed.filter((item) => !taken.has(item));
  const missing = template.checklist.filter((item) => !found.has(item.id) && isMeant(item));
  if (left.length === missing.length) {
    for (const [position, item] of missing.entries()) {
      const match = left[position];
      if (match !== undefined) found.set(item.id, match);
    }
  }
  return template.checklist.map((item) => {
    const listItem = found.get(item.id) ?? null;
    const isOfOtherKind =
      item.when !== undefined && (sourceKind === null ? listItem === null : !isMeant(item));
    return { item, listItem, applies: !isOfOtherKind };
  });
}

function isInside(spec: SpecDocument, section: number | null, holder: number): boolean {
  for (let index = section; index !== null; index = spec.sections[index]?.parent ?? null) {
    if (index === holder) return true;
  }
  return false;
}
