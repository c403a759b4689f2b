/** Headings that mean the same have the same key: case, spacing, punctuation and emoji do not count. */
export function sectionNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
