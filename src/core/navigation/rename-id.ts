import { requirementIds } from '../checks/coverage/requirement-ids';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import type { SpecFileReport } from '../checks/check-spec-file';
import { readSource } from '../source/read-source';
import type { Source } from '../source/source';
import { idReader } from '../spec/cite';
import { parseSpec } from '../spec/parse-spec';
import { indexLines, lineText, offsetOf, rangeOf } from '../spec/text-range';
import type { TextRange } from '../text/position';
import { replaceStretches } from '../text/replace-stretches';
import { placesOf } from './find-ids';
import type { IdPlace, Named, SpecFamily } from './id-place';
import { readableText } from './readable-text';
import { pathOf, textsOf } from './source-places';

/** A record beside a spec, in which ids stand as values: its receipt, its corrections. */
export interface RecordText {
  /** Relative to the workspace root. */
  readonly path: string;
  readonly text: string;
}

export interface RenameEdit extends TextRange {
  readonly path: string;
  readonly newText: string;
  /** Whether it stands in a record, and not in a document that a person writes. */
  readonly inRecord: boolean;
}

/** Why an id can't be renamed: an English message with `{0}` placeholders. */
export interface RenameRefusal {
  readonly message: string;
  readonly args: readonly string[];
}

/**
 * Whether an id may be renamed at all; `null` where it may. Only ids that an author wrote may: derived ones are kept by
 * position and wording, counted ones by their order.
 */
export function refuseRename(family: SpecFamily, named: Named): RenameRefusal | null {
  const { kind, id } = named;
  if (kind === 'criterion')
    return {
      message: '{0} is named by its place among the criteria: rename its requirement instead.',
      args: [id],
    };
  if (kind === 'question')
    return { message: '{0} is an open question: only requirements and tasks are renamed.', args: [id] };
  if (kind === 'task')
    return /^\d/u.test(id)
      ? { message: '{0} is a number in a list: move the task to change it.', args: [id] }
      : null;
  const { source } = family;
  const found = source?.requirements.find((one) => one.id === id);
  if (source === null || found === undefined)
    return { message: 'The source that defines {0} was not found, so it would keep the old id.', args: [id] };
  if (found.explicitId === null)
    return {
      message: '{0} was derived: the source does not write it. Give the requirement an id there first.',
      args: [id],
    };
  const meanings = source.requirements.filter(({ explicitId }) => explicitId === found.explicitId);
  if (meanings.length > 1 || found.id !== found.explicitId)
    return {
      message: '{0} stands for two requirements: renumber one of them first.',
      args: [found.explicitId],
    };
  if (found.addedByHand === true)
    return { message: '{0} was added by a correction: the source does not write it.', args: [id] };
  for (const report of family.specs) {
    const alias = [...requirementIds(report).aliases].find(
      ([name, meant]) => meant.includes(id) && citesWord(report, name),
    )?.[0];
    if (alias !== undefined)
      return { message: '{0} cites {1} as {2}: write {1} there first.', args: [report.path, id, alias] };
  }
  return null;
}

/**
 * The edits that give a requirement or task another id: in source, siblings and specs, and in the records beside these,
 * which know requirements by their ids.
 *
 * @param records receipts and corrections of the family's specs
 */
export function renameId(
  family: SpecFamily,
  named: Named,
  newId: string,
  records: readonly RecordText[],
): { readonly edits: readonly RenameEdit[] } | { readonly refused: RenameRefusal } {
  const to = newId.trim();
  const refused = refuseRename(family, named) ?? refuseName(family, named, to);
  if (refused !== null) return { refused };
  const inRange = rangeAround(family, named);
  if (inRange !== null) return { refused: inRange };
  const places = placesOf(family, named);
  const edits = places.map((place): RenameEdit => ({ ...rangeOnly(place), newText: to, inRecord: false }));
  const unread =
    named.kind === 'task'
      ? unreadTask(family, named, to, edits)
      : unreadRequirement(family, named, to, edits);
  if (unread !== null) return { refused: unread };
  const recorded =
    named.kind === 'task' ? [] : records.flatMap((record) => recordEdits(record, named.id, to));
  return { edits: [...edits, ...recorded] };
}

function rangeOnly({
  path,
  line,
  column,
  endLine,
  endColumn,
}: IdPlace): TextRange & { readonly path: string } {
  return { path, line, column, endLine, endColumn };
}

function citesWord({ spec }: SpecFileReport, word: string): boolean {
  return idReader([word]).places(readableText(spec.text)).length > 0;
}

