import { plainRange } from '../../text/position';
import type { MetadataEntry } from '../../spec/spec-document';
import type { Check, CheckContext, Problem } from '../check';
import { contentOf } from '../../text/content';
import { createdLabel, updatedLabel } from '../../spec/vocabulary/date-labels';

/** Labels of the metadata by which a document says when it was begun and last changed. */
/** A date by numbers alone, four digits of the year first. */
const isoLike = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/gu;
/** Days are counted in the author's zone, which may be ahead of ours. */
const dayMs = 86_400_000;

/**
 * The dates of the metadata exist, and lie in order: created, last updated, today.
 *
 * Options: none. Without a workspace nothing is held against today.
 *
 * Good: `**Last updated:** 2026-03-02 (UTC)`; `Created / Last Updated | 2026-02-27 / 2026-03-02`.
 * Bad: `2026-02-30`; `last week`; updated before it was created; a day that is yet to come.
 */
export const dates: Check = {
  id: 'dates',
  title: 'Dates exist and lie in order.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const found: Dated[] = [];
    for (const entry of context.spec.metadata.values()) {
      const roles = rolesOf(entry.label);
      if (roles.length === 0) continue;
      const { valid, problems } = readDates(entry);
      yield* problems;
      for (const [index, day] of valid.entries()) {
        const role =
          valid.length === roles.length ? (roles[index] ?? 'updated') : (roles.at(-1) ?? 'updated');
        found.push({ entry, role, day });
      }
    }
    yield* outOfOrder(found, context);
  },
};

type Role = 'created' | 'updated';

interface Day {
  readonly text: string;
  /** Days since 1970. */
  readonly number: number;
}

interface Dated {
  readonly entry: MetadataEntry;
  readonly role: Role;
  readonly day: Day;
}

/** `Created / Last Updated` holds both, in this order. */
function rolesOf(label: string): readonly Role[] {
  const created = createdLabel.exec(label)?.index;
  const updated = updatedLabel.exec(label)?.index;
  if (created === undefined) return updated === undefined ? [] : ['updated'];
  if (updated === undefined) return ['created'];
  return created < updated ? ['created', 'updated'] : ['updated', 'created'];
}

function readDates(entry: MetadataEntry): { readonly valid: readonly Day[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const valid: Day[] = [];
  const place = plainRange(entry);
  const { facts, gaps } = contentOf(entry.value);
  // What is empty or open is a matter of the metadata.
  if (!facts || gaps.length > 0) return { valid, problems };
  const written = [...entry.value.matchAll(isoLike)];
  for (const [text, year = '', , month = '', date = ''] of written) {
    const number = dayNumber(Number(year), Number(month), Number(date));
    if (number === null) problems.push({ message: '{0} is no date that exists.', args: [text], ...place });
    else valid.push({ text, number });
  }
  // Written out, a date is a matter of taste; without a figure it is none.
  if (written.length === 0 && !/\d/u.test(entry.value))
    problems.push({ message: '"{0}" is no date: write it as YYYY-MM-DD.', args: [entry.value], ...place });
  return { valid, problems };
}

function* outOfOrder(found: readonly Dated[], { surroundings }: CheckContext): Iterable<Problem> {
  const created = found.find(({ role }) => role === 'created');
  const updated = found.find(({ role }) => role === 'updated');
  if (created !== undefined && updated !== undefined && created.day.number > updated.day.number)
    yield {
      message: 'Last updated on {0}, before it was created on {1}.',
      args: [updated.day.text, created.day.text],
      ...plainRange(updated.entry),
    };
  const today = surroundings === null ? null : readDay(surroundings.today);
  if (today === null) return;
  for (const { entry, day } of found)
    if (day.number > today + 1)
      yield { message: '{0} is yet to come.', args: [day.text], ...plainRange(entry) };
}

function readDay(text: string): number | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(text) ?? [];
  return dayNumber(Number(year), Number(month), Number(date));
}

function dayNumber(year: number, month: number, date: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const exists =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date && year > 1900;
  return exists ? at.getTime() / dayMs : null;
}
