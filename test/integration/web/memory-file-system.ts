import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  readonly bytes: Uint8Array;
  readonly ctime: number;
  readonly mtime: number;
}

/** A file system that lies on no disk, and that the editor can't search: no more than a `FileSystemProvider` has to have. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>([['/', folder()]]);
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, bytes, ctime, mtime } = this.#at(uri);
    return { type, ctime, mtime, size: bytes.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#at(uri);
    const start = uri.path.replace(/\/$/, '') + '/';
    return [...this.#entries].flatMap(([path, { type }]) => {
      const name = path.startsWith(start) ? path.slice(start.length) : '';
      return name === '' || name.includes('/') ? [] : [[name, type] as [string, vscode.FileType]];
    });
  }

  createDirectory(uri: vscode.Uri): void {
    this.#makeFolders(uri.path);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { type, bytes } = this.#at(uri);
    if (type !== vscode.FileType.File) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const before = this.#entries.get(uri.path);
    this.#makeFolders(uri.path.slice(0, uri.path.lastIndexOf('/')));
    const mtime = Date.now();
    this.#entries.set(uri.path, {
      ...{ type: vscode.FileType.File, bytes, mtime },
      ctime: before?.ctime ?? mtime,
    });
    const type = before === undefined ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed;
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.#at(uri);
    for (const path of [...this.#entries.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#entries.delete(path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #at(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path === '' ? '/' : uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #makeFolders(path: string): void {
    const parts = path.split('/').filter((part) => part !== '');
    for (let length = 1; length <= parts.length; length++) {
      const one = `/${parts.slice(0, length).join('/')}`;
      if (!this.#entries.has(one)) this.#entries.set(one, folder());
    }
  }
}

function folder(): Entry {
  const now = Date.now();
  return { type: vscode.FileType.Directory, bytes: new Uint8Array(), ctime: now, mtime: now };
}
