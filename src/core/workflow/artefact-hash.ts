import { sha256Hex } from '../text/hash';

/** Lines of the metadata that follow the work instead of saying what is signed. */
const movingMetadata = /^\*\*(?:Status|Last updated):\*\*.*$/gim;

/**
 * What a sign-off is about. Ticked tasks, a new status or line endings of another machine do not make it another document.
 */
export function artefactHash(text: string): string {
  return sha256Hex(
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/^([ \t]*(?:[-*+]|\d+[.)]) \[)[xX](?=\])/gm, '$1 ')
      .replace(movingMetadata, ''),
  );
}
