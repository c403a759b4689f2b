/**
 * A message as plain text. The editor makes links of `[text](address)` in its notifications, and one click on a `command:`
 * runs any command with any arguments; what servers, documents and file names say must never become one.
 */
export function plainMessage(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}
