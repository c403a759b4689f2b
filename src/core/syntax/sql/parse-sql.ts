import { isElided } from '../elided';
import { parsedCode, type ParsedCode } from '../parsed-code';
import { migrationParts } from './migration-parts';
import { effectOf, type SqlNode } from './sql-changes';
import type { SqlChange, SqlColumn, SqlScript } from './sql-script';

/** Named parameters of query builders (`:id`) and `?`, which PostgreSQL itself does not know. */
const parameter = /(?<![:\w]):[a-z_]\w*|\?/giu;
const metaCommand = /^\\.*$/gmu;
const beforeStatement = /(?:\s|--[^\n]*(?:\n|$)|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/uy;

interface RawStatement {
  readonly stmt?: SqlNode;
  readonly stmt_location?: number;
  readonly stmt_len?: number;
}

/**
 * Parses SQL with PostgreSQL's own parser.
 *
 * @param isPostgres whether the text has to be PostgreSQL: else what it does not parse is no problem
 * @throws when the parser can not be loaded
 */
export async function parseSql(text: string, isPostgres: boolean): Promise<ParsedCode> {
  const library = await import('libpg-query');
  await library.loadModule();
  const attempt = (
    sql: string,
  ): { readonly statements: readonly RawStatement[] } | { readonly error: unknown } => {
    try {
      return { statements: (library.parseSync(sql).stmts ?? []) as readonly RawStatement[] };
    } catch (error) {
      return { error };
    }
  };
  // An empty text is refused by the library, and is no problem.
  if (text.replace(/--[^\n]*/gu, '').trim() === '') return parsedCode('SQL', { sql: scriptOf(text, []) });
  const first = attempt(text);
  const result = 'error' in first ? attempt(withoutParameters(text)) : first;
  if ('statements' in result) return parsedCode('SQL', { sql: scriptOf(text, result.statements) });

  const { error } = first as { readonly error: unknown };
  const cursor = library.hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : null;
  const sql = { parts: opaqueParts(text), parsed: false, columns: [] };
  // Not a finding of the parser: memory, or a module that broke.
  if (cursor === null || !(error instanceof Error)) return parsedCode('SQL', { sql });
  if (!isPostgres) return parsedCode('SQL', { sql });
  const start = Math.min(indexOfCharacter(text, cursor), text.length);
  const token = /^(?:\w+|\S)/u.exec(text.slice(start))?.[0] ?? '';
  return parsedCode('SQL', {
    sql,
    problem: { start, end: start + token.length, reason: error.message, elided: isElided(text) },
  });
}

/** The same length, so that places stay. */
function withoutParameters(text: string): string {
  return text
    .replace(metaCommand, (line) => ' '.repeat(line.length))
    .replace(parameter, (name) => (name.length === 1 ? '1' : '$1'.padEnd(name.length)));
}

function opaqueParts(text: string): SqlScript['parts'] {
  return migrationParts(text).map((part) => ({ ...part, changes: [], statements: 0, opaque: true }));
}

function scriptOf(text: string, statements: readonly RawStatement[]): SqlScript {
  const indexOf = byteIndex(text);
  const columns: SqlColumn[] = [];
  const read = statements.map(({ stmt = {}, stmt_location: location = 0, stmt_len: length = 0 }) => {
    beforeStatement.lastIndex = indexOf(location);
    const skipped = beforeStatement.exec(text)?.[0].length ?? 0;
    const start = indexOf(location) + skipped;
    const end = length === 0 ? start + text.slice(start).trimEnd().length : indexOf(location + length);
    const effect = effectOf(stmt);
    for (const { location: place, ...column } of effect.columns) {
      const from = indexOf(place);
      const word = /^[\w"]+/u.exec(text.slice(from))?.[0] ?? '';
      columns.push({ ...column, start: from, end: from + word.length });
    }
    const changes = effect.changes.map((change): SqlChange => ({ ...change, start, end }));
    return { start, changes, opaque: effect.opaque };
  });
  return {
    parsed: true,
    columns,
    parts: migrationParts(text).map((part, position, parts) => {
      const from = position === 0 && part.direction === null ? 0 : part.start;
      const own = read.filter(
        ({ start }) => start >= from && start < (parts[position + 1]?.start ?? Infinity),
      );
      return {
        ...part,
        changes: own.flatMap(({ changes }) => changes),
        statements: own.length,
        opaque: own.some(({ opaque }) => opaque),
      };
    }),
  };
}

/** Offset of a byte of the text in UTF-8, which is how the parser counts in its tree. */
function byteIndex(text: string): (byte: number) => number {
  // eslint-disable-next-line no-control-regex -- ASCII is one byte a character
  if (/^[\x00-\x7f]*$/u.test(text)) return (byte) => Math.min(byte, text.length);
  const starts: number[] = [];
  let index = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (let count = 0; count < bytes; count++) starts.push(index);
    index += character.length;
  }
  return (byte) => starts[byte] ?? text.length;
}

/** Offset of a character, which is how the parser counts in its errors: one for what is two units here. */
function indexOfCharacter(text: string, count: number): number {
  let index = 0;
  let left = count;
  for (const character of text) {
    if (left-- <= 0) break;
    index += character.length;
  }
  return index;
}
