import { filePlan, type PlannedFile } from '../../spec/file-plan';
import type { SpecDocument } from '../../spec/spec-document';
import { readPath } from '../../spec/path-like';
import { fileName, parentPath } from '../../text/path';
import type { TextRange } from '../../text/position';
import type { MigrationProfile } from '../../workspace/context';
import { isHedged } from './existence-words';
import { mentionAt, sectionNames } from './mention';

/** A migration that a spec names. The range is that of its path or name. */
export interface PlannedMigration extends TextRange {
  /** As written. */
  readonly path: string;
  /** The part that carries the number: the file's name, or that of its folder. */
  readonly name: string;
  readonly action: PlannedFile['action'];
}

const number = /^(?:V|Version)?(\d[\d._-]*)(?=[_.-]+\D|_)/u;

/** `002_add_foo.sql`: a name that shows how names look. */
const madeUp =
  /(?<![a-z\d])(?:foo(?:bar)?|bar|baz|qux|examples?|sample|something|xxx+|name|description)(?![a-z\d])/iu;

/** Number in front of a migration's name, separators left out of dates; `null` where it has none. */
export function migrationNumber(name: string): string | null {
  const found = number.exec(name)?.[1]?.replace(/(?<![._-])[._-]+$/u, '');
  return found === undefined || found === '' ? null : found;
}

/** Whether a path names a migration by its number, in the folder of migrations or by its bare name. */
export function isNumberedMigration(path: string, profile: MigrationProfile | null): boolean {
  if (profile === null) return false;
  const { name, folder } = placeOf(path, profile);
  return migrationNumber(name) !== null && isMigrationFolder(folder, path, profile);
}

/**
 * Every migration that a spec names in its tasks, tables of files, headings and sentences, in document order; each place
 * once. A name without its folder counts below a heading on migrations.
 *
 * @param profile how migrations are named here
 */
export function plannedMigrations(
  spec: SpecDocument,
  profile: MigrationProfile,
): readonly PlannedMigration[] {
  const places = new Map<string, PlannedMigration>();
  const add = (path: string, action: PlannedFile['action'], range: TextRange): void => {
    if (!isNumberedMigration(path, profile)) return;
    const { line, column, endLine, endColumn } = range;
    const key = `${line}:${column}`;
    if (places.has(key)) return;
    places.set(key, { path, name: placeOf(path, profile).name, action, line, column, endLine, endColumn });
  };
  for (const file of filePlan(spec)) add(file.path, file.action, file);
  for (const span of spec.codeSpans) {
    const path = readPath(span.value)?.path;
    if (path === undefined) continue;
    const isBare = !path.includes('/');
    if (isBare && !/migra/iu.test(sectionNames(spec, span.section).join(' '))) continue;
    if (madeUp.test(path)) continue;
    if (span.host !== 'heading' && isHedged(mentionAt(spec, span))) continue;
    add(path, 'mention', span);
  }
  return [...places.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function placeOf(
  path: string,
  profile: MigrationProfile,
): { readonly name: string; readonly folder: string } {
  const bare = path.replace(/(?<!\/)\/+$/u, '');
  const folder = parentPath(bare);
  // `20240101_init/migration.sql`: the folder carries the number.
  const inFolder = profile.latest !== null && !/\.\w+$/u.test(profile.latest);
  if (!inFolder || !/\.\w+$/u.test(fileName(bare))) return { name: fileName(bare), folder };
  return { name: fileName(folder), folder: parentPath(folder) };
}

function isMigrationFolder(folder: string, path: string, profile: MigrationProfile): boolean {
  if (folder === profile.folder) return true;
  // A bare name counts where it ends as those in the folder do.
  return folder === '' && (profile.latest === null || path.endsWith(endingOf(profile.latest)));
}

function endingOf(name: string): string {
  return /\.\w+$/u.exec(name)?.[0] ?? '';
}