function refuseName({ source, specs }: SpecFamily, named: Named, to: string): RenameRefusal | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(to))
    return { message: '"{0}" is no id: use letters, digits, hyphens and dots.', args: [to] };
  const key = to.toLowerCase();
  const taken = [
    ...(source?.requirements ?? []).flatMap(({ id, explicitId }) => [id, explicitId ?? id]),
    ...specs
      .filter(({ path }) => named.spec === null || path === named.spec)
      .flatMap((report) => [...tasksInScope(report), ...report.spec.openQuestions].map(({ id }) => id)),
  ];
  return key !== named.id.toLowerCase() && taken.some((id) => id.toLowerCase() === key)
    ? { message: '{0} is taken already: choose another id.', args: [to] }
    : null;
}

/** `US-001..003` means an id without writing it, or hangs on its number. */
function rangeAround({ source, specs }: SpecFamily, named: Named): RenameRefusal | null {
  const { id } = named;
  const documents = [
    ...(named.kind === 'requirement' && source !== null ? textsOf(source) : []),
    ...specs
      .filter(({ path }) => named.spec === null || path === named.spec)
      .map(({ path, spec }) => ({ path, text: spec.text })),
  ];
  const family = [
    ...(named.kind === 'requirement' ? (source?.requirements ?? []).map((one) => one.id) : []),
    ...(named.kind === 'task'
      ? specs
          .filter(({ path }) => path === named.spec)
          .flatMap((one) => one.spec.tasks.map((task) => task.id))
      : []),
  ];
  const reader = idReader(family);
  for (const { path, text } of documents) {
    const lines = indexLines(readableText(text));
    for (let line = 1; line <= lines.starts.length; line += 1) {
      const written = lineText(lines, line);
      const cited = reader.places(written).map((place) => place.id);
      if (cited.length === 0) continue;
      const meant = reader.list(written).ids;
      if (meant.includes(id) && meant.some((one) => !cited.includes(one)))
        return {
          message: '{0} is part of a range in {1}, line {2}: write the ids out first.',
          args: [id, path, String(line)],
        };
    }
  }
  return null;
}

/** Reads the documents as they would be: what is no requirement any more must not be called so. */
function unreadRequirement(
  { source }: SpecFamily,
  { id }: Named,
  to: string,
  edits: readonly RenameEdit[],
): RenameRefusal | null {
  if (source === null) return null;
  const found = source.requirements.find((one) => one.id === id);
  const home = textsOf(source).find(({ path }) => found !== undefined && path === pathOf(source, found));
  if (home === undefined) return { message: '{0} could not be found in its source.', args: [id] };
  const before = explicitIds(home.path, home.text, source);
  const after = explicitIds(home.path, applyEdits(home.text, home.path, edits), source);
  const expected = before.map((one) => (one === id ? to : one));
  return before.includes(id) && expected.join('\n') !== after.join('\n')
    ? {
        message: '"{0}" would not be read as the id of a requirement: choose one like the others.',
        args: [to],
      }
    : null;
}

function explicitIds(path: string, text: string, { kind }: Source): readonly string[] {
  try {
    const { requirements } = readSource({ path, bytes: new TextEncoder().encode(text), kind });
    return requirements.flatMap(({ explicitId }) => explicitId ?? []);
  } catch {
    return [];
  }
}

function unreadTask(
  { specs }: SpecFamily,
  { id, spec: path }: Named,
  to: string,
  edits: readonly RenameEdit[],
): RenameRefusal | null {
  const report = specs.find((one) => one.path === path);
  if (report === undefined) return { message: '{0} could not be found in its spec.', args: [id] };
  const before = report.spec.tasks.map((task) => task.id);
  const after = parseSpec(applyEdits(report.spec.text, report.path, edits)).tasks.map((task) => task.id);
  return before.map((one) => (one === id ? to : one)).join('\n') !== after.join('\n')
    ? { message: '"{0}" would not be read as the id of a task: write it like T-001.', args: [to] }
    : null;
}

function applyEdits(text: string, path: string, edits: readonly RenameEdit[]): string {
  const lines = indexLines(text);
  const own = edits.filter((edit) => edit.path === path);
  return replaceStretches(
    text,
    own.map(({ line, column, endLine, endColumn, newText }) => ({
      start: offsetOf(lines, line, column),
      end: offsetOf(lines, endLine, endColumn),
      newText,
    })),
  );
}

/** Only whole values: `"US-001"` and labels such as `"US-001/AC-2"`. */
function recordEdits({ path, text }: RecordText, id: string, to: string): readonly RenameEdit[] {
  const lines = indexLines(text);
  const quoted = JSON.stringify(id).slice(1, -1);
  const found: RenameEdit[] = [];
  for (let at = text.indexOf(`"${quoted}`); at !== -1; at = text.indexOf(`"${quoted}`, at + 1)) {
    const start = at + 1;
    const end = start + quoted.length;
    if (!/^(?:\/AC-\d{1,4})?"(?!\s*:)/u.test(text.slice(end, end + 40))) continue;
    const newText = JSON.stringify(to).slice(1, -1);
    found.push({ path, newText, inRecord: true, ...rangeOf(lines, start, end) });
  }
  return found;
}
