import 'mocha/mocha';
import * as vscode from 'vscode';
import { untilFoldersAreOpen } from '../open-window';

/** Set by the bundler: what the names of tests must match, and where results go. */
declare const suiteRun: { readonly grep: string | null; readonly reportDir: string };

/**
 * Entry of the tests in the extension host of a browser, a web worker. It has no environment and no disk, so what it has to tell goes
 * through the editor into `report.txt` and `results.json` of a folder on the server's machine: see test/integration/index.ts for them.
 * @throws {Error} when a test failed, or none ran
 */
export async function run(): Promise<void> {
  const suites = new Mocha({
    ...{ ui: 'bdd', timeout: 120_000, reporter: Silent },
    ...(suiteRun.grep === null ? {} : { grep: suiteRun.grep }),
  });
  suites.suite.emit('pre-require', globalThis, '', suites);
  await untilFoldersAreOpen();
  await import('integration-suites');

  const lines: string[] = [];
  const counts = { passed: 0, failed: 0, pending: 0 };
  const failures: string[] = [];
  await new Promise<void>((resolve) => {
    suites
      .run(() => resolve())
      .on('suite', (suite) => lines.push('', `  ${suite.fullTitle()}`))
      .on('test end', () => void write('report.txt', `${lines.join('\n')}\n\n`))
      .on('pass', (test) => {
        counts.passed += 1;
        lines.push(`    ✔ ${test.title} (${test.duration}ms)`);
      })
      .on('fail', (test, error: unknown) => {
        counts.failed += 1;
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        lines.push(`    ✘ ${test.title}`, message.replace(/^/gm, '      '));
        failures.push(`${test.fullTitle()}: ${error instanceof Error ? error.message : String(error)}`);
      })
      .on('pending', () => (counts.pending += 1));
  });
  await write('report.txt', `${lines.join('\n')}\n\n`);
  await write('results.json', JSON.stringify({ ...counts, failures }));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
  if (counts.passed === 0) throw new Error('No test ran.');
}

/** What the suites have to say is put together below: there is no terminal to print it on. */
const Silent = function (): void {} as unknown as new () => Mocha.reporters.Base;

async function write(name: string, text: string): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  const uri = folder.uri.with({ path: `${suiteRun.reportDir}/${name}` });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
