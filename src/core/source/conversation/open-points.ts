import type { SourceFact } from '../source';
import { deflects } from '../vocabulary/conversation-phrases';
import { findsOut } from '../vocabulary/finding-out';
import { accepts } from '../vocabulary/settling-phrases';
import type { Sentence, Turn } from './turn';
import { unnamed } from './turn';

/** Longest answer that is kept with its question, in characters. */
const longestAnswer = 200;
const flagged =
  /(?<![\p{L}\p{N}])(?:open (?:question|point|issue)|tbd|to be decided|undecided|still open|stays open|need to decide|por definir|por decidir|a definir|à définir|à décider|noch offen|zu klären|bleibt offen|открытый вопрос|chưa quyết)(?![\p{L}\p{N}])|待定|未定|待确认|要検討|保留|미정|보류/iu;
/** How a question goes on in a second sentence. */
const continues =
  /^[^\p{L}\p{N}]*(?:if|or|so|e\.g\.|for example|for instance|say|meaning|that is|i mean|wenn|oder|also|si|ou|o|se|если|или)(?![\p{L}\p{N}])/iu;
/** `So that stays open`: the question before it is meant. */
const pointsBack =
  /(?<![\p{L}\p{N}])(?:(?:that|this|it)(?:['’]s| is| stays| remains| must stay)|das (?:bleibt|ist)|eso|isso|cela|ça|это)(?![\p{L}\p{N}])/iu;

/** What was asked and not settled, and what was asked and answered. */
export interface OpenPoints {
  readonly open: readonly SourceFact[];
  /** Questions with their answers, as decisions. */
  readonly answered: readonly SourceFact[];
}

export function isQuestion(text: string): boolean {
  return /[?？]["”)]?\s*$/u.test(text);
}

/** Questions that the next speaker passes over, puts off, or that end the conversation; and those that were answered. */
export function openPoints(turns: readonly Turn[]): OpenPoints {
  const open: SourceFact[] = [];
  const answered: SourceFact[] = [];
  /** The turn whose questions are open: what answers it by saying so is no question of its own. */
  let openUntil = -1;
  for (const [index, turn] of turns.entries()) {
    const last = turn.sentences.at(-1);
    /** Whether the sentence before asked what is open: asked in two sentences, it is one question. */
    let goesOn = false;
    for (const sentence of turn.sentences) {
      const { line, text } = sentence;
      const asked = isQuestion(text);
      const before = open.at(-1);
      const isOpen = asked ? !isAnswered(turns, index, sentence === last) : flagged.test(text);
      if (isOpen && asked && goesOn && before !== undefined && continues.test(text)) {
        open[open.length - 1] = { ...before, text: `${before.text} ${text}` };
        continue;
      }
      goesOn = isOpen && asked;
      if (goesOn) openUntil = index + 1;
      if (isOpen && !asked && index <= openUntil && pointsBack.test(text)) continue;
      if (!isOpen) {
        const answer = asked && sentence === last ? answerTo(turns, index) : null;
        // What a model asked and a person answered is settled as well as what people ask each other.
        if (answer !== null)
          answered.push({ topic: 'decision', line: answer.line, text: `${text} ${answer.text}` });
      } else open.push({ topic: 'open-question', line, text });
    }
  }
  return { open, answered };
}

function replyTo(turns: readonly Turn[], index: number): Turn | undefined {
  const speaker = turns[index]?.speaker;
  return turns.slice(index + 1, index + 3).find((turn) => turn.speaker !== speaker || speaker === unnamed);
}

function isAnswered(turns: readonly Turn[], index: number, isLast: boolean): boolean {
  const next = replyTo(turns, index);
  if (next === undefined) return !isLast && index < turns.length - 1;
  const reply = next.sentences
    .slice(0, 2)
    .map((sentence) => sentence.text)
    .join(' ');
  return (
    reply !== '' &&
    !deflects.test(reply) &&
    !findsOut(reply) &&
    !next.sentences.slice(0, 1).every((sentence) => isQuestion(sentence.text))
  );
}

/** A short answer that a person gave and that says more than yes. */
function answerTo(turns: readonly Turn[], index: number): Sentence | null {
  const next = replyTo(turns, index);
  const [first] = next?.sentences ?? [];
  if (next === undefined || next.role === 'assistant' || first === undefined) return null;
  const sayYes = accepts.test(first.text) && first.text.length < 12;
  return isQuestion(first.text) || sayYes || first.text.length > longestAnswer ? null : first;
}
