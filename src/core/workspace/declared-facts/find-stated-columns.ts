import { columnHeader, typeHeader } from './find-tables';
import type { FoundFact } from './declared-fact';
import type { SpecStatement, SpecStatements } from './spec-statements';

const sqlType =
  '(?:(?:small|big|medium)?int(?:eger)?[248]?|(?:small|big)?serial|bool(?:ean)?|text|(?:n?var)?char(?:acter(?: varying)?)?|uuid|timestamptz|timestamp(?: with(?:out)? time zone)?|datetime|date|time|jsonb?|numeric|decimal|real|double(?: precision)?|float[48]?|bytea|blob|citext)(?:\\s*\\(\\s*\\d+(?:\\s*,\\s*\\d+)?\\s*\\))?(?:\\[\\])?';
/** `rooms.seats` INTEGER, `rooms.seats` is INTEGER, `rooms.seats` becomes an INTEGER. */
const stated = new RegExp(
  `\\s+(?:(?:is|becomes|turns into|ist|wird|es|é|est)\\s+)?(?:(?:an?|of type|type)\\s+)?(${sqlType})(?![\\w-])`,
  'iuy',
);
const wholeType = new RegExp(`^${sqlType}(?![\\w-])`, 'iu');
const dotted = /^(\w+\.\w+)$/u;
const named = /^(?:(\w+)\.)?(\w+)$/u;
const tableHeader = /^(?:table(?: name)?|tabelle|tabla|tabela|таблица|表(?:名)?|テーブル|테이블)$/u;
const mostCodes = 40;

/**
 * Columns whose type is said in a sentence or a cell: a name in code with its table, or in a row that begins with its table. The
 * type stands behind it in capitals, as SQL is written, since `date` and `text` are words, too; in a column of types it may be written
 * as one likes.
 */
export function* findStatedColumns({ statements }: SpecStatements): Iterable<FoundFact> {
  for (const statement of statements) {
    if (statement.kind === 'heading') continue;
    const [, column] = dotted.exec(cellBelow(statement, columnHeader)) ?? [];
    const type = cellBelow(statement, typeHeader);
    if (column !== undefined && wholeType.test(type))
      yield { kind: 'column', name: column, detail: type, line: statement.line };
    const table = tableOf(statement);
    let from = 0;
    for (const { text: code, line } of statement.codes.slice(0, mostCodes)) {
      const at = statement.text.indexOf(code, from);
      if (at === -1) continue;
      from = at + code.length;
      const [, owner = table, column] = named.exec(code) ?? [];
      stated.lastIndex = from;
      const type = stated.exec(statement.text)?.[1];
      if (owner === undefined || column === undefined || type === undefined || type !== type.toUpperCase())
        continue;
      yield { kind: 'column', name: `${owner}.${column}`, detail: type, line };
    }
  }
}

/** The cell of a row whose header is like that; empty where there is none. */
function cellBelow({ header, cells }: SpecStatement, name: RegExp): string {
  return cells[header.findIndex((text) => name.test(text))]?.replace(/[`*]/gu, '') ?? '';
}

/** The table that a row is about, by a column of that name. */
function tableOf({ header, cells }: SpecStatement): string | undefined {
  const cell = cells[header.findIndex((text) => tableHeader.test(text))];
  return cell !== undefined && /^\w+$/u.test(cell) ? cell : undefined;
}
