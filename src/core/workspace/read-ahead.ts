import type { FileSystem } from '../ports/file-system';
import type { Source } from '../source/source';
import { parentPath } from '../text/path';
import { aiIgnoreFiles } from './files/ai-ignore';
import { consider, type Considered, type ReadCandidate } from './documents/considered';
import { estimateTokens } from '../text/estimate-tokens';
import type { Candidate } from './documents/find-documents';
import { referencesIn, refers } from './documents/follow-references';
import { prepareRule } from './rules/judge-rule';
import { mapConcurrently } from './files/map-concurrently';
import { readDocument } from './documents/read-document';
import type { TextFile } from './files/read-text';
import { documentTerms, sourceTerms } from './relevance/relevance';
import type { TermCounts } from './relevance/term-weights';
import { sourceDocuments } from './documents/source-documents';
import { pathsNamedBy } from './rules/touched-files';
import { isToldByNearness, plainOf } from './documents/twins';

const readsAtOnce = 32;

/**
 * What is made of each document alone, made once: for those that git tracks while it still looks for what has changed,
 * which takes longer. Whether a document is taken is decided later, when all of them are known.
 */
export class ReadAhead {
  readonly #files: FileSystem;
  readonly #texts = new Map<string, Promise<TextFile>>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /**
   * Reads documents and other texts, and makes of documents and source what either gives alone; nothing waits for it, and
   * nothing fails. Where a file above one of them says what is kept from tools like this one, nothing is read before all
   * such files are known.
   *
   * @param others paths of texts that are no documents
   */
  start(
    candidates: readonly Candidate[],
    others: readonly string[],
    source: Source | undefined,
    signal: AbortSignal | undefined,
  ): void {
    void this.#start(candidates, others, signal).catch(() => undefined);
    if (source === undefined) return;
    sourceTerms(source);
    pathsNamedBy(source);
    sourceDocuments(source);
  }

  async #start(
    candidates: readonly Candidate[],
    others: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const folders = new Set<string>();
    for (const path of [...candidates.map((candidate) => candidate.path), ...others])
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
        const document = this.consider({ ...candidate, file, wanted: null });
        this.termsOf(document);
        this.tokensOf(document);
        plainOf(document.frontMatter, isToldByNearness(candidate.place.kind));
        if (refers(document)) {
          prepareRule(document);
          referencesIn(document);
        }
      },
      signal,
    );
    await mapConcurrently(others, readsAtOnce, async (path) => this.read(path), signal);
  }

  /** The text of a file; never rejects. */
  read(path: string): Promise<TextFile> {
    const text = this.#texts.get(path) ?? readDocument(this.#files, path);
    this.#texts.set(path, text);
    return text;
  }

  /** What a document says of itself. */
  consider(candidate: ReadCandidate): Considered {
    const made = madeOf(candidate);
    made.said ??= consider(candidate);
    const { frontMatter, title } = made.said;
    return { ...candidate, frontMatter, title };
  }

  /** The words of a document for ranking. */
  termsOf(document: Considered): TermCounts {
    const made = madeOf(document);
    made.terms ??= documentTerms(document.title, document.path, document.frontMatter.body);
    return made.terms;
  }

  tokensOf({ path, file }: Pick<ReadCandidate, 'path' | 'file'>): number {
    const made = madeOf({ path, file });
    made.tokens ??= estimateTokens(file.text);
    return made.tokens;
  }
}

/** What was made of each file under each of the paths that lead to it. */
const madeOfFiles = new WeakMap<ReadCandidate['file'], Map<string, Made>>();

function madeOf({ path, file }: Pick<ReadCandidate, 'path' | 'file'>): Made {
  const ofFile = madeOfFiles.get(file) ?? new Map<string, Made>();
  madeOfFiles.set(file, ofFile);
  const made = ofFile.get(path) ?? {};
  ofFile.set(path, made);
  return made;
}

/** What was made of a document so far. */
interface Made {
  said?: Pick<Considered, 'frontMatter' | 'title'>;
  terms?: TermCounts;
  tokens?: number;
}
