import type { SpecDocument } from '../../spec/spec-document';
import { filePlan } from '../../spec/file-plan';
import { fileName, parentPath } from '../../text/path';
import type { MigrationProfile } from '../../workspace/context';
import type { Check, CheckContext, Problem } from '../check';
import type { Finding } from '../finding';
import { migrationNumber, plannedMigrations, type PlannedMigration } from '../grounding/planned-migrations';
import { workspacePaths } from '../grounding/workspace-paths';
import { isPastSpec } from '../past-spec';
import type { SpecFix } from '../spec-fix';

/**
 * New migrations are named as those in their folder, come after the latest of them, and no two have one number.
 *
 * Options: none.
 *
 * Good: `migrations/0004_invites.sql` after `0003_roles.sql`.
 * Bad: `0003_invites.sql` beside it; `20261399_invites.sql`, which is no date; `4_invites.sql` where four digits are used.
 */
export const migrationNumberCheck: Check = {
  id: 'migration-number',
  title: 'Every new migration has the next number of its folder.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    const profile = surroundings?.stack.migrations ?? null;
    if (surroundings === null || profile === null || isPastSpec(context)) return;
    yield* misplaced(spec, profile, (folder) => workspacePaths(surroundings.project).hasFolder(folder));
    const there = existingMigrations(surroundings.project.files, profile);
    const planned = firstPlaces(newMigrations(spec, profile, there));
    const taken = new Map([...there].map((name) => [numberKey(name), name]));
    let last = latestNumber(there);
    // Alembic tells revisions apart by the key behind a date, of which one day may have several.
    const isUnique = profile.tool !== 'Alembic' || profile.naming === 'sequence';
    for (const migration of planned) {
      const { name } = migration;
      const other = isUnique ? taken.get(numberKey(name)) : undefined;
      if (!isNamedAlike(name, profile))
        yield problem(migration, '{0} is not named as the migrations are here, such as {1}.', [
          name,
          profile.latest ?? '',
        ]);
      else if (other !== undefined && stemOf(other) !== stemOf(name) && !isDay(name, profile))
        yield problem(migration, '{0} has the number of {1}.', [name, other]);
      else if (there.size > 0 && compareNumbers(name, profile.latest ?? '') < 0)
        yield problem(migration, '{0} would run before {1}, which is there already.', [
          name,
          profile.latest ?? '',
        ]);
      else if (profile.naming === 'sequence' && last !== null && valueOf(name) > last + 1n)
        yield {
          ...problem(migration, '{0} leaves out numbers after {1}.', [name, String(last)]),
          severity: 'warning',
        };
      if (other === undefined) taken.set(numberKey(name), name);
      if (last !== null && valueOf(name) > last) last = valueOf(name);
    }
  },
  fixes(finding, context) {
    return numberFix(finding, context);
  },
};

function problem(place: PlannedMigration, message: string, args: readonly string[]): Problem {
  const { line, column, endLine, endColumn } = place;
  return { message, args, fixable: true, line, column, endLine, endColumn };
}

/** Numbered files that tasks create in a folder of migrations which is not the workspace's. */
function* misplaced(
  spec: SpecDocument,
  profile: MigrationProfile,
  exists: (folder: string) => boolean,
): Iterable<Problem> {
  const ending = /\.\w+$/u.exec(profile.latest ?? '')?.[0];
  for (const { path, action, line, column, endLine, endColumn } of filePlan(spec)) {
    const folder = parentPath(path);
    if (
      action !== 'create' ||
      ending === undefined ||
      !path.endsWith(ending) ||
      !/migrat/iu.test(fileName(folder))
    )
      continue;
    if (folder === profile.folder || exists(folder) || migrationNumber(fileName(path)) === null) continue;
    yield {
      message: 'Migrations are in {0} here, not in {1}.',
      args: [profile.folder, folder],
      ...{ line, column, endLine, endColumn },
    };
  }
}

/** Names in the folder of migrations that carry a number. */
function existingMigrations(files: readonly string[], profile: MigrationProfile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of files) {
    if (!path.startsWith(`${profile.folder}/`)) continue;
    const [name = ''] = path.slice(profile.folder.length + 1).split('/');
    if (migrationNumber(name) !== null) names.add(name);
  }
  return names;
}

