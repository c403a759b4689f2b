import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { untilFoldersAreOpen } from './open-window';

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}

/**
 * Entry of the extension host tests (`extensionTestsPath`): runs every suite in this folder. What a person reads goes
 * to the file named by TECH_SPEC_REPORT_FILE while it happens, the result `{ passed, failed, pending, failures }` to the one named
 * by TECH_SPEC_RESULTS_FILE at the end: the console of an extension host is full of other voices.
 * @throws {Error} when a test failed, or none ran
 */
export async function run(): Promise<void> {
  const resultsFile = variable('TECH_SPEC_RESULTS_FILE');
  const reportFile = variable('TECH_SPEC_REPORT_FILE');
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) =>
    appendFileSync(reportFile, `${format(...args)}\n`);
  const grep = process.env['TECH_SPEC_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 180_000,
    color: false,
    reporter: 'spec',
    ...(grep === undefined ? {} : { grep }),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // Made by the bundler: imports every *.itest.ts below this folder.
  await untilFoldersAreOpen();
  await import('integration-suites');

  const counts = { passed: 0, failed: 0, pending: 0 };
  const failures: string[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => (counts.passed += 1))
      .on('fail', (test, error: unknown) => {
        counts.failed += 1;
        failures.push(`${test.fullTitle()}: ${error instanceof Error ? error.message : String(error)}`);
      })
      .on('pending', () => (counts.pending += 1));
  });
  writeFileSync(resultsFile, JSON.stringify({ ...counts, failures }));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
  if (counts.passed === 0) throw new Error('No test ran.');
}
