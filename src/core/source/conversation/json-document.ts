import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';

/** Values nested deeper than this are no conversation; they are read as `null`. */
const deepest = 60;

/** The values of a JSON text and the lines they stand on. */
export interface JsonDocument {
  /** The value; the array of the rows of JSON Lines. */
  readonly value: unknown;
  /**
   * Line (from 1) on which a value of an object or array begins.
   *
   * @param container an object or array within `value`
   */
  lineOf(container: object, key: string | number): number;
}

type Lines = WeakMap<object, ReadonlyMap<string | number, number>>;

/** Reads JSON or JSON Lines; `null` where the text is neither. A text cut off at its end is read up to there. */
export function readJson(text: string): JsonDocument | null {
  const first = text.trimStart()[0];
  if (first !== '[' && first !== '{') return null;
  const lines: Lines = new WeakMap();
  const value = first === '{' ? (rowsOf(text, lines) ?? valueOf(text, 1, lines)) : valueOf(text, 1, lines);
  return value === undefined || value === null
    ? null
    : { value, lineOf: (container, key) => lines.get(container)?.get(key) ?? 1 };
}

/** JSON Lines: every line that says something is an object of its own. */
function rowsOf(text: string, lines: Lines): readonly unknown[] | null {
  const written = text.split(/\r?\n/);
  const filled = written.filter((line) => line.trim() !== '');
  if (filled.length < 2 || !filled.every((line) => /^\s*\{.*\}\s*$/s.test(line))) return null;
  const rows: unknown[] = [];
  const places = new Map<number, number>();
  for (const [index, line] of written.entries()) {
    if (line.trim() === '') continue;
    const value = valueOf(line, index + 1, lines);
    if (value === undefined) continue;
    places.set(rows.length, index + 1);
    rows.push(value);
  }
  lines.set(rows, places);
  return rows;
}

/** @param firstLine line of the file on which the text begins */
function valueOf(text: string, firstLine: number, lines: Lines): unknown {
  try {
    const tree = parseTree(text, [], { allowTrailingComma: true });
    return tree === undefined ? undefined : plain(tree, lineFinder(text, firstLine), lines, 0);
  } catch {
    // Brackets nested deeper than the parser's recursion stands.
    return undefined;
  }
}

function plain(node: Node, lineAt: (offset: number) => number, lines: Lines, depth: number): unknown {
  if (node.type !== 'object' && node.type !== 'array') return node.value as unknown;
  if (depth > deepest) return null;
  const places = new Map<string | number, number>();
  const below = (child: Node, key: string | number): unknown => {
    places.set(key, lineAt(child.offset));
    return plain(child, lineAt, lines, depth + 1);
  };
  const children = node.children ?? [];
  const value =
    node.type === 'array'
      ? children.map((child, index) => below(child, index))
      : Object.fromEntries(
          children.flatMap(({ children: pair }) => {
            const [key, child] = pair ?? [];
            return key === undefined || child === undefined
              ? []
              : [[String(key.value), below(child, String(key.value))] as const];
          }),
        );
  lines.set(value, places);
  return value;
}

/** Offsets come in ascending order, so each looks only at the lines between it and the last. */
function lineFinder(text: string, firstLine: number): (offset: number) => number {
  let line = firstLine;
  // Looked for once and not from each offset: where there is none, that would read the whole text each time.
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
