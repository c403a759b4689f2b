import type { ProjectIndex } from '../../project/project-index';
import type { TableCell } from '../../spec/spec-document';
import type { StackProfile } from '../../workspace/context';
import type { Check, CheckContext, Problem } from '../check';
import { openQuestionIds } from '../../text/content';
import { sectionNames } from '../grounding/mention';
import { nameIndex, type NameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { workspacePaths } from '../grounding/workspace-paths';
import { isPastSpec } from '../past-spec';
import { tokenPlace } from '../../spec/place';
import type { Surroundings } from '../surroundings';
import { packageColumn, versionColumn } from '../../spec/vocabulary/columns';

/** The row says that it comes with this work. */
const comes =
  /(?<![\p{L}\p{N}_])(?:new|add(?:s|ed)?|to be|install(?:s|ed)?|introduc\w*|upgrad\w*|updated?|bump\w*|migrat(?:e|es|ed|ing)|replac\w*|from|instead|remov\w*|drop\w*|via|transitive|indirect|nuev[oa]|nov[oa]|neu|nouveau|hinzu)(?![\p{L}\p{N}_])|→|->|新|추가/iu;
/** What is no package: a service, a database, a language, own code. */
const otherType =
  /(?<![\p{L}])(?:service|database|datastore|store|infrastructure|internal|external|language|runtime|platform|api|system|tool|server|cloud|saas|cli|ui library|spec|team|file|config|dienst|datenbank|servicio|base de datos)(?![\p{L}])/iu;
const packageType =
  /(?<![\p{L}])(?:npm|package|module|library|crate|gem|framework|dependency|paket|bibliothek|librería|biblioteca|pypi|maven|nuget|composer|hex|orm|driver|client)(?![\p{L}])/iu;
/** `@scope/name`, `github.com/x/y`, `vendor/name`, `react-router`: names that only packages have. */
const packageShape =
  /^(?:@[\w.-]+\/[\w.-]+|[\w-]+(?:\.[\w-]+)+\/[\w./-]+|[a-z][a-z\d-]*\/[a-z][\w.-]*|[a-z][a-z\d]*(?:[-_.][a-z\d]+)+)$/u;
const versionShape = /(?<![\w.])(?:[\^~>=<≥≤v ]*)(\d+)(?:\.(\d+))?(?:\.\d+)*/u;

/**
 * Packages in tables of dependencies are in a manifest of the workspace, at that major version, or the row says that they are new.
 *
 * Options: none.
 *
 * Good: `| react | npm | ^19.1 | |` where package.json has React 19; `| zod | npm | ^4 | new: validates forms |`.
 * Bad: `| react | npm | ^18.2 | |` there; `| left-pad | npm | ^1.0 | |` where no manifest has it.
 */
export const packageExists: Check = {
  id: 'package-exists',
  title: 'Every package that is relied on is there in that version, or is new.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || surroundings.project.dependencies.length === 0 || isPastSpec(context))
      return;
    const lookup = packagesOf(surroundings);
    for (const { header, rows, section } of spec.tables) {
      const column = header.findIndex(({ text }) => packageColumn.test(text.trim()));
      const version = header.findIndex(({ text }) => versionColumn.test(text));
      if (column === -1 || version === -1 || version === column) continue;
      if (
        sectionNames(spec, section).some((name) =>
          /(?<![\p{L}])(?:new|added|to add|to install|upgrad\w*)(?![\p{L}])/iu.test(name),
        )
      )
        continue;
      const type = header.findIndex(({ text }) => /^(?:type|kind|typ|tipo|art)$/iu.test(text.trim()));
      const ofPackages =
        packageType.test(header[column]?.text ?? '') && areMostlyKnown(rows, column, lookup) ? 'package' : '';
      for (const row of rows) {
        const cell = row[column];
        if (cell === undefined) continue;
        yield* rowProblem(
          cell,
          row[version],
          row[type]?.text ?? ofPackages,
          row.filter((_, at) => at !== column),
          context,
          lookup,
        );
      }
    }
  },
  fixes: replacementFixes,
};

