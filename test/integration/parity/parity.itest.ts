import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { ActiveSpec } from '../../../src/host/review/active-spec';
import { ChecklistTree } from '../../../src/host/review/checklist-tree';
import { closeAll, parts, product, until } from '../host/workspace-under-test';

/** What the command line prints of one spec, as far as it is compared. */
interface Printed {
  readonly path: string;
  readonly findings: readonly {
    readonly check: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  }[];
  readonly checklist: readonly {
    readonly id: string;
    readonly text: string;
    readonly state: string;
    readonly verifiedBy: string;
  }[];
}

/** Bars the way to a comparison of nothing: so many specs are there without the corpus, and with it. */
const fewestSpecs = { alone: 25, withCorpus: 50 };
const severities: Readonly<Record<vscode.DiagnosticSeverity, string>> = ['error', 'warning', 'info', 'hint'];
const stateOfIcon: Readonly<Record<string, string>> = { pass: 'pass', error: 'fail', question: 'open' };

/** Every spec of a folder as the command line checks it, in one run. */
async function printed(folder: vscode.WorkspaceFolder): Promise<readonly Printed[]> {
  const [glob = ''] = vscode.workspace
    .getConfiguration('techSpec', folder)
    .get<string[]>('specs.include', []);
  const cli = vscode.Uri.joinPath(product().extensionUri, 'dist', 'cli.js').fsPath;
  const output = await new Promise<string>((done, failed) => {
    execFile(
      process.execPath,
      [cli, 'check', '--format', 'json', glob],
      { cwd: folder.uri.fsPath, maxBuffer: 512 * 1024 * 1024 },
      // It exits 1 where it finds errors, which is nothing to fail for here.
      (error, out, problems) => (out === '' ? failed(error ?? new Error(problems)) : done(out)),
    );
  });
  return (JSON.parse(output) as { readonly files: readonly Printed[] }).files;
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

/** What the view draws: every item of the tree, at whatever depth, read off its icon or its box. */
function checklistShown(tree: ChecklistTree): readonly string[] {
  const found: string[] = [];
  const walk = (nodes: ReturnType<ChecklistTree['getChildren']>): void => {
    for (const node of nodes) {
      const { id, label, iconPath, checkboxState, contextValue } = tree.getTreeItem(node);
      const verifiedBy = /^techSpec\.item\.(\w+)/.exec(contextValue ?? '')?.[1];
      const icon = iconPath instanceof vscode.ThemeIcon ? iconPath.id : '';
      if (verifiedBy !== undefined && icon !== 'circle-slash') {
        const ticked = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
        const box = ticked === vscode.TreeItemCheckboxState.Checked ? 'pass' : 'open';
        const state = checkboxState === undefined ? stateOfIcon[icon] : box;
        found.push([id, state, verifiedBy, typeof label === 'string' ? label : label?.label].join(' '));
      }
      walk(tree.getChildren(node));
    }
  };
  walk(tree.getChildren());
  return found.sort();
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
    const printedOf = (folder: vscode.WorkspaceFolder): Promise<readonly Printed[]> =>
      printed(folder).catch((error: unknown) => {
        differences.push(`${folder.name}: ${String(error)}`);
        return [];
      });
    let compared = 0;
    let findings = 0;
    try {
      for (const folder of folders) {
        for (const spec of await printedOf(folder)) {
          const uri = vscode.Uri.joinPath(folder.uri, spec.path);
          const said = findingsPrinted(spec);
          await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
          await until(
            `the checklist of ${spec.path}`,
            () => {
              const { current } = active;
              return current?.uri.toString() === uri.toString() ? current : null;
            },
            60_000,
          );
          // Diagnostics are those of the running product; a spec without any shows no sign of having been checked.
          await until('findings', () => isEqual(findingsShown(uri), said), 20_000).catch(() => undefined);
          const items = checklistPrinted(spec);
          for (const each of [
            ...difference(findingsShown(uri), said),
            ...difference(checklistShown(tree), items),
          ])
            differences.push(`${folder.name}/${spec.path}: ${each}`);
          compared += 1;
          findings += said.length;
          await closeAll();
        }
      }
    } finally {
      tree.dispose();
      active.dispose();
      dispose();
    }
    assert.equal(differences.slice(0, 60).join('\n'), '');
    const hasCorpus = folders.some(({ name }) => name === 'corpus');
    assert.ok(compared >= (hasCorpus ? fewestSpecs.withCorpus : fewestSpecs.alone), `${compared} specs`);
    assert.ok(findings > compared, `${findings} findings`);
  });
});
