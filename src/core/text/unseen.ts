/**
 * Characters that nobody sees or that turn the order of others around: with them an id, a path or a line is not what it
 * looks like. Joiners are none of them: whole scripts and emoji need those.
 */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

export function hasUnseen(text: string): boolean {
  return text.search(unseen) !== -1;
}

/** The text as it looks. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}
