import { sha256Hex } from '../../text/hash';

/**
 * 16 hexadecimal digits over the text's letters and digits: equal for texts that differ only in case, width, spacing or
 * punctuation.
 */
export function fingerprintOf(text: string): string {
  const normal = normalText(text);
  return sha256Hex(normal === '' ? text.trim() : normal).slice(0, 16);
}

/** The words of a text: letters and digits in lower case, parted by single spaces. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
