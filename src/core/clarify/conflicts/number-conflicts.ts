import { conflictPhrases } from '../../language/conflict-phrases';
import { areVariants } from '../../source/claims/contradiction';
import { claimsOf, type Claim } from '../../source/claims/claims';
import { opposedNumbers } from '../../source/claims/opposed-numbers';
import { quantitiesOf, type Quantity } from '../../source/claims/quantities';
import { parseDocument } from '../../source/parsing/parse-document';
import { leadingId } from '../../source/notation/requirement-id';
import { sentenceSpans } from '../../text/sentences';
import type { ContextDocument, ContextKind, WorkspaceContext } from '../../workspace/context';
import { oncePerDocument } from '../../workspace/documents/once-per-document';
import { settlingDocuments } from '../answered/document-statements';
import { said, type Conflict } from './conflict';
import type { SourceLine } from './source-lines';

/** Documents that speak of the product as a whole; what a spec of another feature says is read by its limits alone. */
const speakingForAll: readonly ContextKind[] = ['rule', 'steering', 'decision'];

/**
 * Numbers that the source gives for what a rule or a decision gives another one: "Sessions expire after 24 hours" where
 * the team's rules say 30 minutes. The statements have to be about the same thing by all their words, as within a source.
 */
export function* numberConflicts(
  lines: readonly SourceLine[],
  context: WorkspaceContext,
): Iterable<Conflict> {
  const own = lines.flatMap((line, block) => claimsIn(line, block));
  const kinds = new Set(own.flatMap(({ text }) => quantitiesOf(text).map(({ kind }) => kind)));
  if (kinds.size === 0) return;
  for (const document of settlingDocuments(context)) {
    if (!speakingForAll.includes(document.kind) || !hasAny(document, kinds)) continue;
    const theirs = claimsOnce(document).map((claim) => ({ ...claim, block: claim.block + lines.length }));
    const isOwn = new Set<Claim>(own);
    for (const { first, second } of opposedNumbers([...theirs, ...own])) {
      const [there, here] = isOwn.has(first.claim) ? [second, first] : [first, second];
      if (isOwn.has(there.claim) || !isOwn.has(here.claim) || areVariants(here.claim, there.claim)) continue;
      yield conflict(here.claim, [here.said, there.said], document.path, there.claim.line);
    }
  }
}

const longestName = 80;

function conflict(
  { text, line }: Claim,
  [here, there]: readonly [string, string],
  path: string,
  shownAt: number,
): Conflict {
  const statement = text.replace(/[.。;；]$/u, '').trim();
  const name = statement.length > longestName ? `${statement.slice(0, longestName - 1)}…` : statement;
  return {
    // As a limit is named: what both ways find is one matter.
    subject: `limit ${statement.toLowerCase()}`,
    area: 'performance',
    blocking: true,
    line,
    text: said(conflictPhrases.otherValue, `"${name}"`, here, String(line), there, path),
    why: conflictPhrases.otherValueWhy,
    options: [said(conflictPhrases.asFileSays, there, path), said(conflictPhrases.asSourceSays, here)],
    overrules: here,
    shown: [{ path, line: shownAt }],
  };
}

const mark = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/u;

function claimsIn({ text, line }: SourceLine, block: number): readonly Claim[] {
  if (/^\s*[|#>]/u.test(text)) return [];
  const bare = text.replace(mark, '').replace(/[*_`]/gu, '');
  const id = leadingId(bare);
  const statement = id === null ? bare : id.rest;
  return sentenceSpans(statement).map((span, at) => ({
    ...{ text: span.text, line, endLine: line, context: [], opens: at === 0, block, prose: true },
  }));
}

function hasAny({ text }: ContextDocument, kinds: ReadonlySet<Quantity['kind']>): boolean {
  return quantitiesOf(text).some(({ kind }) => kinds.has(kind));
}

const claimsOnce = oncePerDocument(({ text }): readonly Claim[] =>
  claimsOf(parseDocument(text).root, () => true).filter((claim) => quantitiesOf(claim.text).length > 0),
);
