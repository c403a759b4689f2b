import { fileName } from '../../text/path';
import type { StackItem } from '../context';
import type { FileTable } from '../files/file-table';
import { compareByDepth, depthOf } from '../../text/path-order';
import type { OwnFolders } from '../files/skipped-folders';
import { itemOfFile } from './evidence';

/** File names that only a workspace of one package manager has, lock files first. */
const marks: readonly (readonly [manager: string, ...names: readonly string[]])[] = [
  ['Go modules', 'go.sum', 'go.mod'],
  ['pnpm', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'],
  ['npm', 'package-lock.json', 'npm-shrinkwrap.json'],
  ['yarn', 'yarn.lock'],
  ['bun', 'bun.lock', 'bun.lockb'],
  ['uv', 'uv.lock'],
  ['Poetry', 'poetry.lock'],
  ['PDM', 'pdm.lock'],
  ['Pipenv', 'Pipfile.lock', 'Pipfile'],
  ['pip', 'requirements.txt'],
  ['Cargo', 'Cargo.lock', 'Cargo.toml'],
  ['Maven', 'pom.xml'],
  ['Gradle', 'gradle.lockfile', 'settings.gradle', 'settings.gradle.kts', 'build.gradle', 'build.gradle.kts'],
  ['Bundler', 'Gemfile.lock', 'Gemfile'],
  ['Composer', 'composer.lock', 'composer.json'],
  ['NuGet', 'packages.lock.json', 'Directory.Packages.props', 'NuGet.config', 'nuget.config'],
  ['Mix', 'mix.lock', 'mix.exs'],
  ['pub', 'pubspec.lock', 'pubspec.yaml'],
  ['Swift Package Manager', 'Package.resolved', 'Package.swift'],
];

/**
 * Package managers by the files they leave, each once with the mark nearest to the root. A list of requirements counts
 * as one of `pip` only where no other manager of Python left a lock.
 *
 * @param own test data and vendored code are not
 * @param deepest most folders above a file that still speaks for the workspace
 */
export function readPackageManagers(
  table: FileTable,
  own: OwnFolders,
  deepest: number,
): readonly StackItem[] {
  const names = new Set(marks.flatMap(([, ...files]) => files));
  const found = table
    .named((name) => names.has(name), own)
    .filter((path) => depthOf(path) <= deepest)
    .sort(compareByDepth);
  const items = marks.flatMap(([manager, ...files]) => {
    const mark = files.map((name) => found.find((path) => fileName(path) === name)).find(Boolean);
    return mark === undefined ? [] : [itemOfFile(mark, manager)];
  });
  const hasOther = items.some(({ name }) => pythonManagers.has(name));
  return items.filter(({ name }) => name !== 'pip' || !hasOther);
}

const pythonManagers: ReadonlySet<string> = new Set(['uv', 'Poetry', 'PDM', 'Pipenv']);
