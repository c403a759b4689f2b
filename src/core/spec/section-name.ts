import { rememberTexts } from '../text/remembered';

/** Headings that mean the same have the same key: case, spacing, punctuation and emoji do not count. */
export const sectionNameKey = rememberTexts((name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);
