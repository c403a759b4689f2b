import type { Block } from '../document/document-model';
import { quantitiesOf } from '../claims/quantities';
import { sentencesOf } from '../sections/prose-statements';
import type { FactTopic, SourceFact } from '../source';
import {
  aboutTheText,
  change,
  limiting,
  measure,
  moving,
  shareInWords,
  trouble,
  watching,
  wish,
} from '../vocabulary/prose-phrases';

/** Fewest words, and fewest characters where words have no spaces between them, of a sentence that says something. */
const leastWords = 3;
const leastIdeographs = 8;
/** Fewer words behind a label are its value. */
const longestLabelled = 8;
/** More characters than these are another fact. */
export const longestFact = 1000;

/**
 * What a piece of running text says on topics that no heading names, sentence by sentence, word for word; sentences on one topic that
 * follow each other are one fact, as far as it has room. Sentences that could be about anything are left out, but for the
 * paragraphs that open the document: they say in a few words what it is about.
 *
 * @param isOpening whether it opens the document
 */
export function proseFacts(block: Block, isOpening: boolean): readonly SourceFact[] {
  if (block.struck || (block.kind !== 'paragraph' && block.kind !== 'item')) return [];
  const facts: SourceFact[] = [];
  let before: FactTopic | null = null;
  for (const { text: written, line } of sentencesOf(block)) {
    const text = written.replace(/\s+/gu, ' ');
    const topic = isStatement(text, isOpening) ? topicOfSentence(text, isOpening, block) : null;
    const last = facts.at(-1);
    const isMore =
      topic === before && last !== undefined && last.text.length + 1 + text.length <= longestFact;
    if (topic !== null && isMore) facts[facts.length - 1] = { ...last, text: `${last.text} ${text}` };
    else if (topic !== null) facts.push({ topic, line, text: text.slice(0, longestFact) });
    before = topic;
  }
  return facts;
}

function topicOfSentence(written: string, isOpening: boolean, { kind }: Block): FactTopic | null {
  const figures = quantitiesOf(written).length > 0;
  const text = written.toLowerCase();
  const measured = measure.test(text);
  if (measured && (change.test(text) || watching.test(text) || (figures && moving.test(text))))
    return 'success';
  if (wish.test(text)) return 'goal';
  if (limiting.test(text)) return figures || kind === 'paragraph' ? 'constraint' : null;
  if (trouble.test(text) || shareInWords.test(text) || (measured && figures)) return 'problem';
  return isOpening && kind === 'paragraph' ? 'summary' : null;
}

/** Whether a text says something about the work: a label with its value, a link, or a word on the document does not. */
function isStatement(text: string, isOpening: boolean): boolean {
  if (
    /[?？:：]$/u.test(text) ||
    aboutTheText.test(text.toLowerCase()) ||
    /^(?:https?:\/\/|\[)\S*$/u.test(text)
  )
    return false;
  const words = text.split(/\s+/u).length;
  const isLabelled = /^[^\s:：][^:：]{0,30}[:：]\s?\S/u.test(text);
  if (isLabelled && (isOpening || words < longestLabelled)) return false;
  const ideographs =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return ideographs >= leastIdeographs || words >= leastWords;
}
