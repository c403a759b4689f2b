import { plainRange } from '../../text/position';
import { criterionLetters } from '../../source/notation/criterion-label';
import { idReader } from '../../spec/cite';
import { oncePer, rememberTexts } from '../../text/remembered';
import type { SpecTask } from '../../spec/spec-document';
import type { SpecPart } from '../../spec/spec-part';
import { taskField } from '../../spec/task-field';
import type { TextRange } from '../../text/position';
import type { Check, CheckContext, CheckedRequirement, Problem } from '../check';
import { mappingRows } from '../coverage/mapping-rows';
import { inEachPart, movedBy } from '../reading/in-each-part';
import { removeFromList, standsInList } from '../coverage/id-list-edits';
import { firstLine, isWithin, sourceOf, tokenPlace } from '../../spec/place';
import { requirementIds, type RequirementIds } from '../coverage/requirement-ids';
import { similarIds } from '../coverage/similar-ids';
import type { SpecFix } from '../spec-fix';
import { tasksInScope } from '../reading/tasks-in-scope';

const criterionShape = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-])([\p{L}\p{N}][\p{L}\p{N}.~_-]*(?: \d+)?)/${criterionLetters}-(\d+)(?![\p{L}\p{N}_])`,
  'gu',
);
/** In front of a colon, in characters; what is longer is a sentence. */
const longestLabel = 120;
/** A field or cell that consists of ids and separators alone. */
const onlyIds = new RegExp(
  String.raw`^(?:\s*(?:[A-Z]{1,8}(?:-[A-Z][A-Z0-9]{0,11})*-?\d{1,5}(?:[.-]\d{1,4})*(?:/${criterionLetters}-\d+)?)\s*(?:[,;、，]|\.\.+|[~–—]|$))+$`,
  'u',
);
const citesCriterion = new RegExp(`/${criterionLetters}-`, 'u');

/**
 * Ids of requirements, criteria and tasks stand for something that exists: in the mapping, under Implements, in cells and
 * items that hold nothing but ids, in front of an item (`US-009: reason`) and in parentheses at its end, and in labels such
 * as `US-001/AC-2` anywhere outside code.
 *
 * Options: none.
 *
 * Good: `_Implements:_ US-001` where the source defines US-001.
 * Bad: `_Implements:_ US-099`, `| US-001 | T-077 |`, `US-001/AC-9` where US-001 has two criteria; ids of another document.
 */
export const unknownId: Check = {
  id: 'unknown-id',
  title: 'Every id that is cited exists.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const ids = requirementIds(context);
    const seen = new Set<string>();
    for (const { token, problem } of [
      ...mappingProblems(context, ids),
      ...implementsProblems(context, ids),
      ...looseProblems(context, ids),
      ...labelProblems(context),
    ]) {
      const place = `${problem.line}:${problem.column}:${token}`;
      if (seen.has(place)) continue;
      seen.add(place);
      yield {
        ...problem,
        fixable: isWritten(context, problem, token) && hasFix(context, problem),
      };
    }
  },
  fixes: (finding, context) => fixesOf(context, finding),
};

function fixesOf(context: CheckContext, problem: Problem): readonly SpecFix[] {
  const { args, ...place } = problem;
  const [token = ''] = args;
  const { spec } = context;
  const replacements = similarIds(token, meantIds(context, problem)).map(({ id, same }) => ({
    message: 'Replace by {0}',
    args: [id],
    edits: [{ range: plainRange(place), newText: id }],
    safe: same,
  }));
  if (!standsInList(spec, place)) return replacements;
  const removal = {
    message: 'Remove {0}',
    args: [token],
    edits: [removeFromList(context, place)],
    safe: false,
  };
  return [...replacements, removal];
}

function hasFix(context: CheckContext, problem: Problem): boolean {
  return (
    standsInList(context.spec, problem) ||
    similarIds(problem.args[0] ?? '', meantIds(context, problem)).length > 0
  );
}

function meantIds(context: CheckContext, { message, args: [token = ''] }: Problem): readonly string[] {
  return message === unknownTask ? idsOf(tasksInScope(context)) : knownIds(context, token);
}

const idsOf = oncePer((tasks: readonly SpecTask[]) => tasks.map(({ id }) => id));

/** Whether the token stands at its place as such, so that it can be replaced. */
function isWritten({ spec }: CheckContext, place: TextRange, token: string): boolean {
  return place.line === place.endLine && sourceOf(spec, place) === token;
}

function knownIds(context: CheckContext, token: string): readonly string[] {
  return token.includes('/') ? criteriaOf(context.requirements ?? []) : requirementIds(context).known;
}

const criteriaOf = oncePer((requirements: readonly CheckedRequirement[]) =>
  requirements.flatMap(({ acceptance }) => acceptance),
);

interface Found {
  readonly token: string;
  readonly problem: Problem;
}

const unknownRequirement = '{0} is no requirement of the source: correct the id or remove it.';
const unknownTask = '{0} is no task of this spec: correct the id or add the task.';

function found(message: string, token: string, place: TextRange): Found {
  return { token, problem: { message, args: [token], ...place } };
}

function* mappingProblems(context: CheckContext, ids: RequirementIds): Iterable<Found> {
  const { spec, template, sections, requirements } = context;
  for (const rule of template?.covers ?? []) {
    if (rule.by === 'goals') continue;
    const holder = sections.get(rule.items);
    const tasks = idReader(
      spec.tasks.filter(({ section }) => isWithin(spec, section, holder)).map(({ id }) => id),
    );
    const namesTask = (cell: string): boolean => tasks.cited(cell).length > 0;
    for (const { first, items } of mappingRows(context, rule.mapping, rule.column, namesTask)) {
      if (requirements !== null && rule.column !== null) {
        for (const token of ids.read(first.text).unknown)
          yield found(unknownRequirement, token, tokenPlace(spec, first, token));
      }
      if (rule.by !== 'tasks' || items === null) continue;
      for (const token of tasks.list(withoutRemarks(items.text)).unknown) {
        if (/^(?:T|TASK)-?\d/u.test(token)) yield found(unknownTask, token, tokenPlace(spec, items, token));
      }
    }
  }
}

function* implementsProblems(context: CheckContext, ids: RequirementIds): Iterable<Found> {
  if (context.requirements === null) return;
  for (const task of tasksInScope(context)) {
    const field = taskField(task, 'implements');
    if (field === undefined) continue;
    for (const token of ids.read(withoutRemarks(field.value)).unknown)
      yield found(unknownRequirement, token, tokenPlace(context.spec, field, token));
  }
}

/** Cells and items of ids only, where the ids are of a family that requirements or tasks of this spec have. */
function* looseProblems(context: CheckContext, ids: RequirementIds): Iterable<Found> {
  const { spec, requirements } = context;
  const tasks = idsOf(tasksInScope(context));
  const taskReader = idReader(tasks);
  const taskFamilies = new Set(tasks.map(family));
  const families = new Set(ids.known.map(family));
  const own = context.template?.requirements ?? null;
  const messageFor = (token: string): string | null => {
    const series = family(token);
    if (citesCriterion.test(token) || (own !== null && series.startsWith(own))) return null;
    if (taskFamilies.has(series)) return taskReader.list(token).unknown.length > 0 ? unknownTask : null;
    return requirements !== null && families.has(series) ? unknownRequirement : null;
  };
  for (const { part, line } of spec.parts)
    for (const range of looseIn(part))
      for (const token of ids.read(range.text).unknown) {
        const message = messageFor(token);
        if (message !== null) yield found(message, token, tokenPlace(spec, movedBy(range, line), token));
      }
}

function* labelProblems({ spec, requirements }: CheckContext): Iterable<Found> {
  if (requirements === null) return;
  const labels = idReader(criteriaOf(requirements));
  for (const range of inEachPart(spec, labelledIn)) {
    // Of `User Story 2/AC-1` and `FEAT/7/AC-1` the shape has the end only.
    const known = labels.places(range.text);
    for (const { 0: label, index } of range.text.matchAll(criterionShape)) {
      if (known.some(({ start, end }) => start <= index && index + label.length <= end)) continue;
      const message = '{0} is no acceptance criterion of the source: correct the label or remove it.';
      yield found(message, label, tokenPlace(spec, range, label));
    }
  }
}

interface PlacedText extends TextRange {
  readonly text: string;
}

/** Cells and what may be ids in items, where they are ids and nothing else. */
const looseIn = oncePer((part: SpecPart): readonly PlacedText[] => [
  ...cellsOf(part).filter(({ text }) => onlyIds.test(text)),
  ...part.listItems.flatMap((item) =>
    citingParts(item.text)
      .filter((text) => onlyIds.test(text))
      .map((text) => ({ ...plainRange(firstLine(part, item)), text })),
  ),
]);

/** Cells and items that name criteria. */
const labelledIn = oncePer((part: SpecPart): readonly PlacedText[] => [
  ...cellsOf(part).filter(({ text }) => citesCriterion.test(text)),
  ...part.listItems
    .filter(({ text }) => citesCriterion.test(text))
    .map((item) => ({ ...plainRange(firstLine(part, item)), text: item.text })),
]);

function cellsOf({ tables }: SpecPart): readonly PlacedText[] {
  return tables.flatMap(({ rows }) => rows.flat());
}

/** Parts of a list item that may be ids alone: what a label stands before, a leading `US-009:`, a citation at the end. */
function citingParts(text: string): readonly string[] {
  const [lead = '', rest] = splitAt(text, /[:：]/u);
  // `**Prices stay where they are** (NFR-001): ...` cites as well as what ends in brackets.
  const citations = [text, ...(rest === null ? [] : [lead])].flatMap(
    (part) => /[(（]([^()（）]+)[)）]\s*$/u.exec(part)?.[1] ?? [],
  );
  return [...(rest === null ? [text] : [lead, rest]), ...citations];
}

function splitAt(text: string, mark: RegExp): readonly [string, string | null] {
  const at = text.slice(0, longestLabel).search(mark);
  return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** Remarks in parentheses may name standards and tickets. */
function withoutRemarks(text: string): string {
  return text.replace(/\([^()]*\)/gu, ' ');
}

/** What ids of one series share: all before the last digits. */
const family = rememberTexts((id) => id.replace(/(?<!\d)\d+[a-z]?$/u, ''));
