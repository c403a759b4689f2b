import type * as vscode from 'vscode';
import type { AppendedFile, JournalFiles } from '../journal-files';

/** Holds when something was written last: the storage of a browser does not tell the times of its files to other windows. */
const touchedFile = 'touched';
/** So often somebody who writes says so, in milliseconds: a model may think for minutes between two pieces. */
const beatMs = 3_000;

/** The storage that the editor gives an extension, which in a browser is a database. */
export class StoredJournalFiles implements JournalFiles {
  readonly #fs: Pick<vscode.FileSystem, 'readDirectory' | 'readFile' | 'writeFile' | 'stat' | 'delete'>;
  readonly #folder: vscode.Uri;

  /** @param fs that of the editor */
  constructor(
    fs: Pick<vscode.FileSystem, 'readDirectory' | 'readFile' | 'writeFile' | 'stat' | 'delete'>,
    folder: vscode.Uri,
  ) {
    this.#fs = fs;
    this.#folder = folder;
  }

  async names(folder: string): Promise<readonly string[]> {
    try {
      return (await this.#fs.readDirectory(this.#uri(folder))).map(([name]) => name);
    } catch {
      return [];
    }
  }

  async text(path: string): Promise<string> {
    try {
      return await this.#read(path);
    } catch {
      return '';
    }
  }

  async write(path: string, text: string): Promise<void> {
    // It makes the folders that are missing.
    await this.#fs.writeFile(this.#uri(path), new TextEncoder().encode(text));
  }

  /** There is no appending: a file is written anew with each piece, and pieces that come meanwhile go along with the next. */
  async open(path: string): Promise<AppendedFile> {
    let whole = await this.#read(path).catch((error: unknown) => {
      if (isAbsent(error)) return '';
      // What can't be read now would be written over.
      throw error;
    });
    const touched = `${path.slice(0, path.lastIndexOf('/'))}/${touchedFile}`;
    const touch = (): Promise<void> => this.write(touched, String(Date.now()));
    let beat = Promise.resolve();
    const timer = setInterval(() => {
      beat = touch().catch(() => undefined);
    }, beatMs);
    return {
      append: async (text) => {
        whole += text;
        await this.write(path, whole);
        await touch();
      },
      close: () => {
        clearInterval(timer);
        // One that is under way would bring a folder back that is removed after this.
        return beat;
      },
    };
  }

  async remove(path: string): Promise<void> {
    const uri = this.#uri(path);
    const isThere = await this.#fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) await this.#fs.delete(uri, { recursive: true });
  }

  async changed(folder: string): Promise<number> {
    return Number(await this.text(`${folder}/${touchedFile}`));
  }

  async #read(path: string): Promise<string> {
    return new TextDecoder().decode(await this.#fs.readFile(this.#uri(path)));
  }

  #uri(path: string): vscode.Uri {
    return path === '' ? this.#folder : this.#folder.with({ path: `${this.#folder.path}/${path}` });
  }
}

/** Whether the editor says that a file is not there. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && (error as Partial<vscode.FileSystemError>).code === 'FileNotFound';
}
