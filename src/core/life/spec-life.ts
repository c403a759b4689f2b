import type { FileSystem } from '../ports/file-system';
import type { SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';
import type { Approval } from './approval';
import { holdingApproval } from './approve';
import { readApprovals } from './read-records';
import { lifeStatusOf, type LifeStatus } from './statuses';

/** Where a spec stands in its life. */
export interface SpecLife {
  /** `null` where its metadata names no known status. */
  readonly status: LifeStatus | null;
  /** The last one first. */
  readonly approvals: readonly Approval[];
  /** The one that holds for the text as it is, or `null`. */
  readonly approval: Approval | null;
}

/** Reads what lies beside a spec about its life. Never rejects. */
export async function readLife(
  files: FileSystem,
  path: string,
  spec: SpecDocument,
  template: Template | null,
): Promise<SpecLife> {
  const approvals = await readApprovals(files, path);
  return {
    status: lifeStatusOf(spec, template),
    approvals,
    approval: holdingApproval(spec, path, approvals),
  };
}
