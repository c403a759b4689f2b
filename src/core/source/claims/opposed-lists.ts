import { listedThings, partialList } from '../vocabulary/modality';
import type { Claim } from './claims';
import { saidApart } from './claims';
import type { Contradiction } from './contradiction';
import { sideOf } from './contradiction';
import { subjectOf } from './subject';

interface Listed {
  readonly claim: Claim;
  readonly values: ReadonlySet<string>;
  readonly text: string;
}

/** Fewest values that make a list; a longest value, in characters. */
const fewestValues = 3;
const longestValue = 30;

/** Statements that list the values of one thing (states, roles, formats) differently. */
export function opposedLists(claims: readonly Claim[]): readonly Contradiction[] {
  const lists = new Map<string, Listed[]>();
  for (const claim of claims) {
    const found = listIn(claim);
    if (found !== null) lists.set(found.subject, [...(lists.get(found.subject) ?? []), found.listed]);
  }
  return [...lists].flatMap(([subject, entries]) => {
    const [first, ...others] = entries;
    const second = others.find((other) => first !== undefined && differ(first, other));
    return first === undefined || second === undefined
      ? []
      : [
          {
            subject,
            first: sideOf(first.claim, first.text),
            second: sideOf(second.claim, second.text),
          },
        ];
  });
}

const opening =
  /(?:(?:(?<!\s)\s+)?[:：=]\s*|\s(?:is|are|can be|may be|must be|shall be)(?:\s(?:one of|either))?:?\s|\s(?:son|são|sont|sind|es|é|est|ist)(?:\s(?:uno de|um de|l['’]un de|eine?r? von))?:?\s|(?:为|是|包括|有|は|は、)\s*[:：]?\s*|\s—\s)/iu;

function listIn(claim: Claim): { readonly subject: string; readonly listed: Listed } | null {
  const { text } = claim;
  if (partialList.test(text)) return null;
  const at = opening.exec(text);
  if (at === null) return null;
  const head = text.slice(0, at.index);
  if (!listedThings.test(head) || head.length > 120) return null;
  const body = text.slice(at.index + at[0].length).replace(/[.。]\s*$/u, '');
  const values = body
    .split(
      /(?:(?<!\s)\s+)?[,、，/|;；]\s*(?:(?:and|or|y|o|e|ou|et|und|oder|и|или|và|hoặc)\s)?|\s(?:and|or|y|o|e|ou|et|und|oder|и|или|và|hoặc)\s|和|或(?:者)?|および|または/u,
    )
    .map((value) =>
      value
        .replace(/^["'“‘`(（[]+|(?<!["'”’`)）\].])["'”’`)）\].]+$/gu, '')
        .trim()
        .toLowerCase(),
    )
    .filter((value) => value !== '');
  const subject = subjectOf(head);
  // "Status" alone is the status of whatever the section is about.
  if (values.length < fewestValues || subject.length < 2 || values.some(isLong)) return null;
  return { subject: subject.join(' '), listed: { claim, values: new Set(values), text: body } };
}

function isLong(value: string): boolean {
  return value.length > longestValue || value.split(/\s+/).length > 3;
}

/** Lists of the same thing share most of their values and are not the same. */
function differ(first: Listed, second: Listed): boolean {
  if (!saidApart(first.claim, second.claim)) return false;
  const shared = [...first.values].filter((value) => second.values.has(value)).length;
  const [small, large] = [first.values.size, second.values.size].sort((a, b) => a - b);
  return shared >= 2 && shared * 2 >= (small ?? 0) && shared < (large ?? 0);
}
