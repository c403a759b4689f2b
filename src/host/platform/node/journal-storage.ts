import { mkdir, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type * as vscode from 'vscode';
import type { AppendedFile, JournalFiles, Writers } from '../journal-files';

/** The disk, where what was appended outlives a machine that goes down. */
export class DiskJournalFiles implements JournalFiles {
  readonly #folder: string;

  /** @param folder absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  names(folder: string): Promise<readonly string[]> {
    return readdir(join(this.#folder, folder)).catch(() => []);
  }

  text(path: string): Promise<string> {
    return readFile(join(this.#folder, path), 'utf8').catch(() => '');
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.#folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  async open(path: string): Promise<AppendedFile> {
    const file = await open(join(this.#folder, path), 'a');
    return {
      append: async (text) => {
        await file.appendFile(text);
        // In the file system is not yet on the disk.
        await file.datasync();
      },
      close: () => file.close(),
    };
  }

  remove(path: string): Promise<void> {
    return rm(join(this.#folder, path), { recursive: true, force: true });
  }

  async changed(folder: string): Promise<number> {
    return (await stat(join(this.#folder, folder))).mtimeMs;
  }
}

export function journalFiles(folder: vscode.Uri): JournalFiles {
  return new DiskJournalFiles(folder.fsPath);
}

/** A process id is given again after a while, so that a folder nobody touches for long belongs to nobody. */
const longestSilenceMs = 60 * 60_000;

export const writers: Writers = {
  own: process.pid,
  knownAfterMs: 0,
  mayLive(writer, silentMs) {
    if (writer === process.pid || silentMs >= longestSilenceMs) return false;
    try {
      process.kill(writer, 0);
      return true;
    } catch {
      return false;
    }
  },
};
