import { readKeptAnswers } from '../clarify/kept-answers';
import { openDrifts, type Drift } from '../drift/drift';
import type { FileSystem } from '../ports/file-system';
import type { SpecDocument } from '../spec/spec-document';
import type { Finding } from './finding';
import { linePlace } from '../spec/place';

/** Longest name of what changed, in characters. */
const longestName = 80;

/**
 * Sections that are older than what they were written from, each at its heading: those that a drift touches which nobody has
 * accepted.
 */
export function staleFindings(spec: SpecDocument, drifts: readonly Drift[]): readonly Finding[] {
  const names = new Map<number, string[]>();
  for (const drift of openDrifts(drifts))
    for (const { line } of drift.affects.sections)
      if (line !== null) names.set(line, [...(names.get(line) ?? []), nameOf(drift)]);
  return [...names]
    .sort(([a], [b]) => a - b)
    .map(([line, causes]) => ({
      ...{ check: 'stale-section', severity: 'info', fixable: false },
      message: 'This section is older than a change to {0}: write it anew, or make sure that it still holds.',
      args: [causes.join(', ')],
      ...linePlace(spec, line),
    }));
}

/** Corrections of the source that wait: what they made was not looked for in it, and silence about that would pass for proof. */
export function waitingFindings(drifts: readonly Drift[]): readonly Finding[] {
  return openDrifts(drifts)
    .filter(({ kind, affects }) => kind === 'correction' && affects.requirements.length > 0)
    .map(({ subject, affects }) => ({
      ...{ check: 'prd-correction', severity: 'warning', fixable: false },
      message:
        'The correction of {0} waits, so {1} were not looked for in the source: make it again with Create Tech Spec, or undo it there.',
      args: [subject, affects.requirements.join(', ')],
      ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
    }));
}

/** Files of answers beside the spec that can't be read. */
export async function answersFindings(files: FileSystem, spec: string): Promise<readonly Finding[]> {
  const kept = await readKeptAnswers(files, spec);
  return (kept?.problems ?? []).map(({ path, error, line }) => ({
    ...{ check: 'answers', severity: 'warning', fixable: false },
    message: 'The answers {0} cannot be read ({1}). Repair the file, or delete it to go by the receipt.',
    args: [line === null ? path : `${path}:${line}`, error],
    ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
  }));
}

function nameOf({ kind, subject, text }: Drift): string {
  if (kind !== 'answer' && kind !== 'source') return subject;
  return `"${text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text}"`;
}
