import type { FileSystem } from '../ports/file-system';
import { fileName, parentPath } from '../text/path';
import type { MigrationProfile, StackItem, StackProfile } from './context';
import { FileTable } from './files/file-table';
import { mapConcurrently } from './files/map-concurrently';
import { compareText, depthOf, pathBelow, isListed } from '../text/path-order';
import { readText, type TextFile } from './files/read-text';
import { ownFolders, type OwnFolders } from './files/skipped-folders';
import { cargoToml } from './stack/cargo-toml';
import { composeFile } from './stack/compose-file';
import { prismaSchema } from './stack/prisma-schema';
import { composerJson } from './stack/composer-json';
import { dotnetProject } from './stack/dotnet-project';
import { lineShowing } from './stack/evidence';
import { gemfile } from './stack/gemfile';
import { goModule } from './stack/go-module';
import { gradleBuild, mavenPom } from './stack/jvm-build';
import { readMigrations } from './stack/migrations';
import { mixProject } from './stack/mix-project';
import { findModules } from './stack/modules';
import { packageJson } from './stack/package-json';
import { pubspec } from './stack/pubspec';
import { readCi } from './stack/ci';
import { readPackageManagers } from './stack/package-managers';
import { taskFile } from './stack/task-file';
import { pyproject, requirementsTxt } from './stack/python-project';
import type { Manifest, ManifestReader, StackFacts, StackPackage, WorkspaceFiles } from './stack/stack-facts';
import { readComponentsJson, type LocalUiLibrary } from './stack/ui-components';

/** Every sort of manifest that is understood, what names a language first. */
const manifestReaders: readonly ManifestReader[] = [
  goModule,
  packageJson,
  pyproject,
  requirementsTxt,
  cargoToml,
  mavenPom,
  gradleBuild,
  gemfile,
  composerJson,
  dotnetProject,
  mixProject,
  pubspec,
  composeFile,
  prismaSchema,
  taskFile,
];

const namedReaders = manifestReaders.flatMap((reader) => reader.names.map((name) => [name, reader] as const));
const isEnding = ([name]: readonly [string, ManifestReader]): boolean => name.startsWith('*');
const readerByName: ReadonlyMap<string, ManifestReader> = new Map(
  namedReaders.filter((named) => !isEnding(named)),
);
const readersByEnding = namedReaders
  .filter(isEnding)
  .map(([name, reader]) => [name.slice(1), reader] as const);

const componentsJson = 'components.json';
/** Deeper manifests belong to parts of parts; a large monorepo has thousands. */
const deepestManifest = 4;
const mostManifests = 200;
const readsAtOnce = 32;

export interface ReadStackOptions {
  /** Path of the source: the foreign folder it lies in, if any, is at home. */
  readonly home?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Reads a manifest, where that is done elsewhere. */
  readonly read?: ((path: string) => Promise<TextFile>) | undefined;
}

/**
 * What the workspace is built with, read from its manifests; test data and vendored code don't count. Nearer to the
 * root comes first. What is not found stays empty: nothing is assumed.
 */
export async function readStack(
  files: FileSystem,
  table: FileTable,
  options: ReadStackOptions = {},
): Promise<StackProfile> {
  const { own, manifests } = await readManifests(files, table, options);
  const workspace = workspaceFiles(table.paths);
  const facts: StackFacts[] = [];
  const local: LocalUiLibrary[] = [];
  for (const manifest of manifests) {
    const reader = readerOf(manifest.path);
    if (reader !== undefined) facts.push(reader.read(manifest, workspace));
    const library = isComponentsJson(manifest.path) ? readComponentsJson(manifest, table) : null;
    if (library !== null) local.push(library);
  }
  const orms = merged(facts.map((found) => found.orms));
  const mappers = orms.map(({ name }) => name);
  const migrations = await readMigrations(files, table, own, mappers);
  return {
    languages: merged(facts.map(({ languages }) => languages)),
    frameworks: merged(facts.map(({ frameworks }) => frameworks)),
    orms: orms.length > 0 ? orms : ormOf(migrations),
    databases: merged(facts.map(({ databases }) => databases)),
    migrations,
    testCommands: merged(facts.map(({ testCommands }) => testCommands)),
    uiLibrary: local[0]?.library ?? merged(facts.map(({ uiLibraries }) => uiLibraries))[0] ?? null,
    uiComponents: merged(local.map(({ components }) => components)),
    packageManagers: merged([
      ...facts.map(({ packageManagers }) => packageManagers),
      readPackageManagers(table, own, deepestManifest),
    ]),
    ci: readCi(table, own),
    modules: findModules(
      table,
      own,
      manifests.map(({ folder }) => folder),
    ),
  };
}

