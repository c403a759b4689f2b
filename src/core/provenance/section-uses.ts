import type { Answer } from '../clarify/question';
import { sha256Hex } from '../text/hash';

/**
 * What of an answer a section depends on: its words, whether it is an assumption, whether it is deferred, who is to answer
 * it, or whether it is the one option (by its hash) that puts something out of scope.
 */
export type AnswerAspect = 'text' | 'assume' | 'defer' | 'owner' | `scope:${string}`;

/** How a section depends on one answer, and how that stood when the section was written. */
export interface UsedAnswer {
  readonly of: readonly AnswerAspect[];
  /** See {@link answerState}. */
  readonly was: string;
}

/** What went into a section, with its state then, so that each change tells which sections it makes stale. */
export interface SectionUses {
  /** By the id of the question. */
  readonly answers: Readonly<Record<string, UsedAnswer>>;
  /** States by the id of the requirement, see `requirementState`; those of older receipts know no criteria. */
  readonly requirements: Readonly<Record<string, string>>;
  /** SHA-256 by path. */
  readonly documents: Readonly<Record<string, string>>;
  /** Fingerprints by the key of the source's part, see `sourceParts`; absent where none, and in older receipts. */
  readonly source?: Readonly<Record<string, string>> | undefined;
}

/** State of an answer in a form that can be compared and says none of its words; an absent answer is a deferred one. */
export function answerState(answer: Answer | undefined): string {
  if (answer === undefined) return `defer:${shortHash('')}`;
  return answer.kind === 'defer'
    ? `defer:${shortHash((answer.owner ?? '').trim())}`
    : `${answer.kind}:${shortHash(answer.text.trim())}`;
}

/** Enough to tell answers of one question apart. */
export function shortHash(text: string): string {
  return sha256Hex(text).slice(0, 12);
}
