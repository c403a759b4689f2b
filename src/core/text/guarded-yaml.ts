import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { plainJson } from './plain-json';
import { yamlData } from './yaml-data';

/** A mistake in a file of data, at its line (from 1). */
export interface DataProblem {
  readonly line: number;
  /** English message with `{0}` placeholders. */
  readonly message: string;
  readonly args: readonly string[];
}

export type GuardedData<Value> =
  | { readonly value: Value; lineOf(path: readonly (string | number)[]): number }
  | { readonly problems: readonly DataProblem[] };

const conflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/**
 * Reads YAML, or JSON, that a person may have edited and git may have merged.
 *
 * @param schema what it has to look like; a strict one refuses fields it does not know
 * @param version the only value of the field `version` that is understood; one that differs is named before anything else
 * @returns the value, or each mistake at its line; nothing of a file with a mistake is used
 */
export function readGuarded<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  version: number,
): GuardedData<v.InferOutput<Schema>> {
  const marked = text.split(/\r?\n/).findIndex((line) => conflictMarker.test(line));
  if (marked >= 0)
    return problem(
      marked + 1,
      'A merge left its conflict markers here. Keep one of the two versions and delete the markers.',
    );
  const whole = text.replace(/^\uFEFF/, '');
  // YAML knows where each value stands, which takes fifty times as long: large data of the product is JSON.
  const json = plainJson(whole);
  const read = json === null ? readYaml(whole) : { ...json, at: null };
  if ('problems' in read) return read;
  const lineOf = (path: readonly (string | number)[]): number => {
    const { document, lines } = read.at ?? parsed(whole);
    return lines.linePos(offsetOf(document, path)).line;
  };
  const found = versionOf(read.data);
  if (found !== version)
    return problem(
      lineOf(['version']),
      found === null
        ? 'The version is missing: write version {1}.'
        : 'Version {0} is not understood, only version {1}. The file is left as it is.',
      found === null ? '' : String(found),
      String(version),
    );
  const result = v.safeParse(schema, read.data);
  if (result.success) return { value: result.output, lineOf };
  return {
    problems: result.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
      return { line: lineOf(path), ...misfit(path.join('.'), issue) };
    }),
  };
}

interface ParsedYaml {
  readonly document: Document;
  readonly lines: LineCounter;
}

function parsed(text: string): ParsedYaml {
  const lines = new LineCounter();
  // The parser compares each key with all before it: a language has hundreds.
  return { document: parseDocument(text, { lineCounter: lines, uniqueKeys: false }), lines };
}

/** The data of a YAML document and where it stands, or each mistake at its line. */
function readYaml(
  text: string,
): { readonly data: unknown; readonly at: ParsedYaml } | { readonly problems: readonly DataProblem[] } {
  const at = parsed(text);
  const { document, lines } = at;
  const mistakes = [
    ...document.errors.map(({ pos: [offset], message }) => ({ offset, reason: message })),
    ...repeatedKeys(document).map((offset) => ({ offset, reason: null })),
  ];
  if (mistakes.length > 0)
    return {
      problems: mistakes
        .sort((one, other) => one.offset - other.offset)
        .map(({ offset, reason }) => ({
          line: lines.linePos(offset).line,
          ...(reason === null
            ? { message: 'This key is there already. Keep one of the two.', args: [] }
            : {
                message: 'This cannot be read: {0}',
                args: [(reason.split('\n')[0] ?? reason).replace(/ at line .*$/, '.')],
              }),
        })),
    };
  const read = yamlData(document);
  return 'error' in read ? problem(1, 'This cannot be read: {0}', `${read.error}.`) : { data: read.data, at };
}

/** @param name of the field, `''` for the whole file */
function misfit(
  name: string,
  { expected, received }: Pick<v.BaseIssue<unknown>, 'expected' | 'received'>,
): Omit<DataProblem, 'line'> {
  if (expected === 'never')
    return { message: 'There is no field {0}. Remove it, or correct its name.', args: [name] };
  if (name === '')
    return { message: 'The file should be {0}, and is {1}.', args: [expected ?? '?', received] };
  return expected === null
    ? { message: '{0}: {1} is not possible here.', args: [name, received] }
    : { message: '{0}: expected {1}, found {2}.', args: [name, expected, received] };
}

/** Offsets of keys that their map has already. */
function repeatedKeys(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return offsets;
}

function problem(line: number, message: string, ...args: readonly string[]): { problems: DataProblem[] } {
  return { problems: [{ line, message, args }] };
}

function versionOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'version' in data ? data.version : null;
}

/** Offset of the key or item at a path, or of the nearest one above it. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      const item: unknown = node.items[key];
      offset = rangeStart(item) ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
}
