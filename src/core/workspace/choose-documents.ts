import type { Source } from '../source/source';
import { parentPath } from '../text/path';
import {
  leftOut,
  taken,
  tiers,
  type Considered,
  type LeftOut,
  type ReadCandidate,
  type Taken,
  type Verdict,
} from './documents/considered';
import type { ContextDocument, ContextKind, ExcludedFile } from './context';
import type { Claim } from './documents/fit-budget';
import type { Candidate } from './documents/find-documents';
import { followReferences, type ReferenceWorld } from './documents/follow-references';
import type { FileTable } from './files/file-table';
import { FilesByPlace } from './rules/glob-match';
import { judgeRule, reachOfFolder, type RuleWorld } from './rules/judge-rule';
import { findPackages } from './rules/packages';
import { compareByDepth } from '../text/path-order';
import { listedWords, RelevanceByKind } from './relevance/relevance-by-kind';
import type { ReadAhead } from './read-ahead';
import { isCompletedStatus, specStatus } from './documents/spec-status';
import { findReach } from './rules/touched-files';
import { isToldByNearness, pointsTo, Twins } from './documents/twins';

/** Why a document is in where a person said so; a receipt keeps it. */
export const addedByHandReason = 'Added by hand';
/** Why one is out. */
export const leftOutByHandReason = 'Left out by hand';

export interface ChosenDocuments {
  /** In the order in which they have a claim on the budget. */
  readonly claims: readonly Claim[];
  readonly excluded: readonly ExcludedFile[];
  /** How much a part of a document is about the source; `null` without one. */
  readonly scoreOf: ((text: string) => number) | null;
}

export interface ChoiceWorld extends ReferenceWorld {
  readonly files: FileTable;
  readonly source: Source | undefined;
  /** Where the spec will be written, where a person has said so. */
  readonly target: string | undefined;
  /** What was made of documents before. */
  readonly ahead: ReadAhead;
  /** Whether decisions are taken however little they share with the source. */
  readonly allDecisions?: boolean | undefined;
}

interface JudgingWorld extends RuleWorld {
  readonly source: Source | undefined;
  readonly allDecisions: boolean;
}

/**
 * Decides which of the documents found inform the spec, and says why for each. Rules and steering by their scope,
 * specs by their status, research and decisions by their relevance to the source; then what the rules refer to.
 */
export async function chooseDocuments(
  candidates: readonly ReadCandidate[],
  world: ChoiceWorld,
): Promise<ChosenDocuments> {
  const { files, source, target } = world;
  const considered = candidates.map((candidate) => world.ahead.consider(candidate));
  const relevance = new RelevanceByKind(considered, source, (document) => world.ahead.termsOf(document));
  const { topic } = relevance;
  const packages = findPackages(files, [...new Set(considered.map(({ base }) => base))]);
  // A rule about Markdown is not about the rules' own files.
  const documents = new Set(considered.map(({ path }) => path));
  const judging: JudgingWorld = {
    source,
    allDecisions: world.allDecisions === true,
    files: new FilesByPlace(files, documents),
    reach: source === undefined ? null : findReach(files, { source, topic, target, packages }),
    relevance,
  };
  const judged = considered.map((document) => judge(document, judging));
  const before = withoutTwins(judged, relevance);
  const unique = new Set(before.kept.map(({ document }) => document.path));
  const { verdicts, excluded } = await followReferences(judged, (path) => unique.has(path), world);
  const isSame = verdicts.length === judged.length && verdicts.every((verdict, at) => verdict === judged[at]);
  const chosen = isSame ? before : withoutTwins(verdicts, relevance);
  const tokensOf = (document: Considered): number => world.ahead.tokensOf(document);
  return {
    claims: chosen.kept.map(({ document, reason, tier }) => ({
      document: contextDocument(document, reason, tokensOf(document)),
      tier,
      relevance: relevance.score(document),
    })),
    excluded: [
      ...excluded,
      ...chosen.leftOut.map(({ document, reason, cause }) =>
        excludedDocument(document, reason, cause, tokensOf(document)),
      ),
    ],
    scoreOf: relevance.scoreOf,
  };
}

function judge(document: Considered, world: JudgingWorld): Verdict {
  if (document.wanted === true) return taken(document, addedByHandReason, tiers.asked);
  if (document.wanted === false) return leftOut(document, leftOutByHandReason);
  if (document.frontMatter.body.trim() === '') return leftOut(document, 'Empty', { cause: 'unreadable' });
  switch (document.place.kind) {
    case 'rule':
    case 'steering':
      return judgeRule(document, world);
    case 'template':
      return taken(document, document.place.label, tiers.everywhere);
    case 'completed-spec':
      return judgeSpec(document, world.relevance);
    case 'decision':
    case 'research':
    case 'source':
      return judgeByRelevance(document, world);
  }
}

