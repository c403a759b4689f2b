import { compareText } from './path-order';

/**
 * The files below a folder, found without walking through all.
 *
 * @param files sorted by code unit
 */
export function filesBelow(files: readonly string[], folder: string): readonly string[] {
  if (folder === '') return files;
  const from = firstAt(files, `${folder}/`);
  // `0` follows `/` in the order of code units.
  return files.slice(from, firstAt(files, `${folder}0`));
}

/**
 * A sorted list with a few more files, each put where it belongs: sorting all again takes longer.
 *
 * @param files sorted by code unit
 */
export function withMore(files: readonly string[], more: readonly string[]): readonly string[] {
  if (more.length === 0) return files;
  const all: string[] = [];
  let from = 0;
  for (const file of [...more].sort(compareText)) {
    for (const until = firstAt(files, file); from < until; from += 1) all.push(files[from] ?? '');
    all.push(file);
  }
  for (; from < files.length; from += 1) all.push(files[from] ?? '');
  return all;
}

/**
 * A sorted list without a few of its files: to look up every file in a set takes longer.
 *
 * @param files sorted by code unit
 * @returns `null` where one of them is not found
 */
export function withoutSome(files: readonly string[], some: ReadonlySet<string>): readonly string[] | null {
  const kept: string[] = [];
  let from = 0;
  for (const file of [...some].sort(compareText)) {
    const until = firstAt(files, file);
    if (files[until] !== file) return null;
    for (; from < until; from += 1) kept.push(files[from] ?? '');
    from = until + 1;
  }
  for (; from < files.length; from += 1) kept.push(files[from] ?? '');
  return kept;
}

/** Index of the first file that does not come before a text. */
function firstAt(files: readonly string[], text: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
