import { said } from '../../../text/said';
import type { Requirement } from '../../source';
import { emptyStatement } from '../../vocabulary/fields';
import { needsClarification, templateWords, undecided } from '../../vocabulary/placeholder-words';
import { linePlace, spanPlace } from '../../document/places';
import type { SourceProblem, SourceReview, SourceRule } from '../source-rule';

/** What is longer has something to say, be it all code. */
const longestStub = 60;
/** Longest line that is searched, in characters. */
const longestLine = 5000;

/**
 * Requirements say something: no `TBD`, no text of a template, no heading with nothing below where others have more.
 *
 * Good: "FR-003: The list shows 20 entries", `[optional]`, `[guide](docs/guide.md)`.
 * Bad: "FR-003: TBD", "System MUST [specific capability]", `[NEEDS CLARIFICATION: which roles?]`.
 */
export const stub: SourceRule = {
  id: 'prd-stub',
  title: 'Every requirement is written out.',
  severity: 'warning',
  *run(review) {
    const detailed = review.requirements.some(
      (requirement) => isHeading(review, requirement) && !endsAtOnce(requirement),
    );
    const empty = new Set<number>();
    for (const requirement of review.requirements) {
      const { id, line } = requirement;
      const bare =
        isEmpty(requirement) ||
        (detailed &&
          requirement.explicitId !== null &&
          isHeading(review, requirement) &&
          endsAtOnce(requirement));
      if (!bare) continue;
      empty.add(line);
      yield {
        message: '{0} says nothing yet. Write what is required, or remove it.',
        args: [id],
        ...linePlace(review.lines, line),
      };
    }
    yield* leftovers(review, empty);
  },
};

function isEmpty({ id, explicitId, title, text }: Requirement): boolean {
  const bare = text.trim();
  if (bare === '' || bare === explicitId || bare === id || emptyStatement.test(bare)) return true;
  return bare.length <= longestStub && said(text) === null && said(title) === null;
}

function isHeading({ lines }: SourceReview, { line }: Requirement): boolean {
  return /^\s{0,3}#{1,6}/.test(lines[line - 1] ?? '');
}

function endsAtOnce({ line, endLine, acceptance }: Requirement): boolean {
  return endLine <= line && acceptance.length === 0;
}

/** What is left to fill in: in requirements anything, elsewhere only what says so in so many words. */
function* leftovers(
  { lines, unread, requirements }: SourceReview,
  empty: ReadonlySet<number>,
): Iterable<SourceProblem> {
  const within = new Set<number>();
  for (const { line, endLine } of requirements) for (let at = line; at <= endLine; at += 1) within.add(at);
  for (const [at, whole] of lines.entries()) {
    const line = at + 1;
    if (unread.has(line) || empty.has(line)) continue;
    const text = withoutCode(whole.slice(0, longestLine));
    const found = [
      ...text.matchAll(needsClarification),
      ...(within.has(line) ? [...text.matchAll(undecided), ...templateTexts(text)] : []),
    ];
    let reached = 0;
    for (const { 0: token, index } of found.sort((a, b) => a.index - b.index)) {
      if (index < reached) continue;
      reached = index + token.length;
      yield {
        message: '"{0}" is still to be filled in. Write what holds, or ask it as an open question.',
        args: [token.length > 80 ? `${token.slice(0, 79)}…` : token],
        ...spanPlace(line, index, token.length),
      };
    }
  }
}

const bracketed =
  /(?<![\\\p{L}\p{N}_)\]!])\[([^[\]]{3,200})\](?![(:[])|(?<!\\)\{\{([^{}]{1,100})\}\}|(?<![\p{L}\p{N}_])<([a-z][^<>/="]{2,80} [^<>/="]{2,80})>/giu;

function templateTexts(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(bracketed)].filter(
    ([, square, curly, angle]) => curly !== undefined || templateWords.test(square ?? angle ?? ''),
  );
}

/** The line with inline code blanked, every column at its place. */
function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
}
