import type { SpecFileReport } from '../checks/check-spec-file';
import { declaredQuestions } from '../checks/reading/declared-questions';
import { sourceOf } from '../spec/place';
import { requirementIds } from '../checks/coverage/requirement-ids';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import { idReader } from '../spec/cite';
import type { SpecTask, TaskField } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { offsetOf, rangeOf } from '../spec/text-range';
import type { IdKind, IdPlace } from './id-place';
import { readableText } from './readable-text';

interface Meaning {
  readonly kind: IdKind;
  readonly ids: readonly string[];
  readonly verbatim: boolean;
}

const known = new WeakMap<SpecFileReport, readonly IdPlace[]>();
/** Ids that are positions in a list (`1`, `2.3`) are numbers everywhere but in the fields that hold ids. */
const onlyNumber = /^\d+(?:\.\d+)*$/u;

/**
 * Every place at which a spec writes the id of a requirement, a criterion, one of its tasks or open questions, in document
 * order. Kept per report, since everything in the editor asks for it.
 */
export function placesInSpec(report: SpecFileReport): readonly IdPlace[] {
  const kept = known.get(report);
  if (kept !== undefined) return kept;
  const places = findPlaces(report);
  known.set(report, places);
  return places;
}

function findPlaces(report: SpecFileReport): readonly IdPlace[] {
  const { spec, path } = report;
  const lines = spec.lines;
  const meanings = meaningsOf(report);
  const found: IdPlace[] = [];
  const put = (meaning: Meaning, start: number, end: number): void => {
    for (const id of meaning.ids)
      found.push({
        ...{ kind: meaning.kind, id, path, verbatim: meaning.verbatim, defines: false },
        spec: meaning.kind === 'task' || meaning.kind === 'question' ? path : null,
        ...rangeOf(lines, start, end),
      });
  };
  for (const { id, start, end } of idReader(meanings.keys()).places(readableText(spec.text))) {
    const meaning = meanings.get(id);
    if (meaning !== undefined) put(meaning, start, end);
  }
  for (const { meaning, start, end } of countedPlaces(report)) put(meaning, start, end);
  return markDefinitions(report, found).sort((a, b) => a.line - b.line || a.column - b.column);
}

function meaningsOf(report: SpecFileReport): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const put = (key: string, meaning: Meaning): void => {
    if (!onlyNumber.test(key) && !meanings.has(key)) meanings.set(key, meaning);
  };
  const ids = requirementIds(report);
  for (const id of ids.known) put(id, { kind: 'requirement', ids: [id], verbatim: true });
  for (const label of report.requirements?.flatMap(({ acceptance }) => acceptance) ?? [])
    put(label, { kind: 'criterion', ids: [label], verbatim: true });
  for (const { id } of tasksInScope(report)) put(id, { kind: 'task', ids: [id], verbatim: true });
  for (const { id } of report.spec.openQuestions) put(id, { kind: 'question', ids: [id], verbatim: true });
  for (const [alias, meant] of ids.aliases) put(alias, { kind: 'requirement', ids: meant, verbatim: false });
  return meanings;
}

interface CountedPlace {
  readonly meaning: Meaning;
  /** Offsets into the spec. */
  readonly start: number;
  readonly end: number;
}

/** Tasks that are numbered, where they open and where others depend on them, and numbered criteria in fields of tasks. */
function* countedPlaces(report: SpecFileReport): Iterable<CountedPlace> {
  const { spec } = report;
  const lines = spec.lines;
  const tasks = tasksInScope(report);
  const numbered = new Set(tasks.map(({ id }) => id).filter((id) => onlyNumber.test(id)));
  const counted = countedRequirements(report);
  const numbersIn = function* (range: TaskField | SpecTask, from = 0): Iterable<readonly [string, number]> {
    const start = offsetOf(lines, range.line, range.column);
    const text = sourceOf(spec, range);
    for (const match of text.slice(from).matchAll(/(?<![\p{L}\p{N}./-])\d+(?:\.\d+)*(?![\p{L}\p{N}/-])/gu))
      yield [match[0], start + from + match.index];
  };
  for (const task of tasks) {
    if (numbered.has(task.id)) {
      const at = sourceOf(spec, task).indexOf(task.id);
      const start = offsetOf(lines, task.line, task.column) + Math.max(0, at);
      yield {
        meaning: { kind: 'task', ids: [task.id], verbatim: true },
        start,
        end: start + task.id.length,
      };
      const field = taskField(task, 'dependencies');
      for (const [id, at] of field === undefined ? [] : numbersIn(field))
        if (numbered.has(id))
          yield { meaning: { kind: 'task', ids: [id], verbatim: true }, start: at, end: at + id.length };
    }
    const field = taskField(task, 'implements');
    if (field === undefined || counted.size === 0 || !/^[\d.,;\s]+$/u.test(field.value)) continue;
    for (const [number, at] of numbersIn(field)) {
      const meaning = counted.get(number) ?? counted.get(number.split('.')[0] ?? '');
      if (meaning !== undefined) yield { meaning, start: at, end: at + number.length };
    }
  }
}

/** `3` and `3.2` where requirements are counted (`Requirement 3`): the requirement and its criterion. */
function countedRequirements({ requirements }: SpecFileReport): ReadonlyMap<string, Meaning> {
  const counted = new Map<string, Meaning>();
  for (const { id, acceptance } of requirements ?? []) {
    const number = / (\d+)$/u.exec(id)?.[1];
    if (number === undefined) continue;
    counted.set(number, { kind: 'requirement', ids: [id], verbatim: false });
    for (const [index, label] of acceptance.entries())
      counted.set(`${number}.${String(index + 1)}`, { kind: 'criterion', ids: [label], verbatim: false });
  }
  return counted;
}

/** A task is defined where it opens, a question where it is declared. */
function markDefinitions(report: SpecFileReport, places: readonly IdPlace[]): IdPlace[] {
  const openings = new Map<string, number>();
  const open = (kind: IdKind, id: string, line: number): void => {
    const key = `${kind} ${id}`;
    if (!openings.has(key)) openings.set(key, line);
  };
  for (const { id, line } of tasksInScope(report)) open('task', id, line);
  for (const { id, line } of declaredQuestions(report)) open('question', id, line);
  const done = new Set<string>();
  return places.map((place) => {
    const key = `${place.kind} ${place.id}`;
    if (done.has(key) || openings.get(key) !== place.line) return place;
    done.add(key);
    return { ...place, defines: true };
  });
}
