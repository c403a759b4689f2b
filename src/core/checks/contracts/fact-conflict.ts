import { lowerBound } from '../../source/vocabulary/bounds';
import type { DeclaredFact } from '../../workspace/declared-facts/declared-fact';

/** SQL types by the name that they are compared by; what is no SQL type is not compared. */
const sqlTypes = new Map(
  (
    'int=int integer int4 mediumint|bigint=bigint int8|smallint=smallint int2|serial=serial serial4|bigserial=bigserial serial8|' +
    'bool=bool boolean|text=text clob|varchar=varchar character_varying nvarchar varchar2|char=char character bpchar|uuid=uuid uniqueidentifier|' +
    'timestamptz=timestamptz timestamp_with_time_zone|timestamp=timestamp timestamp_without_time_zone datetime|date=date|time=time|' +
    'json=json|jsonb=jsonb|numeric=numeric decimal|real=real float4|double=double double_precision float8|float=float|bytea=bytea blob|inet=inet|citext=citext|interval=interval|money=money'
  )
    .split('|')
    .flatMap((entry) => {
      const [name = '', spellings = ''] = entry.split('=');
      return spellings.split(' ').map((spelling) => [spelling.replaceAll('_', ' '), name] as const);
    }),
);
const sqlType =
  /^\W*((?:character varying|double precision|timestamp with(?:out)? time zone|[a-z]\w*))\s*(\(\s*\d+(?:\s*,\s*\d+)?\s*\))?((?:\s*\[\])*)(?:\s+(with(?:out)? time zone))?/iu;

/** How two specs differ about one thing: both sides as they say it, or `null` where they agree or can not be compared. */
export interface Difference {
  readonly here: string;
  readonly there: string;
}

/** What differs in the type of a column. */
export function typeDifference(here: DeclaredFact, there: DeclaredFact): Difference | null {
  const [own, other] = [readType(here.detail), readType(there.detail)];
  return own === null || other === null || own === other
    ? null
    : { here: oneLine(here.detail), there: oneLine(there.detail) };
}

/** `CHARACTER VARYING(50) NOT NULL` is `varchar(50)`. */
function readType(text: string): string | null {
  const match = sqlType.exec(text.replace(/`/gu, '').slice(0, 200));
  if (match === null) return null;
  const [, word = '', length = '', array = '', zone = ''] = match;
  const name = sqlTypes.get(
    `${word.toLowerCase().replace(/\s+/gu, ' ')}${zone === '' ? '' : ` ${zone.toLowerCase()}`}`,
  );
  return name === undefined ? null : `${name}${length.replace(/\s/gu, '')}${array.replace(/\s/gu, '')}`;
}

/** What differs in the default of a setting. Sentences are not compared, only values. */
export function defaultDifference(here: DeclaredFact, there: DeclaredFact): Difference | null {
  const [own, other] = [readValue(here.detail), readValue(there.detail)];
  return own === null || other === null || own === other
    ? null
    : { here: oneLine(here.detail), there: oneLine(there.detail) };
}

function readValue(text: string): string | null {
  const bare = text.replace(/[`"']/gu, '').trim().toLowerCase();
  const value = /^(\S{1,80}?)[.,;]?(?:\s|$)/u.exec(bare)?.[1];
  if (value === undefined || /^(?:-+|none|required|optional|unset|empty|yes|no|see)$/u.test(value))
    return null;
  // `365 days` and `365` may well be the same; `<secret>` is no value.
  const isValue = /^-?\d[\d.,_]*[a-z%]*$|^(?:true|false|on|off)$|^[\w./:-]+$/u.test(value);
  const rest = bare
    .slice(value.length)
    .replace(/^[.,;]/u, '')
    .trim();
  return isValue && (/^-?\d/u.test(value) || rest === '') ? value : null;
}

/** Same words but for the number: then it is the same limit. */
const sameLimit = 0.8;
const fewestWords = 5;

/** What differs in a limit, where both are about the same thing in the same unit. */
export function limitDifference(here: DeclaredFact, there: DeclaredFact): Difference | null {
  const [own, other] = [readQuantity(here.detail), readQuantity(there.detail)];
  if (own === null || other === null || own.unit !== other.unit || own.number === other.number) return null;
  // The least and the most of something are two limits.
  if (isLower(here.name) !== isLower(there.name)) return null;
  const [left, right] = [wordsOf(here.name), wordsOf(there.name)];
  if (left.size < fewestWords || right.size < fewestWords) return null;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared) >= sameLimit
    ? { here: here.detail, there: there.detail }
    : null;
}

function readQuantity(text: string): { readonly number: string; readonly unit: string } | null {
  const [, number = '', unit = ''] = /^([\d.,\u00a0 ]*\d)\s*(?!\s)(.*)$/u.exec(text.trim()) ?? [];
  return number === ''
    ? null
    : { number: number.replace(/[\s\u00a0]/gu, ''), unit: unit.toLowerCase().replace(/s$/u, '') };
}

function isLower(text: string): boolean {
  return text.search(lowerBound) !== -1;
}

/** Words of what a limit is about, by its statement: each is compared with many. */
const wordsByStatement = new Map<string, ReadonlySet<string>>();
const mostKnown = 2000;

function wordsOf(statement: string): ReadonlySet<string> {
  const before = wordsByStatement.get(statement);
  if (before !== undefined) return before;
  if (wordsByStatement.size > mostKnown) wordsByStatement.clear();
  const words = statement
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{L}[\p{L}\p{M}'’-]*/gu);
  const found = new Set(words ?? []);
  wordsByStatement.set(statement, found);
  return found;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
