/** How the line that the engine writes below a spec begins, in any of its forms. */
export const footerStart = 'Traceability ';

const footer = /^([_*])Traceability (?:not )?(?:verified|shown)\b.*\1$/su;

const last =
  /(\r\n|\n|\r)(?:\r\n|\n|\r)([_*])Traceability (?:not )?(?:verified|shown)\b[^\r\n]*\2[ \t]*(?:\r\n|\n|\r)?$/u;

/** A text without the line at its end: it is the engine's, and follows from all the rest. */
export function withoutFooter(text: string): string {
  return text.replace(last, '$1');
}

/** Whether a paragraph is the line about traceability that stands below a spec of row D's form. */
export function isFooter(paragraph: string): boolean {
  return footer.test(paragraph.trim());
}
