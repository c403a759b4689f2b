/**
 * What of a person's name can stand in the name of a file: letters and digits of any script, hyphens between them.
 *
 * @param most characters
 */
export function nameInPath(name: string, most: number): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return [...plain.replace(/^-+|(?<!-)-+$/gu, '')].slice(0, most).join('');
}
