import { footerStarts, footerStates } from './vocabulary/footer-words';

const opening = `(?:${footerStarts.join('|')})\\s?(?:${footerStates.join('|')})(?![\\p{L}\\p{N}])`;
const footer = new RegExp(`^([_*])${opening}.*\\1$`, 'su');
const last = new RegExp(
  `(\\r\\n|\\n|\\r)(?:\\r\\n|\\n|\\r)([_*])${opening}[^\\r\\n]*\\2[ \\t]*(?:\\r\\n|\\n|\\r)?$`,
  'u',
);

/** Whether a text begins as the line that the engine writes below a spec does. */
export function beginsAsFooter(text: string): boolean {
  return footerStarts.some((start) => text.startsWith(start));
}

/** A text without the line at its end: it is the engine's, and follows from all the rest. */
export function withoutFooter(text: string): string {
  return text.replace(last, '$1');
}

/** Whether a paragraph is the line about traceability that stands below a spec of row D's form. */
export function isFooter(paragraph: string): boolean {
  return footer.test(paragraph.trim());
}
