import { ownTitle } from '../source/own-title';
import type { Source } from '../source/source';
import { fileName, parentPath } from '../text/path';
import type { Template } from './template';

const fallbackFolder = 'tech-specs';
/** Keeps a file name under the usual limit of 255 bytes in any script. */
const longestSlug = 60;

/**
 * Where a spec goes: the template's path with `{slug}` (from the source's title, else its file name) and `{sourceDir}`
 * filled in, with a number before the extension where that file exists.
 *
 * @param existing files of the workspace, relative to its root
 * @returns a path relative to the root that never leaves it
 */
export function outputPath(
  template: Pick<Template, 'output'>,
  source: Pick<Source, 'title' | 'path'>,
  existing: readonly string[],
): string {
  const folder = parentPath(source.path.replace(/\\/g, '/'));
  const isOutside =
    folder.startsWith('/') || folder.split('/').some((part) => part === '..' || /^[A-Za-z]:/.test(part));
  const filled = template.output
    .replaceAll('{sourceDir}', isOutside ? fallbackFolder : folder)
    .replaceAll('{slug}', slugOf(source));
  const path = filled
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
  const taken = new Set(existing.map((file) => file.toLowerCase()));
  const extension = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const stem = path.slice(0, path.length - extension.length);
  let candidate = path;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) {
    candidate = `${stem}-${number}${extension}`;
  }
  return candidate;
}

/** Letters and digits of any script in lower case, joined by hyphens. */
export function slugOf(source: Pick<Source, 'title' | 'path'>): string {
  const name = fileName(source.path.replace(/\\/g, '/')).replace(/\.[^.]+$/, '');
  return slug(ownTitle(source).replace(/\.(?:md|markdown|txt)$/i, '')) || slug(name) || 'spec';
}

function slug(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
  const short = [...plain].slice(0, longestSlug).join('');
  return short.length < plain.length ? short.replace(/-[^-]*$/, '').replace(/(?<!-)-+$/, '') || short : short;
}
