import * as vscode from 'vscode';
import type { ChecklistEntry } from '../../core/checklist/checklist';
import { readSignOffs, serialiseSignOff, signOffPath, type SignOff } from '../../core/checklist/sign-off';
import { EditorGit } from '../ports/editor-git';
import { systemClock } from '../ports/system-clock';
import type { VsCodeFiles } from '../ports/vs-code-files';

/** Who ticked what, for the items of persons that are ticked in the spec, by the item's id: whoever did so last. */
export async function signedItems(
  files: VsCodeFiles,
  spec: string,
  checklist: readonly ChecklistEntry[],
): Promise<ReadonlyMap<string, SignOff>> {
  const ticked = new Set(
    checklist.flatMap(({ id, verifiedBy, state }) =>
      verifiedBy === 'person' && state === 'pass' ? [id] : [],
    ),
  );
  if (ticked.size === 0) return new Map();
  const all = await readSignOffs(files, spec);
  return new Map(
    all.flatMap(({ record }) => (ticked.has(record.item) ? [[record.item, record] as const] : [])),
  );
}

/** Records who ticked an item and when, or takes that back with the tick. */
export async function recordSignOff(
  files: VsCodeFiles,
  spec: string,
  item: string,
  checked: boolean,
): Promise<void> {
  if (!checked) {
    for (const { path, record } of await readSignOffs(files, spec))
      if (record.item === item)
        await vscode.workspace.fs.delete(files.uri(path)).then(undefined, () => undefined);
    return;
  }
  const git = await new EditorGit(files.root).read();
  const signOff: SignOff = {
    version: 1,
    item,
    name: git?.userName ?? null,
    date: systemClock.now().toISOString().slice(0, 10),
    commit: git?.commit ?? null,
  };
  const uri = files.uri(signOffPath(spec, signOff));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(serialiseSignOff(signOff)));
}
