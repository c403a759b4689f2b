import { parentPath } from '../../text/path';
import type { FileTable } from '../files/file-table';
import { filesBelow } from '../files/sorted-files';
import { perFolder } from '../files/per-folder';

/** Files that make the folder they lie in a package: a part of the product that is built by itself. */
const packageManifests: ReadonlySet<string> = new Set([
  'package.json',
  'go.mod',
  'cargo.toml',
  'pyproject.toml',
  'setup.py',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'gemfile',
  'composer.json',
  'mix.exs',
  'pubspec.yaml',
  'package.swift',
  'deno.json',
  'cmakelists.txt',
]);
const packageManifestEndings = ['.csproj', '.fsproj', '.vbproj', '.gemspec'];

/** The parts that a workspace consists of. */
export interface Packages {
  /** Folders of packages, the root left out. */
  readonly folders: ReadonlySet<string>;
  /** Folder of the innermost package that holds a path; the empty string for the root. */
  readonly of: (path: string) => string;
}

/** Folders of documents: a site that is built from them is no place where the work on a PRD in it happens. */
const documentFolders: ReadonlySet<string> = new Set(
  `doc docs documentation wiki website site product products prd prds requirements specs spec tech-specs research
  initiatives conversations planning rfcs`.split(/\s+/),
);

const codeEnding =
  /\.(?!mdx?$|mdc$|markdown$|txt$|rst$|adoc$|json$|ya?ml$|toml$|lock$|svg$|png$|jpe?g$)[a-z]\w{0,7}$/i;

/** Whether a path is one of code, going by its ending. */
export function isCode(path: string): boolean {
  return codeEnding.test(path);
}

/**
 * Tells which package of a monorepo a path belongs to.
 *
 * @param more folders that are parts of their own where they hold code, such as those with rules in them
 */
export function findPackages(files: FileTable, more: readonly string[] = []): Packages {
  const folders = new Set(
    more.filter((folder) => folder !== '' && filesBelow(files.paths, folder).some(isCode)),
  );
  for (const file of files.named(isPackageManifest)) {
    const folder = parentPath(file);
    if (folder !== '' && !folder.split('/').some((name) => documentFolders.has(name.toLowerCase())))
      folders.add(folder);
  }
  return {
    folders,
    of: perFolder((folder) => {
      for (let at = folder; at !== ''; at = parentPath(at)) if (folders.has(at)) return at;
      return '';
    }),
  };
}

function isPackageManifest(fileName: string): boolean {
  const name = fileName.toLowerCase();
  return packageManifests.has(name) || packageManifestEndings.some((ending) => name.endsWith(ending));
}

/** Whether a path lies in a folder, or is it; everything lies in the root. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
