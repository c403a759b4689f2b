import * as vscode from 'vscode';
import { until } from '../open-window';

/** What tests of the web build ask of their window. They run in a web worker, so without anything of Node. */

export async function writeText(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

export async function readText(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

export async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** Findings of ours in a file, once there are any that match. */
export function findings(
  file: vscode.Uri,
  check: string | RegExp = /./,
): Promise<readonly vscode.Diagnostic[]> {
  return until(`findings of ${String(check)} in ${file.path}`, () => {
    const own = vscode.languages
      .getDiagnostics(file)
      .filter(({ source, code }) => source === 'tech-spec' && new RegExp(check).test(checkOf(code)));
    return own.length > 0 && own;
  });
}

export function checkOf(code: vscode.Diagnostic['code']): string {
  return typeof code === 'object' ? String(code.value) : String(code ?? '');
}

export function assertEqual(found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${left} is not ${right}`);
}

export function assertMatch(text: string, pattern: RegExp): void {
  if (!pattern.test(text))
    throw new Error(`${JSON.stringify(text.slice(0, 2000))} does not match ${pattern}`);
}
