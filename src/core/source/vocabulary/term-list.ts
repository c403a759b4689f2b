/** Reads a vocabulary list: terms separated by commas or line breaks. Terms themselves hold neither. */
export function termList(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '');
}
