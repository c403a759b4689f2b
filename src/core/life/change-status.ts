import type { SpecEdit } from '../checks/spec-fix';
import { linkTarget, escapeMarkdown } from '../text/escape-markdown';
import { fileName } from '../text/path';
import { relativePath } from '../text/relative-path';
import { unmetNeeds, type LifeFacts, type StatusNote, type UnmetNeed } from './needs';
import { setMetadata, removeMetadata } from './set-metadata';
import type { Stage } from '../template/stage';
import { lifeStatuses, lifeStatusOf, statusOfStage, type LifeStatus } from '../template/statuses';

/** What may follow a stage. From one status to another of the same stage is always a way. */
const next: Readonly<Record<Stage, readonly Stage[]>> = {
  draft: ['review', 'approved', 'deprecated', 'rejected'],
  review: ['draft', 'approved', 'deprecated', 'rejected'],
  approved: ['draft', 'review', 'implemented', 'deprecated', 'rejected'],
  implemented: ['review', 'deprecated'],
  deprecated: ['draft', 'review'],
  rejected: ['draft', 'review'],
};

/** A status that a spec may be given, or why not. */
export interface StatusChoice {
  readonly status: LifeStatus;
  readonly isCurrent: boolean;
  /** Whether it may follow the present one at all. */
  readonly isReachable: boolean;
  /** What is lacking for it; empty where it may be set now. */
  readonly unmet: readonly UnmetNeed[];
}

export const noNote: StatusNote = { reason: '', successor: '' };

/** Every status of a spec's life with what stands in its way, in order of life. A spec without a known status is a draft. */
export function statusChoices(facts: LifeFacts, note: StatusNote = noNote): readonly StatusChoice[] {
  const { spec, template } = facts;
  const current = lifeStatusOf(spec, template);
  const stage = current?.stage ?? 'draft';
  return lifeStatuses(template).map((status) => {
    const isCurrent = status.name === current?.name;
    return {
      status,
      isCurrent,
      isReachable: !isCurrent && (status.stage === stage || next[stage].includes(status.stage)),
      // Within a stage what it asks for was there already.
      unmet: status.stage === stage && current !== null ? [] : unmetNeeds(status, facts, note),
    };
  });
}

/** The present status of an approved spec as if it were set anew: what its text lacks by now for another approval. */
export function approvalAgain(facts: LifeFacts, status: LifeStatus): StatusChoice {
  const { needs } = statusOfStage(facts.template, 'approved');
  return { status, isCurrent: false, isReachable: true, unmet: unmetNeeds({ needs }, facts, noNote) };
}

/**
 * The edits that give a spec a status: its value, and the reason or the successor beside it. What was said about an earlier
 * status goes with that.
 *
 * @param path of the spec, relative to the root
 */
export function statusEdits(
  { spec }: Pick<LifeFacts, 'spec'>,
  path: string,
  status: Pick<LifeStatus, 'name' | 'needs'>,
  note: StatusNote = noNote,
): readonly SpecEdit[] {
  const edits = [setMetadata(spec, 'Status', status.name, 'status')];
  const said: readonly (readonly [string, string])[] = [
    ['Status reason', escapeMarkdown(note.reason.trim())],
    ['Superseded by', linkTo(path, note.successor.trim())],
  ];
  const isAsked = status.needs.includes('reason');
  for (const [label, value] of said) {
    const removal = isAsked || value !== '' ? null : removeMetadata(spec, label);
    if (value !== '') edits.push(setMetadata(spec, label, value, 'status'));
    else if (removal !== null) edits.push(removal);
  }
  return joined(edits);
}

function linkTo(from: string, to: string): string {
  const way = to === '' ? null : relativePath(from, to);
  return way === null ? '' : `[${escapeMarkdown(fileName(to))}](${linkTarget(way)})`;
}

/** Two insertions at one place are one, so that their order is said. */
function joined(edits: readonly SpecEdit[]): readonly SpecEdit[] {
  const result: SpecEdit[] = [];
  for (const edit of edits) {
    const same = result.findIndex(({ range }) => JSON.stringify(range) === JSON.stringify(edit.range));
    const before = result[same];
    if (before === undefined) result.push(edit);
    else result[same] = { range: edit.range, newText: before.newText + edit.newText };
  }
  return result;
}
