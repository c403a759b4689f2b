import { isHollow } from './content';

const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/gu;

/** Free text as one line without control, invisible or direction-changing characters. */
export function oneLine(text: string): string {
  return text.replace(control, ' ').replace(/\s+/gu, ' ').trim();
}

/**
 * What a text of a source says, on one line; `null` where it only keeps a place (TBD, a label without a value). The
 * colon of a line that led to a list goes.
 */
export function said(text: string): string | null {
  const line = oneLine(text).replace(/(?<![\s:：])[\s:：]+$/u, '');
  // A question's id from another document is no gap of this one.
  return isHollow(line.replace(/(?<=OQ)-(?=\d)/gu, '\u2011')) ? null : line;
}
