import type { FileSystem } from '../ports/file-system';
import { parentPath } from '../text/path';
import { withoutLongLines } from '../text/without-long-lines';
import { mapConcurrently } from '../workspace/files/map-concurrently';
import { compareByDepth, compareText } from '../text/path-order';
import { readPlainText } from '../workspace/files/read-text';
import { foreignFolderFinder } from '../workspace/files/skipped-folders';
import { readDependencies } from '../workspace/stack';
import { findSymbols, maskCode } from './code/find-symbols';
import { languageOf } from './code/languages';
import { findNames, namesSettings } from './names/find-names';
import type {
  ProjectIndex,
  ProjectName,
  ProjectRoute,
  ProjectScript,
  ProjectSymbol,
  RouteMount,
} from './project-index';
import { findMounts } from './routes/find-mounts';
import { findRoutes } from './routes/find-routes';
import { namesScripts, readScripts } from './scripts';
import { isTestFile } from './test-file';
import { isMigration, isSchema, readTables } from './tables/read-tables';

/** Code files that are read, nearest to the root first; the rest is listed as skipped. */
const mostCodeFiles = 20_000;
const readsAtOnce = 32;
/** After so many changes it is all read again. */
const mostChanged = 50_000;

/** What one file says. Kept until the file changes. */
interface FileFacts {
  readonly symbols: readonly ProjectSymbol[];
  readonly routes: readonly ProjectRoute[];
  readonly mounts: readonly RouteMount[];
  readonly names: readonly ProjectName[];
  readonly scripts: readonly ProjectScript[];
  /** Text of a migration, or `null`. */
  readonly migration: string | null;
  /** Why it was not read, or `null`. */
  readonly skipped: string | null;
}

/**
 * Reads what exists in a workspace and remembers it file by file: a second reading only opens what is new or was
 * named to {@link ProjectReader.forget}.
 */
export class ProjectReader {
  readonly #files: FileSystem;
  readonly #known = new Map<string, FileFacts>();
  /** Files and folders that changed since the last reading began. */
  readonly #changed = new Set<string>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** To be called when a file changed, came or went; a folder stands for all below it. */
  forget(path: string): void {
    this.#changed.add(path);
    if (this.#changed.size <= mostChanged) return;
    this.#known.clear();
    this.#changed.clear();
  }

  /**
   * @param all every file of the workspace, sorted
   * @throws the signal's reason when aborted, and nothing else: what can't be read is listed as skipped
   */
  async read(all: readonly string[], signal?: AbortSignal): Promise<ProjectIndex> {
    this.#dropChanged();
    const isForeign = foreignFolderFinder(undefined);
    const own = all.filter((path) => isForeign(path) === null);
    const wanted = own.filter(isRead).sort(compareByDepth);
    const taken = wanted.slice(0, mostCodeFiles).sort(compareText);
    const facts = await mapConcurrently(taken, readsAtOnce, async (path) => this.#factsOf(path), signal);
    const [migrations, dependencies] = [
      taken.flatMap((path, index) => {
        const text = facts[index]?.migration ?? null;
        return text === null ? [] : [{ path, text }];
      }),
      await readDependencies(this.#files, all, signal),
    ];
    const present = new Set(taken);
    for (const path of this.#known.keys()) if (!present.has(path)) this.#known.delete(path);
    return {
      files: all,
      symbols: facts.flatMap(({ symbols }) => symbols),
      scripts: facts.flatMap(({ scripts }) => scripts),
      dependencies,
      routes: facts.flatMap(({ routes }) => routes),
      mounts: facts.flatMap(({ mounts }) => mounts),
      names: facts.flatMap(({ names }) => names),
      tables: readTables(migrations),
      skipped: [
        ...taken.flatMap((path, index) => {
          const reason = facts[index]?.skipped ?? null;
          return reason === null ? [] : [{ path, reason }];
        }),
        ...wanted.slice(mostCodeFiles).map((path) => ({
          path,
          reason: `More than ${mostCodeFiles} files of code; those nearest to the root are read`,
        })),
      ],
    };
  }

  /** What changes while files are read stays named, and is dropped by the next reading. */
  #dropChanged(): void {
    if (this.#changed.size === 0) return;
    for (const known of this.#known.keys()) {
      for (let at = known; at !== ''; at = parentPath(at))
        if (this.#changed.has(at)) this.#known.delete(known);
    }
    this.#changed.clear();
  }

  async #factsOf(path: string): Promise<FileFacts> {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const file = await readPlainText(this.#files, path);
    const facts = file.kind === 'rejected' ? { ...nothing, skipped: file.reason } : factsIn(path, file.text);
    this.#known.set(path, facts);
    return facts;
  }
}

const nothing: FileFacts = {
  symbols: [],
  routes: [],
  mounts: [],
  names: [],
  scripts: [],
  migration: null,
  skipped: null,
};

function isRead(path: string): boolean {
  return languageOf(path) !== null || namesScripts(path) || namesSettings(path) || isSchema(path);
}

function factsIn(path: string, text: string): FileFacts {
  const written = withoutLongLines(text);
  const scripts = namesScripts(path) ? readScripts(path, text) : [];
  const language = languageOf(path);
  const isTest = isTestFile(path);
  const names = findNames(path, text, { isTest, isCode: language !== null });
  const migration = !isTest && isMigration({ path, text }) ? text : null;
  const mounts = isTest ? [] : findMounts(path, written);
  if (language === null) return { ...nothing, scripts, names, migration, mounts };
  return {
    ...{ ...nothing, scripts, names, migration, mounts },
    symbols: findSymbols(path, text, language),
    routes: isTest ? [] : findRoutes(path, written, maskCode(written, language), language),
  };
}
