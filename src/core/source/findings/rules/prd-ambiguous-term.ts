import { measuredSpeed } from '../../../spec/vocabulary/measures';
import type { Requirement } from '../../source';
import { vagueTermsIn } from '../../requirements/vague-terms';
import { spanPlace } from '../../document/places';
import type { SourceProblem, SourceRule } from '../source-rule';

/** At most this many ambiguous words are reported for one requirement. */
const termsPerRequirement = 3;
/** Longest stretch of a line that is looked at, in characters. */
const longestLine = 5000;

/**
 * Requirements and their criteria use words that a test can decide.
 *
 * Good: "The list appears within 300 ms", "fast: under 200 ms", "deleted for good".
 * Bad: "The list appears quickly", "mails are sent immediately", "画面は高速に表示される".
 */
export const ambiguousTerm: SourceRule = {
  id: 'prd-ambiguous-term',
  title: 'Requirements use words that can be tested.',
  severity: 'warning',
  *run({ requirements, lines }) {
    for (const requirement of requirements) yield* vagueTerms(requirement, lines);
  },
};

/** Ends a sentence, or a cell of a table. */
const boundary = /[.!?](?=\s)|[。！？]|\|/gu;

/** A number on the line ("fast: under 200 ms") makes it testable. */
const measured = /\d\s*(?:%|ms|s|sec|min|h|秒|毫秒|分|분|초|сек|giây)(?![\p{L}\p{N}])|[<>≤≥]\s*\d/iu;

/** Words of a requirement and its criteria that nobody can test, each at its place in the source. */
function* vagueTerms(requirement: Requirement, lines: readonly string[]): Iterable<SourceProblem> {
  const places = [requirement.line, ...requirement.acceptance.map((criterion) => criterion.line)];
  let count = 0;
  for (const line of new Set(places)) {
    const text = (lines[line - 1] ?? '').slice(0, longestLine);
    if (measured.test(text)) continue;
    for (const found of vagueTermsIn(text)) {
      if (measuredSpeed.test(sentenceAt(text, found.index))) continue;
      if ((count += 1) > termsPerRequirement) return;
      yield {
        message: '"{0}" in {1} cannot be tested as it stands. Say how much, how many or by when.',
        args: [found.text, requirement.id],
        ...spanPlace(line, found.index, found.text.length),
      };
    }
  }
}

/** The sentence of a line that a place stands in: a time in another one says nothing of it. */
function sentenceAt(line: string, index: number): string {
  const ends = [...line.matchAll(boundary)].map((end) => end.index);
  return line.slice(
    (ends.findLast((end) => end < index) ?? -1) + 1,
    ends.find((end) => end >= index),
  );
}
