import type { SpecDocument, SpecSection, TableCell } from '../spec/spec-document';
import type { TextRange } from '../text/position';
import { firstLine, isWithin } from './place';
import { placeOf } from './trace-rule';

/** An error that an endpoint answers with another status than the taxonomy has for it. */
export interface StatusDisagreement {
  readonly code: string;
  readonly ours: string;
  readonly theirs: string;
  readonly place: TextRange;
}

/** An error with its statuses, as one row or one place in a line gives them. */
interface StatedError {
  readonly codes: readonly string[];
  readonly statuses: readonly string[];
  readonly section: number | null;
  readonly place: TextRange;
}

/** `offer_lapsed`, `ErrOfferLapsed`, `OFFER_LAPSED`, `OfferLapsedException`: what is written as a name of an error is one. */
const code =
  /(?<![\p{L}\p{N}_.:-])(?:[a-z]+(?:_[a-z\d]+)+|[A-Z]+(?:_[A-Z\d]+)+|Err[A-Z]\w+|[A-Z][a-z]\w*(?:Error|Exception))(?![\p{L}\p{N}_]|\.\p{L})/gu;
const status = /(?<![\p{N}.,-])[45]\d\d(?![\p{N}]|[.,]\d)/gu;
const named =
  '([a-z]+(?:_[a-z\\d]+)+|[A-Z]+(?:_[A-Z\\d]+)+|Err[A-Z]\\w+|[A-Z][a-z]\\w*(?:Error|Exception))(?![\\w.])';
/** `404 order_not_found`, `order_not_found (404)`: plain text, so backticks are gone. */
const pair = new RegExp(
  `(?<![\\d.])([45]\\d\\d)\\s+(?:[A-Z][a-z]+\\s+){0,3}${named}|(?<![\\w.])${named}\\s*[(（:→–-]+>?\\s*(?:HTTP\\s*)?([45]\\d\\d)(?!\\d)`,
  'gu',
);

/** Errors of endpoints whose status is none of those that the taxonomy gives them, by their names. */
export function disagreeingStatuses(
  spec: SpecDocument,
  taxonomy: SpecSection,
  endpoints: readonly SpecSection[],
): readonly StatusDisagreement[] {
  const stated = statedErrors(spec);
  const known = new Map<string, Set<string>>();
  for (const { codes, statuses, section } of stated)
    if (isWithin(spec, section, taxonomy))
      for (const each of codes) known.set(each, new Set([...(known.get(each) ?? []), ...statuses]));
  return stated
    .filter(({ section }) => endpoints.some((endpoint) => isWithin(spec, section, endpoint)))
    .flatMap(({ codes, statuses, place }) => {
      const other = codes.find(
        (each) => known.has(each) && statuses.every((one) => known.get(each)?.has(one) !== true),
      );
      if (other === undefined) return [];
      return [
        { code: other, ours: statuses.join(', '), theirs: [...(known.get(other) ?? [])].join(', '), place },
      ];
    });
}

function statedErrors(spec: SpecDocument): readonly StatedError[] {
  const ofRows = spec.tables.flatMap(({ section, rows }) =>
    rows.flatMap((row) => {
      const cells = row.filter(isShort);
      const codes = cells.flatMap(({ text }) => text.match(code) ?? []);
      const own = cells
        .filter(({ text }) => text.match(code) === null)
        .flatMap(({ text }) => text.match(status) ?? []);
      const statuses = own.length > 0 ? own : cells.flatMap(({ text }) => text.match(status) ?? []);
      const [first] = row;
      return codes.length === 0 || statuses.length === 0 || first === undefined
        ? []
        : [{ codes: [...new Set(codes)], statuses: [...new Set(statuses)], section, place: placeOf(first) }];
    }),
  );
  const ofLines = [...spec.listItems, ...spec.paragraphs].flatMap((said) =>
    [...said.text.matchAll(pair)].map(([, before = '', first = '', second = '', behind = '']) => ({
      codes: [first === '' ? second : first],
      statuses: [before === '' ? behind : before],
      section: said.section,
      place: placeOf(firstLine(spec, said)),
    })),
  );
  return [...ofRows, ...ofLines];
}

/** A cell that names or counts; sentences for people may say any number. */
function isShort({ text }: TableCell): boolean {
  return text.length <= 60;
}
