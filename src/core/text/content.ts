import { undecidedWords } from './undecided-words';

/** What a stretch of text says, once everything that only keeps a place is taken away. */
export interface Content {
  /** Whether it says anything. */
  readonly facts: boolean;
  /** Open questions that stand where a fact should. */
  readonly gaps: readonly string[];
}

const openQuestion = /(?<![\p{L}\p{N}_-])OQ-\d+(?![\p{L}\p{N}_])/gu;
const placeholder = /\{\{[^{}]*\}\}|(?<![\p{L}\p{N}_)\]])\[[^[\]]*\]|<[A-Za-z][^<>]*>/gu;
const label = /^[^:：]{1,80}[:：]/u;
const leadingQuestion = /^[^\p{L}\p{N}]*(?:ASSUMPTION[^\p{L}\p{N}]*)?OQ-\d/u;
/** With an open question in the line, this many words are only a way of pointing at it. */
const pointingWords = 3;

/** Ids of open questions that a text names, each once. */
export function openQuestionIds(text: string): readonly string[] {
  return text.includes('OQ-') ? [...new Set(text.match(openQuestion) ?? [])] : [];
}

/**
 * Judges plain text line by line: markers, labels with nothing behind them, placeholders and marker words (`TBD`) say
 * nothing; a line that starts with `OQ-n`, or holds little besides, is a gap.
 */
export function contentOf(text: string): Content {
  let facts = false;
  const gaps: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const questions = openQuestionIds(line);
    if (questions.length > 0 && isGap(line)) gaps.push(...questions);
    else facts ||= saysSomething(line);
  }
  return { facts, gaps: [...new Set(gaps)] };
}

/** Whether a text says nothing and names no open question either. */
export function isHollow(text: string): boolean {
  const { facts, gaps } = contentOf(text);
  return !facts && gaps.length === 0;
}

function isGap(line: string): boolean {
  if (leadingQuestion.test(line)) return true;
  const value = line.replace(label, '');
  if (leadingQuestion.test(value)) return true;
  const rest = value.replace(openQuestion, ' ');
  // A path or a number beside the question is a fact; a few words (`see OQ-3`) are not.
  if (/[\d/_`]|\p{L}\.\p{L}/u.test(rest)) return false;
  return (rest.match(/[\p{L}][\p{L}'’-]*/gu) ?? []).length <= pointingWords;
}

function saysSomething(line: string): boolean {
  const bare = line.replace(placeholder, ' ').replace(undecidedWords, ' ');
  const value = bare.replace(label, '');
  return /[\p{L}\p{N}]/u.test(value === bare ? bare : value);
}
