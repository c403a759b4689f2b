import { answersPath } from '../clarify/answers-file';
import { readKeptAnswers } from '../clarify/kept-answers';
import type { FileSystem } from '../ports/file-system';
import { sourceParts } from '../provenance/source-parts';
import type { Receipt } from '../receipt/receipt';
import type { Source } from '../source/source';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { Template } from '../template/template';
import { sha256Hex } from '../text/hash';
import { mapConcurrently } from '../workspace/files/map-concurrently';
import { acceptanceFolder, parseAcceptance, withAcceptances, type DriftAcceptance } from './acceptance';
import { citedPaths, fileHash, withoutReturns } from './cited-files';
import type { Drift } from './drift';
import type { CurrentDocument, DriftState } from './drift-state';
import { findDrift } from './find-drift';

const readsAtOnce = 16;
/** More than these are not read for one spec. */
const mostAcceptances = 1000;

/** Hashes of files by what they are compared with, kept from one look to the next while no file changes. */
export type KnownHashes = Map<string, Promise<string | null>>;

export interface ReadDriftInput {
  readonly files: FileSystem;
  /** Of the spec. */
  readonly path: string;
  readonly spec: SpecDocument;
  /** Template section key to the spec's section. */
  readonly sections: ReadonlyMap<string, SpecSection>;
  readonly receipt: Receipt;
  readonly template: Template | null;
  /** As it is now; `null` where it is gone. */
  readonly source: Source | null;
  /** Documents that count for the source now; `null` where the workspace was not read: then no file of it is looked at. */
  readonly found: readonly CurrentDocument[] | null;
  /** Asks git which files differ from those of a commit; see `changedSince`. */
  readonly changedSince?: (
    commit: string,
    paths: readonly string[],
  ) => Promise<ReadonlyMap<string, 'changed' | 'removed'>>;
  readonly hashes?: KnownHashes;
}

/** What has changed around a spec since its receipt, accepted drifts marked. Never rejects: what can't be read counts as it was. */
export async function readDrift(input: ReadDriftInput): Promise<readonly Drift[]> {
  const { files, path, receipt, spec, sections } = input;
  const drifts = findDrift({ receipt, scope: { spec, sections }, now: await readState(input) });
  return drifts.length === 0 ? drifts : withAcceptances(drifts, await readAcceptances(files, path));
}

async function readState(input: ReadDriftInput): Promise<DriftState> {
  const { files, receipt, spec, source, template, found, hashes: known = new Map() } = input;
  const cited = found === null ? [] : citedPaths(spec);
  const { commit } = receipt.git ?? { commit: null };
  const apart = new Set(receipt.context.documents.map((document) => document.path));
  const unknown = cited.filter((one) => receipt.files?.[one] === undefined && !apart.has(one));
  const byGit =
    commit === null || input.changedSince === undefined || unknown.length === 0
      ? new Map<string, 'changed' | 'removed'>()
      : await input.changedSince(commit, unknown);
  return {
    source: source === null ? null : { ...source, parts: sourceParts(source) },
    answers: await readAnswersBeside(files, input.path),
    found,
    hashes: found === null ? new Map() : await readHashes(files, receipt, [...cited, ...byGit.keys()], known),
    template,
    byGit,
  };
}

async function readHashes(
  files: FileSystem,
  receipt: Receipt,
  cited: readonly string[],
  known: KnownHashes,
): Promise<ReadonlyMap<string, string | null>> {
  const once = (key: string, read: () => Promise<string | null>): Promise<string | null> => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const hash = read();
    known.set(key, hash);
    return hash;
  };
  const documents = new Map(receipt.context.documents.map(({ path, sha256 }) => [path, sha256]));
  const paths = [...new Set([...documents.keys(), ...cited])];
  const hashed = await mapConcurrently(paths, readsAtOnce, async (path) => {
    const was = documents.get(path);
    const hash = await (was === undefined
      ? once(path, () => fileHash(files, path))
      : once(`${path}\n${was}`, () => documentHash(files, path, was)));
    return [path, hash] as const;
  });
  return new Map(hashed);
}

/** Receipts have hashes of documents as they lay there; with other line ends, as a checkout gives them, it is the same one. */
async function documentHash(files: FileSystem, path: string, was: string): Promise<string | null> {
  const bytes = await files.readFile(path).catch(() => null);
  if (bytes === null) return null;
  const is = sha256Hex(bytes);
  if (is === was) return is;
  const plain = withoutReturns(bytes);
  return [plain, withReturns(plain)].some((form) => sha256Hex(form) === was) ? was : is;
}

function withReturns(bytes: Uint8Array): Uint8Array {
  const result: number[] = [];
  for (const byte of bytes) {
    if (byte === 10) result.push(13);
    result.push(byte);
  }
  return Uint8Array.from(result);
}

/** `null` where there are none, or some can't be read: what those say is not known then. */
async function readAnswersBeside(files: FileSystem, spec: string): Promise<DriftState['answers']> {
  const kept = await readKeptAnswers(files, spec);
  if (kept === null || kept.problems.length > 0) return null;
  const [path = answersPath(spec)] = kept.texts.keys();
  return { path, given: kept.answers, places: kept.places };
}

async function readAcceptances(files: FileSystem, spec: string): Promise<readonly DriftAcceptance[]> {
  const folder = acceptanceFolder(spec);
  const entries = await files.readDirectory(folder).catch(() => []);
  const names = entries
    .filter(({ name, type }) => type === 'file' && name.endsWith('.json'))
    .map(({ name }) => name)
    .sort()
    .slice(0, mostAcceptances);
  const read = await mapConcurrently(names, readsAtOnce, async (name) => {
    const bytes = await files.readFile(`${folder}/${name}`).catch(() => null);
    return bytes === null ? null : parseAcceptance(new TextDecoder().decode(bytes));
  });
  return read.filter((one) => one !== null);
}
