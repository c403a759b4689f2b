import { emptyStatement } from '../vocabulary/fields';
import { inlineCriterionLabels } from '../vocabulary/inline-criterion-labels';

/** A statement that says at its end what it is accepted by. */
export interface WithCriteria {
  /** Without label and criteria. */
  readonly statement: string;
  readonly criteria: readonly string[];
}

/** A label between the end of one sentence and a colon; emphasis may stand around it. */
const labels =
  /(?:(?<=[.;!?)\]])\s{1,4}|(?<=[。；！？])\s{0,4})[*_]{0,3}(\p{L}[\p{L}\p{M}'’ ]{0,30}?)[*_ ]{0,3}[:：][*_]{0,2}\s*(?=\S)/gu;

/** Longest statement that is searched, in characters. */
const longest = 4000;

/**
 * "Placing an order is atomic. Success: 500 orders for 50 pieces leave a stock of 0.": what stands behind such a label within a
 * statement is no part of it. Several criteria are set apart by semicolons before a capital letter or by line breaks.
 *
 * @returns `null` where the statement has no such label, or nothing before or behind it
 */
export function inlineCriteria(text: string): WithCriteria | null {
  if (text.length > longest) return null;
  for (const found of text.matchAll(labels)) {
    if (!inlineCriterionLabels.has((found[1] ?? '').toLowerCase().replaceAll('’', "'").trim())) continue;
    const statement = text.slice(0, found.index).trim();
    const criteria = text
      .slice(found.index + found[0].length)
      .split(/\n|[;；]\s*(?=\p{Lu}|[\p{Lo}\p{N}])/u)
      .map((part) => part.replace(/^\s*(?:[-*+•]\s+|\(?[a-z\d]{1,2}[.)]\s+)/u, '').trim())
      .filter((part) => part !== '' && !emptyStatement.test(part));
    return statement === '' || criteria.length === 0 ? null : { statement, criteria };
  }
  return null;
}

/** The statement alone. */
export function withoutInlineCriteria(text: string): string {
  return inlineCriteria(text)?.statement ?? text;
}
