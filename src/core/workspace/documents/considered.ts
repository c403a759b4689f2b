import type { ExclusionCause } from '../context';
import { documentTitle } from './document-title';
import type { Candidate } from './find-documents';
import type { TextFile } from '../files/read-text';
import type { RuleFrontMatter } from './rule-front-matter';
import { readRuleFrontMatter } from './rule-front-matter';

/** A candidate with its text. */
export interface ReadCandidate extends Candidate {
  readonly file: Extract<TextFile, { kind: 'text' }>;
  /** What a person said: a wanted one is taken whatever its scope, status or relevance, `null` leaves it to those. */
  readonly wanted: boolean | null;
}

/** A candidate with what its text says of itself. */
export interface Considered extends ReadCandidate {
  readonly frontMatter: RuleFrontMatter;
  readonly title: string;
}

export function consider(candidate: ReadCandidate): Considered {
  const frontMatter = readRuleFrontMatter(candidate.file.text);
  return { ...candidate, frontMatter, title: documentTitle(candidate.path, frontMatter) };
}

/** What was decided about one candidate. */
export type Verdict = Taken | LeftOut;

export interface Taken {
  readonly kind: 'taken';
  readonly document: Considered;
  readonly reason: string;
  readonly tier: Tier;
}

export interface LeftOut {
  readonly kind: 'left-out';
  readonly document: Considered;
  readonly reason: string;
  readonly cause: ExclusionCause;
  /** Whether a rule that refers to it brings it in after all: its own scope does not speak against it. */
  readonly byReference: boolean;
}

/** What has a claim on the budget before what. */
export const tiers = {
  asked: 0,
  everywhere: 1,
  scoped: 2,
  described: 3,
  folder: 4,
  referenced: 5,
  ranked: 6,
} as const;
export type Tier = (typeof tiers)[keyof typeof tiers];

export function taken(document: Considered, reason: string, tier: Tier): Taken {
  return { kind: 'taken', document, reason, tier };
}

export function leftOut(
  document: Considered,
  reason: string,
  { cause = 'choice', byReference = false }: { cause?: ExclusionCause; byReference?: boolean } = {},
): LeftOut {
  return { kind: 'left-out', document, reason, cause, byReference };
}
