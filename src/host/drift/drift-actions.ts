import * as vscode from 'vscode';
import {
  acceptancePath,
  longestNote,
  makeAcceptance,
  serialiseAcceptance,
} from '../../core/drift/acceptance';
import { tell } from '../messages/tell';
import { EditorGit, patienceForRecords } from '../ports/editor-git';
import { systemClock } from '../ports/system-clock';
import { VsCodeFiles } from '../ports/vs-code-files';
import type { ReviewedDrift, ReviewedSpec } from '../review/report/reviewed-spec';
import type { SpecLibrary } from '../review/library/spec-library';
import { specOf } from './chosen-spec';
import type { DriftTarget } from './drift-target';

/** Records that a spec may stay as it is in spite of a change, with the reason that the person gives. */
export async function acceptDrift(
  library: SpecLibrary,
  target: DriftTarget,
  given: string | null = null,
): Promise<void> {
  const found = await chooseDrifts(library, target, vscode.l10n.t('Drift to Accept'));
  if (found === null) return;
  const { spec, drifts } = found;
  const note = given ?? (await askNote(drifts));
  if (note === undefined) return;
  const files = new VsCodeFiles(spec.folder.uri);
  const git = await new EditorGit(spec.folder.uri, patienceForRecords).read();
  const written: Replaced[] = [];
  for (const drift of drifts) {
    const acceptance = makeAcceptance(drift, {
      note,
      name: git?.userName ?? null,
      date: systemClock.now().toISOString().slice(0, 10),
    });
    const uri = files.uri(acceptancePath(spec.path, drift));
    const content = new TextEncoder().encode(serialiseAcceptance(acceptance));
    written.push({ uri, before: await contentOf(uri), content });
    await vscode.workspace.fs.writeFile(uri, content);
  }
  library.refresh(spec.uri);
  tell('info', vscode.l10n.t('Accepted as it is: {0}', drifts.map(({ label }) => label).join(', ')), {
    label: vscode.l10n.t('Undo'),
    run: async () => {
      for (const one of written) await takeBack(one);
      library.refresh(spec.uri);
    },
  });
}

/** A file that was written, and what stood there before; `null` where nothing did. */
interface Replaced {
  readonly uri: vscode.Uri;
  readonly before: Uint8Array | null;
  readonly content: Uint8Array;
}

/** What somebody has changed since stays. */
async function takeBack({ uri, before, content }: Replaced): Promise<void> {
  const now = await contentOf(uri);
  if (now === null || now.length !== content.length || now.some((byte, index) => byte !== content[index]))
    return;
  if (before === null) await vscode.workspace.fs.delete(uri);
  else await vscode.workspace.fs.writeFile(uri, before);
}

async function contentOf(uri: vscode.Uri): Promise<Uint8Array | null> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => bytes,
    () => null,
  );
}

/** Shows what changed, at its place. */
export async function openDrift(library: SpecLibrary, target: DriftTarget): Promise<void> {
  const found = await chooseDrifts(library, target, vscode.l10n.t('What Changed'));
  const drift = found?.drifts[0];
  if (found === null || drift === undefined) return;
  const uri = drift.path === null ? null : vscode.Uri.joinPath(found.spec.folder.uri, drift.path);
  const isThere =
    uri !== null &&
    (await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    ));
  if (!isThere) return tell('info', vscode.l10n.t('{0}. There is nothing left to open.', drift.label));
  const at = new vscode.Position((drift.line ?? 1) - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}

/** The drifts that are meant; where a spec has several and none was named the person picks. */
async function chooseDrifts(
  library: SpecLibrary,
  target: DriftTarget,
  title: string,
): Promise<{ readonly spec: ReviewedSpec; readonly drifts: readonly ReviewedDrift[] } | null> {
  const spec = await specOf(library, target.spec);
  if (spec === null) return null;
  const drifts =
    target.drifts === null
      ? spec.drifts
      : spec.drifts.filter(({ id }) => target.drifts?.includes(id) === true);
  if (drifts.length === 0) {
    tell('info', vscode.l10n.t('Nothing has drifted from this spec.'));
    return null;
  }
  if (drifts.length === 1) return { spec, drifts };
  const picked = await vscode.window.showQuickPick(
    drifts.map((drift) => ({
      label: drift.label,
      detail: drift.touches ?? vscode.l10n.t('Touches no section that is known'),
      drift,
    })),
    { title, matchOnDetail: true },
  );
  return picked === undefined ? null : { spec, drifts: [picked.drift] };
}

async function askNote(drifts: readonly ReviewedDrift[]): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Accept: {0}', drifts.map(({ label }) => label).join(', ')),
    prompt: vscode.l10n.t(
      'Why does the spec hold in spite of this change? It is kept in a file beside the spec.',
    ),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === ''
        ? vscode.l10n.t('Write the reason in a few words.')
        : text.length > longestNote
          ? vscode.l10n.t('At most {0} characters.', longestNote)
          : null,
  });
}
