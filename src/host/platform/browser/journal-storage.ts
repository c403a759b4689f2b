import * as vscode from 'vscode';
import type { AppendedFile, JournalFiles, Writers } from '../journal-files';

/** Holds when something was written last: the storage of a browser does not tell the times of its files to other windows. */
const touchedFile = 'touched';

/** The storage that the editor gives an extension, which in a browser is a database. */
export class StoredJournalFiles implements JournalFiles {
  readonly #folder: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  async names(folder: string): Promise<readonly string[]> {
    try {
      return (await vscode.workspace.fs.readDirectory(this.#uri(folder))).map(([name]) => name);
    } catch {
      return [];
    }
  }

  async text(path: string): Promise<string> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#uri(path)));
    } catch {
      return '';
    }
  }

  async write(path: string, text: string): Promise<void> {
    // It makes the folders that are missing.
    await vscode.workspace.fs.writeFile(this.#uri(path), new TextEncoder().encode(text));
  }

  /** There is no appending: a file is written anew with each piece, and pieces that come meanwhile go along with the next. */
  async open(path: string): Promise<AppendedFile> {
    let whole = await this.text(path);
    const touched = `${path.slice(0, path.lastIndexOf('/'))}/${touchedFile}`;
    return {
      append: async (text) => {
        whole += text;
        await this.write(path, whole);
        await this.write(touched, String(Date.now()));
      },
      close: () => Promise.resolve(),
    };
  }

  async remove(path: string): Promise<void> {
    const uri = this.#uri(path);
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) await vscode.workspace.fs.delete(uri, { recursive: true });
  }

  async changed(folder: string): Promise<number> {
    return Number(await this.text(`${folder}/${touchedFile}`));
  }

  #uri(path: string): vscode.Uri {
    return path === '' ? this.#folder : vscode.Uri.joinPath(this.#folder, path);
  }
}

export function journalFiles(folder: vscode.Uri): JournalFiles {
  return new StoredJournalFiles(folder);
}

/** Windows of a browser do not see each other: one that streams writes several times a second, and one that is gone does not. */
const longestSilenceMs = 10_000;
const own = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

export const writers: Writers = {
  own,
  mayLive: (writer, silentMs) => writer !== own && silentMs < longestSilenceMs,
};
