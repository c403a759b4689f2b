import * as vscode from 'vscode';
import { taskBrief } from '../../core/export/agent-brief';
import { exportFormats, exportSpec } from '../../core/export/formats';
import { handOffOf, type HandOff as HandOffSpec } from '../../core/export/hand-off';
import { scenarioGaps } from '../../core/export/scenarios';
import { withoutSecrets } from '../../core/secrets/mask-secrets';
import { tell } from '../messages/tell';
import { specOf } from '../drift/chosen-spec';
import { systemClock } from '../ports/system-clock';
import type { SpecLibrary } from '../review/library/spec-library';
import { writeExport } from './export-files';
import { importFrom } from './import-documents';

/** What hands specs on and takes them in. */
export interface HandOff {
  /**
   * Puts a brief into the clipboard.
   *
   * @param spec `null` for the active one
   * @param task `null` for the whole spec
   */
  copyBrief(spec: vscode.Uri | null, task: string | null): Promise<void>;
  /** @param request `{ to, folder }` for what would be asked else, such as another extension gives it */
  exportSpec(spec: vscode.Uri | null, request: unknown): Promise<void>;
  /** @param folder `null` for one that the person chooses */
  importSpec(folder: vscode.Uri | null): Promise<void>;
}

export function createHandOff(library: SpecLibrary): HandOff {
  const read = async (clicked: vscode.Uri | null): Promise<Read | null> => {
    const spec = await specOf(library, clicked);
    if (spec === null) return null;
    const handOff = handOffOf(spec.report, systemClock.now().toISOString().slice(0, 10));
    return { handOff, folder: spec.folder };
  };
  return {
    async copyBrief(clicked, task) {
      const found = await read(clicked);
      if (found === null) return;
      const { handOff } = found;
      if (task !== null && handOff.spec.tasks.every(({ id }) => id !== task))
        return tell('warning', vscode.l10n.t('The spec has no task {0}.', task));
      await vscode.env.clipboard.writeText(withoutSecrets(taskBrief(handOff, task ?? '')));
      tell('info', vscode.l10n.t('The brief for {0} is in the clipboard.', task ?? handOff.title));
    },
    async exportSpec(clicked, request) {
      const found = await read(clicked);
      if (found === null) return;
      const { to, folder } = readRequest(request);
      const format = exportFormats.find(({ id }) => id === to) ?? (await pickFormat());
      if (format === undefined) return;
      const target = folder ?? (await pickFolder(found.folder));
      if (target === undefined) return;
      const place = placeOf(found.folder.uri, target);
      const existing =
        format.numbersIn === null ? [] : await namesIn(vscode.Uri.joinPath(target, format.numbersIn));
      await writeExport(
        target,
        exportSpec(format, found.handOff, { place, existing, task: null }),
        folder !== null,
        format.scenarios ? unstatedIn(found.handOff) : null,
      );
    },
    importSpec: importFrom,
  };
}

/** What the scenarios of an export could not state, as a sentence, or `null`. */
function unstatedIn(handOff: HandOffSpec): string | null {
  const { withoutCriterion, withoutCondition, withoutText } = scenarioGaps(handOff);
  const incomplete = withoutCondition.length + withoutText.length;
  return withoutCriterion.length + incomplete === 0
    ? null
    : vscode.l10n.t(
        'Not stated in the source: criteria of requirements ({0}), conditions of scenarios ({1}).',
        withoutCriterion.length,
        incomplete,
      );
}

interface Read {
  readonly handOff: HandOffSpec;
  readonly folder: vscode.WorkspaceFolder;
}

function readRequest(request: unknown): { readonly to: string | null; readonly folder: vscode.Uri | null } {
  const { to, folder } = (typeof request === 'object' && request !== null ? request : {}) as {
    readonly to?: unknown;
    readonly folder?: unknown;
  };
  return { to: typeof to === 'string' ? to : null, folder: folder instanceof vscode.Uri ? folder : null };
}

async function pickFormat(): Promise<(typeof exportFormats)[number] | undefined> {
  const picked = await vscode.window.showQuickPick(
    exportFormats.map((format) => ({ label: format.name, description: describe(format.id), format })),
    { title: vscode.l10n.t('Export Tech Spec'), placeHolder: vscode.l10n.t('For which tool?') },
  );
  return picked?.format;
}

function describe(id: string): string {
  switch (id) {
    case 'agent-brief':
      return vscode.l10n.t('one document that holds all a coding agent needs');
    case 'json':
      return vscode.l10n.t('requirements, tasks and sections as data');
    case 'github-issues':
      return vscode.l10n.t('a shell script to read and run, one issue per task');
    default:
      return '';
  }
}

async function pickFolder(own: vscode.WorkspaceFolder): Promise<vscode.Uri | undefined> {
  const here = { label: own.name, description: vscode.l10n.t('the workspace folder'), other: false };
  const other = { label: vscode.l10n.t('Another Folder…'), description: '', other: true };
  const picked = await vscode.window.showQuickPick([here, other], {
    title: vscode.l10n.t('Export Tech Spec'),
    placeHolder: vscode.l10n.t('Into which folder?'),
  });
  if (picked === undefined) return undefined;
  if (!picked.other) return own.uri;
  const chosen = await vscode.window.showOpenDialog({
    ...{ canSelectFiles: false, canSelectFolders: true, canSelectMany: false },
    ...{ defaultUri: own.uri, openLabel: vscode.l10n.t('Export Here') },
  });
  return chosen?.[0];
}

/** Where a folder lies in the workspace folder, or `null` where it lies elsewhere. */
function placeOf(root: vscode.Uri, folder: vscode.Uri): string | null {
  if (root.scheme !== folder.scheme || root.authority !== folder.authority) return null;
  if (root.path === folder.path) return '';
  const start = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return folder.path.startsWith(start) ? folder.path.slice(start.length).replace(/\/$/, '') : null;
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name),
    () => [],
  );
}
