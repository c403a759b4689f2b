import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { cacheDir } from '../../scripts/vscode/cache.mjs';

export interface Result {
  readonly title: string;
  /** What was measured and how, as Markdown. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * Keeps a benchmark's tables for docs/benchmarks.md, in place of those of its last run.
 * @param name of the file, which orders the results
 */
export function keepResults(name: string, results: readonly Result[]): void {
  const dir = join(cacheDir, 'bench', 'results');
  mkdirSync(dir, { recursive: true });
  // What else ran takes time, too, and a reader can't know otherwise.
  const load = ((loadavg()[0] ?? 0) / availableParallelism()).toFixed(1);
  const date = new Date().toISOString().slice(0, 10);
  const when = `Measured on ${date}; load of each core in the last minute: ${load}.`;
  writeFileSync(
    join(dir, `${name}.md`),
    `${results.map((result) => `${section(result)}\n\n${when}`).join('\n\n')}\n`,
  );
}

function section({ title, note, columns, rows }: Result): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = `|${columns.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`;
  return [`## ${title}`, '', note, '', row(columns), rule, ...rows.map(row)].join('\n');
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
}
