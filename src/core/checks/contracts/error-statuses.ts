import { plainRange } from '../../text/position';
import { oncePer } from '../../text/remembered';
import type {
  SpecDocument,
  SpecListItem,
  SpecParagraph,
  SpecSection,
  TableCell,
} from '../../spec/spec-document';
import type { SpecPart } from '../../spec/spec-part';
import type { TextRange } from '../../text/position';
import { sectionsInEachPart } from '../reading/in-each-part';
import { firstLine, isWithin, sectionsWithin } from '../../spec/place';

/** An error that an endpoint answers with another status than the taxonomy has for it. */
export interface StatusDisagreement {
  readonly code: string;
  readonly ours: string;
  readonly theirs: string;
  readonly place: TextRange;
}

/** An error with its statuses, as one row or one place in a line gives them. */
interface StatedError extends TextRange {
  readonly codes: readonly string[];
  readonly statuses: readonly string[];
  readonly section: number | null;
}

/** `offer_lapsed`, `ErrOfferLapsed`, `OFFER_LAPSED`, `OfferLapsedException`: what is written as a name of an error is one. */
const code =
  /(?<![\p{L}\p{N}_.:-])(?:[a-z]+(?:_[a-z\d]+)+|[A-Z]+(?:_[A-Z\d]+)+|Err[A-Z]\w+|[A-Z][a-z]\w*(?:Error|Exception))(?![\p{L}\p{N}_]|\.\p{L})/gu;
const status = /(?<![\p{N}.,-])[45]\d\d(?![\p{N}]|[.,]\d)/gu;
const named =
  '([a-z]+(?:_[a-z\\d]+)+|[A-Z]+(?:_[A-Z\\d]+)+|Err[A-Z]\\w+|[A-Z][a-z]\\w*(?:Error|Exception))(?!\\w|\\.\\w)';
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
  const stated = [inRows, inItems, inParagraphs].flatMap((find) => [...sectionsInEachPart(spec, find)]);
  const known = new Map<string, Set<string>>();
  const ofEndpoints = sectionsWithin(spec, endpoints);
  for (const { codes, statuses, section } of stated)
    if (isWithin(spec, section, taxonomy))
      for (const each of codes) known.set(each, new Set([...(known.get(each) ?? []), ...statuses]));
  return stated
    .filter(({ section }) => section !== null && ofEndpoints.has(section))
    .flatMap(({ codes, statuses, ...place }) => {
      const other = codes.find(
        (each) => known.has(each) && statuses.every((one) => known.get(each)?.has(one) !== true),
      );
      if (other === undefined) return [];
      return [
        {
          code: other,
          ours: statuses.join(', '),
          theirs: [...(known.get(other) ?? [])].join(', '),
          place: plainRange(place),
        },
      ];
    });
}

const inRows = oncePer(({ tables }: SpecPart): readonly StatedError[] =>
  tables.flatMap(({ section, rows }) =>
    rows.flatMap((row) => {
      const [first] = row;
      const cells = row.filter(isShort);
      const codes = cells.flatMap(({ text }) => text.match(code) ?? []);
      if (codes.length === 0 || first === undefined) return [];
      const own = cells
        .filter(({ text }) => text.match(code) === null)
        .flatMap(({ text }) => text.match(status) ?? []);
      const statuses = own.length > 0 ? own : cells.flatMap(({ text }) => text.match(status) ?? []);
      if (statuses.length === 0) return [];
      return [
        { codes: [...new Set(codes)], statuses: [...new Set(statuses)], section, ...plainRange(first) },
      ];
    }),
  ),
);

const inItems = oncePer((part: SpecPart) => saidIn(part, part.listItems));
const inParagraphs = oncePer((part: SpecPart) => saidIn(part, part.paragraphs));

function saidIn(part: SpecPart, all: readonly (SpecListItem | SpecParagraph)[]): readonly StatedError[] {
  return all.flatMap((said) =>
    // Nearly no text has one, and looking for a digit is much faster.
    !/[45]\d\d/u.test(said.text)
      ? []
      : [...said.text.matchAll(pair)].map(([, before = '', first = '', second = '', behind = '']) => ({
          codes: [first === '' ? second : first],
          statuses: [before === '' ? behind : before],
          section: said.section,
          ...plainRange(firstLine(part, said)),
        })),
  );
}

/** A cell that names or counts; sentences for people may say any number. */
function isShort({ text }: TableCell): boolean {
  return text.length <= 60;
}
