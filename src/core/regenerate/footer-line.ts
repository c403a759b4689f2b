/** How the line that the engine writes below a spec begins, in any of its forms. */
export const footerStart = 'Traceability ';

const footer = /^([_*])Traceability (?:not )?(?:verified|shown)\b.*\1$/su;

/** Whether a paragraph is the line about traceability that stands below a spec of row D's form. */
export function isFooter(paragraph: string): boolean {
  return footer.test(paragraph.trim());
}
