import type { Requirement } from '../../source/source';

/** Ids under the template's own prefix: the source's where it has that prefix already, else the next free number. */
export function restatedIds(
  requirements: readonly Requirement[],
  prefix: string | null,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  if (prefix === null) return ids;
  const isOwn = (id: string): boolean => id.startsWith(`${prefix}-`);
  const taken = new Set(requirements.map(({ id }) => id).filter(isOwn));
  let next = 1;
  for (const { id } of requirements) {
    if (isOwn(id)) continue;
    while (taken.has(`${prefix}-${next}`)) next += 1;
    ids.set(id, `${prefix}-${next}`);
    next += 1;
  }
  return ids;
}
