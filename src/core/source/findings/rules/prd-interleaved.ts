import type { Section } from '../../document/document-model';
import { idDepth, walkSections } from '../../document/document-model';
import { leadingId } from '../../notation/requirement-id';
import { linePlace } from '../../document/places';
import type { SourceProblem, SourceReview, SourceRule } from '../source-rule';

/** Second meanings of ids from which on a second title (or repeated headings) is no coincidence. */
const fewDuplicates = 2;
/** The same where nothing but the ids speaks for it. */
const manyDuplicates = 3;

/**
 * The file holds one document: no unresolved merge conflict, and no two documents that a merge wove together.
 *
 * Good: one title, one meaning for each id.
 * Bad: `<<<<<<< HEAD`; two titles above two lists that both begin with FR-001.
 */
export const interleaved: SourceRule = {
  id: 'prd-interleaved',
  title: 'The file holds one document, not two that a merge mixed.',
  severity: 'warning',
  *run(review) {
    yield* conflicts(review);
    yield* mixture(review);
  },
};

const conflictMarks = [/^<{7}(?:\s|$)/, /^={7}\s*$/, /^>{7}(?:\s|$)/];

/** Each conflict once, at its opening mark; a lone mark may be an underline. */
function* conflicts({ lines, unread }: SourceReview): Iterable<SourceProblem> {
  let opened = 0;
  let seen = 0;
  for (const [at, text] of lines.entries()) {
    if (unread.has(at + 1)) continue;
    if (conflictMarks[0]?.test(text) === true) [opened, seen] = [at + 1, 1];
    else if (seen > 0 && conflictMarks[seen]?.test(text) === true) seen += 1;
    if (seen < conflictMarks.length) continue;
    seen = 0;
    yield {
      message:
        'A merge conflict is not resolved here. Keep one side (or both, each id once) and remove the marks.',
      args: [],
      severity: 'error',
      ...linePlace(lines, opened),
    };
  }
}

function* mixture({ root, duplicates, lines }: SourceReview): Iterable<SourceProblem> {
  if (root === null || duplicates.length < fewDuplicates) return;
  const ids = [...new Set(duplicates.map(({ explicitId }) => explicitId))];
  const [first, second] = titles(root);
  const line = second?.line ?? repeatedHeading(root) ?? wovenAt(root, duplicates);
  if (line === null || ids.length < fewDuplicates) return;
  const named = first !== undefined && second !== undefined;
  yield {
    message: named
      ? 'Two documents seem to be mixed here, "{1}" and "{2}": {0} have two meanings each. Take them apart, or give the ids of one new numbers.'
      : 'Two documents seem to be mixed here: {0} have two meanings each. Take them apart, or give the ids of one new numbers.',
    args: [ids.slice(0, 5).join(', '), ...(named ? [first.title, second.title] : [])],
    ...linePlace(lines, line),
  };
}

const genre =
  /\bprd\b|product requirements|requirements document|需求文档|要件定義|요구사항 (?:정의서|문서)|documento de requisit/iu;

/** Headings of the highest rank that name a document, not one of its sections. */
function titles(root: Section): readonly Section[] {
  return root.sections.filter(
    ({ depth, title, match }) =>
      depth === 1 && title !== '' && leadingId(title) === null && (match === null || genre.test(title)),
  );
}

/** Line of the second of two headings that stand side by side with the same words, where that happens more than once. */
function repeatedHeading(root: Section): number | null {
  const repeated: number[] = [];
  for (const section of walkSections(root)) {
    const seen = new Set<string>();
    for (const { title, line, depth } of section.sections) {
      if (depth >= idDepth || leadingId(title) !== null) continue;
      const key = title.toLowerCase().trim();
      if (seen.has(key)) repeated.push(line);
      seen.add(key);
    }
  }
  return repeated.length >= 2 ? (repeated[0] ?? null) : null;
}

/** Line of the first second meaning, where several stand in one section with the first meaning: no numbering restarts there. */
function wovenAt(root: Section, duplicates: SourceReview['duplicates']): number | null {
  const woven = duplicates.filter(
    ({ line, firstLine }) => sectionAround(root, line) === sectionAround(root, firstLine),
  );
  return woven.length >= manyDuplicates ? (woven[0]?.line ?? null) : null;
}

/** The innermost section with a heading above the line that holds it. */
function sectionAround(section: Section, line: number): Section {
  const inner = section.sections.find((child) => child.line < line && line <= child.endLine);
  return inner === undefined ? section : sectionAround(inner, line);
}
