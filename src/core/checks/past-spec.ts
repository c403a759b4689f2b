import { isCompletedStatus } from '../workspace/documents/spec-status';
import type { CheckContext } from './check';
import { metadataNamed } from '../spec/vocabulary/metadata-names';

const pastFolder = /(?:^|\/)(?:completed?|done|implemented|finished|archived?)\//iu;

/** Whether a spec lies among those that are kept for the record. */
export function isKeptForRecord(path: string | null): boolean {
  return path !== null && pastFolder.test(path);
}

/**
 * Whether a spec tells of work that is done, by its folder or its status. What was decided after it, rules and other specs
 * among it, is no measure for it.
 */
export function isPastSpec({ spec, path }: Pick<CheckContext, 'spec' | 'path'>): boolean {
  if (isKeptForRecord(path)) return true;
  const status = metadataNamed(spec.metadata, 'status')?.value ?? '';
  return status !== '' && isCompletedStatus(status);
}
