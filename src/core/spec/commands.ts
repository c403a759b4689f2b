import type { TextRange } from '../text/position';
import type { CodeSpan, SpecDocument } from './spec-document';
import { lineText } from './text-range';

/** One simple command out of a line of them (`cd web && npm run types`). */
export interface CommandLine {
  /** Without the prompt and settings of variables in front. */
  readonly words: readonly CommandWord[];
  /** Folder that a `cd` before it on the same line went to; empty where none did. */
  readonly folder: string;
}

export interface CommandWord {
  /** Without quotes. */
  readonly text: string;
  /** Offset in the line. */
  readonly start: number;
  readonly end: number;
}

/** A call of a script, target or task by its name. */
export interface ScriptCall {
  /** As in `ProjectScript.runner`: `npm` stands for whatever reads `package.json`. */
  readonly runner: string;
  readonly name: CommandWord;
  /** Folder it is called in, as far as the command says so; empty where it does not. */
  readonly folder: string;
}

/** A command as a spec writes it. The range is that of the whole line of commands. */
export interface SpecCommand extends TextRange {
  readonly section: number | null;
  readonly host: CodeSpan['host'];
  /** The line as it stands in the document, from the range's first column on. */
  readonly text: string;
}

const shells = /^(?:ba|z|fi)?sh$|^(?:shell|console|terminal|shell-?session|powershell|cmd|makefile-usage)$/iu;
const separator = /&&|\|\||[;|&]/u;
const longestLine = 2000;

/** Simple commands of one line, in order. Comments and what is no command give none. */
export function commandsOn(line: string): readonly CommandLine[] {
  if (line.length > longestLine) return [];
  const commands: CommandLine[] = [];
  let folder = '';
  let words: CommandWord[] = [];
  const flush = (): void => {
    while (/^[A-Za-z_]\w*=/u.test(words[0]?.text ?? '')) words.shift();
    const [first, second] = words;
    if (first?.text === 'cd' && second !== undefined) folder = second.text.replace(/^\.\/|(?<!\/)\/+$/gu, '');
    else if (first !== undefined) commands.push({ words, folder });
    words = [];
  };
  for (const { 0: word, index } of line
    .replace(/^\s*[$>%]\s/u, (prompt) => ' '.repeat(prompt.length))
    .matchAll(/"[^"]*"|'[^']*'|[^\s;|&]+|[;|&]+/gu)) {
    if (word.startsWith('#')) break;
    if (separator.test(word) && !/^["']/u.test(word)) flush();
    else words.push({ text: word.replace(/^(["'])(.*)\1$/u, '$2'), start: index, end: index + word.length });
  }
  flush();
  return commands;
}

/** Commands in code spans and in code blocks of a shell, in document order. */
export function specCommands(spec: SpecDocument): readonly SpecCommand[] {
  const { lines } = spec;
  const found: SpecCommand[] = spec.codeSpans
    .filter(({ line, endLine, value }) => line === endLine && value.includes(' '))
    .map(({ value, section, host, line, column, endLine, endColumn }) => ({
      ...{ section, host, line, column, endLine, endColumn },
      text: value,
    }));
  for (const block of spec.codeBlocks) {
    if (!shells.test(block.language ?? '')) continue;
    for (let line = block.line + 1; line < block.endLine; line++) {
      const text = lineText(lines, line);
      const column = text.length - text.trimStart().length + 1;
      if (text.trim() === '') continue;
      const range = { line, column, endLine: line, endColumn: text.trimEnd().length + 1 };
      found.push({ ...range, section: block.section, host: 'paragraph', text: text.trim() });
    }
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Scripts, targets and tasks that a line of commands calls by name. */
export function scriptCalls(line: string): readonly ScriptCall[] {
  return commandsOn(line).flatMap(({ words, folder }) => {
    const [program, ...rest] = words;
    const call = callers[program?.text ?? ''];
    if (call === undefined) return [];
    const { runner, names, place } = call(rest);
    return names
      .filter(({ text }) => scriptName.test(text))
      .map((name) => ({ runner, name, folder: place ?? folder }));
  });
}

const scriptName = /^[A-Za-z\d][\w:.-]*$/u;

interface Call {
  readonly runner: string;
  readonly names: readonly CommandWord[];
  readonly place?: string | undefined;
}
type Caller = (words: readonly CommandWord[]) => Call;

const npmValued = ['--prefix', '-C', '--cwd', '--dir', '-w', '--workspace', '--filter', '-F'];
const npm: Caller = (words) => {
  const { plain, options } = arguments_(words, npmValued);
  const [command, name] = plain;
  const place = ['--prefix', '-C', '--cwd', '--dir']
    .map((option) => options.get(option))
    .find((value) => value !== undefined);
  const at = { runner: 'npm', place };
  if (command === undefined) return { ...at, names: [] };
  if (/^(?:run|run-script)$/u.test(command.text)) return { ...at, names: name === undefined ? [] : [name] };
  return { ...at, names: /^(?:test|start)$/u.test(command.text) ? [command] : [] };
};
/** `pnpm migrate:status`: pnpm needs no `run`. Without a colon it may be a program. */
const withoutRun: Caller = (words) => {
  const called = npm(words);
  const [command] = arguments_(words, npmValued).plain;
  return called.names.length === 0 && command?.text.includes(':') === true
    ? { ...called, names: [command] }
    : called;
};
const targets =
  (runner: string, folderOption: readonly string[], otherOptions: readonly string[] = []): Caller =>
  (words) => {
    const { plain, options } = arguments_(words, [...folderOption, ...otherOptions]);
    // Another file names its own.
    if (otherOptions.some((option) => options.has(option))) return { runner, names: [] };
    const place = folderOption.map((option) => options.get(option)).find((value) => value !== undefined);
    return { runner, names: runner === 'make' ? plain : plain.slice(0, 1), place };
  };
const running =
  (runner: string, ...commands: readonly string[]): Caller =>
  (words) => {
    const { plain } = arguments_(words, []);
    const [command, name] = plain;
    return { runner, names: name !== undefined && commands.includes(command?.text ?? '') ? [name] : [] };
  };

/** What follows each program. `bun test` and `yarn build` may be programs of their own, so only `run` counts there. */
const callers: Readonly<Record<string, Caller>> = Object.assign(
  Object.create(null) as Record<string, Caller>,
  {
    npm,
    pnpm: withoutRun,
    yarn: running('npm', 'run'),
    bun: running('npm', 'run'),
    make: targets('make', ['-C', '--directory'], ['-f', '--file']),
    just: targets('just', ['-d', '--working-directory'], ['-f', '--justfile']),
    task: targets('task', ['-d', '--dir'], ['-t', '--taskfile']),
    poe: targets('poe', []),
    composer: running('composer', 'run', 'run-script'),
    deno: running('deno', 'task'),
  },
);

/** Words that are no options, up to `--`, and the values of the options that take one. */
function arguments_(
  words: readonly CommandWord[],
  valued: readonly string[],
): { readonly plain: readonly CommandWord[]; readonly options: ReadonlyMap<string, string> } {
  const plain: CommandWord[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || word.text === '--') break;
    const [name = '', value] = word.text.split('=', 2);
    if (!word.text.startsWith('-')) {
      if (!/^\w+[:?+]?=/u.test(word.text)) plain.push(word);
    } else if (valued.includes(name)) {
      options.set(name, value ?? words[at + 1]?.text ?? '');
      if (value === undefined) at += 1;
    }
  }
  return { plain, options };
}
