import type { SpecEdit } from '../checks/spec-fix';
import type { SpecDocument } from '../spec/spec-document';
import { editDocument } from '../spec/written-text';
import type { Approval } from './approval';
import { approvedHashOf, knownHashes } from './approved-text';

/** Who approves what, and when. */
export interface ApprovalInput {
  readonly spec: SpecDocument;
  readonly path: string;
  /** The edits that give it its status, made together with the approval. */
  readonly edits: readonly SpecEdit[];
  readonly earlier: readonly Approval[];
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly commit: string | null;
  /** Text of the spec in that commit; `null` where it has none. */
  readonly committed: string | null;
}

/**
 * The record of an approval. The text is kept in it unless the commit has all that is approved: what has changed since can be
 * shown as long as the record lies there.
 */
export function makeApproval({ spec, path, edits, earlier, ...who }: ApprovalInput): Approval {
  const text = editDocument(spec, edits);
  const sha256 = approvedHashOf(text, path);
  const isCommitted = who.committed !== null && approvedHashOf(who.committed, path) === sha256;
  return {
    version: 1,
    number: Math.max(0, ...earlier.map(({ number }) => number)) + 1,
    name: who.name?.slice(0, 200) ?? null,
    date: who.date,
    commit: who.commit,
    path,
    sha256,
    text: isCommitted ? null : text,
  };
}

/** The approval that holds for a text as it is, or `null`. */
export function holdingApproval(
  spec: SpecDocument,
  path: string,
  approvals: readonly Approval[],
): Approval | null {
  if (approvals.length === 0) return null;
  const known = knownHashes(spec, path);
  return approvals.find(({ sha256 }) => known.includes(sha256)) ?? null;
}
