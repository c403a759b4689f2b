import leven from 'leven';
import { workspacePaths } from '../checks/grounding/workspace-paths';
import { isGenerated, isMadeUp } from '../checks/grounding/workspace-state';
import { migrationNumber } from '../checks/grounding/planned-migrations';
import type { ProjectIndex } from '../project/project-index';
import { fileName, parentPath } from '../text/path';
import { deviation, type Deviation } from './deviation';
import type { PromisedFile, PromisedSymbol } from './promise';

/** Files that are not where they were promised, or still are where they should be gone. */
export function* keepFiles(
  files: readonly PromisedFile[],
  project: ProjectIndex,
  home: string | null,
  symbols: readonly PromisedSymbol[],
): Iterable<Deviation> {
  const paths = workspacePaths(project);
  const planned = new Set(files.map(({ path }) => path));
  const seen = new Set<string>();
  for (const file of files) {
    const { path, action } = file;
    if (seen.has(path)) continue;
    const found = paths.resolve(path, home);
    if (action === 'delete') {
      if (found.kind === 'exact' && project.files.includes(found.path)) {
        seen.add(path);
        yield deviation('file', file, '{0} was to be removed and is still there.', [path], {
          path: found.path,
          line: 1,
        });
      }
      continue;
    }
    const isThere = found.kind === 'exact' || (found.kind === 'unique' && !path.includes('/'));
    if (isThere || isGenerated(path, paths) || isMadeUp(path, found.kind === 'absent' ? found.similar : null))
      continue;
    if (found.kind === 'ambiguous' && !path.includes('/')) continue;
    // A workspace within the repository: `web/src/a.ts` written as `src/a.ts`.
    if (found.kind === 'unique' && home !== null && found.path.endsWith(`/${path}`)) continue;
    if (found.kind === 'ambiguous') continue;
    seen.add(path);
    const other =
      holderOf(path, symbols, project) ??
      counterpart(path, project, planned) ??
      (found.kind === 'absent' ? found.similar : null);
    yield other === null
      ? deviation('file', file, '{0} was to be created and is not there.', [path], null)
      : deviation(
          'file',
          file,
          '{0} was to be created and is not there: {1} may stand in its place.',
          [path, other],
          {
            path: other,
            line: 1,
          },
        );
  }
}

/** The file that declares what was to be declared in one that is missing. */
function holderOf(path: string, symbols: readonly PromisedSymbol[], project: ProjectIndex): string | null {
  const names = new Set(
    symbols
      .filter(
        (symbol) =>
          symbol.container === null &&
          (symbol.path === path ||
            (symbol.path === null && symbol.files.length === 1 && symbol.files[0] === path)),
      )
      .map(({ name }) => name),
  );
  const found = project.symbols.find(
    (symbol) => names.has(symbol.name) && endingOf(symbol.path) === endingOf(path),
  );
  return found?.path ?? null;
}

const known = new WeakMap<ProjectIndex, ReadonlyMap<string, readonly string[]>>();

/** The same name elsewhere, the same migration under another number, or a name like it in the same folder. */
function counterpart(path: string, project: ProjectIndex, planned: ReadonlySet<string>): string | null {
  let byName = known.get(project);
  if (byName === undefined) {
    const map = new Map<string, string[]>();
    for (const file of project.files) {
      const name = stemOf(file);
      const group = map.get(name);
      if (group === undefined) map.set(name, [file]);
      else group.push(file);
    }
    known.set(project, (byName = map));
  }
  const fits = (other: string): boolean => !planned.has(other) && endingOf(other) === endingOf(path);
  const same = (byName.get(stemOf(path)) ?? []).filter(fits);
  const near = same.sort((a, b) => leven(a, path) - leven(b, path))[0];
  if (near !== undefined) return near;
  const folder = parentPath(path);
  const siblings = project.files.filter((file) => parentPath(file) === folder && fits(file));
  const parts = partsOf(path);
  const shuffled = project.files.find((file) => fits(file) && partsOf(file) === parts);
  if (shuffled !== undefined) return shuffled;
  const words = new Set(tellingWords(path));
  return (
    siblings
      .map((file) => ({
        file,
        shared: tellingWords(file).filter((word) => words.has(word)).length,
      }))
      .filter(({ file, shared }) => shared > 0 || leven(fileName(file), fileName(path)) <= 3)
      .sort((a, b) => b.shared - a.shared || leven(a.file, path) - leven(b.file, path))[0]?.file ?? null
  );
}

/** Words that many files of a kind have in their names. */
const ofKinds =
  /^(?:create|add|alter|drop|update|change|remove|table|column|index|migration|test|spec|service|controller|model|route|router|handler|view|component|type|repository|store|hook|use|job|dto)s?$/u;

/** Words of a name that tell it from others of its kind. */
function tellingWords(path: string): readonly string[] {
  return stemOf(path)
    .split(/[^a-z\d]+/u)
    .filter((word) => word.length > 2 && !ofKinds.test(word));
}

/** The words of a path, whatever their order and number. */
function partsOf(path: string): string {
  return [
    ...new Set(
      path
        .toLowerCase()
        .match(/[a-z]+/gu)
        ?.map((word) => word.replace(/s$/u, '')),
    ),
  ]
    .sort()
    .join();
}

/** Name without number, ending and case style. */
function stemOf(path: string): string {
  const name = fileName(path);
  const number = migrationNumber(name);
  const bare = number === null ? name : name.slice(name.indexOf(number) + number.length);
  return bare
    .replace(/^[_.-]+/u, '')
    .replace(/\.\w+$/u, '')
    .replace(/(?<=[a-z\d])(?=[A-Z])/gu, '-')
    .replace(/_/gu, '-')
    .toLowerCase();
}

function endingOf(path: string): string {
  return /\.\w+$/u.exec(path)?.[0] ?? '';
}
