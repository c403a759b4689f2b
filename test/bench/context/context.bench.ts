import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { it } from 'vitest';
import { cacheDir, rootDir } from '../../../scripts/vscode/cache.mjs';
import { keepResults, median } from '../result';
import { bundleAliases } from '../../../scripts/bundle-aliases.mjs';
import type { Measured, Taken } from './measure';

const sizes = [20_000, 100_000];
/** So many that the first ones, for which code is still being compiled, don't decide. */
const samples = 15;
/** Processes of which only the first context counts. */
const processes = 7;
const filesInFolder = 8;

const ignoredFiles = 2000;
const newFiles = 20;

/**
 * The example workspace, committed with a number of files of code beside it, and as work leaves it: with installed
 * packages that are ignored, new files and a deleted one. Made once.
 */
function workspaceOf(files: number): string {
  const root = join(cacheDir, 'bench', `worked-in-${files}`);
  if (existsSync(join(root, '.git', 'finished'))) return root;
  cpSync(join(rootDir, 'examples', 'team-invites'), root, { recursive: true });
  writeFileSync(join(root, '.gitignore'), 'node_modules/\ndist/\n*.log\n');
  for (let made = 0; made < files; made += filesInFolder) {
    const part = Math.floor(made / filesInFolder);
    const folder = join(
      root,
      'packages',
      `package-${Math.floor(part / 25)}`,
      'src',
      `feature-${part % 5}`,
      `part-${part % 25}`,
    );
    mkdirSync(folder, { recursive: true });
    for (let index = 0; index < filesInFolder; index += 1)
      writeFileSync(join(folder, `module-${index}.ts`), `export const value${index} = ${made};\n`);
  }
  const git = (...args: readonly string[]): void => {
    const author = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com'];
    execFileSync('git', [...author, ...args], { cwd: root, stdio: 'ignore' });
  };
  git('init');
  git('add', '--all');
  git('commit', '--message', 'All');
  for (let index = 0; index < ignoredFiles; index += 1) {
    const folder = join(root, 'node_modules', `package-${index % 200}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `module-${index}.js`), '');
  }
  for (let index = 0; index < newFiles; index += 1)
    writeFileSync(join(root, 'packages', 'package-0', `new-${index}.ts`), '');
  writeFileSync(join(root, 'research', 'new-note.md'), '# A note on invites\n');
  rmSync(join(root, 'packages', 'package-0', 'src', 'feature-0', 'part-0', 'module-0.ts'));
  writeFileSync(join(root, '.git', 'finished'), '');
  return root;
}

function typical(samplesTaken: readonly Taken[]): Taken {
  return {
    clock: median(samplesTaken.map(({ clock }) => clock)),
    // Counted too coarsely for single samples.
    processor: samplesTaken.reduce((sum, { processor }) => sum + processor, 0) / samplesTaken.length,
  };
}

it('gathers the context of large workspaces', async () => {
  const program = join(cacheDir, 'bench', 'measure-context.cjs');
  await build({
    absWorkingDir: rootDir,
    entryPoints: ['test/bench/context/measure.ts'],
    outfile: program,
    ...{ bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'silent' },
    alias: bundleAliases(),
  });
  const measure = (size: number, times: number): Measured =>
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', program, workspaceOf(size), String(times)], {
        ...{ encoding: 'utf8', maxBuffer: 1 << 28 },
      }),
    ) as Measured;
  const rows = sizes.flatMap((size) => {
    const measured = measure(size, samples);
    const fresh = Array.from({ length: processes }, () => measure(size, 1));
    const [index, listing, state, context, walked] = (
      ['index', 'listing', 'state', 'context', 'walked'] as const
    ).map((way) => typical(measured[way])) as [Taken, Taken, Taken, Taken, Taken];
    const besideFirst: [Taken, Taken] = [
      typical(fresh.flatMap((run) => run.index)),
      typical(fresh.flatMap((run) => run.listing)),
    ];
    const row = (
      what: string,
      time: Taken,
      reach = '',
      [base, all] = [index, listing],
    ): readonly (string | number)[] => [
      ...[what, measured.files, Math.round(time.clock), (time.clock / all.clock).toFixed(2)],
      ...[
        (time.clock / base.clock).toFixed(2),
        Math.round(time.processor),
        (time.processor / all.processor).toFixed(2),
        reach,
      ],
    ];
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
    return [
      row(`\`git ls-files\`, reading ${measured.documents} documents`, index),
      row('the same with `--others --exclude-standard`', listing),
      row('`git ls-files` and `git status`, which tell all that the context says of the repository', state),
      row('context, listed by git', context, '2'),
      row(
        'context, listed by git, the first of a process',
        typical(fresh.map(({ first }) => first)),
        '',
        besideFirst,
      ),
      row('context, listed by walking', walked),
      [
        `heap of the context: most, kept (MB)`,
        measured.files,
        `${megabytes(measured.peakHeap)}, ${megabytes(measured.keptHeap)}`,
        '',
        '',
        '',
        '',
        '150 MB',
      ],
    ];
  });
  keepResults('context', [
    {
      title: 'Context of a large workspace',
      note: 'The example workspace with so many files of code beside it, committed, and 2,000 ignored, 21 new and one deleted. Rules, specs, research, stack and repository state against listing the files and reading the documents chosen; medians in milliseconds by the clock, taken in turn in one process (for the first of a process in as many processes; for the others the program is compiled, and what was made of a document is kept while its bytes are the same: these are read each time), and what processors spent on it. The listing has untracked files too, as whoever wants to see what is new must have. Beyond it the context tells what is ignored, what is deleted and whether anything else has changed, for which git looks at every file.',
      columns: [
        'what',
        'files',
        'ms',
        'to the listing',
        'to the index',
        'processor ms',
        'to the listing',
        'reach',
      ],
      rows,
    },
  ]);
}, 900_000);
