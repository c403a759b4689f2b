import { diskLinks } from '#platform/disk-links';
import * as vscode from 'vscode';
import type { DirectoryEntry, FileStat, FileSystem, FileSystemErrorCode } from '../../core/ports/file-system';
import { FileSystemError } from '../../core/ports/file-system';
import { staysInside } from '../../core/workspace/files/stays-inside';

/** Files of one workspace folder, local, remote or virtual, through `vscode.workspace.fs`. */
export class VsCodeFiles implements FileSystem {
  readonly root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.root = root;
  }

  /** Uri of a path relative to the root. */
  uri(path: string): vscode.Uri {
    return path === '' ? this.root : vscode.Uri.joinPath(this.root, path);
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const entries = await translateErrors(path, vscode.workspace.fs.readDirectory(this.uri(path)));
    return entries.map(([name, type]) => ({ name, type: entryType(type) }));
  }

  readFile(path: string): Promise<Uint8Array> {
    return translateErrors(path, vscode.workspace.fs.readFile(this.uri(path)));
  }

  async resolveLink(path: string): Promise<string | null> {
    if (this.root.scheme !== 'file' || diskLinks === null) return null;
    return diskLinks.wayTo(this.root.fsPath, this.uri(path).fsPath);
  }

  /** Whether a path stays below the root with all links followed; where the file system tells of none there are none. */
  async staysInside(path: string): Promise<boolean> {
    const links = diskLinks;
    if (this.root.scheme !== 'file' || links === null) return true;
    return staysInside(path, (one) => links.realPath(this.uri(one).fsPath));
  }

  async stat(path: string): Promise<FileStat | undefined> {
    try {
      const stat = await translateErrors(path, vscode.workspace.fs.stat(this.uri(path)));
      // A path that leaves the root was named by a person, who knows where it leads.
      const type = path.startsWith('../') ? statType(stat.type) : entryType(stat.type);
      return { type, size: stat.size };
    } catch (error) {
      if (FileSystemError.is(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  }
}

/** A link may lead back to where it came from, or out of the workspace, so walking stops at it. */
function entryType(type: vscode.FileType): DirectoryEntry['type'] {
  return type & vscode.FileType.SymbolicLink ? 'other' : statType(type);
}

function statType(type: vscode.FileType): FileStat['type'] {
  if (type & vscode.FileType.File) return 'file';
  return type & vscode.FileType.Directory ? 'directory' : 'other';
}

async function translateErrors<T>(path: string, operation: Thenable<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    throw new FileSystemError(errorCode(error), path, error);
  }
}

/** What a failed `vscode.workspace.fs` call means. */
export function errorCode(error: unknown): FileSystemErrorCode {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  switch (code) {
    case 'FileNotFound':
    case 'FileNotADirectory':
      return 'not-found';
    case 'NoPermissions':
      return 'no-access';
    case 'FileIsADirectory':
      return 'not-a-file';
    default:
      return 'unknown';
  }
}
