import { fileName } from '../text/path';

const longest = 60;

/**
 * A name for folders that every tool takes: lower case ASCII letters and digits joined by single hyphens, a letter first.
 *
 * @param title what the spec is called
 * @param path of the spec, whose file name serves where the title has no such letters
 */
export function asciiSlug(title: string, path: string): string {
  const named = slug(
    title.replace(/^\s*(?:tech(?:nical)?\s+spec(?:ification)?|rfc|spec)\s*[:：–—-]\s*/iu, ''),
  );
  const found = named || slug(fileName(path).replace(/\.[^.]+$/, '')) || 'spec';
  return /^[a-z]/.test(found) ? found : `spec-${found}`;
}

function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
  return plain.length <= longest ? plain : plain.slice(0, longest).replace(/-[^-]*$/, '');
}