/** Migrations of a framework that brings its own mapper show that the mapper is used. */
function ormOf(migrations: MigrationProfile | null): readonly StackItem[] {
  const name = migrations === null ? undefined : mappersOfFrameworks[migrations.tool];
  return migrations === null || name === undefined
    ? []
    : [{ name, version: null, evidence: migrations.evidence, line: migrations.line }];
}

const mappersOfFrameworks: Readonly<Record<string, string>> = {
  Rails: 'Active Record',
  Django: 'Django ORM',
  Laravel: 'Eloquent',
  Prisma: 'Prisma',
  'Entity Framework': 'Entity Framework Core',
};

/** A package that a manifest of the workspace names. */
export interface WorkspaceDependency extends StackPackage {
  /** The manifest. */
  readonly path: string;
  /** Line of the manifest that names it, from 1; 1 where no line does so in as many words. */
  readonly line: number;
}

/**
 * Every package that the manifests of a workspace name, in the order in which {@link readStack} takes them.
 *
 * @param all every file of the workspace, sorted
 */
export async function readDependencies(
  files: FileSystem,
  all: readonly string[],
  signal?: AbortSignal,
): Promise<readonly WorkspaceDependency[]> {
  const { manifests } = await readManifests(files, FileTable.of(all), { signal });
  const workspace = workspaceFiles(all);
  return manifests.flatMap((manifest) =>
    (readerOf(manifest.path)?.read(manifest, workspace).packages ?? []).map((found) => ({
      ...found,
      path: manifest.path,
      line: lineShowing(manifest.text, found.name),
    })),
  );
}

interface FoundManifests {
  readonly own: OwnFolders;
  readonly manifests: readonly Manifest[];
}

async function readManifests(
  files: FileSystem,
  table: FileTable,
  { home, signal, read = (path) => readText(files, path) }: ReadStackOptions,
): Promise<FoundManifests> {
  const own = ownFolders(table, home);
  const found = manifestsAmong(table, own);
  const manifests = (
    await mapConcurrently(found, readsAtOnce, async (path) => manifestOf(await read(path)), signal)
  ).filter((manifest) => manifest !== null);
  return { own, manifests };
}

/** Paths of the manifests that {@link readStack} would read, nearer to the root first. */
export function manifestPaths(table: FileTable, home: string | undefined): readonly string[] {
  return manifestsAmong(table, ownFolders(table, home));
}

function manifestsAmong(table: FileTable, own: OwnFolders): readonly string[] {
  return table
    .named((name) => readerOf(name) !== undefined || isComponentsJson(name), own)
    .filter((path) => depthOf(path) <= deepestManifest)
    .sort(compareManifests)
    .slice(0, mostManifests);
}

function readerOf(path: string): ManifestReader | undefined {
  const name = fileName(path);
  return readerByName.get(name) ?? readersByEnding.find(([ending]) => name.endsWith(ending))?.[1];
}

function isComponentsJson(path: string): boolean {
  return fileName(path) === componentsJson;
}

function manifestOf(file: TextFile): Manifest | null {
  const { path } = file;
  return file.kind === 'text' ? { path, folder: parentPath(path), text: file.text } : null;
}

function workspaceFiles(all: readonly string[]): WorkspaceFiles {
  return {
    all,
    has: (path) => isListed(all, path),
    nearest: (folder, names) => {
      for (let at = folder; ; at = parentPath(at)) {
        const name = names.find((item) => isListed(all, pathBelow(at, item)));
        if (name !== undefined) return pathBelow(at, name);
        if (at === '') return null;
      }
    },
    some: (folder, test) =>
      all.some((path) => (folder === '' || path.startsWith(`${folder}/`)) && test(path)),
  };
}

/** Nearer to the root first, then in the order of the readers: what builds the product before what wraps it. */
function compareManifests(left: string, right: string): number {
  const order = (path: string): number => manifestReaders.findIndex((reader) => reader === readerOf(path));
  return depthOf(left) - depthOf(right) || order(left) - order(right) || compareText(left, right);
}

/** One item per name: the first, or the first that knows its version. */
function merged(lists: readonly (readonly StackItem[] | undefined)[]): readonly StackItem[] {
  const items = new Map<string, StackItem>();
  for (const item of lists.flatMap((list) => list ?? [])) {
    const known = items.get(item.name);
    if (known === undefined || (known.version === null && item.version !== null)) items.set(item.name, item);
  }
  return [...items.values()];
}
