import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { receiptPath } from '../core/receipt/receipt-path';
import { readReceipt } from '../core/regenerate/replace-section';
import type { Terminal } from './terminal';
import { openWorkspace, type CliWorkspace } from './workspace';

/**
 * The workspace of specs that were named: the folder that was given, else the current one. A spec that belongs elsewhere brings
 * its own: the folder above it in which its source lies by its receipt, else its repository. What was taken, or that it
 * has to be named, is said on the error output.
 *
 * @param given as typed behind `--workspace`
 * @param named files, folders or globs as typed
 * @throws CliFailure where the folder that was given is not there
 */
export async function workspaceOfSpecs(
  terminal: Terminal,
  given: string | undefined,
  named: readonly string[],
): Promise<CliWorkspace> {
  if (given !== undefined) return openWorkspace(terminal, given);
  const homes = await Promise.all(named.map((spec) => homeOf(terminal.folder, spec)));
  const folders = new Set(homes.map(({ folder }) => folder));
  const [only] = folders;
  const why = homes.find(({ hint }) => hint !== null)?.hint;
  if (folders.size === 1 && only !== undefined && only !== terminal.folder) {
    const shown = relative(terminal.folder, only);
    terminal.err.write(
      `The workspace is ${shown}, where ${named[0] ?? ''} belongs. Name another with --workspace.\n`,
    );
    return openWorkspace(terminal, only);
  }
  if (folders.size > 1)
    terminal.err.write(
      'These specs belong to several workspaces. Check those of one at a time with --workspace.\n',
    );
  else if (why !== undefined && why !== null)
    terminal.err.write(`${why} Name the folder that it was written for with --workspace.\n`);
  return openWorkspace(terminal, '.');
}

interface Home {
  /** Absolute. */
  readonly folder: string;
  /** Why it may be the wrong one; `null` where nothing says so. */
  readonly hint: string | null;
}

async function homeOf(here: string, named: string): Promise<Home> {
  const fixed = picomatch.scan(named);
  const path = resolve(here, fixed.isGlob && !existsSync(resolve(here, named)) ? fixed.base : named);
  const found = await stat(path).catch(() => null);
  // That it is not there is for whoever reads it to say.
  if (found === null) return { folder: here, hint: null };
  const isHere = isWithin(here, path);
  const above = foldersAbove(found.isDirectory() ? path : dirname(path));
  const source = found.isDirectory() ? null : await recordedSource(path);
  if (source !== null) {
    const has = (folder: string): boolean => existsSync(resolve(folder, source));
    const folder = isHere && has(here) ? here : above.find(has);
    if (folder !== undefined) return { folder, hint: null };
  }
  const repository = above.find((folder) => existsSync(resolve(folder, '.git')));
  if (repository !== undefined && !isWithin(repository, here)) return { folder: repository, hint: null };
  if (!isHere && repository !== undefined) return { folder: repository, hint: null };
  const hint = !isHere
    ? `${named} lies outside of the current folder.`
    : source === null
      ? null
      : `${named} was written for ${source}, which is not below the current folder.`;
  return { folder: here, hint };
}

/** Path of the source by the receipt beside a spec; `null` where there is none that would be found in a workspace. */
async function recordedSource(file: string): Promise<string | null> {
  const text = await readFile(receiptPath(file), 'utf8').catch(() => null);
  const path = readReceipt(text)?.source.path ?? '';
  return path === '' || isAbsolute(path) ? null : path;
}

/** A folder and those that hold it, the innermost first. */
function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/u.test(way) && !isAbsolute(way);
}
