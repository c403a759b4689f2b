import { sha256Hex } from '../text/hash';

/**
 * 16 hexadecimal digits over the text's letters and digits: equal for texts that differ only in case, width, spacing or
 * punctuation.
 */
export function fingerprintOf(text: string): string {
  const normal = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return sha256Hex(normal === '' ? text.trim() : normal).slice(0, 16);
}
