import { tiers, type Tier } from './considered';
import type { ContextDocument, ExcludedFile } from '../context';
import { cutDocument, leastTokens, type SectionScore } from './cut-document';

/** A document with its claim on the budget. */
export interface Claim {
  readonly document: ContextDocument;
  readonly tier: Tier;
  /** How much it is about the source, from 0 to 1. */
  readonly relevance: number;
}

export interface FittedDocuments {
  readonly documents: readonly ContextDocument[];
  readonly excluded: readonly ExcludedFile[];
}

/** One long rule may not crowd out all others. */
const largestShare = 0.4;
/** Below this a document's relevance says nothing about its share. */
const leastRelevance = 0.05;
/** Of ranked documents, fewer are sent rather than more with less than this each. */
const leastShare = 300;

/**
 * Fits documents into a budget. Rules and what was asked for come first, in order, each whole where it fits. What is
 * left goes to the ranked ones by their relevance: short ones whole, long ones cut to the sections closest to the
 * source. What finds no room is listed.
 *
 * @param tokens estimated tokens that all documents together may have
 */
export function fitBudget(claims: readonly Claim[], tokens: number, score: SectionScore): FittedDocuments {
  const taken: ContextDocument[] = [];
  const excluded: ExcludedFile[] = [];
  let left = tokens;
  const take = ({ document }: Claim, room: number): void => {
    const fitted = document.tokens <= room ? document : cutDocument(document, room, score);
    if (fitted === null) excluded.push(noRoom(document, tokens));
    else {
      taken.push(fitted);
      left -= fitted.tokens;
    }
  };
  const largest = Math.max(leastTokens, Math.floor(tokens * largestShare));
  for (const claim of claims.filter(({ tier }) => tier !== tiers.ranked))
    take(claim, claim.tier === tiers.asked ? left : Math.min(left, largest));

  const ranked = claims.filter(({ tier }) => tier === tiers.ranked);
  const shares = sharesOf(ranked, left);
  for (const claim of ranked) {
    const share = shares.get(claim);
    if (share === undefined) excluded.push(noRoom(claim.document, tokens));
    else take(claim, Math.min(share, left));
  }
  return { documents: taken, excluded };
}

function noRoom({ path, kind, title, tokens }: ContextDocument, budget: number): ExcludedFile {
  return {
    path,
    reason: `No room left in the context budget of ${budget} tokens`,
    cause: 'budget',
    document: { kind, title, tokens },
  };
}

/**
 * Tokens for each ranked document that gets any: by relevance, and no more than it has. What short ones leave over
 * goes to the others.
 */
function sharesOf(claims: readonly Claim[], room: number): ReadonlyMap<Claim, number> {
  const weight = ({ relevance }: Claim): number => Math.max(leastRelevance, relevance);
  let waiting = served(claims, room);
  const shares = new Map<Claim, number>();
  let left = room;
  while (waiting.length > 0) {
    const total = waiting.reduce((sum, claim) => sum + weight(claim), 0);
    const satisfied = waiting.filter((claim) => claim.document.tokens <= (left * weight(claim)) / total);
    if (satisfied.length === 0) {
      for (const claim of waiting) shares.set(claim, Math.floor((left * weight(claim)) / total));
      break;
    }
    for (const claim of satisfied) {
      shares.set(claim, claim.document.tokens);
      left -= claim.document.tokens;
    }
    const done = new Set(satisfied);
    waiting = waiting.filter((claim) => !done.has(claim));
  }
  return shares;
}

/** The first documents, as many as can have something worth reading. */
function served(claims: readonly Claim[], room: number): readonly Claim[] {
  let needed = 0;
  const first: Claim[] = [];
  for (const claim of claims) {
    needed += Math.min(claim.document.tokens, leastShare);
    if (needed > room) break;
    first.push(claim);
  }
  return first;
}
