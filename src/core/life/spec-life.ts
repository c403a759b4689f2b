import type { FileSystem } from '../ports/file-system';
import type { SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';
import { fileName, joinPath, parentPath } from '../text/path';
import type { Approval } from './approval';
import { holdingApproval } from './approve';
import { isAmongCompleted } from './completed-folder';
import { readApprovals, type RecordMemory } from './read-records';
import { lifeStatusOf, type LifeStatus } from '../template/statuses';

/** Where a spec stands in its life. */
export interface SpecLife {
  /** `null` where its metadata names no known status. */
  readonly status: LifeStatus | null;
  /** The last one first. */
  readonly approvals: readonly Approval[];
  /** The one that holds for the text as it is, or `null`. */
  readonly approval: Approval | null;
  /** Where it lay before it was moved: a branch that did not know of the move may have left records there. */
  readonly former: readonly string[];
}

/** Reads what lies beside a spec about its life. Never rejects. */
export async function readLife(
  files: FileSystem,
  path: string,
  spec: SpecDocument,
  template: Template | null,
  memory?: RecordMemory,
): Promise<SpecLife> {
  const approvals = await readApprovals(files, path, memory);
  return {
    status: lifeStatusOf(spec, template),
    approvals,
    approval: holdingApproval(spec, path, approvals),
    former: await formerPlaces(files, path, approvals),
  };
}

/** Where approvals say that a spec lay, and where it came from if it lies among completed ones; not where another lies now. */
async function formerPlaces(
  files: FileSystem,
  path: string,
  approvals: readonly Approval[],
): Promise<readonly string[]> {
  const before = isAmongCompleted(path) ? joinPath(parentPath(parentPath(path)), fileName(path)) : null;
  const named = new Set([...approvals.map((one) => one.path), ...(before === null ? [] : [before])]);
  named.delete(path);
  const found = await Promise.all(
    [...named].map(async (one) => ((await files.stat(one).catch(() => null)) === undefined ? [one] : [])),
  );
  return found.flat();
}
