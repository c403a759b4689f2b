import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { ActiveSpec } from '../../../src/host/review/library/active-spec';
import { ChecklistTree } from '../../../src/host/review/checklist/checklist-tree';
import { closeAll } from '../open-window';
import { parts } from '../host/workspace-under-test';
import { printedFile, type Printed, type PrintedByFolder } from './printed';

/** Bars the way to a comparison of nothing: so many specs are there without the corpus, and with it. */
const fewestSpecs = { alone: 50, withCorpus: 70 };
const severities: Readonly<Record<vscode.DiagnosticSeverity, string>> = ['error', 'warning', 'info', 'hint'];
const stateOfIcon: Readonly<Record<string, string>> = { pass: 'pass', error: 'fail', question: 'open' };

/** What the command line printed of every spec, by folder. */
async function printed(): Promise<PrintedByFolder> {
  const { workspaceFile } = vscode.workspace;
  assert.ok(workspaceFile, 'no workspace is open');
  const file = vscode.Uri.joinPath(workspaceFile, '..', printedFile);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return JSON.parse(text) as PrintedByFolder;
}

function findingsPrinted({ findings }: Printed): readonly string[] {
  return findings
    .map(({ check, severity, message, line, column, endLine, endColumn }) =>
      [`${line}:${column}-${endLine}:${endColumn}`, check, severity, message].join(' '),
    )
    .sort();
}

function findingsShown(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'tech-spec')
    .map(({ range: { start, end }, severity, message, code }) => {
      const check = typeof code === 'object' ? String(code.value) : String(code);
      const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
      return [place, check, severities[severity], message].join(' ');
    })
    .sort();
}

/** Items that do not apply stand in the view only where the spec has a line for them. */
function checklistPrinted({ checklist }: Printed): readonly string[] {
  return checklist
    .filter(({ state }) => state !== 'not-applicable')
    .map(({ id, text, state, verifiedBy }) => [id, state, verifiedBy, text].join(' '))
    .sort();
}

/** The whole text of an item, which is shown by a short name. */
function readAloud({ accessibilityInformation, description }: vscode.TreeItem): string {
  const label = accessibilityInformation?.label ?? '';
  const state = `, ${String(description)}`;
  return label.endsWith(state) ? label.slice(0, -state.length) : label;
}

/** What the view draws: every item of the tree, at whatever depth, read off its icon or its box. */
function checklistShown(tree: ChecklistTree): readonly string[] {
  const found: string[] = [];
  const walk = (nodes: ReturnType<ChecklistTree['getChildren']>): void => {
    for (const node of nodes) {
      const item = tree.getTreeItem(node);
      const { id, iconPath, checkboxState, contextValue } = item;
      const verifiedBy = /^techSpec\.item\.(\w+)/.exec(contextValue ?? '')?.[1];
      const icon = iconPath instanceof vscode.ThemeIcon ? iconPath.id : '';
      if (verifiedBy !== undefined && icon !== 'circle-slash') {
        const ticked = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
        const box = ticked === vscode.TreeItemCheckboxState.Checked ? 'pass' : 'open';
        const state = checkboxState === undefined ? stateOfIcon[icon] : box;
        found.push([id, state, verifiedBy, readAloud(item)].join(' '));
      }
      walk(tree.getChildren(node));
    }
  };
  walk(tree.getChildren());
  return found.sort();
}

/** Waits until something is so, looking again with each event; fails with `what` after `patience` milliseconds. */
async function once(
  what: string,
  event: vscode.Event<unknown>,
  isSo: () => boolean,
  patience = 60_000,
): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((done, failed) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      listener.dispose();
      settle();
    };
    const timer = setTimeout(() => end(() => failed(new Error(`waited in vain for ${what}`))), patience);
    const listener = event(() => {
      if (isSo()) end(done);
    });
  });
}

function difference(shown: readonly string[], said: readonly string[]): readonly string[] {
  return [
    ...shown.filter((each) => !said.includes(each)).map((each) => `only in the editor: ${each}`),
    ...said.filter((each) => !shown.includes(each)).map((each) => `only on the command line: ${each}`),
  ];
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

describe('parity of editor and command line', () => {
  afterEach(closeAll);

  it('shows the findings and the checklist that `check --format json` prints, spec by spec', async function () {
    this.timeout(9 * 60_000);
    const folders = vscode.workspace.workspaceFolders ?? [];
    const { library, dispose } = parts();
    const active = new ActiveSpec(library);
    const tree = new ChecklistTree(active, library);
    const differences: string[] = [];
    const printedBy = await printed();
    let compared = 0;
    let findings = 0;
    try {
      for (const folder of folders) {
        for (const spec of printedBy[folder.name] ?? []) {
          const uri = vscode.Uri.joinPath(folder.uri, spec.path);
          const said = findingsPrinted(spec);
          // Each takes the tab of the one before.
          await vscode.window.showTextDocument(uri, { preview: true });
          await once(
            `the checklist of ${spec.path}`,
            active.onDidChange,
            () => active.current?.uri.toString() === uri.toString(),
          );
          // Diagnostics are those of the running product; a spec without any shows no sign of having been checked.
          await once(
            'findings',
            vscode.languages.onDidChangeDiagnostics,
            () => isEqual(findingsShown(uri), said),
            // Where one differs, many may.
            differences.length === 0 ? 60_000 : 2000,
          ).catch(() => undefined);
          const items = checklistPrinted(spec);
          for (const each of [
            ...difference(findingsShown(uri), said),
            ...difference(checklistShown(tree), items),
          ])
            differences.push(`${folder.name}/${spec.path}: ${each}`);
          compared += 1;
          findings += said.length;
        }
      }
    } finally {
      tree.dispose();
      active.dispose();
      dispose();
    }
    // The report shows how much was compared.
    if (this.test !== undefined) this.test.title += ` (${compared} specs, ${findings} findings)`;
    assert.equal(differences.slice(0, 60).join('\n'), '');
    const hasCorpus = folders.some(({ name }) => name === 'corpus');
    assert.ok(compared >= (hasCorpus ? fewestSpecs.withCorpus : fewestSpecs.alone), `${compared} specs`);
    assert.ok(findings > compared, `${findings} findings`);
  });
});