/** Whether a table lists packages of the workspace: then a plain word beside them is one, too. */
function areMostlyKnown(rows: readonly (readonly TableCell[])[], column: number, lookup: Packages): boolean {
  const known = rows.filter(
    (row) => lookup.versions((row[column]?.text ?? '').replace(/`/gu, '').trim()) !== null,
  );
  return known.length >= 2 && known.length * 2 > rows.length;
}

function* rowProblem(
  cell: TableCell,
  versionCell: TableCell | undefined,
  type: string,
  others: readonly TableCell[],
  { spec, surroundings }: CheckContext,
  lookup: Packages,
): Iterable<Problem> {
  const name = cell.text
    .replace(/`/gu, '')
    .replace(/(?<!\s)\s*\([^()]*\)\s*$/u, '')
    .trim();
  if (name === '' || name.length > 120 || openQuestionIds(cell.text).length > 0) return;
  if ([cell, ...others].some(({ text }) => comes.test(text))) return;
  const there = lookup.versions(cell.text.replace(/`/gu, '').trim()) ?? lookup.versions(name);
  if (there === null) {
    const similar = lookup.similar(name);
    const isPackage = packageShape.test(name) || (packageType.test(type) && !/\s/u.test(name));
    if (!isPackage || (otherType.test(type) && !packageType.test(type))) return;
    // `internal/members`: a module of the workspace, which no manifest lists.
    if (surroundings !== null && workspacePaths(surroundings.project).hasFolder(name)) return;
    yield similar === null
      ? {
          message: 'No manifest has {0}: correct the name, or say that it is new.',
          args: [name],
          ...tokenPlace(spec, cell, name),
        }
      : {
          message: '{0} does not exist: did you mean {1}?',
          args: [name, similar],
          fixable: true,
          ...tokenPlace(spec, cell, name),
        };
    return;
  }
  const stated = versionShape.exec(versionCell?.text ?? '');
  if (versionCell === undefined || stated?.[1] === undefined || there.length === 0) return;
  // `15 or newer`, `>= 18`: a floor is met by whatever is above it.
  const isFloor =
    /(?<!~)[>≥+]|or (?:newer|later|above|higher)|oder (?:neuer|höher)|o superior|ou supérieure|以上/u.test(
      versionCell.text,
    );
  // `>=1.10,<2`: what lies at the upper bound or above it does not meet it.
  const bound = /<(=?)\s*v?(\d+)/u.exec(versionCell.text);
  const below = ({ major }: Version): boolean =>
    bound === null ||
    major < Number(bound[2]) ||
    (major === Number(bound[2]) && (bound[1] === '=' || !isMajor(versionCell.text)));
  const isBoundAlone = bound !== null && !isFloor;
  if (there.some((known) => (isBoundAlone || agree(stated, known, isFloor)) && below(known))) return;
  yield {
    message: '{0} is at version {1} here.',
    args: [name, there[0]?.text ?? ''],
    ...tokenPlace(spec, versionCell, stated[0].trim()),
  };
}

/** Whether an upper bound is a whole major version: `<2`, `<2.0`. */
function isMajor(text: string): boolean {
  return /<=?\s*v?\d+(?:\.0)*(?![\d.])/u.test(text);
}

interface Version {
  readonly text: string;
  readonly major: number;
  readonly minor: number | null;
}

/** Same major version; before 1.0 the minor one is what breaks. */
function agree([, major, minor]: RegExpExecArray, there: Version, isFloor: boolean): boolean {
  const own = Number(major);
  if (isFloor) return own <= there.major;
  if (own !== there.major) return false;
  return own > 0 || minor === undefined || there.minor === null || Number(minor) === there.minor;
}

interface Packages {
  /** Versions of a package, none where no manifest states one; `null` where there is no such package. */
  versions(name: string): readonly Version[] | null;
  similar(name: string): string | null;
}

const known = new WeakMap<ProjectIndex, Packages>();

function packagesOf({ project, stack }: Surroundings): Packages {
  const found = known.get(project);
  if (found !== undefined) return found;
  const versions = new Map<string, Version[]>();
  const add = (name: string, version: string | null): void => {
    const key = name.toLowerCase();
    const list = versions.get(key) ?? [];
    versions.set(key, list);
    const read = /(\d+)(?:\.(\d+))?/u.exec(version ?? '');
    if (version !== null && read !== null)
      list.push({
        text: version,
        major: Number(read[1]),
        minor: read[2] === undefined ? null : Number(read[2]),
      });
  };
  for (const { name, version } of project.dependencies) {
    add(name, version);
    // `github.com/go-chi/chi/v5` is known as chi, too.
    const short =
      name
        .replace(/\/v\d+$/u, '')
        .split('/')
        .at(-1) ?? name;
    if (short !== name && name.includes('.')) add(short, version);
    // Of `org.flywaydb:flyway-core` people write the artifact; `postgresql` is the database, not its driver.
    const artifact = name.split(':').at(-1) ?? name;
    if (artifact !== name && artifact.includes('-')) add(artifact, version);
    if (short !== name) add(name.replace(/\/v\d+$/u, ''), version);
  }
  for (const { name, version } of itemsOf(stack)) {
    add(name, version);
    add(name.replace(/(?<!\s)\s*\([^()]*\)\s*$/u, ''), version);
  }
  const index: NameIndex = nameIndex(project.dependencies.map(({ name }) => name));
  const packages: Packages = {
    versions: (name) => versions.get(name.toLowerCase()) ?? null,
    similar: (name) => index.nearest(name),
  };
  known.set(project, packages);
  return packages;
}

/** What the stack knows by its everyday name. Of a database the version is that of its driver, which says nothing. */
function itemsOf(stack: StackProfile): StackProfile['languages'] {
  return [
    ...stack.languages,
    ...stack.frameworks,
    ...stack.orms,
    ...stack.databases.map((item) => ({ ...item, version: null })),
    ...(stack.uiLibrary === null ? [] : [stack.uiLibrary]),
  ];
}
