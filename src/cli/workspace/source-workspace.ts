import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { foldersAbove, holdsHome, isWithin, repositoryOf } from './spec-workspace';
import type { Terminal } from '../terminal';
import { openWorkspace, type CliWorkspace } from './workspace';

/** What a folder has that somebody works in as a whole: a repository, its rules, or a package of one. */
const marks = [
  ...['.git', '.tech-spec', '.vscode', '.cursor', 'AGENTS.md', 'CLAUDE.md', 'package.json', 'deno.json'],
  ...['go.mod', 'pyproject.toml', 'setup.py', 'requirements.txt', 'Cargo.toml', 'pom.xml', 'build.gradle'],
  ...['build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', 'Package.swift'],
  ...['Gemfile', 'composer.json', 'mix.exs', 'pubspec.yaml'],
];

/** How the name of a manifest ends that is called after what it builds. */
const markEnds = ['.csproj', '.sln', '.slnx'];

async function isWorkedIn(folder: string): Promise<boolean> {
  if (marks.some((mark) => existsSync(resolve(folder, mark)))) return true;
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => markEnds.some((end) => name.endsWith(end)));
}

/** A project without a repository, for somebody who stands in their home folder. */
async function firstWorkedIn(terminal: Terminal, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) if (!holdsHome(terminal, folder) && (await isWorkedIn(folder))) return folder;
  return undefined;
}

/**
 * The workspace of a source: the folder that was given, else the current one where the source lies in it, else the repository that
 * holds the source. A current folder that is only a part of the repository, such as `src` or `prds`, is none, and a repository
 * that is a person's home folder, or above it, is none either. What was taken is said on the error output.
 *
 * @param given as typed behind `--workspace`
 * @param file as typed; left out where there is none, which is the current folder's
 * @param otherwise the folder where no repository holds a source that lies elsewhere; the current one when left out
 * @throws CliFailure where the folder that was given is not there
 */
export async function workspaceOfSource(
  terminal: Terminal,
  given: string | undefined,
  file: string | undefined,
  otherwise = '.',
): Promise<CliWorkspace> {
  if (given !== undefined) return openWorkspace(terminal, given);
  const here = terminal.folder;
  const path = file === undefined ? here : resolve(here, file);
  const isHere = isWithin(here, path);
  if (isHere && !holdsHome(terminal, here) && (await isWorkedIn(here))) return openWorkspace(terminal, '.');
  // That it is not there is for whoever reads it to say.
  const above = existsSync(path) ? foldersAbove(file === undefined ? path : dirname(path)) : [];
  const repository =
    repositoryOf(terminal, above) ??
    (isHere && holdsHome(terminal, here) ? await firstWorkedIn(terminal, above) : undefined);
  if (repository === undefined || repository === here)
    return openWorkspace(terminal, isHere ? '.' : otherwise);
  // A folder that holds the repository holds more than one workspace.
  const subject = file === undefined ? 'the current folder' : file;
  terminal.err.write(
    `The workspace is ${relative(here, repository)}, where ${subject} belongs. Name another with --workspace.\n`,
  );
  return openWorkspace(terminal, repository);
}
