import { normalText } from '../source/requirements/fingerprint';
import { hasName } from '../text/name-in-text';
import type { Block } from './blocks';

/** Whether a block has one of the ids. */
export function names({ text }: Pick<Block, 'text'>, ids: readonly string[]): boolean {
  return ids.some((id) => hasName(text, id));
}

/** Shorter words stand in many texts by chance. */
const tellingWords = 8;

/** Whether a cell, a line or a part of one is one of the statements, or has a longer one in it. */
export function tells(block: Pick<Block, 'text'>, statements: readonly string[]): boolean {
  return statements.length > 0 && statements.some(telling(block));
}

/** The same of one statement after another: the text is read once. */
export function telling({ text }: Pick<Block, 'text'>): (statement: string) => boolean {
  const parts = new Set(text.split(/[|;\n]|\]\s/u).map(normalText));
  const whole = ` ${normalText(text)} `;
  return (statement) => {
    const words = normalText(statement);
    return (
      words !== '' && (parts.has(words) || (words.length >= tellingWords && whole.includes(` ${words} `)))
    );
  };
}

/** Whether a block says one of the statements and nothing else. */
export function isSaying({ text }: Block, statements: readonly string[]): boolean {
  const own = normalText(text);
  return statements.some((words) => own !== '' && normalText(words) === own);
}

/** Whether a block states anything: headings and heads of tables only name what does. */
export function saysSomething({ kind }: Block): boolean {
  return kind !== 'heading' && kind !== 'header';
}
