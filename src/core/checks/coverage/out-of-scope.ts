import { idReader } from '../../spec/cite';
import type { TextRange } from '../../text/position';
import type { CheckContext } from '../check';
import { firstLine, isWithin } from '../reading/place';
import type { RequirementIds } from './requirement-ids';
import { leftOut } from '../../spec/vocabulary/answers';

/** A requirement put out of scope, with the reason given, which may be empty. */
export interface Exclusion {
  readonly id: string;
  readonly reason: string;
  readonly place: TextRange;
}

/** The reason in `Out of scope: reason` or `No technical work: reason`, `null` where a cell says neither. */
export function exclusionReason(cell: string): string | null {
  const match = leftOut.exec(cell.trim());
  return match === null ? null : (match[1] ?? '').trim();
}

/** Requirements that the template's `outOfScope` section lists: items `US-009: reason`, or rows with id and reason. */
export function exclusions(
  { spec, template, sections }: Pick<CheckContext, 'spec' | 'template' | 'sections'>,
  ids: RequirementIds,
): readonly Exclusion[] {
  const key = template?.outOfScope ?? null;
  const holder = key === null ? undefined : sections.get(key);
  if (holder === undefined) return [];
  const reader = idReader(ids.known);
  const entries = [
    ...spec.listItems
      .filter(({ section }) => isWithin(spec, section, holder))
      .map((item) => ({ ...splitEntry(item.text), place: firstLine(spec, item) })),
    ...spec.tables
      .filter(({ section }) => isWithin(spec, section, holder))
      .flatMap(({ rows }) =>
        rows.flatMap(([first, ...rest]) =>
          first === undefined
            ? []
            : [{ lead: first.text, reason: rest.map(({ text }) => text).join(' '), place: first }],
        ),
      ),
  ];
  return entries.flatMap(({ lead, reason, place }) => {
    const { line, column, endLine, endColumn } = place;
    // Only an entry that starts with the id excludes it; one that mentions it somewhere does not.
    const named = reader.list(lead).ids.filter((id) => lead.toLowerCase().includes(id.toLowerCase()));
    const starts = named.some((id) => lead.trim().toLowerCase().startsWith(id.toLowerCase()));
    return starts
      ? ids.read(lead).ids.map((id) => ({ id, reason, place: { line, column, endLine, endColumn } }))
      : [];
  });
}

function splitEntry(text: string): { readonly lead: string; readonly reason: string } {
  const mark = /(?<!\s)\s*[:：]\s*|(?<!\s)\s+[–—-]\s+/u.exec(text);
  return mark === null
    ? { lead: text, reason: '' }
    : { lead: text.slice(0, mark.index), reason: text.slice(mark.index + mark[0].length) };
}
