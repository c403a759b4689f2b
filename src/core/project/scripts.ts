import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { fileName } from '../text/path';
import type { ProjectScript } from './project-index';

/** A sort of file that names commands. */
interface ScriptFile {
  readonly names: readonly string[];
  readonly runner: string;
  /** JSON or YAML: the key whose entries are the commands. */
  readonly key?: string;
  /** Otherwise: a line that defines one, by its group `name` and, where there is one, `command`. */
  readonly line?: RegExp;
  /** Only lines below this heading, up to the next. */
  readonly below?: RegExp;
}

const scriptFiles: readonly ScriptFile[] = [
  { names: ['package.json'], runner: 'npm', key: 'scripts' },
  { names: ['composer.json'], runner: 'composer', key: 'scripts' },
  { names: ['deno.json'], runner: 'deno', key: 'tasks' },
  { names: ['Taskfile.yml', 'Taskfile.yaml', 'taskfile.yml', 'taskfile.yaml'], runner: 'task', key: 'tasks' },
  // A target, not an assignment, a pattern rule or a special target.
  {
    names: ['Makefile', 'makefile', 'GNUmakefile'],
    runner: 'make',
    line: /^(?<name>[A-Za-z\d][\w./-]*)(?:\s+[\w./ -]+)?\s*::?(?![=:])/,
  },
  {
    names: ['justfile', 'Justfile', '.justfile'],
    runner: 'just',
    line: /^@?(?<name>[A-Za-z_][\w-]*)(?:\s+[^:\n]*)?:(?!=)/,
  },
  { names: ['Rakefile'], runner: 'rake', line: /^\s*task\s+:?['"]?(?<name>[\w:]+)/ },
  {
    names: ['pyproject.toml'],
    runner: 'python',
    below: /^\[(?:project\.scripts|tool\.poetry\.scripts)\]/,
    line: /^["']?(?<name>[\w.-]+)["']?\s*=\s*["'](?<command>[^"'\n]*)/,
  },
  {
    names: ['pyproject.toml'],
    runner: 'poe',
    below: /^\[tool\.poe\.tasks\]/,
    line: /^["']?(?<name>[\w.-]+)["']?\s*=\s*(?:["'](?<command>[^"'\n]*))?/,
  },
];

/** Whether a file can name commands. */
export function namesScripts(path: string): boolean {
  return scriptFiles.some(({ names }) => names.includes(fileName(path)));
}

/** Commands that a file names, in its order; none where it makes no sense. */
export function readScripts(path: string, text: string): readonly ProjectScript[] {
  return scriptFiles
    .filter(({ names }) => names.includes(fileName(path)))
    .flatMap((file) =>
      file.key === undefined ? onLines(file, path, text) : belowKey(file, file.key, path, text),
    );
}

function belowKey({ runner }: ScriptFile, key: string, path: string, text: string): readonly ProjectScript[] {
  const lineCounter = new LineCounter();
  // JSON is YAML, and this parser tells where things stand.
  const document = parseDocument(text.replace(/^\uFEFF/, ' '), {
    lineCounter,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const entries = isMap(document.contents) ? document.contents.get(key) : undefined;
  if (!isMap(entries)) return [];
  return entries.items.flatMap(({ key: name, value }) => {
    if (!isScalar(name) || typeof name.value !== 'string') return [];
    const command = isScalar(value) && typeof value.value === 'string' ? value.value : '';
    return [
      { name: name.value, runner, command, path, line: lineCounter.linePos(name.range?.[0] ?? 0).line },
    ];
  });
}

function onLines(
  { runner, line: pattern, below }: ScriptFile,
  path: string,
  text: string,
): readonly ProjectScript[] {
  const scripts: ProjectScript[] = [];
  let inside = below === undefined;
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (below !== undefined && line.startsWith('[')) inside = below.test(line);
    const groups = inside ? pattern?.exec(line)?.groups : undefined;
    const name = groups?.['name'];
    if (name === undefined || scripts.some((script) => script.name === name)) continue;
    const command = groups?.['command'] ?? (below === undefined ? recipeBelow(lines, index + 1) : '');
    scripts.push({ name, runner, command, path, line: index + 1 });
  }
  return scripts;
}

/** What stands indented below a target: its commands, a line each. */
function recipeBelow(lines: readonly string[], from: number): string {
  const end = lines.findIndex((line, index) => index >= from && /^\S/.test(line));
  return lines
    .slice(from, end === -1 ? undefined : end)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
