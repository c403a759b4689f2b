import { oncePer } from '../text/remembered';
import { filePlan, type PlannedFile } from './file-plan';
import { readPath } from './path-like';
import type { SpecDocument, SpecTask } from './spec-document';
import { taskField } from './task-field';
import { lineText } from './text-range';
import { fileActionWords } from './vocabulary/file-actions';

/** A path in backticks, or a word that may be one. */
const written = /`([^`]+)`|(?<![^\s(（])([^\s,;()（）|`]+[^\s,;()（）|`.:])/gu;
const longestLine = 1000;
/** Mark of the list or heading, box, id, and the tags that other workflows put in front of a title. */
const lead =
  /^\s*(?:#{1,6}|[-*+]|\d{1,3}[.)])\s+(?:\[[^\]]?\]\*?\s+)?(?:[*_]{0,2}(?:T(?:ASK)?-?\d{1,5}[a-z]?|\d{1,3}(?:\.\d{1,3})*)[.:：)]?[*_]{0,2}[:：]?\s+)?(?:\[[A-Z]{1,3}\d{0,4}\]\s+)*/u;
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s/u;
/** `model in src/a.ts`, `model (src/a.ts)`, `model: src/a.ts`, `in src/a.ts and src/b.ts`: the work lies there. */
const placed =
  /(?:^|\s)(?:in|into|to|at|under|inside|within|and|en|em|dans|à|und|et|unter|в|на|trong|[–—→-]|->)\s+$|[(（:：,、在和]\s*$|^$/iu;
/** `as in src/b.ts`, `the pattern in src/b.ts`: the work is not in there. */
const toldOf =
  /(?:^|\s)(?:as|like|see|patterns?|style|described|defined|documented|specified|used|found|shown|listed|examples?|comme|como|wie)\s+\S+\s+$/iu;
const making = /^(?:write|implement|build|define|generate|scaffold|set up)\b/iu;
const mostWordsOfVerb = 3;
/** Of work of this kind, what its title names may be gone by the end. */
const taking =
  /^(?:move|rename|drop|replace|merge|split|retire|migrate|mover|renombrar|renomear|déplacer|verschieben|umbenennen|移动|重命名|移動)(?!\p{L})/iu;

/**
 * Files that titles of tasks without a field for files say the work is in (`Create the model in src/models/user.py`), and those
 * that items below say in so many words are made, in document order. What another title takes away or moves is left out.
 */
export const titledFiles = oncePer((spec: SpecDocument): readonly PlannedFile[] => {
  const gone = new Set(filePlan(spec).flatMap(({ path, action }) => (action === 'delete' ? [path] : [])));
  const starts = new Map(spec.tasks.map((task) => [task.line, task]));
  const files = spec.tasks.flatMap((task) =>
    taskField(task, 'files') === undefined ? [...filesOf(spec, task, starts, gone)] : [],
  );
  const made = new Set<string>();
  return files.filter(({ path, action }) => {
    if (gone.has(path) ? action !== 'delete' : made.has(path)) return false;
    made.add(path);
    return true;
  });
});

function* filesOf(
  spec: SpecDocument,
  task: SpecTask,
  starts: ReadonlyMap<number, SpecTask>,
  gone: Set<string>,
): Iterable<PlannedFile> {
  for (let line = task.line; line <= task.endLine; line++) {
    const isTitle = line === task.line;
    const text = lineText(spec.lines, line).slice(0, longestLine);
    const within = isTitle ? undefined : starts.get(line);
    // A task within has its own.
    if (within !== undefined) line = Math.max(line, within.endLine);
    if (within !== undefined || (!isTitle && !item.test(text))) continue;
    yield* filesOn(text, isTitle).flatMap(({ path, action, start, end }) => {
      if (action === 'delete' || action === 'move') gone.add(path);
      if (action === 'move') return [];
      const place = { line, column: start + 1, endLine: line, endColumn: end + 1 };
      return [{ path, action, task, section: task.section, ...place }];
    });
  }
}

interface TitledFile {
  readonly path: string;
  readonly action: 'create' | 'delete' | 'move';
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
}

function filesOn(text: string, isTitle: boolean): readonly TitledFile[] {
  const from = lead.exec(text)?.[0].length ?? 0;
  const title = text.slice(from);
  const takes = taking.test(title);
  let before = 0;
  return [...title.matchAll(written)].flatMap(
    ({ 0: whole, 1: code, 2: word, index }): readonly TitledFile[] => {
      const path = readPath(code ?? word ?? '')?.path;
      if (path === undefined || !path.includes('/') || path.endsWith('/')) return [];
      const start = from + index + (code === undefined ? 0 : 1);
      const found = { path, start, end: start + (code ?? whole).length };
      const said = title.slice(0, index);
      const between = title.slice(before, index);
      before = index + whole.length;
      const isObject = said.trim().split(/\s+/u).length <= mostWordsOfVerb;
      if (isObject && fileActionWords.delete.test(said)) return [{ ...found, action: 'delete' }];
      // `Move src/a.ts to src/b.ts`
      if (takes && !/\b(?:to|into)\s+$/iu.test(between)) return [{ ...found, action: 'move' }];
      if (fileActionWords.delete.test(said)) return [];
      const isMade = isObject && (making.test(said) || fileActionWords.create.test(said));
      if (isMade || (isTitle && placed.test(between) && !toldOf.test(between)))
        return [{ ...found, action: 'create' }];
      return [];
    },
  );
}
