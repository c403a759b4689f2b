import * as vscode from 'vscode';
import { changedSince, signedState, type SignedPart } from '../../../core/checklist/signed-state';
import type { SpecFileReport } from '../../../core/checks/check-spec-file';
import { readSignOffs, serialiseSignOff, signOffPath, type SignOff } from '../../../core/checklist/sign-off';
import { EditorGit, patienceForRecords } from '../../ports/editor-git';
import { systemClock } from '../../ports/system-clock';
import type { VsCodeFiles } from '../../ports/vs-code-files';

/** A tick, and what of that which was ticked is another by now. */
export interface SignedItem {
  readonly record: SignOff;
  readonly changed: readonly SignedPart[];
}

/** Who ticked what, for the items of persons that are ticked in the spec, by the item's id: whoever did so last. */
export async function signedItems(
  files: VsCodeFiles,
  report: SpecFileReport,
): Promise<ReadonlyMap<string, SignedItem>> {
  const ticked = new Set(
    report.checklist.flatMap(({ id, verifiedBy, state }) =>
      verifiedBy === 'person' && state === 'pass' ? [id] : [],
    ),
  );
  if (ticked.size === 0) return new Map();
  const all = (await readSignOffs(files, report.path)).filter(({ record }) => ticked.has(record.item));
  if (all.length === 0) return new Map();
  const now = signedState(report);
  return new Map(all.map(({ record }) => [record.item, { record, changed: changedSince(record, now) }]));
}

/** Records who ticked an item, when and of which text, or takes that back with the tick. */
export async function recordSignOff(
  files: VsCodeFiles,
  report: SpecFileReport,
  item: string,
  checked: boolean,
): Promise<void> {
  if (!checked) {
    for (const { path, record } of await readSignOffs(files, report.path))
      if (record.item === item)
        await vscode.workspace.fs.delete(files.uri(path)).then(undefined, () => undefined);
    return;
  }
  const git = await new EditorGit(files.root, patienceForRecords).read();
  const { spec, source } = signedState(report);
  const signOff: SignOff = {
    version: 1,
    item,
    spec,
    ...(source === null ? {} : { source }),
    name: git?.userName ?? null,
    date: systemClock.now().toISOString().slice(0, 10),
    commit: git?.commit ?? null,
  };
  const uri = files.uri(signOffPath(report.path, signOff));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(serialiseSignOff(signOff)));
}
