import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { it } from 'vitest';
import { cacheDir, rootDir } from '../../../scripts/vscode/cache.mjs';
import { keepResults, median } from '../result';
import { codeOf } from './generated-code';
import { bundleAliases } from '../../../scripts/bundle-aliases.mjs';
import type { Measured } from './measure';

const files = 20_000;
const filesInFolder = 20;
const samples = 5;

/** A workspace of code in several languages, made once. */
function workspaceOfCode(): string {
  const root = join(cacheDir, 'bench', `code-${files}`);
  if (existsSync(join(root, 'finished'))) return root;
  for (let number = 0; number < files; number += 1) {
    const { name, text } = codeOf(number);
    const part = Math.floor(number / filesInFolder);
    const folder = join(
      root,
      'services',
      `service-${Math.floor(part / 20)}`,
      name.endsWith('.sql') ? 'migrations' : `part-${part % 20}`,
    );
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(root, 'finished'), '');
  return root;
}

it('indexes the code of a large workspace', async () => {
  const program = join(cacheDir, 'bench', 'measure-project.cjs');
  await build({
    absWorkingDir: rootDir,
    entryPoints: ['test/bench/project/measure.ts'],
    outfile: program,
    ...{ bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'silent' },
    alias: bundleAliases(),
  });
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', program, workspaceOfCode(), String(samples)],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const measured = JSON.parse(output) as Measured;
  const read = median(measured.reading);
  const row = (what: string, times: readonly number[]): readonly (string | number)[] => [
    what,
    Math.round(median(times)),
    (median(times) / read).toFixed(2),
  ];
  keepResults('project', [
    {
      title: 'Index of the code',
      note:
        `${files.toLocaleString('en')} generated files (${(measured.bytes / 1e6).toFixed(0)} MB) of Go, TypeScript, Python, Java and SQL with ` +
        `${measured.symbols.toLocaleString('en')} symbols, ${measured.endpoints.toLocaleString('en')} endpoints and ${measured.tables.toLocaleString('en')} tables; medians of ${samples} in milliseconds. ` +
        `The index keeps ${(measured.keptHeap / 1e6).toFixed(0)} MB of heap.`,
      columns: ['what', 'ms', 'to reading the files'],
      rows: [
        row('reading the files and nothing else', measured.reading),
        row('first index', measured.first),
        row('again, nothing has changed', measured.again),
        row('again, one file has changed', measured.changed),
      ],
    },
  ]);
}, 900_000);
