import type { StackProfile } from '../context';
import type { StackFacet } from './stack-facets';
import { itemsOf, itemText, stackFacets } from './stack-facets';

/** What a template is made for: values that each facet should have, such as `languages: [Go]`. */
export type StackExpectation = Readonly<Partial<Record<StackFacet, readonly string[]>>>;

export interface StackMismatch {
  readonly facet: StackFacet;
  readonly expected: string;
  /** What the workspace has instead; empty where it shows nothing of the sort. */
  readonly found: readonly string[];
}

/** What a template expects of the stack and the workspace does not have. A value may be more exact than expected. */
export function stackMismatches(expected: StackExpectation, stack: StackProfile): readonly StackMismatch[] {
  return stackFacets.flatMap((facet) => {
    const found = itemsOf(stack, facet).map(itemText);
    return (expected[facet] ?? [])
      .filter((value) => !found.some((text) => isMore(text, value)))
      .map((value) => ({ facet, expected: value, found }));
  });
}

/** `PostgreSQL (pgx) 5.7` is more exact than `PostgreSQL`, and `Go 1.24` than `go`; `Golang` is something else. */
function isMore(text: string, expected: string): boolean {
  const [whole, begin] = [text.toLowerCase(), expected.toLowerCase().trim()];
  return whole.startsWith(begin) && !/^[\p{L}\p{N}]/u.test(whole.slice(begin.length));
}