function judgeSpec(document: Considered, relevance: RelevanceByKind): Verdict {
  const status = specStatus(document.frontMatter);
  const { label, whenCompleted } = document.place;
  if (whenCompleted === true) {
    if (status === null) return leftOut(document, 'A spec that does not say it was completed');
    if (!isCompletedStatus(status)) return leftOut(document, `A spec whose status is ${status}`);
  }
  const ranked = relevance.of(document);
  const shared = ranked?.relevant === true ? `, shares ${listedWords(ranked.matches)} with the source` : '';
  return taken(document, `${label}${shared}`, tiers.ranked);
}

function judgeByRelevance(
  document: Considered,
  { source, relevance, reach, allDecisions }: JudgingWorld,
): Verdict {
  const { label } = document.place;
  if (source === undefined) return taken(document, label, tiers.ranked);
  if (relevance.isCited(document)) return taken(document, `${label}, cited by the source`, tiers.ranked);
  const folder = reachOfFolder(document, reach);
  if (!folder.within) return leftOut(document, folder.reason, { byReference: true });
  const ranked = relevance.of(document);
  if (ranked?.relevant === true) {
    return taken(document, `${label}, shares ${listedWords(ranked.matches)} with the source`, tiers.ranked);
  }
  if (allDecisions && document.place.kind === 'decision') return taken(document, label, tiers.ranked);
  return leftOut(document, `${label} that has little in common with the source`, { byReference: true });
}

function withoutTwins(
  verdicts: readonly Verdict[],
  relevance: RelevanceByKind,
): {
  readonly kept: readonly Taken[];
  readonly leftOut: readonly Pick<LeftOut, 'document' | 'reason' | 'cause'>[];
} {
  const out: Pick<LeftOut, 'document' | 'reason' | 'cause'>[] = [];
  const ordered: Taken[] = [];
  for (const verdict of verdicts) {
    if (verdict.kind === 'taken') ordered.push(verdict);
    else out.push(verdict);
  }
  // Among the ranked, what is closest to the source comes first, whatever its kind.
  const rank = ({ tier, document }: Taken): number =>
    tier === tiers.ranked ? -relevance.score(document) : 0;
  ordered.sort(
    (left, right) =>
      left.tier - right.tier ||
      rank(left) - rank(right) ||
      kindOrder(left.document) - kindOrder(right.document) ||
      compareByDepth(left.document.path, right.document.path),
  );
  const paths = new Set(ordered.map(({ document }) => document.path));
  const twins = new Twins();
  const kept: Taken[] = [];
  for (const verdict of ordered) {
    const { document, tier } = verdict;
    const pointed = pointedDocument(document, paths);
    const near = isToldByNearness(document.place.kind) && tier !== tiers.asked;
    const twin = pointed === null ? twins.firstOf(document.path, document.frontMatter, near) : null;
    if (pointed !== null) out.push({ document, reason: `Only points to ${pointed}`, cause: 'repeated' });
    else if (twin !== null) out.push({ document, reason: `Says the same as ${twin}`, cause: 'repeated' });
    else kept.push(verdict);
  }
  return { kept, leftOut: out };
}

function pointedDocument(document: Considered, paths: ReadonlySet<string>): string | null {
  const target = pointsTo(document.frontMatter);
  if (target === null) return null;
  const folder = parentPath(document.path);
  const found = [folder === '' ? target : `${folder}/${target}`, target].find((path) => paths.has(path));
  return found === undefined || found === document.path ? null : found;
}

const kindsInOrder: readonly ContextKind[] = [
  'steering',
  'rule',
  'template',
  'completed-spec',
  'decision',
  'research',
];

function kindOrder({ place }: Candidate): number {
  return kindsInOrder.indexOf(place.kind);
}

function contextDocument(
  { path, place, file, title }: Considered,
  reason: string,
  tokens: number,
): ContextDocument {
  return {
    path,
    kind: place.kind,
    reason,
    title,
    bytes: file.bytes,
    tokens,
    sha256: file.sha256,
    truncated: false,
    text: file.text,
    ...(file.secrets.length === 0 ? {} : { secrets: file.secrets }),
  };
}

function excludedDocument(
  { path, place, title }: Considered,
  reason: string,
  cause: NonNullable<ExcludedFile['cause']>,
  tokens: number,
): ExcludedFile {
  return { path, reason, cause, document: { kind: place.kind, title, tokens } };
}
