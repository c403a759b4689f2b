/**
 * A text whose lines all end with a line feed, alone or after a return: returns by themselves, as old documents have them,
 * become line feeds. Offsets stay what they are, and an editor shows the same lines.
 */
export function feedLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/gu, '\n') : text;
}
