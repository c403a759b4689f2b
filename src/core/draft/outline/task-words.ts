import { titleOf } from '../../source/requirements/requirement-text';
import type { Requirement } from '../../source/source';
import { said } from '../../text/said';

/** A requirement whose text does not say its title again, for places where the title stands already. */
export function withoutTitle(requirement: Requirement): Requirement {
  const { title, text } = requirement;
  const rest = text.startsWith(title)
    ? /^\s*[:：–—-]\s*(\S.*)$/su.exec(text.slice(title.length))?.[1]
    : undefined;
  return rest === undefined ? requirement : { ...requirement, text: rest };
}

/** A title that neither a mark in brackets nor a colon at its end can be read as a part of the notation of tasks. */
export function taskTitle(requirement: Requirement): string {
  const title = titleOf(requirement)
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/^[\s.:：)–—-]+|(?<![\s:：])[\s:：]+$/gu, '');
  return said(title) ?? requirement.id;
}
