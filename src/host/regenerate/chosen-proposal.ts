import type { Proposal } from './proposal';

/**
 * Which of the proposals that wait a person means, by their names.
 *
 * @param clicked the one whose button it was; `undefined` for a command that names none
 * @param active the one in the diff that is looked at; `null` where that is none
 * @param waiting all that wait
 * @returns `null` where it can't be told. A button may be left of one that was answered: it never means another one
 */
export function chosenProposal(
  clicked: string | undefined,
  active: string | null,
  waiting: readonly string[],
): string | null {
  if (clicked !== undefined) return waiting.includes(clicked) ? clicked : null;
  if (active !== null && waiting.includes(active)) return active;
  const [only, ...more] = waiting;
  return only === undefined || more.length > 0 ? null : only;
}

/** Those that are whole: what is still written is not asked about, since to discard it would end the writing. */
export function wholeProposals<T extends { readonly proposal: Pick<Proposal, 'ready'> }>(
  shown: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  return new Map([...shown].filter(([, { proposal }]) => proposal.ready));
}
