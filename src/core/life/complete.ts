import type { SpecEdit } from '../checks/spec-fix';
import type { FileSystem } from '../ports/file-system';
import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument } from '../spec/spec-document';
import { offsetOf } from '../spec/text-range';
import { editDocument } from '../spec/written-text';
import { sha256Hex } from '../text/hash';
import { climbsOut, fileName, isAbsolutePath, joinPath, parentPath } from '../text/path';
import { mapConcurrently } from '../workspace/files/map-concurrently';
import { approvalFolder } from './approval';
import { companionMoves } from './companions';
import { isAmongCompleted } from './completed-folder';
import { mendedLinks, mendedRecord } from './mend-links';

const readsAtOnce = 16;
const largestFile = 2_000_000;

/** Where implemented specs go unless a setting says otherwise: below the folder of the spec. */
export const usualCompletedFolder = '{specDir}/completed';

/** A text of the workspace as it is after the move; where it is moved itself, at its old path. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What marks a spec as implemented. */
export interface Completion {
  /** The spec first; folders move whole. Empty where it lies among completed ones already. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** The spec first. */
  readonly texts: readonly ChangedText[];
}

/** Why a spec can not be moved: an English message with `{0}` placeholders. */
export interface CompletionRefusal {
  readonly message: string;
  readonly args: readonly string[];
}

export interface CompletionInput {
  readonly files: FileSystem & {
    /** Whether a path stays in the workspace with all links followed. */
    staysInside(path: string): Promise<boolean>;
  };
  readonly spec: SpecDocument;
  readonly path: string;
  /** That give it its status. */
  readonly edits: readonly SpecEdit[];
  /** Files of the workspace, relative to the root. */
  readonly listed: readonly string[];
  /** Folder for implemented specs, `{specDir}` for the spec's own. */
  readonly folder: string;
}

/**
 * Where a completed spec lies.
 *
 * @returns its own path where that is among completed ones, `null` where the folder leads out of the workspace
 */
export function completedPath(path: string, folder: string): string | null {
  if (isAmongCompleted(path)) return path;
  const named = folder
    .replaceAll('{specDir}', parentPath(path))
    .replace(/\\/g, '/')
    .replace(/^\/+(?=completed$)/u, '');
  if (climbsOut(named) || isAbsolutePath(named)) return null;
  return joinPath(named, fileName(path));
}

/**
 * Plans how a spec becomes an implemented one: its status, its move to the folder of those together with all that lies beside
 * it, and every link and path to it in Markdown files and receipts of the workspace. Nothing is written.
 *
 * @returns a refusal where something lies at the new place already. Never rejects; files that can't be read are left as they are
 */
export async function planCompletion(input: CompletionInput): Promise<Completion | CompletionRefusal> {
  const { files, spec, path, folder } = input;
  const to = completedPath(path, folder);
  if (to === null || !(await files.staysInside(to)))
    return { message: 'The folder {0} for implemented specs leads out of the workspace.', args: [folder] };
  const moves = to === path ? [] : [{ from: path, to }, ...(await companionMoves(files, path, to))];
  for (const move of moves)
    if ((await files.stat(move.to).catch(() => undefined)) !== undefined)
      return { message: '{0} is there already. Move it away, or name another folder.', args: [move.to] };
  const moved = new Map(moves.map((move) => [move.from, move.to]));
  const after = editDocument(spec, [
    ...input.edits,
    ...apartFrom(spec, mendedLinks(spec, path, moved), input.edits),
  ]);
  const own: ChangedText = { path, before: spec.written, after };
  const values = new Map([...moved, [sha256Hex(spec.written), sha256Hex(after)]]);
  const others = await mapConcurrently(
    moves.length === 0 ? [] : input.listed.filter((one) => one !== path && isMended(one, path)),
    readsAtOnce,
    (one) => mended(files, one, moved, values),
  );
  return { moves, texts: [own, ...others.filter((one) => one !== null)] };
}

/** Edits that leave alone what others change: a link in a value that goes with its status leads nowhere afterwards. */
function apartFrom(
  { lines }: SpecDocument,
  edits: readonly SpecEdit[],
  others: readonly SpecEdit[],
): readonly SpecEdit[] {
  const span = ({ range }: SpecEdit): { readonly start: number; readonly end: number } => ({
    start: offsetOf(lines, range.line, range.column),
    end: offsetOf(lines, range.endLine, range.endColumn),
  });
  const taken = others.map(span);
  return edits.filter((edit) => {
    const { start, end } = span(edit);
    return taken.every((other) => other.end <= start || other.start >= end);
  });
}

/** Markdown and records; approvals say where a spec lay then. */
function isMended(path: string, spec: string): boolean {
  if (path.startsWith(`${approvalFolder(spec)}/`)) return false;
  return /\.(?:md|markdown|mdc)$|\.(?:receipt|answers|corrections)\.json$|\.answers\/[^/]+\.json$/iu.test(
    path,
  );
}

async function mended(
  files: FileSystem,
  path: string,
  moved: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, string>,
): Promise<ChangedText | null> {
  const bytes = await files.readFile(path).catch(() => null);
  if (bytes === null || bytes.byteLength > largestFile) return null;
  const before = utf8(bytes);
  if (before === null) return null;
  if (path.endsWith('.json')) {
    const after = mendedRecord(before, values);
    return after === null || after === before ? null : { path, before, after };
  }
  // Parsing each document of a workspace would take long, and most say nothing of what is moved.
  if (
    ![...moved.keys()].some(
      (one) => before.includes(encodeURI(fileName(one))) || before.includes(fileName(one)),
    )
  )
    return null;
  const document = parseSpec(before);
  const edits = mendedLinks(document, path, moved);
  return edits.length === 0 ? null : { path, before, after: editDocument(document, edits) };
}

/** `null` for other bytes: they could not be written back as they were. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
