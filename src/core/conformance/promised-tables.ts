import { blockPlace } from '../checks/reading/block-place';
import { sectionNames } from '../checks/grounding/mention';
import { applyDialect } from '../project/tables/migration-dialect';
import { dialectOfFragment } from '../project/tables/migration-dialects';
import { readTables } from '../project/tables/read-tables';
import { SchemaState } from '../project/tables/schema-state';
import type { ProjectTable } from '../project/project-index';
import type { CodeBlock, SpecDocument, SpecTable } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import {
  columnHeader,
  isSql,
  tableHeader,
  tableName,
  typeHeader,
} from '../workspace/declared-facts/find-tables';
import type { PromisedColumn, PromisedIndex, PromisedTable } from './promise';
import { filesNear, isUnpromised, wordOn } from './spec-places';
import { answerOf, negated, nullabilitySaid, statedConstraints } from './said-of-columns';

export interface PromisedSchema {
  readonly tables: readonly PromisedTable[];
  readonly columns: readonly PromisedColumn[];
  readonly indexes: readonly PromisedIndex[];
}

const aboutData =
  /\b(?:tables?|data(?:base)?\s?(?:model|schema|layer)?|schemas?|entit(?:y|ies)|migrations?|persistence|storage|datenmodell|modelo de datos|modelo de dados)\b|数据|表|データ|데이터/iu;
const constraintHeader =
  /^(?:constraints?|attributes?|modifiers?|options?|rules?|einschränkungen|restricciones|约束|制約|제약)$/u;
const nullHeader = /^(?:null(?:able)?\??|null allowed|is null(?:able)?)$/u;
const requiredHeader = /^(?:required\??|not null|mandatory)$/u;
const defaultHeader =
  /^(?:default(?: value)?|standardwert|valor por defecto|valor padrão|默认值?|既定値|기본값)$/u;
