import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { rootDir } from '../vscode/cache.mjs';

/**
 * What came of some of the made-up documents.
 * @typedef {object} Portion
 * @property {number} seed
 * @property {number} from number of the first document
 * @property {number} to number behind the last one
 * @property {readonly string[]} cells of its row, behind seed and numbers
 * @property {readonly { readonly number: number, readonly what: string }[]} failures
 */

const file = join(rootDir, 'test', 'long', 'fuzz.md');
const row = /^\| (\d+) \| (\d+)-(\d+) \|(.*)\|$/;
const failed = /^- document (\d+) of seed (\d+): (.*)$/;

/**
 * Puts the row of a portion into test/long/fuzz.md, in the place of those of documents that it had again, and shows the page.
 * @param {Portion} portion
 */
export function writePortion(portion) {
  const others = readPortions().filter(
    ({ seed, from, to }) => seed !== portion.seed || to <= portion.from || from >= portion.to,
  );
  const portions = [...others, portion].sort((a, b) => a.seed - b.seed || a.from - b.from);
  const documents = portions.reduce((all, { cells }) => all + Number(cells[0]?.replaceAll(',', '')), 0);
  const failures = portions.flatMap(({ seed, failures: own }) =>
    own.map(({ number, what }) => `- document ${number} of seed ${seed}: ${what}`),
  );
  const text = [
    '# Made-up documents through parse and check',
    '',
    'Written by `npm run test:long -- fuzz`, a row for each portion (`-- fuzz FROM-TO`, both numbers included; one that is run again takes its',
    'place). Mixtures of everything that has a notation, and good specs with faults in them (`test/long/fuzz`): parsed, checked against a',
    'template, requirements and a workspace, one in ten also read as a source, one in a hundred also read again after an edit.',
    'Nothing may throw, no check may fail, every finding and every edit of a fix must lie within its document, and fixes must apply.',
    'Processor time in milliseconds; a document that takes more than a second of it fails.',
    '',
    `${documents.toLocaleString('en')} documents, ${failures.length} failures.`,
    '',
    '| seed | documents | done | characters | failures | mean ms | slowest | its ms | MB at the end | processes | minutes | machine |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...portions.map(({ seed, from, to, cells }) => `| ${seed} | ${from}-${to - 1} | ${cells.join(' | ')} |`),
    '',
    ...(failures.length === 0 ? [] : ['Did not hold:', '', ...failures, '']),
  ].join('\n');
  writeFileSync(file, text);
  console.log(text);
}

/** @returns {readonly Portion[]} those of the page as it is */
function readPortions() {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const failures = lines.flatMap((line) => {
    const [, number, seed, what = ''] = failed.exec(line) ?? [];
    return number === undefined ? [] : [{ seed: Number(seed), number: Number(number), what }];
  });
  return lines.flatMap((line) => {
    const [, seed, from, last, cells = ''] = row.exec(line) ?? [];
    if (seed === undefined) return [];
    const portion = { seed: Number(seed), from: Number(from), to: Number(last) + 1 };
    const own = failures.filter(
      (one) => one.seed === portion.seed && one.number >= portion.from && one.number < portion.to,
    );
    return [{ ...portion, cells: cells.split('|').map((cell) => cell.trim()), failures: own }];
  });
}

/** What a row says of the machine. */
export function machine() {
  return `${cpus().length} cores, ${process.platform}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}
