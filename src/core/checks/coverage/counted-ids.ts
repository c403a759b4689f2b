import { rangeConnector, type IdList } from '../../spec/cite';
import type { CheckContext } from '../check';

/** Reads numbers for the requirements that a source only counts. */
export interface CountedIds {
  /** Requirements that `1.1, 2.3` or `Requirements 1.2–1.4` names, or `null` where the text is no list of numbers. */
  read(text: string): IdList | null;
}

const number = /\d{1,4}(?:\.\d{1,4})*/gu;
const lead = /^\s*(?:\p{L}[\p{L} ]{0,30}[:：]?\s*)?$/u;
const comma = /^\s*(?:[,;、，&]|and|et|e|y|und|и|và|및|와|과)\s*(?:and\s*)?$/iu;
const range = new RegExp(`^\\s*(?:-|${rangeConnector})\\s*$`, 'iu');

/** For sources whose requirements are `Requirement 3`, `User Story 1`: the number before the dot, the criterion behind it. */
export function countedIds(known: readonly string[], requirements: CheckContext['requirements']): CountedIds {
  const byNumber = new Map<number, string>();
  for (const id of known) {
    const counted = / (\d{1,4})$/u.exec(id);
    if (counted !== null) byNumber.set(Number(counted[1]), id);
  }
  const criteria = new Map(requirements?.map(({ id, acceptance }) => [id, acceptance.length]));
  if (byNumber.size === 0) return { read: () => null };

  return {
    read(text) {
      const tokens = [...text.matchAll(number)].map(({ 0: token, index }) => ({ token, index }));
      const [first] = tokens;
      if (first === undefined || !lead.test(text.slice(0, first.index))) return null;
      const ids: string[] = [];
      const unknown: string[] = [];
      let previous = { major: 0, end: first.index };
      for (const { token, index } of tokens) {
        const [major = 0, minor = 0] = token.split('.').map(Number);
        const between = text.slice(previous.end, index);
        if (index > first.index && range.test(between))
          for (let next = previous.major + 1; next < major && next - previous.major < 1000; next++)
            ids.push(...entryOf(byNumber, next));
        else if (index > first.index && !comma.test(between)) return null;
        const [id] = entryOf(byNumber, major);
        const count = id === undefined ? 0 : (criteria.get(id) ?? 0);
        if (id !== undefined) ids.push(id);
        if (id === undefined || (count > 0 && minor > count)) unknown.push(token);
        previous = { major, end: index + token.length };
      }
      if (!/^[\s.;]*$/u.test(text.slice(previous.end))) return null;
      return { ids: [...new Set(ids)], unknown: [...new Set(unknown)] };
    },
  };
}

function entryOf(byNumber: ReadonlyMap<number, string>, number: number): readonly string[] {
  const id = byNumber.get(number);
  return id === undefined ? [] : [id];
}
