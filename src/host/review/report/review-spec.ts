import * as vscode from 'vscode';
import { tickEdit } from '../../../core/checklist/tick';
import { CheckMemory } from '../../../core/checks/check-memory';
import { receiptPath } from '../../../core/spec/receipt-path';
import { joinSettings } from '../../../core/checks/check-settings';
import { checkSpecFile } from '../../../core/checks/check-spec-file';
import type { Severity } from '../../../core/checks/finding';
import type { FileSystem } from '../../../core/ports/file-system';
import { describeDrift, describeEffects, describeWaiting } from '../../../core/drift/describe-drift';
import { openDrifts } from '../../../core/drift/drift';
import { renderFinding } from '../../../core/checks/render-finding';
import type { TextRange } from '../../../core/text/position';
import { VsCodeFiles } from '../../ports/vs-code-files';
import type { TeamConfigs } from '../../settings/team-configs';
import type { TemplateLibrary } from '../../workspace/template-library';
import type { ReviewSpec } from './reviewed-spec';
import { readOpinions } from './opinions-beside';
import { recordSignOff, signedItems } from './sign-offs';
import type { SpecSurroundings } from './spec-surroundings';

/** Specs that are edited in turns; the parts of more are parsed anew. */
const mostRemembered = 20;

/** What reviews are made with. */
export interface ReviewParts {
  readonly templates: TemplateLibrary;
  readonly surroundings: SpecSurroundings;
  readonly configs: TeamConfigs;
}

/** Checks specs against the templates of their folder, with the severities that the settings ask for. */
export function reviewWith({ templates, surroundings, configs }: ReviewParts): ReviewSpec {
  const memories = new Map<
    string,
    { readonly revision: number; readonly records: number; readonly memory: CheckMemory }
  >();
  const memoryOf = (uri: vscode.Uri, records: number): CheckMemory => {
    const key = uri.toString();
    const known = memories.get(key);
    const { revision } = surroundings;
    const memory =
      known?.revision === revision ? known.memory : (known?.memory.withoutSource() ?? new CheckMemory());
    if (known?.records !== records) memory.records.forget();
    memories.delete(key);
    memories.set(key, { revision, records, memory });
    for (const oldest of memories.keys()) {
      if (memories.size <= mostRemembered) break;
      memories.delete(oldest);
    }
    return memory;
  };
  return async (uri, folder, text, records, receipt) => {
    const path = uri.path.slice(folder.uri.path.length).replace(/^\/+/, '');
    // What a person set wins over what the team has agreed on.
    const settings = joinSettings((await configs.of(folder)).checks, checkSeverities(folder));
    const known = await templates.read(folder.uri);
    const files = new VsCodeFiles(folder.uri);
    const report = await checkSpecFile({
      path,
      text,
      files: receipt === undefined ? files : withFile(files, receiptPath(path), receipt),
      templates: known.templates,
      settings,
      // What is read of a draft that is not there yet is no knowledge of the file to be.
      memory: receipt === undefined ? memoryOf(uri, records) : new CheckMemory(),
      surround: (source) => surroundings.of(folder, path, source),
    });
    surroundings.doubt(uri, folder, report);
    return {
      uri,
      folder,
      path,
      report,
      findings: report.findings.map((finding) => ({
        ...finding,
        text: renderFinding(finding),
        editorRange: editorRange(finding),
      })),
      drifts: openDrifts(report.drift).map((drift) => ({
        ...drift,
        label: describeDrift(drift),
        touches: drift.kind === 'correction' ? describeWaiting(drift) : describeEffects(drift.affects),
      })),
      signOffs: await signedItems(files, report),
      opinions: await readOpinions(files, path, text),
      signOff: (item, checked) => recordSignOff(files, report, item, checked),
      tick: (entry, checked) => {
        const change = tickEdit(report.spec, entry, checked);
        return change === null ? null : new vscode.TextEdit(editorRange(change.range), change.newText);
      },
    };
  };
}

/** The same files, and one that is not there yet. */
function withFile(files: VsCodeFiles, path: string, text: string): FileSystem {
  return {
    readDirectory: (folder) => files.readDirectory(folder),
    stat: (asked) => files.stat(asked),
    resolveLink: (asked) => files.resolveLink(asked),
    readFile: (asked) =>
      asked === path ? Promise.resolve(new TextEncoder().encode(text)) : files.readFile(asked),
  };
}

/** A place as the editor counts, from 0. */
export function editorRange({ line, column, endLine, endColumn }: TextRange): vscode.Range {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}

/** Severities that a person set; `null` in the settings leaves a check as its template has it. */
export function checkSeverities(folder: vscode.WorkspaceFolder): Readonly<Record<string, Severity | 'off'>> {
  const checks = vscode.workspace
    .getConfiguration('techSpec', folder)
    .get<Readonly<Record<string, Severity | 'off' | null>>>('checks', {});
  const set = Object.entries(checks).filter(
    (entry): entry is [string, Severity | 'off'] => entry[1] !== null,
  );
  return Object.fromEntries(set);
}
