import * as vscode from 'vscode';
import type { ChecklistEntry } from '../../core/checklist/checklist';
import { parseSignOff, serialiseSignOff, signOffPath, type SignOff } from '../../core/checklist/sign-off';
import { EditorGit } from '../ports/editor-git';
import { systemClock } from '../ports/system-clock';
import type { VsCodeFiles } from '../ports/vs-code-files';

/** Who ticked what, for the items of persons that are ticked in the spec, by the item's id. */
export async function readSignOffs(
  files: VsCodeFiles,
  spec: string,
  checklist: readonly ChecklistEntry[],
): Promise<ReadonlyMap<string, SignOff>> {
  const ticked = checklist.filter(({ verifiedBy, state }) => verifiedBy === 'person' && state === 'pass');
  const read = await Promise.all(
    ticked.map(async ({ id }) => {
      const bytes = await files.readFile(signOffPath(spec, id)).catch(() => null);
      const signOff = bytes === null ? null : parseSignOff(new TextDecoder().decode(bytes));
      return signOff?.item === id ? [[id, signOff] as const] : [];
    }),
  );
  return new Map(read.flat());
}

/** Records who ticked an item and when, or takes that back with the tick. */
export async function recordSignOff(
  files: VsCodeFiles,
  spec: string,
  item: string,
  checked: boolean,
): Promise<void> {
  const uri = files.uri(signOffPath(spec, item));
  if (!checked) {
    await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
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
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(serialiseSignOff(signOff)));
}
