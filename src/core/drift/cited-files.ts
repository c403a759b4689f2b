import type { FileSystem } from '../ports/file-system';
import { filePlan } from '../spec/file-plan';
import { readPath } from '../spec/path-like';
import type { SpecDocument } from '../spec/spec-document';
import { sha256Hex } from '../text/hash';
import { joinPath } from '../text/path';
import { mapConcurrently } from '../workspace/files/map-concurrently';

/** More files than these no spec is about; larger ones are not code. */
const mostFiles = 500;
const largestFile = 2_000_000;
const readsAtOnce = 16;

/** Paths of files that a spec names, in tasks, tables of files and code spans, each once, sorted. */
export function citedPaths(spec: SpecDocument): readonly string[] {
  const named = [
    ...filePlan(spec).map(({ path }) => path),
    ...spec.codeSpans.flatMap(({ value }) => readPath(value)?.path ?? []),
  ];
  // What would lead out of the workspace is never looked at; a folder has no content of its own.
  const inside = named.filter((path) => !path.endsWith('/')).map((path) => joinPath('', path));
  return [...new Set(inside.filter((path) => path !== null))].sort().slice(0, mostFiles);
}

/**
 * Hashes of the files that a spec names and that are there, by path, for its receipt. Line ends do not count, as a checkout may
 * change them.
 */
export async function citedFiles(
  files: FileSystem,
  spec: SpecDocument,
): Promise<Readonly<Record<string, string>>> {
  const hashed = await mapConcurrently(citedPaths(spec), readsAtOnce, async (path) => {
    const hash = await fileHash(files, path);
    return hash === null ? [] : [[path, hash] as const];
  });
  return Object.fromEntries(hashed.flat());
}

/** Hash of a file whatever its line ends, or `null` where it is absent, unreadable or too large. */
export async function fileHash(files: FileSystem, path: string): Promise<string | null> {
  const stat = await files.stat(path).catch(() => undefined);
  if (stat?.type !== 'file' || stat.size > largestFile) return null;
  const bytes = await files.readFile(path).catch(() => null);
  return bytes === null ? null : sha256Hex(withoutReturns(bytes));
}

/** Bytes without carriage returns before line feeds: nothing has to be decoded, so binary files have a hash, too. */
export function withoutReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== 13 || bytes[index + 1] !== 10);
}
