import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, posix, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { receiptPath } from '../../core/spec/receipt-path';
import { findSpecSource } from '../../core/checks/spec-source';
import { parseSpec } from '../../core/spec/parse-spec';
import { NodeFileSystem } from './node-files';
import { sha256Hex } from '../../core/text/hash';
import { readReceipt } from '../../core/regenerate/replace-section';
import type { Terminal } from '../terminal';
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
  const homes = await Promise.all(named.map((spec) => homeOf(terminal, spec)));
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
  else if (why !== undefined && why !== null) terminal.err.write(`${why}\n`);
  return openWorkspace(terminal, '.');
}

interface Home {
  /** Absolute. */
  readonly folder: string;
  /** Why it may be the wrong one, or what it lacks, and what to do; `null` where nothing says so. */
  readonly hint: string | null;
}

async function homeOf(terminal: Terminal, named: string): Promise<Home> {
  const here = terminal.folder;
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
  const repository = repositoryOf(terminal, above);
  if (repository !== undefined && !isWithin(repository, here)) return { folder: repository, hint: null };
  if (!isHere && repository !== undefined) return { folder: repository, hint: null };
  const remedy = 'Name the folder that it was written for with --workspace.';
  if (!isHere) return { folder: here, hint: `${named} lies outside of the current folder. ${remedy}` };
  if (source === null) return { folder: here, hint: null };
  // In its own repository it lies in the right folder: the source has gone, or is known under another name already.
  if (repository === here && (await linksItsSource(here, path))) return { folder: here, hint: null };
  const hint =
    repository === here
      ? `${named} was written for ${source}, which is not there any more. ${await renamedHint(here, source, path)}`
      : `${named} was written for ${source}, which is not below the current folder. ${remedy}`;
  return { folder: here, hint };
}

/** Whether a spec whose recorded source is gone links the one that took its place. */
async function linksItsSource(root: string, spec: string): Promise<boolean> {
  const texts = [spec, receiptPath(spec)].map((file) => readFile(file, 'utf8').catch(() => null));
  const [text = null, receipt = null] = await Promise.all(texts);
  if (text === null) return false;
  const path = relative(root, spec).split(sep).join('/');
  const found = await findSpecSource(new NodeFileSystem(root), path, parseSpec(text), readReceipt(receipt));
  return found?.read === true;
}

/** What to do about a source that is gone: a file beside it with the same content is it under another name. */
async function renamedHint(root: string, source: string, spec: string): Promise<string> {
  const sha256 = readReceipt(await readFile(receiptPath(spec), 'utf8').catch(() => null))?.source.sha256;
  const folder = dirname(source);
  const entries = await readdir(resolve(root, folder), { withFileTypes: true }).catch(() => []);
  const beside = entries.filter((entry) => entry.isFile() && extname(entry.name) === extname(source));
  for (const { name } of beside.slice(0, mostCompared)) {
    const bytes = await readFile(resolve(root, folder, name)).catch(() => null);
    if (bytes !== null && sha256Hex(bytes) === sha256)
      return `It is ${posix.join(folder, name)} now: link that in the metadata of the specification.`;
  }
  return 'Restore it, or link the document that takes its place in the metadata of the specification.';
}

const mostCompared = 500;

/** Path of the source by the receipt beside a spec; `null` where there is none that would be found in a workspace. */
async function recordedSource(file: string): Promise<string | null> {
  const text = await readFile(receiptPath(file), 'utf8').catch(() => null);
  const path = readReceipt(text)?.source.path ?? '';
  return path === '' || isAbsolute(path) ? null : path;
}

/** The first of these folders that is a repository and does not hold all that a person has. */
export function repositoryOf(terminal: Terminal, folders: readonly string[]): string | undefined {
  return folders.find((folder) => existsSync(resolve(folder, '.git')) && !holdsHome(terminal, folder));
}

/**
 * Whether a folder is a person's home folder or above it: no workspace, whatever lies in it, since settings of many programs do, and
 * who keeps theirs in git has a repository there.
 */
export function holdsHome({ environment }: Terminal, folder: string): boolean {
  return [environment['HOME'], environment['USERPROFILE']].some(
    (home = '') =>
      existsSync(home) && (isWithin(folder, home) || isWithin(realpathSync(folder), realpathSync(home))),
  );
}

/** A folder and those that hold it, the innermost first. */
export function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

/** Whether a path is a folder or lies in it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/u.test(way) && !isAbsolute(way);
}
