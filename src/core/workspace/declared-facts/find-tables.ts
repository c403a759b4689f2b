import { maskCode } from '../../project/code/find-symbols';
import { sql } from '../../project/code/languages/schemas';
import { lineFinder } from '../../text/line-finder';
import { readTables } from '../../project/tables/read-tables';
import { appliedPart, statementsOf } from '../../project/tables/sql-statements';
import type { FoundFact } from './declared-fact';
import type { SpecCode, SpecStatement, SpecStatements } from './spec-statements';

export const columnHeader =
  /^(?:column(?: name)?|field(?: name)?|spalte|feld|columna|campo|coluna|colonne|champ|колонка|столбец|поле|cột|trường|列(?:名)?|字段(?:名)?|カラム(?:名)?|列名|컬럼(?:명)?|필드(?:명)?)$/;
export const typeHeader =
  /^(?:(?:data |sql )?type|typ|datentyp|tipo|тип(?: данных)?|kiểu|类型|数据类型|型|データ型|타입|자료형)$/;
export const tableHeader =
  /^(?:table(?: name)?|tabelle|tabla|tabela|таблица|bảng|表(?:名)?|テーブル(?:名)?|테이블(?:명)?)$/;
/** A table's name as people write it into a heading: bare or as code, with or without the word for it. */
export const tableName =
  /^(?:(?:new |modified |existing |changed )?(?:tables?|tabelle|tabla|tabela|таблица|bảng|表|テーブル|테이블)\s*(?:[:：]\s*)?)?["'“]?([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)["'”]?(?:\s+(?:table|tabelle|表|テーブル|테이블))?(?:\s*\([^)]*\))?$/i;
const newColumn =
  /\badd\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(?!constraint\b|primary\b|foreign\b|unique\b|check\b|index\b|key\b)["`[]?(\w+)["`\]]?\s+([a-z][\w]*(?:\([^)]*\))?(?:\s+with\s+time\s+zone)?)/gi;
const alteredColumn =
  /\b(?:alter|modify)\s+(?:column\s+)?["`[]?(\w+)["`\]]?\s+(?:set\s+data\s+)?type\s+([a-z]\w*(?:\([^)]*\))?(?:\s+with\s+time\s+zone)?)/gi;
const altered = /^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?(?:["`[]?\w+["`\]]?\.)?["`[]?(\w+)/i;

/** Tables and their columns, by SQL and by Markdown tables of columns below a heading that names the table. */
export function* findTables({ statements, code }: SpecStatements): Iterable<FoundFact> {
  for (const block of code) if (isSql(block)) yield* tablesOfSql(block);
  yield* tablesOfRows(statements);
}

/** Whether a code block holds SQL, whatever it is called. */
export function isSql({ language, value }: Pick<SpecCode, 'language' | 'value'>): boolean {
  return language === null || language === ''
    ? /^[ \t]*(?:create|alter)\s+(?:unique\s+)?(?:table|index)\b/im.test(value)
    : /^(?:sql|pgsql|postgres(?:ql)?|mysql|sqlite|plpgsql|tsql)$/i.test(language);
}

function* tablesOfSql({ value, line }: SpecCode): Iterable<FoundFact> {
  const tables = readTables([{ path: '', text: value }]);
  for (const { name, line: at, columns } of tables) {
    yield { kind: 'table', name, detail: '', line: line + at };
    for (const column of columns)
      yield { kind: 'column', name: `${name}.${column.name}`, detail: column.type, line: line + column.line };
  }
  // A spec adds columns to tables that another one made, or gives them another type.
  const lineOf = lineFinder(value);
  for (const { text, offset } of statementsOf(maskCode(appliedPart(value), sql))) {
    const table = altered.exec(text)?.[1];
    if (table === undefined || tables.some(({ name }) => name === table)) continue;
    for (const match of [...text.matchAll(newColumn), ...text.matchAll(alteredColumn)])
      yield {
        kind: 'column',
        name: `${table}.${match[1] ?? ''}`,
        detail: match[2] ?? '',
        line: line + lineOf(offset + match.index),
      };
  }
}

function* tablesOfRows(statements: readonly SpecStatement[]): Iterable<FoundFact> {
  let heading: { readonly name: string; readonly line: number } | null = null;
  for (const { kind, text, line, headings, header, cells } of statements) {
    if (kind === 'heading') {
      const name = tableName.exec(text.replace(/^\d+(?:\.\d+)*[.)]?\s+/, ''))?.[1];
      heading = name === undefined || headings.length === 0 ? null : { name, line };
      continue;
    }
    const typed = header.findIndex((cell) => typeHeader.test(cell));
    const named = header.findIndex((cell) => columnHeader.test(cell));
    const column = cells[named]?.replace(/[`*]/g, '');
    const table = cells[header.findIndex((cell) => tableHeader.test(cell))]?.replace(/[`*]/g, '');
    if (table !== undefined && /^\w+$/.test(table)) {
      if (typed >= 0 && /^\w+$/.test(column ?? '')) {
        yield { kind: 'table', name: table, detail: '', line };
        yield { kind: 'column', name: `${table}.${column ?? ''}`, detail: cells[typed] ?? '', line };
      }
      continue;
    }
    if (heading === null || named < 0 || typed < 0 || !/^\w+$/.test(column ?? '')) continue;
    yield { kind: 'table', name: heading.name, detail: '', line: heading.line };
    yield { kind: 'column', name: `${heading.name}.${column ?? ''}`, detail: cells[typed] ?? '', line };
  }
}
