import type { FileSystem } from '../ports/file-system';
import type { CorrectionsFile } from '../source/corrections/corrections-file';
import { parseCorrections } from '../source/corrections/corrections-file';
import type { SourceIds } from '../source/identity/known-ids';
import { sketchOf } from '../source/identity/sketch';
import { parentPath } from '../text/path';
import { compareText } from '../text/path-order';
import { parseReceipt } from './parse-receipt';
import type { Receipt } from './receipt';

/** More records than this are not read for one source; nor is a longer file, in bytes. */
const mostRecords = 500;
const largestRecord = 4_000_000;

/** What lies beside specs in a workspace and is about one source. */
export interface SourceRecords {
  /** What is known of its ids, the newest first; of equally new ones receipts first, then by path. */
  readonly previous: readonly SourceIds[];
  /** The newest corrections, or `null` where there are none. */
  readonly corrections: FoundCorrections | null;
  /** Paths of the specs that were made from it and are still there, that of the newest receipt first. */
  readonly specs: readonly string[];
}

export interface FoundCorrections {
  /** Where they lie. */
  readonly path: string;
  readonly file: CorrectionsFile;
}

/** Nothing is known of a source at first sight. */
export const noRecords: SourceRecords = { previous: [], corrections: null, specs: [] };

/** What {@link findRecords} can use: endings of the files' names. */
export const recordEndings = ['.receipt.json', '.corrections.json'] as const;

/**
 * Finds what earlier drafts and corrections left about one source. Files that can't be read, or are about something
 * else, say nothing. Whatever the order of `paths`, the outcome is the same.
 *
 * @param paths files of the workspace, records among them
 * @param source path of the source, relative to the same root
 */
export async function findRecords(
  files: FileSystem,
  paths: readonly string[],
  source: string,
): Promise<SourceRecords> {
  const [receipts, corrections] = await Promise.all([
    receiptsAbout(files, paths, source),
    correctionsAbout(files, paths, source),
  ]);
  const ids = corrections.flatMap(({ file }) => file.ids ?? []);
  const specs = await Promise.all(newestFirst(receipts).map(({ path }) => specBeside(files, path)));
  return {
    previous: newestFirst([...receipts.map(({ known, revision }) => ({ revision, known })), ...ids]),
    corrections: corrections[0] ?? null,
    specs: specs.filter((path) => path !== null),
  };
}

/** The spec that a receipt lies beside; `null` where it is gone. */
async function specBeside(files: FileSystem, receipt: string): Promise<string | null> {
  const stem = receipt.slice(0, -recordEndings[0].length);
  for (const path of [`${stem}.md`, `${stem}.markdown`]) {
    const found = await files.stat(path).catch(() => undefined);
    if (found?.type === 'file') return path;
  }
  return null;
}

/** The sort is stable: equally new ones stay in their order. */
function newestFirst<Ids extends SourceIds>(lists: readonly Ids[]): readonly Ids[] {
  return [...lists].sort((a, b) => b.revision - a.revision);
}

/** What the receipts about a source know of its ids, by path. Those that can't be read say nothing. */
async function receiptsAbout(
  files: FileSystem,
  paths: readonly string[],
  source: string,
): Promise<readonly (SourceIds & { readonly path: string })[]> {
  const found = await Promise.all(
    ending(paths, recordEndings[0]).map(async (path) => {
      const text = await readSmall(files, path);
      const parsed = text === null ? null : parseReceipt(text);
      if (parsed === null || !('receipt' in parsed)) return [];
      return isAbout(path, parsed.receipt.source.path, source)
        ? [{ ...idsOfReceipt(parsed.receipt), path }]
        : [];
    }),
  );
  return found.flat();
}

/** The newest first; of equally new ones the first by path. */
async function correctionsAbout(
  files: FileSystem,
  paths: readonly string[],
  source: string,
): Promise<readonly FoundCorrections[]> {
  const found = await Promise.all(
    ending(paths, recordEndings[1]).map(async (path): Promise<readonly FoundCorrections[]> => {
      const text = await readSmall(files, path);
      const parsed = text === null ? null : parseCorrections(text);
      if (parsed === null || !('file' in parsed)) return [];
      return isAbout(path, parsed.file.source, source) ? [{ path, file: parsed.file }] : [];
    }),
  );
  return found.flat().sort((a, b) => b.file.revision - a.file.revision);
}

function ending(paths: readonly string[], end: string): readonly string[] {
  return paths
    .filter((path) => path.toLowerCase().endsWith(end))
    .sort(compareText)
    .slice(0, mostRecords);
}

/** The ids a receipt knows; of one written before ids were recorded, those of its requirements. */
export function idsOfReceipt({ source }: Receipt): SourceIds {
  if (source.ids === undefined)
    return {
      revision: 0,
      known: source.requirements.map(({ id, fingerprint, title }) => ({
        ...{ id, fingerprint, group: null },
        sketch: sketchOf(title),
      })),
    };
  const titles = new Map(source.requirements.map(({ id, title }) => [id, title]));
  return {
    ...source.ids,
    known: source.ids.known.map((known) =>
      titles.has(known.id) ? { ...known, title: titles.get(known.id) } : known,
    ),
  };
}

/**
 * Whether a record beside a spec names a source: by its path from the workspace root, or from a folder around the
 * record that was the root when it was written.
 */
export function isAbout(recordPath: string, named: string, source: string): boolean {
  if (named === source) return true;
  if (named === '' || !source.endsWith(`/${named}`)) return false;
  const root = source.slice(0, -named.length);
  return `${parentPath(recordPath)}/`.startsWith(root);
}

/** Text of a file, or `null` where it is absent, unreadable or too large to be one of ours. */
async function readSmall(files: FileSystem, path: string): Promise<string | null> {
  const bytes = await files.readFile(path).catch(() => null);
  return bytes === null || bytes.byteLength > largestRecord ? null : new TextDecoder().decode(bytes);
}
