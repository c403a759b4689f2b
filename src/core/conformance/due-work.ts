import { filePlan } from '../spec/file-plan';
import type { SpecDocument, SpecTask } from '../spec/spec-document';
import { isDone } from '../spec/task-ticks';
import { titledFiles } from '../spec/titled-files';
import { lineText } from '../spec/text-range';
import { isBuiltStatus } from './built-status';
import type { Promised } from './promise';
import { metadataNamed } from '../spec/vocabulary/metadata-names';

/** What of a spec has to be there by now. */
export interface DueWork {
  /** Whether all of it is: its status says so, or each of its tasks is done. */
  readonly isAll: boolean;
  isDue(promise: Promised): boolean;
  isTaskDue(task: SpecTask): boolean;
}

/**
 * What is due: everything where the status says that the spec was built or each task is done, else what belongs to the tasks
 * that are, see {@link taskOwners}; what belongs to none is due with all the rest. `null` where nothing is.
 */
export function dueWork(spec: SpecDocument): DueWork | null {
  const isBuilt = isBuiltStatus(metadataNamed(spec.metadata, 'status')?.value ?? '');
  const done = new Set(spec.tasks.filter(isDone));
  const isAll = isBuilt || (spec.tasks.length > 0 && done.size === spec.tasks.length);
  if (!isAll && done.size === 0) return null;
  const owners = taskOwners(spec);
  return {
    isAll,
    isTaskDue: (task) => isAll || done.has(task),
    isDue: (promise) => {
      if (isAll) return true;
      const found = owners(promise);
      return found.length > 0 && found.every((task) => done.has(task));
    },
  };
}

/** A name that running text may hold as a word: `members`, `Invite`. */
const plainWord = /^\p{L}\p{Ll}+$/u;
/** What a word is called where it is meant as a name, before or behind it. */
const kindOfName =
  '(?:(?<![\\p{L}])(?:tables?|columns?|models?|entit(?:y|ies)|schemas?|migrations?|types?|interfaces?|class(?:es)?|structs?|enums?|functions?|methods?|components?|hooks?|services?|events?|topics?|tabellen?|tablas?|tabelas?|modelle?|klassen?|schnittstellen?|komponenten?|funktionen?)(?![\\p{L}])|表|テーブル|테이블)';

/**
 * The tasks that a promise belongs to: the one it stands in, else the first that names it (a word like others as code, by its
 * kind, or in the name of a file that the task creates: that members are listed makes no table of them), else those that make the file it
 * lies in; none where nothing says.
 */
export function taskOwners(spec: SpecDocument): (promise: Promised) => readonly SpecTask[] {
  const plan = [...filePlan(spec), ...titledFiles(spec)].filter(({ task }) => task !== null);
  const texts = spec.tasks.map((task) => {
    const text = textOf(spec, task);
    const created = plan.filter((file) => file.task === task && file.action === 'create');
    return { task, text, code: codeIn(text), parts: new Set(created.flatMap(({ path }) => nameParts(path))) };
  });
  return (promise) => {
    const around = spec.tasks.filter(({ line, endLine }) => line <= promise.line && promise.line <= endLine);
    const inner = around.at(-1);
    if (inner !== undefined) return [inner];
    for (const name of promise.names) {
      const isWord = plainWord.test(name);
      const first = texts.find(
        ({ text, code, parts }) =>
          namesWhole(isWord ? code : text, name) ||
          (isWord && (namesByKind(text, name) || (parts.has(name.toLowerCase()) && namesWhole(text, name)))),
      );
      if (first !== undefined) return [first.task];
    }
    const making = plan.filter(({ path }) => promise.files.includes(path));
    const creating = making.filter(({ action }) => action === 'create');
    return (creating.length > 0 ? creating : making).flatMap(({ task }) => task ?? []);
  };
}

function textOf({ lines }: SpecDocument, { line, endLine }: SpecTask): string {
  const text: string[] = [];
  for (let at = line; at <= endLine; at++) text.push(lineText(lines, at));
  return text.join('\n');
}

/** What stands as code, everything else left out: spans, and blocks with their fences. */
function codeIn(text: string): string {
  return [...text.matchAll(/`[^`]+`/gu)].map(([code]) => code).join('\n');
}

/** The words of a file's name, without its folders: `20260301_create_loans.sql` has `create` and `loans`. */
function nameParts(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.\w+$/u, '');
  return name.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u).map((part) => part.toLowerCase());
}

/** `the members table`, `table members`, `表 members`: the word with what it is beside it. */
function namesByKind(text: string, name: string): boolean {
  return new RegExp(
    `${kindOfName}[ :：]{0,2}["'“„«]?${name}(?!\\w|[./]\\w)|(?<![\\w/.])${name}["'”“»]?[ -]?${kindOfName}`,
    'iu',
  ).test(text);
}

/** `members` is not named by `team_members` or `members.go`. */
function namesWhole(text: string, name: string): boolean {
  if (name.length < 3) return false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + name.length, at + name.length + 2);
    if (!/[\w/]/u.test(before) && !/^(?:\w|[./]\w)/u.test(after)) return true;
  }
  return false;
}
