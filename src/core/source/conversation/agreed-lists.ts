import { aboutSpeakers } from '../vocabulary/request-phrases';
import { accepts } from '../vocabulary/settling-phrases';
import { isQuestion } from './open-points';
import type { Sentence, Turn } from './turn';

/** Things in a row that are no sentence: at least so many, of at most so many words each. */
const leastItems = 3;
const mostWords = 5;
const between = /[,，、;；]\s*|\s(?:and|or|y|o|e|ou|et|und|oder|и|или|và)\s/iu;
/** "Columns: number, date, customer". */
const label = /^\P{L}{0,3}(\p{L}[\p{L}\p{N} '’/-]{1,40})[:：]\s*(?=\S)/u;

/**
 * Lists that somebody named and the next speaker agrees to: with what they are of in front ("Columns: number, date,
 * customer"), or as the answer to a question, which is then put in front.
 *
 * @param asker the turn before the one that names them
 */
export function agreedLists(asker: Turn | undefined, naming: Turn, reply: Turn): readonly Sentence[] {
  const [first] = reply.sentences;
  if (first === undefined || !accepts.test(first.text) || isQuestion(first.text)) return [];
  const asked = asker?.sentences.at(-1)?.text ?? '';
  return naming.sentences.flatMap(({ line, text }, at) => {
    const answers =
      at === 0 && isQuestion(asked) && !aboutSpeakers.test(asked) && isList(text.replace(accepts, ''));
    if (answers) return [{ line, text: `${asked} ${text}` }];
    return label.test(text) && isList(text.replace(label, '')) ? [{ line, text }] : [];
  });
}

function isList(text: string): boolean {
  if (isQuestion(text)) return false;
  const items = text.split(between).filter((item) => item.trim() !== '');
  return items.length >= leastItems && items.every((item) => item.trim().split(/\s+/u).length <= mostWords);
}
