import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { rootDir } from '../vscode/cache.mjs';

/**
 * @typedef {object} LongResult
 * @property {string} title
 * @property {readonly string[]} how lines that say what was done and what had to hold
 * @property {number} [seed] with which the same can be done again
 * @property {readonly (readonly [what: string, figure: string])[]} figures
 * @property {readonly string[]} failures what did not hold, one line each
 */

/**
 * Writes test/long/PART.md and shows it.
 * @param {string} part
 * @param {LongResult} result
 */
export function writeResult(part, { title, how, seed, figures, failures }) {
  const facts = [
    new Date().toISOString().slice(0, 10),
    `${cpus().length} cores`,
    process.platform,
    `Node ${process.version}`,
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ];
  const text = [
    `# ${title}`,
    '',
    `Written by \`npm run test:long -- ${part}\`.`,
    ...how,
    '',
    `${facts.join(', ')}.`,
    '',
    '| what | figure |',
    '| --- | --- |',
    ...figures.map(([what, figure]) => `| ${what} | ${figure} |`),
    '',
    ...(failures.length === 0 ? [] : ['Did not hold:', '', ...failures.map((failure) => `- ${failure}`), '']),
  ].join('\n');
  const folder = join(rootDir, 'test', 'long');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part}.md`), text);
  console.log(text);
}
