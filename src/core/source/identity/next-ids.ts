import type { KnownId, SourceIds } from './known-ids';
import { derivedNumber } from './known-ids';

/**
 * What is to be known from now on: what is there, and retired what was there before. Equal to the newest of `previous`
 * where nothing changed, else one revision later.
 *
 * @param present in document order, then what was added by hand
 * @param reserved ids that are not free although no requirement has them now
 */
export function nextIds(
  present: readonly KnownId[],
  previous: readonly SourceIds[],
  reserved: readonly KnownId[] = [],
): SourceIds {
  const ids = new Set(present.map(({ id }) => id));
  const gone = new Map<string, KnownId>();
  for (const known of [...previous.flatMap((list) => list.known), ...reserved])
    if (!ids.has(known.id) && !gone.has(known.id) && derivedNumber(known.id) !== null)
      gone.set(known.id, { ...remembered(known), retired: true });
  const retired = [...gone.values()].sort((a, b) => (derivedNumber(a.id) ?? 0) - (derivedNumber(b.id) ?? 0));
  const known = [...present, ...retired];
  const [newest] = previous;
  const revision = previous.reduce((last, list) => Math.max(last, list.revision), 0);
  const same = newest !== undefined && newest.revision === revision && equal(newest.known, known);
  return { revision: same ? revision : revision + 1, known };
}

/** What is known of an id without what a receipt's requirements tell of it. */
export function remembered({ id, fingerprint, group, sketch, parts }: KnownId): KnownId {
  return { id, fingerprint, group, sketch, ...(parts === undefined ? {} : { parts }) };
}

function equal(left: readonly KnownId[], right: readonly KnownId[]): boolean {
  const said = (known: readonly KnownId[]): string =>
    JSON.stringify(
      known.map(({ id, fingerprint, group, sketch, retired, parts = [] }) => [
        ...[id, fingerprint, group, sketch, retired ?? false],
        ...parts.map((part) => [part.split, part.fingerprint, part.sketch, part.retired ?? false]),
      ]),
    );
  return said(left) === said(right);
}
