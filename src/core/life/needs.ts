import type { ChecklistEntry } from '../checklist/checklist';
import type { CheckReport } from '../checks/check-spec';
import type { SpecFileReport } from '../checks/check-spec-file';
import { tasksInScope } from '../checks/tasks-in-scope';
import type { SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';
import { openThreads } from './comments/threads';
import type { StatusNeed } from './stage';
import type { LifeStatus } from './statuses';

/** What is known of a spec when it is asked for another status. */
export interface LifeFacts extends Pick<CheckReport, 'findings' | 'checklist' | 'sections'> {
  readonly spec: SpecDocument;
  readonly template: Template | null;
  /** Lines of review comments that nobody has resolved. */
  readonly openComments: readonly number[];
  /** Whether an approval holds for the text as it is. */
  readonly approved: boolean;
}

/** What a person says of a change of status. */
export interface StatusNote {
  /** Empty for none. */
  readonly reason: string;
  /** Path of the spec that takes its place, relative to the root; empty for none. */
  readonly successor: string;
}

/** Something that a status asks for and the spec does not have yet. */
export interface UnmetNeed {
  readonly need: StatusNeed;
  /** English message with `{0}` placeholders: what is lacking and what to do. */
  readonly message: string;
  readonly args: readonly string[];
  /** Where in the spec, in document order; empty where at no place. */
  readonly lines: readonly number[];
}

/** Settled by the change itself. */
const aboutStatus: readonly string[] = ['approval', 'status', 'comments'];

/** What a spec lacks for a status, in the order in which the status asks for it. */
export function unmetNeeds(
  { needs }: Pick<LifeStatus, 'needs'>,
  facts: LifeFacts,
  note: StatusNote,
): readonly UnmetNeed[] {
  return needs.flatMap((need) => unmet(need, facts, note) ?? []);
}

function unmet(need: StatusNeed, facts: LifeFacts, note: StatusNote): UnmetNeed | null {
  const { findings, spec, openComments } = facts;
  switch (need) {
    case 'no-errors': {
      const errors = findings.filter(
        ({ check, severity, gap }) =>
          severity === 'error' && gap === undefined && !aboutStatus.includes(check),
      );
      const message = errors.length === 1 ? 'A check reports an error.' : 'Checks report {0} errors.';
      return lacking(need, message, errors);
    }
    case 'questions': {
      const open = findings.filter(
        ({ check, gap, severity }) =>
          gap !== undefined || (check === 'open-questions' && severity === 'warning'),
      );
      const message =
        open.length === 1
          ? 'A question is still open: answer it and tick it.'
          : '{0} questions are still open: answer and tick them.';
      return lacking(need, message, open);
    }
    case 'persons': {
      const waiting = facts.checklist.filter(isWaiting);
      const message =
        waiting.length === 1
          ? 'An item of the checklist waits for a person to tick it.'
          : '{0} items of the checklist wait for a person to tick them.';
      return lacking(need, message, waiting);
    }
    case 'comments': {
      const message =
        openComments.length === 1
          ? 'A review comment is not resolved.'
          : '{0} review comments are not resolved.';
      const places = openComments.map((line) => ({ line }));
      return lacking(need, message, places);
    }
    case 'approval': {
      const message = 'No approval holds for the text as it is: approve it first.';
      return facts.approved ? null : nowhere(need, message);
    }
    case 'tasks': {
      const undone = tasksInScope(facts).filter(({ done }) => done === false);
      const message =
        undone.length === 1 ? 'Task {1} is not ticked.' : '{0} tasks are not ticked, the first is {1}.';
      return lacking(need, message, undone, undone[0]?.id ?? '');
    }
    case 'conformance': {
      const found = findings.filter(
        ({ check, severity }) => check.startsWith('conformance') && severity !== 'info',
      );
      return lacking(need, 'The code is not as the spec says ({0}).', found);
    }
    case 'reason': {
      const said = ['status reason', 'superseded by'].some(
        (label) => (spec.metadata.get(label)?.value ?? '') !== '',
      );
      if (said || note.reason.trim() !== '' || note.successor.trim() !== '') return null;
      const message = 'It needs a reason, or the spec that takes its place.';
      return nowhere(need, message);
    }
  }
}

function isWaiting({ verifiedBy, state }: ChecklistEntry): boolean {
  return verifiedBy === 'person' && state === 'open';
}

function lacking(
  need: StatusNeed,
  message: string,
  places: readonly { readonly line: number | null }[],
  name?: string,
): UnmetNeed | null {
  if (places.length === 0) return null;
  const lines = [...new Set(places.flatMap(({ line }) => line ?? []))].sort((a, b) => a - b);
  return { need, message, args: [String(places.length), ...(name === undefined ? [] : [name])], lines };
}

function nowhere(need: StatusNeed, message: string): UnmetNeed {
  return { need, message, args: [], lines: [] };
}

/** What a report of a spec says for its life. */
export function factsOf(
  report: Pick<
    SpecFileReport,
    'findings' | 'checklist' | 'sections' | 'spec' | 'template' | 'life' | 'threads'
  >,
): LifeFacts {
  const openComments = openThreads(report.threads).map(({ range }) => range.line);
  return { ...report, approved: report.life.approval !== null, openComments };
}