const referenceHeader = /^(?:references?|foreign keys?|fk|refers to)$/u;
const modelName =
  /^(?:(?:model|entity|table)\s*(?:[:：]\s*)?)?[`"']?([A-Z][A-Za-z\d]+|[a-z_][a-z\d_]*(?:\.[a-z_][a-z\d_]*)?)[`"']?(?:\s+(?:model|entity|table))?(?:\s*\([^)]*\))?$/u;
const statedIndex =
  /^(?:(?<unique>unique)\s+)?(?:index\s+)?(?:(?<name>[a-z]\w*_\w+)\s*:?\s+)?(?:(?<unique2>unique)\s+)?(?:index\s+)?on\s+(?:(?<table>\w+)\s*)?\((?<columns>[^()]*(?:\([^()]*\)[^()]*)*)\)/iu;
const indexHeader = /^(?:index(?:es)?(?: name)?|name)$/u;
const columnsHeader = /^(?:columns?|fields?|on)$/u;

/** Tables, columns and indexes by SQL, by the words of a framework, and by tables and lists that describe them. */
export function promisedSchema(spec: SpecDocument): PromisedSchema {
  const schema = new Collected(spec);
  for (const block of spec.codeBlocks) schema.addBlock(block);
  for (const table of spec.tables) schema.addTable(table);
  for (const { text, line, section } of spec.listItems) schema.addStated(text, line, section);
  return schema;
}

class Collected implements PromisedSchema {
  readonly tables: PromisedTable[] = [];
  readonly columns: PromisedColumn[] = [];
  readonly indexes: PromisedIndex[] = [];
  readonly #spec: SpecDocument;

  constructor(spec: SpecDocument) {
    this.#spec = spec;
  }

  addBlock(block: CodeBlock): void {
    if (isUnpromised(this.#spec, block.section)) return;
    const state = new SchemaState(true);
    if (isSql(block)) readTables([{ path: '', text: block.value }], state);
    else {
      const dialect = /\b(?:table|Table|model|Model|column|index|Index)/u.test(block.value)
        ? dialectOfFragment(block.value)
        : null;
      if (dialect === null) return;
      applyDialect(dialect, { path: '', text: block.value }, state);
    }
    for (const table of state.tables()) this.#addRead(table, block);
  }

  #addRead({ name: written, columns, indexes, line }: ProjectTable, block: CodeBlock): void {
    const name = written.replace(/^_+/u, '');
    const at = (row: number, word: string): ReturnType<typeof wordOn> =>
      block.value === ''
        ? blockPlace(this.#spec, block, 0, 0)
        : wordOn(this.#spec, Math.min(block.line + row, block.endLine), word);
    const files = filesNear(this.#spec, block.section, block.line);
    const base = { section: block.section, names: [name], files };
    this.tables.push({ ...base, name, ...at(line, name) });
    for (const column of columns)
      this.columns.push({
        ...{ ...base, table: name, name: column.name, type: column.type, declared: column.declared },
        ...{ dialect: column.dialect, nullable: null, constraints: '', ...at(column.line, column.name) },
      });
    for (const { unique, ...index } of indexes)
      this.indexes.push({
        ...{ ...base, table: name, name: index.name, columns: index.columns, unique },
        ...at(index.line, index.name ?? index.columns[0] ?? ''),
      });
  }

  addTable(table: SpecTable): void {
    if (isUnpromised(this.#spec, table.section)) return;
    const header = table.header.map(({ text }) => text.trim().toLowerCase());
    const named = header.findIndex((cell) => columnHeader.test(cell));
    const typed = header.findIndex((cell) => typeHeader.test(cell));
    const ofTable = header.findIndex((cell) => tableHeader.test(cell));
    const holder = this.#holder(table.section);
    if (named !== -1 && typed !== -1) this.#addColumns(table, { header, named, typed, ofTable }, holder);
    else this.#addIndexRows(table, header, ofTable, holder);
  }

  #addColumns(
    table: SpecTable,
    at: {
      readonly header: readonly string[];
      readonly named: number;
      readonly typed: number;
      readonly ofTable: number;
    },
    holder: string | null,
  ): void {
    const { header, named, typed, ofTable } = at;
    const constrained = header.findIndex((cell) => constraintHeader.test(cell));
    const nullable = header.findIndex((cell) => nullHeader.test(cell));
    const required = header.findIndex((cell) => requiredHeader.test(cell));
    const defaulted = header.findIndex((cell) => defaultHeader.test(cell));
    const referring = header.findIndex((cell) => referenceHeader.test(cell));
    const about = [...sectionNames(this.#spec, table.section)].some((name) => aboutData.test(name));
    if (!about && !/column|spalte|columna|coluna|colonne|列|カラム|컬럼/u.test(header[named] ?? '')) return;
    for (const row of table.rows) {
      const cell = (index: number): string => (index === -1 ? '' : (row[index]?.text ?? '').trim());
      const owner = ofTable === -1 ? holder : cell(ofTable).replace(/`/gu, '');
      const name = cell(named)
        .replace(/[`*]/gu, '')
        .replace(/(?<!\s)\s*\([^)]*\)$/u, '');
      const line = row[named]?.line ?? table.line;
      if (owner === null || owner === '' || !/^\w+$/u.test(name)) continue;
      const files = filesNear(
        this.#spec,
        table.section,
        this.#spec.sections[table.section ?? -1]?.line ?? line,
      );
      const base = { section: table.section, names: [owner], files };
      if (!this.tables.some((known) => known.name === owner))
        this.tables.push({
          ...{ ...base, name: owner },
          ...wordOn(this.#spec, this.#spec.sections[table.section ?? -1]?.line ?? line, owner),
        });
      const constraints = cell(constrained);
      const said = `${cell(typed)} ${constraints}`;
      this.columns.push({
        ...{
          ...base,
          table: owner,
          name,
          type: cell(typed).replace(/`/gu, ''),
          declared: '',
          dialect: 'Markdown',
        },
        constraints: statedConstraints(said, row[defaulted]?.raw ?? '', cell(referring)),
        nullable: answerOf(cell(nullable)) ?? negated(answerOf(cell(required))) ?? nullabilitySaid(said),
        ...wordOn(this.#spec, line, name),
      });
      if (/(?:^|,)\s*`?unique`?\s*(?:,|$)/iu.test(constraints))
        this.indexes.push({
          ...{ ...base, table: owner, name: null, columns: [name.toLowerCase()], unique: true },
          ...wordOn(this.#spec, line, name),
        });
    }
  }

  #addIndexRows(table: SpecTable, header: readonly string[], ofTable: number, holder: string | null): void {
    const named = header.findIndex((cell) => indexHeader.test(cell));
    const columns = header.findIndex((cell) => columnsHeader.test(cell));
    if (columns === -1 || !(header[named] ?? '').startsWith('index')) return;
    const unique = header.findIndex((cell) => /^(?:unique|type|kind)\b/u.test(cell));
    for (const row of table.rows) {
      const name = (row[named]?.text ?? '').replace(/`/gu, '').trim();
      const owner = ofTable === -1 ? holder : (row[ofTable]?.text ?? '').replace(/`/gu, '').trim();
      const cell = row[unique]?.text ?? '';
      const isUnique = unique === -1 ? null : /unique/iu.test(cell) || answerOf(cell);
      if (owner !== null && owner !== '')
        this.#addIndex(
          owner,
          /^\w+$/u.test(name) ? name : null,
          row[columns]?.text ?? '',
          isUnique,
          row[0]?.line ?? table.line,
          table.section,
        );
    }
  }

  /** `idx_invites_token on (token)`, `unique index on invites (team_id, email)` */
  addStated(text: string, line: number, section: number | null): void {
    const plain = text.replace(/[`*]/gu, '').trim();
    const found = statedIndex.exec(plain)?.groups;
    if (found === undefined || isUnpromised(this.#spec, section)) return;
    const near = /(?:^|\W)indexe?s?\b/iu.test(plain) || found['name'] !== undefined;
    const owner = found['table'] ?? this.#holder(section);
    if (!near || owner === null) return;
    const unique = /\bunique\b/iu.test(plain) ? true : null;
    this.#addIndex(owner, found['name'] ?? null, found['columns'] ?? '', unique, line, section);
  }

  #addIndex(
    table: string,
    name: string | null,
    list: string,
    unique: boolean | null,
    line: number,
    section: number | null,
  ): void {
    const columns = list
      .replace(/[`()]/gu, (mark) => (mark === '`' ? '' : mark))
      .split(/,(?![^(]*\))/u)
      .map((column) =>
        column
          .trim()
          .replace(/(?<!\s)\s+(?:asc|desc|nulls\b).*$/iu, '')
          .replace(/^\((.*)\)$/u, '$1')
          .toLowerCase(),
      )
      .filter((column) => column !== '');
    if (columns.length === 0 || columns.some((column) => !/^\w+(?:\(\w+\))?$/u.test(column))) return;
    const same = this.indexes.some(
      (index) =>
        index.table === table &&
        index.columns.join() === columns.join() &&
        (unique === null || index.unique === unique),
    );
    if (same) return;
    this.indexes.push({
      ...{ section, names: [table], files: filesNear(this.#spec, section, line) },
      ...{ table, name, columns, unique, ...wordOn(this.#spec, line, name ?? columns[0] ?? '') },
    });
  }

  /** The table that a section, or one around it, is headed by. */
  #holder(section: number | null): string | null {
    for (let index = section; index !== null; index = this.#spec.sections[index]?.parent ?? null) {
      const name = (this.#spec.sections[index]?.name ?? '').trim();
      const heading = lineText(this.#spec.lines, this.#spec.sections[index]?.line ?? 1);
      const isData = sectionNames(this.#spec, this.#spec.sections[index]?.parent ?? null).some((one) =>
        aboutData.test(one),
      );
      const found =
        tableName.exec(name)?.[1] ??
        (isData || /\b(?:model|entity|table)\b/iu.test(heading) ? modelName.exec(name)?.[1] : undefined);
      if (
        found !== undefined &&
        !/^(?:indexe?s|constraints|columns|tables?|migrations?|schema|overview|notes|relationships|fields)$/iu.test(
          found,
        )
      )
        return found.replace(/^.*\./u, '');
    }
    return null;
  }
}
