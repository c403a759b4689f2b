import { recordedPath } from '../text/path';
import { said } from '../text/said';
import type { Source } from './source';

const sort = String.raw`(?:prd|(?:product |business )?requirements?(?: document)?|engineering initiative|initiative|conversation|feature(?: specification)?|specification|spec)`;
const leadingSort = new RegExp(
  String.raw`^(?:${sort}\s*(?:\(\w+\)\s*)?(?:[:：–—]+|(?<=\s)-+(?=\s))\s*)+`,
  'iu',
);
const trailingSort = new RegExp(
  String.raw`(?<!\s)\s*(?:[:：–—]|\s-\s)\s*(?:product requirements? document|${sort})\s*(?:\(prd\))?$`,
  'iu',
);
/** Titles and names of files and folders that tell what sort of document it is, or where such lie, and not its subject. */
const sortAlone = new RegExp(
  String.raw`^(?:(?:example|sample|draft|my|the|added|modified|removed|renamed) )*(?:${sort}|readme|index|docs?|doc|prds?|specs?|tasks?|requirements|initiatives|conversations|templates?|internal|src)(?: (?:document|overview))?(?: \(prd\))?$`,
  'iu',
);

/**
 * What a source is about: its title without the words for its sort; where the title says no more than that, the name of
 * its file, else of the nearest folder that says something.
 */
export function ownTitle({ title, path }: Pick<Source, 'title' | 'path'>): string {
  const whole = said(title);
  const named = nameFromPath(path);
  if (whole === null || sortAlone.test(whole) || whole === fileOf(path))
    return named ?? whole ?? fileOf(path);
  const own = said(whole.replace(leadingSort, '').replace(trailingSort, ''));
  return capitalised(own === null || sortAlone.test(own) ? (named ?? whole) : own);
}

function nameFromPath(path: string): string | null {
  const parts = recordedPath(path).split('/').reverse();
  for (const part of parts) {
    const words = part
      .replace(/\.(?:md|markdown|txt|mdx)$/iu, '')
      .replace(/[-_\s]+/gu, ' ')
      .trim();
    const isHidden = part.startsWith('.');
    if (!isHidden && /\p{L}/u.test(words) && !sortAlone.test(words)) return capitalised(words);
  }
  return null;
}

function fileOf(path: string): string {
  return recordedPath(path).split('/').at(-1) ?? path;
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
