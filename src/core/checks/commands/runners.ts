/** A script that a command runs by its name. */
export interface ScriptCall {
  /** As in `ProjectScript.runner`. */
  readonly runner: string;
  /** File names that may define it. */
  readonly files: readonly string[];
  readonly name: string;
  /** Folder given by an option, relative to where the command runs. */
  readonly folder: string;
  /** Whether it may stand in any such file of the workspace: a workspace of packages, a filter. */
  readonly anywhere: boolean;
  /** Whether the name may be a program of a dependency as well (`yarn vitest`). */
  readonly orProgram: boolean;
}

const folderOptions = new Set(['--prefix', '-C', '--cwd', '--dir', '-d', '--directory']);
const everywhereOptions = /^(?:-w|--workspaces?|-ws|-r|--recursive|--filter|-F)(?:=|$)/u;
const withValue = new Set([
  '-w',
  '--workspace',
  '--filter',
  '-F',
  '-f',
  '--file',
  '-j',
  '--justfile',
  '-t',
  '--taskfile',
]);
const packageManagers = new Set(['npm', 'pnpm', 'yarn', 'bun']);
const ownCommands = new Set(
  (
    'install i ci add remove rm uninstall update up upgrade exec dlx create init publish pack link unlink audit outdated why list ls ' +
    'config cache info view version login logout whoami dedupe prune rebuild store import patch fetch deploy help bin root x test t ' +
    'start stop restart workspaces workspace node plugin set build'
  ).split(' '),
);

/** Programs whose arguments are names of scripts. */
const byName: Readonly<Record<string, { readonly runner: string; readonly files: readonly string[] }>> = {
  make: { runner: 'make', files: ['Makefile', 'makefile', 'GNUmakefile'] },
  just: { runner: 'just', files: ['justfile', 'Justfile', '.justfile'] },
  task: { runner: 'task', files: ['Taskfile.yml', 'Taskfile.yaml', 'taskfile.yml', 'taskfile.yaml'] },
  poe: { runner: 'poe', files: ['pyproject.toml'] },
};

/** Scripts that a command runs, in its order; none for commands of another sort. */
export function scriptCalls(words: readonly string[]): readonly ScriptCall[] {
  const [program = '', ...rest] = words;
  if (packageManagers.has(program)) return packageScript(program, rest);
  const sort = Object.hasOwn(byName, program) ? byName[program] : undefined;
  if (sort === undefined) return [];
  const { folder, anywhere, others } = readOptions(rest);
  // A target with a file of its own may lie anywhere; what is no plain name is a variable or belongs to an included file.
  const names = others.filter((word) => /^[\w./-]+$/u.test(word));
  const targets = program === 'just' || program === 'poe' ? names.slice(0, 1) : names;
  const ownFile = rest.some((word) => /^(?:-f|--file|--justfile|--taskfile|-t)(?:=|$)/u.test(word));
  return targets.map((name) => ({ ...sort, name, folder, anywhere: anywhere || ownFile, orProgram: false }));
}

function packageScript(program: string, rest: readonly string[]): readonly ScriptCall[] {
  const options = readOptions(rest);
  let { others, anywhere } = options;
  if (program === 'yarn' && (others[0] === 'workspace' || others[0] === 'workspaces')) {
    anywhere = true;
    others = others[0] === 'workspace' ? others.slice(2) : others.slice(others[1] === 'foreach' ? 2 : 1);
  }
  const [first, second] = others;
  const call = (name: string, orProgram = false): readonly ScriptCall[] =>
    /^[\w:.@/-]+$/u.test(name)
      ? [{ runner: 'npm', files: ['package.json'], name, folder: options.folder, anywhere, orProgram }]
      : [];
  if (first === 'run' || first === 'run-script')
    return second === undefined ? [] : call(second, program !== 'npm');
  if (first === 'test' || first === 't') return program === 'bun' ? [] : call('test');
  if (first === undefined || program === 'npm' || ownCommands.has(first)) return [];
  // No program has a colon in its name.
  return call(first, !first.includes(':'));
}

function readOptions(words: readonly string[]): {
  readonly folder: string;
  readonly anywhere: boolean;
  readonly others: readonly string[];
} {
  let folder = '';
  let anywhere = false;
  const others: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--') break;
    const [option = '', value] = word.split('=');
    if (word.startsWith('-')) {
      if (folderOptions.has(option)) folder = value ?? words[(index += 1)] ?? '';
      else {
        if (everywhereOptions.test(word)) anywhere = true;
        if (value === undefined && withValue.has(option)) index += 1;
      }
    } else if (!/^[A-Za-z_]\w*:?=/u.test(word)) others.push(word);
  }
  return { folder, anywhere, others };
}
