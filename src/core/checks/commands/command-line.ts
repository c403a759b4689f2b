import { readPath } from '../../spec/path-like';
import { rememberTexts } from '../../text/remembered';
import type { CodeSpan, SpecDocument, TaskField } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import type { TextRange } from '../../text/position';
import { normalPath } from '../reading/paths';

/** One program with its arguments, as a shell would run it. */
export interface Command {
  /** Program first; without assignments in front, wrappers such as `npx`, and redirections. */
  readonly words: readonly string[];
  /** Folder it runs in, relative to the root; `null` where that can not be told (`cd $DIR`). */
  readonly folder: string | null;
}

/** A command in a done condition. */
export interface PlacedCommand extends Command {
  /** The code span that holds it. */
  readonly place: TextRange;
  /** Whether the sentence says that it is run: `X passes`, `run X`. */
  readonly isRun: boolean;
}

const ran =
  /^`*\s*(?:pass|exit|succeed|complete|return|report|print|list|show|run|finish|is green|are green|通过|成功|pasa|passe|проходит)/iu;
/** How far from a code span, in characters, a sentence says that it is run. */
const nearby = 40;
const isToRun = /(?:^|[\s(])(?:run|running|runs|execute|executing|运行|执行|実行)[:：]?\s*`*$/iu;
/** In front of the program proper; with the number of words of their own that follow. */
const wrappers: Readonly<Record<string, number>> = {
  sudo: 0,
  time: 0,
  env: 0,
  exec: 0,
  command: 0,
  nice: 0,
  timeout: 1,
  npx: 0,
  bunx: 0,
  pnpx: 0,
};
const longWrappers =
  /^(?:(?:pnpm|npm|yarn) (?:exec|dlx)|(?:uv|poetry|pipenv|pdm|hatch|rye) run|bundle exec|python3? -m)(?= )/u;

/** Commands in the code spans of a field, in their order. */
export function commandsIn(spec: SpecDocument, field: TaskField): readonly PlacedCommand[] {
  const found: PlacedCommand[] = [];
  for (const span of spansIn(spec.codeSpans, field)) {
    const { line, column, endLine, endColumn } = span;
    if (line === field.line && column < field.column) continue;
    const text = lineText(spec.lines, line);
    const before = text.slice(Math.max(0, column - 1 - nearby), column - 1);
    const behind = text.slice(endColumn - 1, endColumn - 1 + nearby);
    const isRun = ran.test(behind) || isToRun.test(before);
    for (const command of readCommands(span.value))
      found.push({ ...command, isRun, place: { line, column, endLine, endColumn } });
  }
  return found;
}

/** The commands of a line of shell, each with the folder that `cd` has led to; the same values for the same text. */
export const readCommands = rememberTexts((text): readonly Command[] => {
  const commands: Command[] = [];
  let folder: string | null = '';
  for (const raw of splitWords(text)) {
    const words = unwrap(raw);
    const [program, target] = words;
    if (program === undefined) continue;
    if (program === 'cd' || program === 'pushd') folder = within(folder, target ?? '~');
    else commands.push({ words, folder });
  }
  return commands;
});

/** A word as a path from the root, where it is one; a folder of Go packages (`./x/...`) and a test in a file included. */
export function pathOf({ folder }: Command, word: string): string | null {
  const bare = word.replace(/\/\.\.\.$/u, '/').replace(/::.*/u, '');
  const isRelative = /^\.{1,2}(?:\/|$)/u.test(bare);
  if (folder === null || /[$*?{}<>|"'`]/u.test(bare)) return null;
  const path = isRelative ? bare : (readPath(bare)?.path ?? null);
  return path === null ? null : normalPath(`${folder}/${path.replace(/:\d+(?::\d+)?$/u, '')}`);
}

function within(folder: string | null, target: string): string | null {
  return folder === null || /^[~/-]|[$*`]/u.test(target) ? null : normalPath(`${folder}/${target}`);
}

/** Code spans on the lines of a field: spans are in the order of their lines. */
function spansIn(spans: readonly CodeSpan[], { line, endLine }: TaskField): readonly CodeSpan[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.line ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((spans[end]?.line ?? Infinity) <= endLine) end += 1;
  return spans.slice(low, end);
}

/** Words of each command between `&&`, `||`, `|`, `;` and line ends; quotes hold words together. */
function splitWords(text: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [, operator, quoted, plain] of text.matchAll(
    /(&&|\|\||[;|\n]|\d?>>?(?:&\d)?|<)|("[^"]*"|'[^']*')|([^\s;|&<>"'()]+|[&"'()])/gu,
  )) {
    const current = commands.at(-1);
    if (operator !== undefined) {
      // What a redirection leads to is no argument.
      if (/[<>]/u.test(operator)) current?.push('>');
      else commands.push([]);
    } else if (quoted !== undefined) current?.push(quoted.slice(1, -1));
    else if (plain !== undefined && !/^[&"'()]$/u.test(plain)) current?.push(plain);
  }
  return commands.map((words) => words.filter((word, index) => word !== '>' && words[index - 1] !== '>'));
}

function unwrap(raw: readonly string[]): readonly string[] {
  let words = raw;
  for (;;) {
    const [first = ''] = words;
    const own = Object.hasOwn(wrappers, first) ? wrappers[first] : undefined;
    const long = longWrappers.exec(words.slice(0, 3).join(' '))?.[0];
    if (first === '$' || /^[A-Za-z_]\w*=/u.test(first)) words = words.slice(1);
    else if (long !== undefined) words = words.slice(2);
    else if (own !== undefined) words = withoutOptions(words.slice(1 + own));
    else return words;
  }
}

function withoutOptions(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !word.startsWith('-'));
  return at === -1 ? [] : words.slice(at);
}
