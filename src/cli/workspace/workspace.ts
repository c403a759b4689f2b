import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { renderFinding } from '../../core/checks/render-finding';
import type { Clock } from '../../core/ports/clock';
import { FileSystemError } from '../../core/ports/file-system';
import { decodeAsWritten } from '../../core/source/document/decode-source';
import { SourceError, type SourceErrorCode } from '../../core/source/document/source-error';
import { readSource } from '../../core/source/read-source';
import type { Source, SourceKind } from '../../core/source/source';
import { discoverTemplates } from '../../core/template/discover-templates';
import type { Template } from '../../core/template/template';
import { listFiles, type FileListing } from '../../core/workspace/files/list-files';
import { CliFailure } from '../failure';
import { NodeFileSystem } from './node-files';
import { NodeGit } from './node-git';
import type { Terminal } from '../terminal';

/** A workspace folder as the command line sees it. */
export interface CliWorkspace {
  readonly terminal: Terminal;
  /** Absolute; never printed. */
  readonly root: string;
  readonly files: NodeFileSystem;
  readonly git: NodeGit;
  /** The files, listed once for each limit. */
  listing(limit?: number): Promise<FileListing>;
}

/** @throws CliFailure when the folder isn't there */
export async function openWorkspace(terminal: Terminal, folder: string): Promise<CliWorkspace> {
  const root = resolve(terminal.folder, folder);
  const found = await stat(root).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new CliFailure(`${folder} is not a folder. Name an existing one with --workspace.`);
  }
  const files = new NodeFileSystem(root);
  const git = new NodeGit(root, terminal.environment);
  const listings = new Map<number | undefined, Promise<FileListing>>();
  return {
    terminal,
    root,
    files,
    git,
    listing: (limit) => {
      const listing = listings.get(limit) ?? listFiles(files, { git, limit });
      listings.set(limit, listing);
      return listing;
    },
  };
}

/** Path of a file named on the command line, relative to the workspace, with forward slashes. */
export function inWorkspace({ root, terminal }: CliWorkspace, path: string): string {
  return slashes(relative(root, resolve(terminal.folder, path)));
}

/** Path of a file of the workspace, relative to the current folder, with forward slashes. */
export function fromHere({ root, terminal }: Pick<CliWorkspace, 'root' | 'terminal'>, path: string): string {
  return slashes(relative(terminal.folder, resolve(root, path)));
}

/**
 * Reads the source that was named on the command line.
 *
 * @param file as typed
 * @param conversation which one of an export, from 1
 * @throws CliFailure that names the file and what to do
 */
export async function readSourceFile(
  workspace: CliWorkspace,
  file: string,
  kind: SourceKind | undefined,
  conversation?: number,
): Promise<Source> {
  const bytes = await readNamedFile(workspace, file);
  try {
    const path = sourcePath(workspace, file);
    const chosen = conversation === undefined ? null : conversation - 1;
    return readSource({ path, bytes, conversation: chosen, ...(kind === undefined ? {} : { kind }) });
  } catch (error) {
    if (SourceError.is(error)) throw new CliFailure(`${file}: ${sourceProblems[error.code]}`);
    throw error;
  }
}

const sourceProblems: Readonly<Record<SourceErrorCode, string>> = {
  empty: 'the file is empty. Write the requirements into it, or choose another file.',
  binary: 'this is not a text document. Export it as Markdown or plain text and choose that file.',
  'too-large': 'the file is larger than 5 MB. Split it, or copy the part to specify into a file of its own.',
  'no-document':
    'this is code or data and no document, nor the export of a chat. Name the Markdown or text file that says what is to be built, or say what it is with --kind.',
};

/**
 * Text of a specification that was named on the command line.
 *
 * @throws CliFailure that names the file and what to do
 */
export async function readSpecFile(workspace: CliWorkspace, file: string): Promise<string> {
  const bytes = await readNamedFile(workspace, file);
  try {
    return decodeAsWritten(file, bytes);
  } catch (error) {
    if (SourceError.is(error)) throw new CliFailure(`${file}: ${specProblems[error.code]}`);
    throw error;
  }
}

const specProblems: Readonly<Record<SourceErrorCode, string>> = {
  empty: 'the file is empty. Name a technical specification in Markdown.',
  binary: 'this is not a text document. Name a technical specification in Markdown.',
  'too-large': 'the file is larger than 5 MB. Split it.',
  'no-document': 'this is code or data and no document. Name a technical specification in Markdown.',
};

async function readNamedFile(workspace: CliWorkspace, file: string): Promise<Uint8Array> {
  try {
    return await workspace.files.readFile(inWorkspace(workspace, file));
  } catch (error) {
    if (FileSystemError.is(error)) throw new CliFailure(`${file}: ${unreadable(error)}`);
    throw error;
  }
}

/**
 * Path by which a source is known. One that shares nothing but the root of the disk with the workspace keeps its
 * absolute path, of which no document records more than the file name: the way there would spell the path out.
 */
function sourcePath(workspace: CliWorkspace, file: string): string {
  const path = inWorkspace(workspace, file);
  const climbs = path.split('/').filter((part) => part === '..').length;
  const depth = workspace.root.split(sep).filter((part) => part !== '').length;
  return climbs > 0 && climbs >= depth ? slashes(resolve(workspace.terminal.folder, file)) : path;
}

/** Built-in templates and the workspace's own, the workspace's first; unusable ones are reported on the error output. */
export async function loadTemplates(workspace: CliWorkspace): Promise<readonly Template[]> {
  const { templates, problems } = await discoverTemplates({
    builtIn: new NodeFileSystem(builtInTemplates()),
    workspace: workspace.files,
    workspaceFiles: (await workspace.listing()).files,
  });
  for (const { path, findings } of problems) {
    for (const finding of findings)
      workspace.terminal.err.write(
        `${fromHere(workspace, path)}:${finding.line}: ${renderFinding(finding)}\n`,
      );
  }
  return templates;
}

/** The clock of the platform, or one that stands still at the given instant in UTC. */
export function clockAt(now: string | undefined): Clock {
  if (now === undefined) {
    return { now: () => new Date(), timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone };
  }
  const instant = new Date(now);
  if (Number.isNaN(instant.getTime())) {
    throw new CliFailure(`--now ${now} is no ISO date and time, such as 2026-01-31T12:00:00Z.`);
  }
  return { now: () => instant, timeZone: () => 'UTC' };
}

/** Folder of the built-in templates and workflows: beside dist/, in which the bundle lies; from this file and in tests it is further up. */
export function builtInTemplates(): string {
  const [beside = '', ...above] = ['..', '../..', '../../..'].map((up) => join(__dirname, up, 'templates'));
  return [beside, ...above].find((folder) => existsSync(folder)) ?? beside;
}

function unreadable({ code }: FileSystemError): string {
  switch (code) {
    case 'not-found':
      return 'there is no such file. Check the path; it is relative to the current folder.';
    case 'no-access':
      return 'the file may not be read. Check its permissions.';
    case 'not-a-file':
      return 'this is not a file. Name a Markdown or text file.';
    case 'unknown':
      return 'the file could not be read.';
  }
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
