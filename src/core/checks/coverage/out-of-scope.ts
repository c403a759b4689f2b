import { roleOfHeading } from '../../source/sections/section-role';
import { idReader } from '../../spec/cite';
import { isImported } from '../../spec/front-matter-names-spec';
import type { TextRange } from '../../text/position';
import type { CheckContext } from '../check';
import { firstLine, isWithin } from '../../spec/place';
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

/** Whether a section, or one around it, is by its heading about what is not done. */
export function isLeftOut(
  { sections }: Pick<CheckContext['spec'], 'sections'>,
  section: number | null,
): boolean {
  for (let at = section; at !== null; at = sections[at]?.parent ?? null)
    if (roleOfHeading(sections[at]?.name ?? '')?.role === 'excluded') return true;
  return false;
}

/**
 * Requirements that the template's `outOfScope` section lists, in an imported spec any section of what is not done: items
 * `US-009: reason`, or rows with id and reason.
 */
export function exclusions(
  { spec, template, sections }: Pick<CheckContext, 'spec' | 'template' | 'sections'>,
  ids: RequirementIds,
): readonly Exclusion[] {
  const key = template?.outOfScope ?? null;
  const holder = key === null ? undefined : sections.get(key);
  if (holder === undefined && !(template === null && isImported(spec.text))) return [];
  const isInside = (section: number | null): boolean =>
    holder === undefined ? isLeftOut(spec, section) : isWithin(spec, section, holder);
  const reader = idReader(ids.known);
  const entries = [
    ...spec.listItems
      .filter(({ section }) => isInside(section))
      .map((item) => ({ ...splitEntry(item.text), place: firstLine(spec, item) })),
    ...spec.tables
      .filter(({ section }) => isInside(section))
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
