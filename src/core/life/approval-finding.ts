import type { Finding } from '../checks/finding';
import { documentPlace } from '../spec/place';
import type { SpecFix } from '../checks/spec-fix';
import type { SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';
import { removeMetadata, setMetadata } from './set-metadata';
import type { SpecLife } from './spec-life';
import { statusOfStage } from '../template/statuses';
import { metadataNamed } from '../spec/vocabulary/metadata-names';

/** Id of the finding about text that was changed after its approval. */
export const approvalCheck = 'approval';

/** A spec that calls itself approved and whose text is not the one that was. Without any record nothing is said. */
export function approvalFindings(
  spec: SpecDocument,
  { status, approvals, approval }: SpecLife,
): readonly Finding[] {
  const [last] = approvals;
  if (last === undefined || approval !== null) return [];
  if (status?.stage !== 'approved' && status?.stage !== 'implemented') return [];
  const entry = metadataNamed(spec.metadata, 'status');
  const { line, column, endLine, endColumn } = entry ?? documentPlace(spec);
  return [
    {
      ...{ check: approvalCheck, severity: 'error', fixable: true },
      message:
        'The text was changed after {0} approved it on {1}: approve it again, or set the status back to review.',
      args: [last.name ?? '?', last.date],
      ...{ line, column, endLine, endColumn },
    },
  ];
}

/** Sets the status back. After implementation the text may be what is wrong, so that nobody is taken back unasked. */
export function approvalFixes(
  spec: SpecDocument,
  template: Template | null,
  { status }: SpecLife,
): readonly SpecFix[] {
  const review = statusOfStage(template, 'review');
  const edits = [setMetadata(spec, 'Status', review.name, 'status'), removeMetadata(spec, 'Status reason')];
  return [
    {
      message: 'Back to {0}',
      args: [review.name],
      edits: edits.filter((edit) => edit !== null),
      safe: status?.stage === 'approved',
    },
  ];
}
