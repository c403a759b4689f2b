import type { SqlChange } from '../../syntax/sql/sql-script';
import type { MigrationSide } from './migrations';

/** A change of one side that the other side does not undo. */
export interface NotUndone {
  readonly side: 'up' | 'down';
  readonly change: SqlChange;
}

/** The first and the last of the changes of one object: what was there before, and what is there afterwards. */
interface Net {
  readonly first: SqlChange;
  readonly last: SqlChange;
}

/**
 * Compares both sides of a migration by the objects that they create and drop: what one leaves behind, the other takes
 * away. What depends on a table or column goes with it. A side that runs code of its own may do anything.
 */
export function notUndone(up: MigrationSide, down: MigrationSide): readonly NotUndone[] {
  const canonical = renamedTables(up.changes);
  const ups = netOf(up.changes, canonical);
  const downs = netOf(down.changes, canonical);
  const found: NotUndone[] = [];
  if (!down.opaque) {
    for (const { first, last } of ups.values()) {
      if (isNewWith(last, up.changes, canonical)) continue;
      const undone = isCreated({ first, last })
        ? isGone(last, down.changes, canonical)
        : isDropped({ first, last })
          ? isBack(last, up.changes, down.changes, canonical)
          : last.action !== 'alter' ||
            down.changes.some((change) => sameObject(change, last, canonical)) ||
            isGone(last, down.changes, canonical);
      if (!undone) found.push({ side: 'up', change: last });
    }
  }
  if (!up.opaque) {
    for (const { first, last } of downs.values()) {
      if (!isDropped({ first, last })) continue;
      const { object, table } = last;
      if (up.changes.some((change) => change.action === 'create' && sameObject(change, last, canonical)))
        continue;
      if (table !== null && isTableCreated(table, up.changes, canonical)) continue;
      // A column brings constraints along that have names of their own.
      const brings = (change: SqlChange): boolean =>
        change.action === 'create' && change.object === 'column' && same(change.table, table, canonical);
      if ((object === 'constraint' || object === 'not null') && up.changes.some(brings)) continue;
      found.push({ side: 'down', change: last });
    }
  }
  return found;
}

type Canonical = ReadonlyMap<string, string>;

function isCreated({ first, last }: Net): boolean {
  return first.action === 'create' && last.action === 'create' && !last.replaces;
}

function isDropped({ first, last }: Net): boolean {
  return first.action === 'drop' && last.action === 'drop';
}

/** New name of each table to the one it had before. */
function renamedTables(changes: readonly SqlChange[]): Canonical {
  const names = new Map<string, string>();
  for (const [position, change] of changes.entries()) {
    const before = changes[position - 1];
    if (change.object === 'table' && change.renames && change.action === 'create' && before?.renames === true)
      names.set(change.name, names.get(before.name) ?? before.name);
  }
  return names;
}

function netOf(changes: readonly SqlChange[], canonical: Canonical): ReadonlyMap<string, Net> {
  const nets = new Map<string, Net>();
  for (const change of changes) {
    const key = keyOf(change, canonical);
    nets.set(key, { first: nets.get(key)?.first ?? change, last: change });
  }
  return nets;
}

function keyOf({ object, name, table }: SqlChange, canonical: Canonical): string {
  // An index is dropped without its table.
  const holder = object === 'index' || table === null ? '' : (canonical.get(table) ?? table);
  return `${object} ${holder} ${name}`;
}

function sameObject(a: SqlChange, b: SqlChange, canonical: Canonical): boolean {
  return keyOf(a, canonical) === keyOf(b, canonical);
}

function same(a: string | null, b: string | null, canonical: Canonical): boolean {
  return a !== null && b !== null && (canonical.get(a) ?? a) === (canonical.get(b) ?? b);
}

function isTableCreated(table: string, changes: readonly SqlChange[], canonical: Canonical): boolean {
  return changes.some(
    ({ action, object, name, renames }) =>
      action === 'create' && object === 'table' && !renames && same(name, table, canonical),
  );
}

/** Whether it belongs to a table or column that the same side creates, and so goes with that. */
function isNewWith(change: SqlChange, changes: readonly SqlChange[], canonical: Canonical): boolean {
  const { table, object, name } = change;
  if (table === null) return false;
  if (isTableCreated(table, changes, canonical)) return true;
  return (
    (object === 'not null' || object === 'column type') &&
    changes.some(
      (other) =>
        other.action === 'create' &&
        other.object === 'column' &&
        other.name === name &&
        same(other.table, table, canonical),
    )
  );
}

/** Whether the other side takes an object away, by itself or with what holds it. */
function isGone(change: SqlChange, other: readonly SqlChange[], canonical: Canonical): boolean {
  return other.some((candidate) => {
    if (candidate.action !== 'drop') return false;
    if (sameObject(candidate, change, canonical)) return true;
    if (candidate.object === 'schema' && candidate.cascades) return true;
    if (candidate.object === 'table') return same(candidate.name, change.table, canonical);
    if (candidate.object === 'column' && same(candidate.table, change.table, canonical)) {
      if (change.object === 'index') return change.columns.includes(candidate.name);
      return change.object === 'constraint' || candidate.name === change.name;
    }
    return change.object === 'trigger' && candidate.object === 'function' && candidate.cascades;
  });
}

/** Whether the other side brings back what one side dropped; what fell with its table comes back with it. */
function isBack(
  change: SqlChange,
  own: readonly SqlChange[],
  other: readonly SqlChange[],
  canonical: Canonical,
): boolean {
  const fell = (candidate: SqlChange): boolean =>
    candidate.action === 'drop' &&
    (candidate.object === 'table' ? same(candidate.name, change.table, canonical) : false);
  if (own.some(fell)) return true;
  return other.some(
    (candidate) =>
      candidate.action === 'create' &&
      (sameObject(candidate, change, canonical) ||
        // A column or table that is created again may bring its constraints along.
        (change.object === 'constraint' &&
          ((candidate.object === 'table' && same(candidate.name, change.table, canonical)) ||
            (candidate.object === 'column' && same(candidate.table, change.table, canonical)))) ||
        (change.object === 'not null' && candidate.object === 'column' && candidate.name === change.name)),
  );
}
