import { plainRange } from '../../text/position';
import type { SpecDocument, SpecListItem, TableCell } from '../../spec/spec-document';
import type { TextRange } from '../../text/position';
import type { CheckContext } from '../check';
import { isHollow } from '../../text/content';
import { firstLine, isWithin, sourceOf } from '../../spec/place';

/** A component that a spec defines. */
export interface Component {
  readonly name: string;
  /** Of its item or row; components that share one row share the object. */
  readonly place: TextRange;
  /** Everything its item or row says, as written. */
  readonly text: string;
  /** Whether it is a list item; a row has columns instead of fields. */
  readonly isItem: boolean;
  /** Label in lower case to what a nested item says behind it. */
  readonly fields: ReadonlyMap<string, ComponentField>;
}

/** A nested item `Label: value`; the value holds the items below it as well. */
export interface ComponentField {
  readonly value: string;
  readonly place: TextRange;
}

const labelled = /^(\p{L}[^:：]{0,60}?)\s*[:：]\s*(?!\s)(.*)$/su;

/** First cells of the section's tables and bold-led items of its lists. */
export function componentsOf(
  { spec, sections }: Pick<CheckContext, 'spec' | 'sections'>,
  key: string,
): readonly Component[] {
  const holder = sections.get(key);
  const rows = spec.tables
    .filter(({ section }) => isWithin(spec, section, holder))
    .flatMap((table) => table.rows)
    .flatMap((row): readonly Component[] => {
      const [first] = row;
      if (first === undefined || isHollow(first.text)) return [];
      const text = row.map(({ raw }) => raw).join('\n');
      const place = plainRange(first);
      return namesIn(first).map((name) => ({ name, place, text, isItem: false, fields: new Map() }));
    });
  const fields = fieldsByParent(spec);
  const items = spec.listItems.flatMap((item, index): readonly Component[] => {
    const name = boldLead(item);
    if (name === '' || item.depth > 0 || !isWithin(spec, item.section, holder)) return [];
    const text = sourceOf(spec, item);
    return [
      { name, place: firstLine(spec, item), text, isItem: true, fields: fields.get(index) ?? new Map() },
    ];
  });
  return [...rows, ...items];
}

const span = /`[^`]+`/u.source;
const severalSpans = new RegExp(
  `^${span}(?:\\s*(?:[,;/、，]|,?\\s(?:and|und|y|e|et|и)\\s|&)\\s*${span})+$`,
  'iu',
);

/** The names of a cell: several where it is a list of code, such as `` `InviteDialog`, `InvitationTable` ``. */
function namesIn({ text, raw }: Pick<TableCell, 'text' | 'raw'>): readonly string[] {
  const written = raw.trim();
  if (!severalSpans.test(written)) return [text];
  return (written.match(/`[^`]+`/gu) ?? []).map((name) => name.slice(1, -1).trim());
}

function fieldsByParent(spec: SpecDocument): ReadonlyMap<number, ReadonlyMap<string, ComponentField>> {
  const byParent = new Map<number, Map<string, ComponentField>>();
  for (const item of spec.listItems) {
    const match = item.parent === null ? null : labelled.exec(item.text);
    if (item.parent === null || match === null) continue;
    const fields = byParent.get(item.parent) ?? new Map<string, ComponentField>();
    const label = (match[1] ?? '').toLowerCase();
    const below = sourceOf(spec, item).replace(/^.*\n?/u, '');
    const value = [match[2] ?? '', below].filter((part) => part !== '').join('\n');
    if (!fields.has(label)) fields.set(label, { value, place: firstLine(spec, item) });
    byParent.set(item.parent, fields);
  }
  return byParent;
}

function boldLead({ raw }: SpecListItem): string {
  const lead = /^(?:\*\*|__)(.+?)(?:\*\*|__)/u.exec(raw)?.[1] ?? '';
  return lead
    .replace(/[`*_]/gu, '')
    .replace(/(?<!\s)\s*[:：]$/u, '')
    .trim();
}
