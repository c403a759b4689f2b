import { pathOf, type Command } from './command-line';

/** A path that a command needs. */
export interface PathArgument {
  /** As written. */
  readonly word: string;
  /** From the root. */
  readonly path: string;
  /** Whether it need only be a part of a path: what a test runner filters by. */
  readonly isFilter: boolean;
  /** What a path may have in it instead of the word. */
  readonly parts?: readonly string[];
}

/** How a program takes its paths. */
interface PathRule {
  /** Subcommands that take them; every one where it is left out. */
  readonly after?: readonly string[];
  readonly take: 'relative' | 'all' | 'first' | 'filter';
}

const rules: Readonly<Record<string, PathRule>> = {
  go: { after: ['test', 'vet', 'build', 'run'], take: 'relative' },
  pytest: { take: 'all' },
  rspec: { take: 'all' },
  phpunit: { take: 'all' },
  pest: { take: 'all' },
  mix: { after: ['test'], take: 'all' },
  rails: { after: ['test'], take: 'all' },
  vitest: { take: 'filter' },
  jest: { take: 'filter' },
  mocha: { take: 'filter' },
  playwright: { after: ['test'], take: 'filter' },
  bun: { after: ['test'], take: 'filter' },
  deno: { after: ['test', 'run'], take: 'first' },
  node: { take: 'first' },
  tsx: { take: 'first' },
  'ts-node': { take: 'first' },
  bash: { take: 'first' },
  sh: { take: 'first' },
  zsh: { take: 'first' },
  python: { take: 'first' },
  python3: { take: 'first' },
  ruby: { take: 'first' },
  php: { take: 'first' },
};
/** Options whose value may look like a path and is none that must be there. */
const valued = new Set([
  '-o',
  '-c',
  '-e',
  '-k',
  '-m',
  '-n',
  '-p',
  '-t',
  '-run',
  '-bench',
  '-coverprofile',
  '--config',
  '--project',
  '--reporter',
  '--outputFile',
  '--out',
  '--output',
  '--cov',
  '--testNamePattern',
  '--grep',
  '-g',
  '-r',
  '--require',
  '--import',
  '--loader',
]);
/** Folders that tools fill. */
const generated =
  /^(?:\.?\/)?(?:.*\/)?(?:dist|build|out|target|node_modules|vendor|\.venv|venv|coverage|tmp|bin|\.next|\.bin)(?:\/|$)/u;

/** Paths that a command needs to be there, what tools generate left out. */
export function pathArguments(command: Command): readonly PathArgument[] {
  const [program = '', ...rest] = command.words;
  if (program.includes('/')) return program.startsWith('/') ? [] : argumentsOf(command, [program], false);
  if (program === 'cargo') return testTargets(command);
  const rule = Object.hasOwn(rules, program) ? rules[program] : undefined;
  if (rule === undefined) return [];
  const words = rule.after === undefined ? rest : rule.after.includes(rest[0] ?? '') ? rest.slice(1) : [];
  const inline = words.some((word) => /^(?:-e|-c|--eval|-p|--print)$/u.test(word));
  if (rule.take === 'first' && inline) return [];
  const plain = words.filter((word, index) => !word.startsWith('-') && !valued.has(words[index - 1] ?? ''));
  const taken =
    rule.take === 'first'
      ? plain.slice(0, 1)
      : rule.take === 'relative'
        ? plain.filter((word) => /^\.{1,2}(?:\/|$)/u.test(word))
        : plain;
  return argumentsOf(command, taken, rule.take === 'filter');
}

/** `cargo test --test NAME` takes a file of that name among the tests; where its crate lies is left open. */
function testTargets({ words }: Command): readonly PathArgument[] {
  const end = words.indexOf('--');
  const own = end === -1 ? words : words.slice(0, end);
  return own.flatMap((word, index) => {
    const name = word.startsWith('--test=') ? word.slice(7) : words[index - 1] === '--test' ? word : '';
    return /^[\w-]+$/u.test(name)
      ? [
          {
            word: name,
            path: `tests/${name}.rs`,
            isFilter: true,
            parts: [`tests/${name}.rs`, `tests/${name}/`],
          },
        ]
      : [];
  });
}

function argumentsOf(command: Command, words: readonly string[], isFilter: boolean): readonly PathArgument[] {
  return words.flatMap((word) => {
    const path = pathOf(command, word);
    return path === null || path === '' || generated.test(path) ? [] : [{ word, path, isFilter }];
  });
}
