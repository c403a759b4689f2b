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
 * Index of the first file that does not come before a text; their number where all do.
 *
 * @param files sorted by code unit
 */
export function firstAt(files: readonly string[], text: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
