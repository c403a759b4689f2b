import {
  findRecords,
  idsOfReceipt,
  type FoundCorrections,
  type SourceRecords,
} from '../../core/receipt/find-records';
import { knowSource, type KnownSource } from '../../core/receipt/know-source';
import { parseReceipt } from '../../core/receipt/parse-receipt';
import type { SourceIds } from '../../core/source/identity/known-ids';
import { readSiblings } from '../../core/source/siblings/read-siblings';
import type { SourceKind } from '../../core/source/source';
import type { FileListing } from '../../core/workspace/files/list-files';
import { CliFailure } from '../failure';
import { inWorkspace, readSourceFile, type CliWorkspace } from './workspace';

export interface SourceOptions {
  readonly kind?: SourceKind;
  /** Which conversation of an export, from 1. */
  readonly conversation?: number;
  /** Receipt to take known ids from, as typed; by default all of the workspace that name the source. */
  readonly receipt?: string;
}

/** Where nobody named the workspace, no more of its files than this are looked through for receipts. */
export const mostFilesUnasked = 20_000;

export interface ListedSource extends KnownSource {
  /** Corrections that were applied, as they lie in the workspace; `null` where there are none. */
  readonly corrections: FoundCorrections | null;
  /** The workspace's files, so that they are listed once. */
  readonly listing: FileListing;
}

/**
 * Reads a source with the files beside it that define what it cites, with the ids that earlier drafts gave its requirements,
 * and with the corrections made to it.
 *
 * @param file as typed
 * @param mostFiles how many files of the workspace are looked through; by default all that `listFiles` gives
 * @throws CliFailure that names the file and what to do
 */
export async function readKnownSource(
  workspace: CliWorkspace,
  file: string,
  options: SourceOptions,
  mostFiles?: number,
): Promise<ListedSource> {
  const [listing, alone] = await Promise.all([
    workspace.listing(mostFiles),
    readSourceFile(workspace, file, options.kind, options.conversation),
  ]);
  const source = await readSiblings(alone, workspace.files);
  const { path } = source;
  const records =
    options.receipt === undefined
      ? await findRecords(workspace.files, listing.files, path)
      : await recordsAt(workspace, options.receipt, path);
  const { previous, corrections } = records;
  return { ...knowSource(source, previous, corrections?.file.corrections ?? []), corrections, listing };
}

/** What lies at a receipt that was named, its corrections included. */
async function recordsAt(workspace: CliWorkspace, receipt: string, source: string): Promise<SourceRecords> {
  const previous = [await idsIn(workspace, receipt)];
  const beside = inWorkspace(workspace, receipt).replace(/\.receipt\.json$/i, '.corrections.json');
  const { corrections } = await findRecords(workspace.files, [beside], source);
  return { previous, corrections, specs: [] };
}

async function idsIn(workspace: CliWorkspace, receipt: string): Promise<SourceIds> {
  const bytes = await workspace.files.readFile(inWorkspace(workspace, receipt)).catch(() => {
    throw new CliFailure(`${receipt}: the receipt cannot be read. Check the path.`);
  });
  const parsed = parseReceipt(new TextDecoder().decode(bytes));
  if ('receipt' in parsed) return idsOfReceipt(parsed.receipt);
  throw new CliFailure(`${receipt}: not a receipt (${parsed.error}). Name an x.receipt.json.`);
}
