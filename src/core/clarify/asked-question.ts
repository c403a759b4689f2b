import type { ReceiptQuestion } from '../receipt/receipt';

/**
 * Which question that was asked before the draft stands in a spec as an open one, by its words: the spec gives them as they were
 * asked, and behind them who is to answer.
 *
 * @param asked what the receipt says was asked
 * @param text of the open question, as plain text
 * @returns `null` where only the design can answer it, or somebody put it in other words
 */
export function askedQuestion(asked: readonly ReceiptQuestion[], text: string): ReceiptQuestion | null {
  const open = wordsOf(text);
  const [longest] = asked
    .filter((question) => {
      const words = wordsOf(question.text);
      return words !== '' && `${open} `.startsWith(`${words} `);
    })
    .sort((one, other) => other.text.length - one.text.length);
  return longest ?? null;
}

/** Marks of Markdown and the form of quotes are the writer's own. */
function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