function newMigrations(
  spec: SpecDocument,
  profile: MigrationProfile,
  there: ReadonlySet<string>,
): readonly PlannedMigration[] {
  return plannedMigrations(spec, profile).filter(
    ({ name, action }) => (action === 'create' || action === 'mention') && !there.has(name),
  );
}

function firstPlaces(migrations: readonly PlannedMigration[]): readonly PlannedMigration[] {
  const first = new Map<string, PlannedMigration>();
  for (const migration of migrations) if (!first.has(migration.name)) first.set(migration.name, migration);
  return [...first.values()];
}

/** Whether a name begins as the latest does: as many digits, and a date where that is one. */
function isNamedAlike(name: string, { latest, naming }: MigrationProfile): boolean {
  const [own, other] = [migrationNumber(name), migrationNumber(latest ?? '')];
  if (own === null || other === null || naming === 'key' || naming === 'version') return true;
  if (naming === 'timestamp') {
    const digits = own.replace(/\D/gu, '');
    return own.length === other.length && (digits.length !== 14 || isDate(digits));
  }
  // A counter without leading zeros grows.
  return own.length === other.length || !(other.startsWith('0') || own.startsWith('0'));
}

/** `YYYYMMDDhhmmss` */
function isDate(digits: string): boolean {
  const [month, day, hour, minute, second] = [4, 6, 8, 10, 12].map((at) => Number(digits.slice(at, at + 2)));
  return (
    between(month, 1, 12) &&
    between(day, 1, 31) &&
    between(hour, 0, 23) &&
    between(minute, 0, 59) &&
    between(second, 0, 59)
  );
}

function between(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value >= low && value <= high;
}

/** A day is no number of one migration: `20260216_c3d9_rules.py`, where a revision follows. */
function isDay(name: string, { naming }: MigrationProfile): boolean {
  return naming === 'timestamp' && (migrationNumber(name) ?? '').replace(/\D/gu, '').length <= 8;
}

/** Files of both directions have one number. */
function stemOf(name: string): string {
  return name.replace(/(?:\.(?:up|down|do|undo))?\.\w+$/u, '').toLowerCase();
}

function numberKey(name: string): string {
  return partsOf(name).join('.');
}

function latestNumber(names: ReadonlySet<string>): bigint | null {
  const values = [...names].map(valueOf);
  return values.reduce<bigint | null>((most, value) => (most === null || value > most ? value : most), null);
}

function valueOf(name: string): bigint {
  return partsOf(name)[0] ?? 0n;
}

function partsOf(name: string): readonly bigint[] {
  return (migrationNumber(name) ?? '')
    .split(/[._-]/u)
    .filter((part) => part !== '')
    .map(BigInt);
}

function compareNumbers(left: string, right: string): number {
  const [a, b] = [partsOf(left), partsOf(right)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0n) - (b[at] ?? 0n);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return 0;
}

/** Gives a migration of a counted folder the next free number, wherever the spec names it. */
function numberFix({ args }: Finding, { spec, surroundings }: CheckContext): readonly SpecFix[] {
  const profile = surroundings?.stack.migrations ?? null;
  const [name = ''] = args;
  if (surroundings === null || profile?.naming !== 'sequence') return [];
  const there = existingMigrations(surroundings.project.files, profile);
  const planned = newMigrations(spec, profile, there);
  const others = planned.filter(
    (migration) => migration.name !== name && isNamedAlike(migration.name, profile),
  );
  const used = new Set([...there, ...others.map((migration) => migration.name)].map(valueOf));
  let next = (latestNumber(there) ?? 0n) + 1n;
  while (used.has(next)) next += 1n;
  const width = migrationNumber(profile.latest ?? '')?.length ?? 1;
  const renamed = name.replace(/\d+/u, String(next).padStart(width, '0'));
  if (renamed === name) return [];
  return [
    {
      message: 'Change to {0}',
      args: [renamed],
      edits: planned
        .filter((migration) => migration.name === name)
        .map(({ path, line, column, endLine, endColumn }) => ({
          range: { line, column, endLine, endColumn },
          newText: path.replace(name, renamed),
        })),
      safe: false,
    },
  ];
}
