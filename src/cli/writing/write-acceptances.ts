import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  acceptancePath,
  makeAcceptance,
  serialiseAcceptance,
  type DriftAcceptance,
} from '../../core/drift/acceptance';
import type { Drift } from '../../core/drift/drift';
import { CliFailure, errorCode } from '../failure';
import { fromHere, type CliWorkspace } from '../workspace/workspace';
import { writeWhole } from './write-whole';

/** What a person says of drifts. */
export interface AcceptanceWord {
  /** Why the spec holds in spite of them. */
  readonly reason: string;
  /** Who says so; `null` for whom git knows. */
  readonly by: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * Records for each drift that the spec may stay as it is, in a small file of its own beside the spec, as the editor does.
 *
 * @param path of the spec, relative to the workspace
 * @throws CliFailure where one can not be written, or a link leads out of the workspace
 */
export async function writeAcceptances(
  workspace: CliWorkspace,
  path: string,
  drifts: readonly Drift[],
  { reason, by, date }: AcceptanceWord,
): Promise<readonly DriftAcceptance[]> {
  const name = by ?? (await workspace.git.read())?.userName ?? null;
  const records = drifts.map((drift) => ({
    record: acceptancePath(path, drift),
    acceptance: makeAcceptance(drift, { note: reason, name, date }),
  }));
  for (const { record } of records)
    if (!(await workspace.files.staysInside(record)))
      throw new CliFailure(
        `${fromHere(workspace, record)} leads out of the workspace through a link. Nothing was written.`,
      );
  for (const { record, acceptance } of records) {
    const file = resolve(workspace.root, record);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeWhole(file, serialiseAcceptance(acceptance));
    } catch (error) {
      throw new CliFailure(
        `${fromHere(workspace, record)} cannot be written (${errorCode(error)}). Check its permissions.`,
      );
    }
  }
  return records.map(({ acceptance }) => acceptance);
}
