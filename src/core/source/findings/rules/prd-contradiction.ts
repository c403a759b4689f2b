import { claimsOf } from '../../claims/claims';
import type { Contradiction, Side } from '../../claims/contradiction';
import { areVariants } from '../../claims/contradiction';
import { opposedDemands, opposedPermissions, opposedStates } from '../../claims/opposed-demands';
import { opposedLists } from '../../claims/opposed-lists';
import { opposedNumbers } from '../../claims/opposed-numbers';
import type { Statement } from '../../../checks/finding';
import { linePlace, tokenPlace } from '../../document/places';
import type { SourceProblem, SourceReview, SourceRule } from '../source-rule';

/**
 * What the document says in one place does not rule out what it says in another: values of one thing, demands and
 * prohibitions, opposite states, lists of states.
 *
 * Good: "Invitations expire after 7 days", "Sessions expire after 30 minutes"; limits of a free and of a paid plan.
 * Bad: "Invitations expire after 7 days" and "Invitations expire in 14 days"; "Guests must not export" and "Guests can export".
 */
export const contradiction: SourceRule = {
  id: 'prd-contradiction',
  title: 'No two statements contradict each other.',
  severity: 'warning',
  *run(review) {
    const { root, requirements } = review;
    if (root === null) return;
    const required = new Set<number>();
    for (const { line, endLine } of requirements)
      for (let at = line; at <= endLine; at += 1) required.add(at);
    const claims = claimsOf(root, (line) => required.has(line));
    const seen = new Set<string>();
    for (const found of [
      opposedNumbers,
      opposedDemands,
      opposedPermissions,
      opposedStates,
      opposedLists,
    ].flatMap((find) => find(claims))) {
      const { first, second } = found;
      // Of two sentences of one paragraph each pair is another.
      const within = first.claim.block === second.claim.block ? ` ${first.claim.text}` : '';
      const places = `${first.claim.block} ${second.claim.block}${within}`;
      const isRequired = [first, second].some(({ claim }) => required.has(claim.line));
      if (!isRequired || seen.has(places) || areVariants(first.claim, second.claim)) continue;
      seen.add(places);
      yield problem(found, review);
    }
  },
};

function problem({ first, second }: Contradiction, { lines }: SourceReview): SourceProblem {
  const here = statement(second, lines);
  const there = statement(first, lines);
  return {
    message: 'Contradicts line {2}: "{0}" here, "{1}" there. Decide which holds, and change the other.',
    args: [second.said, first.said, String(there.line)],
    alternatives: [there, here],
    ...{ line: here.line, column: here.column, endLine: here.endLine, endColumn: here.endColumn },
  };
}

/** The sentence, at the words that make the difference. */
function statement({ claim, said }: Side, lines: readonly string[]): Statement {
  for (let line = claim.line; line <= claim.endLine; line += 1)
    if ((lines[line - 1] ?? '').includes(said)) return { ...tokenPlace(lines, line, said), text: claim.text };
  return { ...linePlace(lines, claim.line), text: claim.text };
}
