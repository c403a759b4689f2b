import { termList } from './term-list';

/**
 * Letters that, in front of a hyphen and a padded number, name requirements so plainly that ids with them are believed
 * even where the document defines none itself: those of a file beside it.
 */
export const plainPrefixes: readonly string[] = termList(`
  US, HU, UH, STORY, FR, NFR, RF, RNF, ENF, REQ, UC, CDU, ER, ФТ, НФТ,
`);
