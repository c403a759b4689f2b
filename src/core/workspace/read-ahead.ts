import type { FileSystem } from '../ports/file-system';
import { parentPath } from '../text/path';
import { aiIgnoreFiles } from './ai-ignore';
import { consider, type Considered } from './considered';
import type { Candidate } from './find-documents';
import { mapConcurrently } from './map-concurrently';
import { readText, type TextFile } from './read-text';
import { documentTerms } from './relevance';
import type { TermCounts } from './term-weights';
import { isToldByNearness, PlainLines } from './twins';

const readsAtOnce = 32;

/**
 * What is made of each document alone, made once: for those that git tracks while it still looks for what has changed,
 * which takes longer. Whether a document is taken is decided later, when all of them are known.
 */
export class ReadAhead {
  readonly plain = new PlainLines();
  readonly #files: FileSystem;
  readonly #texts = new Map<string, Promise<TextFile>>();
  readonly #terms = new Map<string, { readonly file: TextFile; readonly counts: TermCounts }>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /**
   * Reads documents and counts their words; nothing waits for it, and nothing fails. Where a file above a document says
   * what is kept from tools like this one, nothing is read before all such files are known.
   */
  start(candidates: readonly Candidate[], signal: AbortSignal | undefined): void {
    void this.#start(candidates, signal).catch(() => undefined);
  }

  async #start(candidates: readonly Candidate[], signal: AbortSignal | undefined): Promise<void> {
    const folders = new Set<string>();
    for (const { path } of candidates)
      for (let at = path; at !== '';) {
        at = parentPath(at);
        folders.add(at);
      }
    const entries = await mapConcurrently(
      [...folders],
      readsAtOnce,
      (folder) => this.#files.readDirectory(folder),
      signal,
    );
    if (entries.flat().some(({ name }) => aiIgnoreFiles.has(name))) return;
    await mapConcurrently(
      candidates,
      readsAtOnce,
      async (candidate) => {
        const file = await this.read(candidate.path);
        if (file.kind === 'rejected') return;
        const document = consider({ ...candidate, file, wanted: null });
        this.termsOf(document);
        this.plain.of(document.frontMatter.body, isToldByNearness(candidate.place.kind));
      },
      signal,
    );
  }

  /** The text of a document; never rejects. */
  read(path: string): Promise<TextFile> {
    const text = this.#texts.get(path) ?? readText(this.#files, path);
    this.#texts.set(path, text);
    return text;
  }

  /** The words of a document for ranking. */
  termsOf({ path, file, title, frontMatter }: Considered): TermCounts {
    const known = this.#terms.get(path);
    if (known?.file === file) return known.counts;
    const counts = documentTerms(title, path, frontMatter.body);
    this.#terms.set(path, { file, counts });
    return counts;
  }
}
