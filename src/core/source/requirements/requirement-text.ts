import type { Requirement } from '../source';
import { said } from '../../text/said';

/** The statement, or the title where it only keeps a place; `null` where neither says anything. */
export function statementOf({ text, title }: Pick<Requirement, 'text' | 'title'>): string | null {
  const [first = '', ...rest] = text.split('\n');
  // A text that begins with its title's line says the rest.
  const own = said(first) === said(title) ? said(rest.join('\n')) : null;
  return own ?? said(text) ?? said(title);
}

/** The title, or the id where the title only keeps a place. */
export function titleOf({ id, title }: Requirement): string {
  return said(title) ?? id;
}
