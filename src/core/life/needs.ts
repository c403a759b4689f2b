import type { ChecklistEntry } from '../checklist/checklist';
import type { CheckReport } from '../checks/check-spec';
import type { SpecFileReport } from '../checks/check-spec-file';
import { declaredQuestions } from '../checks/reading/declared-questions';
import type { Finding } from '../checks/finding';
import { renderFinding } from '../checks/render-finding';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import type { OpenQuestion, SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';
import { openThreads } from './comments/threads';
import type { StatusNeed } from '../template/stage';
import type { LifeStatus } from '../template/statuses';

/** What is known of a spec when it is asked for another status. */
export interface LifeFacts extends Pick<CheckReport, 'findings' | 'checklist' | 'sections' | 'onceBuilt'> {
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
  /** Each thing that is lacking, in document order; empty where the message says it all. */
  readonly items: readonly LackingItem[];
}

export interface LackingItem {
  /** `null` where it stands nowhere in the spec. */
  readonly line: number | null;
  /** One line: an open question with its id, an item of the checklist, what a check says. */
  readonly text: string;
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
      return lacking(need, message, errors.map(itemOfFinding));
    }
    case 'questions': {
      const open = openQuestionsOf(facts);
      const message =
        open.length === 1
          ? 'A question is still open: answer it where the text names it, then tick it or delete it.'
          : '{0} questions are still open: answer them where the text names them, then tick or delete them.';
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
      const places = openComments.map((line) => ({ line, text: '' }));
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
      const items = undone.map(({ id, title, line }) => ({ line, text: `${id}: ${title}` }));
      return lacking(need, message, items, undone[0]?.id ?? '');
    }
    case 'conformance': {
      // With the status everything is due, which tasks without boxes do not make it before.
      const found = facts.onceBuilt().filter(({ severity }) => severity !== 'info');
      return lacking(need, 'The code is not as the spec says ({0}).', found.map(itemOfFinding));
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

/**
 * The questions that are open, each once however many places wait for it: those that the spec declares, at the place where
 * it does, and items among the open questions that have no id.
 */
function openQuestionsOf({ findings, spec, template, sections }: LifeFacts): readonly LackingItem[] {
  const declared = new Map<string, OpenQuestion>();
  for (const question of declaredQuestions({ spec, template, sections }))
    if (!declared.has(question.id)) declared.set(question.id, question);
  const waiting = new Map<string, LackingItem>();
  const others: LackingItem[] = [];
  for (const { check, gap, severity, line } of findings) {
    if (gap !== undefined) {
      const question = declared.get(gap);
      const [text = ''] = (question?.text ?? '').split('\n');
      if (!waiting.has(gap)) waiting.set(gap, { line: question?.line ?? line, text: `${gap}: ${text}` });
    } else if (check === 'open-questions' && severity === 'warning')
      others.push({ line, text: spec.listItems.find((item) => item.line === line)?.text ?? '' });
  }
  return [...waiting.values(), ...others];
}

function itemOfFinding(finding: Finding): LackingItem {
  return { line: finding.line, text: `${renderFinding(finding)} (${finding.check})` };
}

/** @param found what is lacking, each thing once */
function lacking(
  need: StatusNeed,
  message: string,
  found: readonly LackingItem[],
  name?: string,
): UnmetNeed | null {
  if (found.length === 0) return null;
  const items = found
    .map(({ line, text }) => ({ line, text }))
    .sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  const lines = [...new Set(items.flatMap(({ line }) => line ?? []))];
  return {
    ...{ need, message, lines },
    args: [String(found.length), ...(name === undefined ? [] : [name])],
    // A message that names the only one says it all.
    items: found.length === 1 && name !== undefined ? [] : items.filter(({ text }) => text !== ''),
  };
}

function nowhere(need: StatusNeed, message: string): UnmetNeed {
  return { need, message, args: [], lines: [], items: [] };
}

/** What a report of a spec says for its life. */
export function factsOf(
  report: Pick<
    SpecFileReport,
    'findings' | 'checklist' | 'sections' | 'onceBuilt' | 'spec' | 'template' | 'life' | 'threads'
  >,
): LifeFacts {
  const openComments = openThreads(report.threads).map(({ range }) => range.line);
  return { ...report, approved: report.life.approval !== null, openComments };
}
