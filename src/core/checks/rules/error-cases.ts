import type { SpecDocument, SpecTable, TableCell } from '../../spec/spec-document';
import type { TextRange } from '../../text/position';
import type { Check, Problem } from '../check';
import { contentOf } from '../../text/content';
import { endpointSections } from '../reading/endpoint-sections';
import { textOption } from '../reading/options';
import { disagreeingStatuses } from '../contracts/error-statuses';
import { isWithin, sectionsWithin } from '../../spec/place';
import { saysNone } from '../reading/says-none';
import { mayBeEmptyColumn, statusCodeColumn } from '../../spec/vocabulary/columns';
import { errorsSection } from '../../spec/vocabulary/section-names';

/** Registered by IANA, and those of well-known servers besides. */
const statuses = new Set([
  ...[
    100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307,
    308,
  ],
  ...[
    400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 419, 420,
    421,
  ],
  ...[
    422, 423, 424, 425, 426, 428, 429, 430, 431, 440, 444, 449, 450, 451, 460, 463, 494, 495, 496, 497, 498,
    499,
  ],
  ...[
    500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 520, 521, 522, 523, 524, 525, 526, 527, 529,
    530, 598, 599,
  ],
]);
/** No status on purpose: the error never leaves the server, or a whole class is meant. */
const noStatus =
  /^(?:none|no\b|n\/a|-|–|—|any|all|other|\dxx|internal|kein|ninguno|nenhum|aucun|нет|无|なし|없음)/iu;

/**
 * Errors are written out: in the error taxonomy and in the tables of each endpoint every row has its status, what the
 * client gets and what a person reads, statuses are those of HTTP, and an error has the same status wherever it stands. Of
 * scenarios without a status each says what the others say: detection, handling, recovery. Where no template is known,
 * sections are found by what their headings are called, and all is a warning.
 *
 * Options: `section`, key of the section with the taxonomy, `errors` by default; `endpoints`, key of the section that holds
 * the endpoints, `endpoints` by default.
 *
 * Good: `| ErrExpired | 410 | expired | This invitation has expired. | info |`.
 * Bad: `| ErrExpired | 410 | expired | | info |`; a status of 4100; `expired` with 410 here and 409 at its endpoint.
 */
export const errorCases: Check = {
  id: 'error-cases',
  title: 'Errors are written out, with statuses of HTTP.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run({ spec, template, sections, options }) {
    if (template === null) {
      yield* byHeadings(spec);
      return;
    }
    const taxonomy = sections.get(textOption(options, 'section') ?? 'errors');
    const holder = sections.get(textOption(options, 'endpoints') ?? 'endpoints');
    const endpoints = holder === undefined ? [] : endpointSections(spec, holder);
    const ofEndpoints = sectionsWithin(spec, endpoints);
    for (const table of spec.tables) {
      const isTaxonomy = isWithin(spec, table.section, taxonomy);
      if (isTaxonomy || (table.section !== null && ofEndpoints.has(table.section)))
        yield* inTable(table, isTaxonomy);
    }
    if (taxonomy === undefined) return;
    for (const { code, ours, theirs, place } of disagreeingStatuses(spec, taxonomy, endpoints))
      yield {
        message: '{0} is {1} here, but {2} in "{3}".',
        args: [code, ours, theirs, taxonomy.name],
        ...place,
      };
  },
};

/**
 * Where no template is known, headings say what sections are: those that are called errors, and those headed by method and
 * path. Only tables that clearly have statuses of HTTP are read, and all that is found is a warning.
 */
function* byHeadings(spec: SpecDocument): Iterable<Problem> {
  const endpoints = endpointSections(spec, null);
  const ofEndpoints = sectionsWithin(spec, endpoints);
  for (const taxonomy of spec.sections.filter(({ name }) => errorsSection.test(name.trim()))) {
    for (const table of spec.tables)
      if (
        isWithin(spec, table.section, taxonomy) &&
        (table.section === null || !ofEndpoints.has(table.section))
      )
        for (const problem of inTable(table, false, true)) yield { ...problem, severity: 'warning' };
    for (const { code, ours, theirs, place } of disagreeingStatuses(spec, taxonomy, endpoints))
      yield {
        message: '{0} is {1} here, but {2} in "{3}".',
        args: [code, ours, theirs, taxonomy.name],
        severity: 'warning',
        ...place,
      };
  }
}

/** @param numbersOnly whether words in the column of statuses are left alone: an error at the start answers nobody */
function* inTable(table: SpecTable, isTaxonomy: boolean, numbersOnly = false): Iterable<Problem> {
  const header = table.header.map(({ text }) => text.trim());
  const status = header.findIndex((text) => statusCodeColumn.test(text));
  if (status === -1) {
    if (isTaxonomy) yield* untold(table, header);
    return;
  }
  const cells = table.rows.map((row) => row[status]).filter((cell) => cell !== undefined);
  // A column of codes of another protocol is none of HTTP.
  if (cells.length > 0 && !cells.some(({ text }) => isKnown(text) || contentOf(text).gaps.length > 0)) {
    const looksLikeHttp = /http/iu.test(header[status] ?? '') || isTaxonomy;
    if (!looksLikeHttp) return;
  }
  for (const row of table.rows) {
    const name = row.map(({ text }) => text.trim()).find((text) => text !== '') ?? '';
    for (const [column, title] of header.entries()) {
      const cell = row[column];
      if (mayBeEmptyColumn.test(title) || (cell === undefined && column >= row.length && !isTaxonomy))
        continue;
      const text = cell?.text ?? '';
      const { facts, gaps } = contentOf(text);
      const place = placeOf(cell ?? row.at(-1) ?? table);
      const [gap] = gaps;
      if (!facts && gap !== undefined)
        yield { message: '"{1}" of error {0} waits for {2}.', args: [name, title, gap], gap, ...place };
      else if (text.trim() === '' || (!facts && /[\p{L}?.…]/u.test(text)))
        yield { message: 'Error {0} has no "{1}".', args: [name, title], ...place };
      else if (
        column === status &&
        facts &&
        !isKnown(text) &&
        !noStatus.test(text.trim()) &&
        !(numbersOnly && !/\d/u.test(text))
      )
        yield { message: '{0} is no status of HTTP.', args: [text.trim()], ...place };
    }
  }
}

/** Scenarios without a status of HTTP: what most of them say, detection, handling, recovery, each of them says. */
function* untold(table: SpecTable, header: readonly string[]): Iterable<Problem> {
  for (const [column, title] of header.entries()) {
    if (column === 0 || title === '' || mayBeEmptyColumn.test(title)) continue;
    const isEmpty = (row: SpecTable['rows'][number]): boolean => (row[column]?.text ?? '').trim() === '';
    const empty = table.rows.filter(isEmpty);
    if (empty.length * 2 > table.rows.length && table.rows.length > 1) continue;
    for (const row of empty) {
      const name = row.map(({ text }) => text.trim()).find((text) => text !== '') ?? '';
      if (name !== '' && !saysNone(name))
        yield {
          message: 'Error {0} has no "{1}".',
          args: [name, title],
          ...placeOf(row[column] ?? row.at(-1) ?? table),
        };
    }
  }
}

/** Whether the first number of a cell is a status: `409`, `409 Conflict`, `502/503`. */
function isKnown(text: string): boolean {
  const numbers = text.match(/(?<![\w.])\d+(?![\w.]*\d)/gu) ?? [];
  return numbers.length > 0 && statuses.has(Number(numbers[0]));
}

function placeOf({ line, column, endLine, endColumn }: TableCell | SpecTable): TextRange {
  return { line, column, endLine, endColumn };
}
