import type { FileSystem } from '../ports/file-system';
import type { SymbolSource } from '../ports/symbol-source';
import { readText } from '../workspace/files/read-text';
import { findSymbols } from './code/find-symbols';
import { languageOf } from './code/languages';
import type { ProjectSymbol } from './project-index';

/** Symbols by line patterns, for languages that have some; see docs/decisions/0005-symbols-by-line-patterns.md. */
export class PatternSymbols implements SymbolSource {
  readonly #files: FileSystem;

  constructor(files: FileSystem) {
    this.#files = files;
  }

  async symbolsOf(path: string): Promise<readonly ProjectSymbol[]> {
    const language = languageOf(path);
    if (language === null) return [];
    const file = await readText(this.#files, path);
    return file.kind === 'text' ? findSymbols(path, file.text, language) : [];
  }
}
