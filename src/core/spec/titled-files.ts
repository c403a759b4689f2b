import { oncePer } from '../text/remembered';
import type { PlannedFile } from './file-plan';
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
  /^(?:move|rename|drop|replace|merge|split|retire|migrate|combine|consolidate|convert|inline|extract|mover|renombrar|renomear|déplacer|verschieben|umbenennen|移动|重命名|移動)(?!\p{L})/iu;
/** `Stop writing to tmp/out.json`: nothing comes to be there, and nothing goes. */
const denying = /^(?:stop|never|avoid|do not|don['’]t)(?!\p{L})/iu;
/** What `Delete` and a path may have between them where the file itself has to go: `Delete the old file src/a.ts`. */
const noOther =
  /^(?:[\s:：*_"'“„「]|(?:the|at|old|obsolete|unused|legacy|deprecated|files?|la|le|les|el|los|las|os?|as?|der|die|das|den|fichiers?|archivos?|arquivos?|datei(?:en)?|файлы?|文件|ファイル|파일)(?!\p{L}))*$/iu;
/** `src/a.ts, src/b.ts and src/c.ts`: what is said of one is said of the next. */
const joining =
  /^[`*_\s]*(?:[,，、&+]|(?<!\p{L})(?:and|y|e|et|und|и|và)(?!\p{L})|[和と])+[`*_\s]*(?:(?:and|und|et)\s+)?$/iu;
const target = /(?<!\p{L})(?:in)?to\s+`?$/iu;
/** Whether a path is what something becomes: `… into src/b.ts`. */
const towards = /(?<!\p{L})(?:in)?to\s+`?[^\s/]*\//iu;

/** A file that the title of a task names, or an item below it, and what becomes of it: `move` where it may be gone by the end. */
export type TitledFile = Omit<PlannedFile, 'action'> & { readonly action: NamedFile['action'] };

/**
 * Files that titles of tasks without a field for files say the work is in (`Create the model in src/models/user.py`), those
 * that items below say in so many words are made, and what titles take away or move, in document order.
 */
export const titledWork = oncePer((spec: SpecDocument): readonly TitledFile[] => {
  const starts = new Map(spec.tasks.map((task) => [task.line, task]));
  return spec.tasks.flatMap((task) =>
    taskField(task, 'files') === undefined ? [...filesOf(spec, task, starts)] : [],
  );
});

/** Files that titles of tasks say their work is in, once for each task that does. */
export function titledFiles(spec: SpecDocument): readonly PlannedFile[] {
  return titledWork(spec).flatMap(({ action, ...file }) => (action === 'move' ? [] : [{ ...file, action }]));
}

function* filesOf(
  spec: SpecDocument,
  task: SpecTask,
  starts: ReadonlyMap<number, SpecTask>,
): Iterable<TitledFile> {
  for (let line = task.line; line <= task.endLine; line++) {
    const isTitle = line === task.line;
    const text = lineText(spec.lines, line).slice(0, longestLine);
    const within = isTitle ? undefined : starts.get(line);
    // A task within has its own.
    if (within !== undefined) line = Math.max(line, within.endLine);
    if (within !== undefined || (!isTitle && !item.test(text))) continue;
    for (const { path, action, start, end } of filesOn(text, isTitle)) {
      const place = { line, column: start + 1, endLine: line, endColumn: end + 1 };
      yield { path, action, task, section: task.section, ...place };
    }
  }
}

interface NamedFile {
  readonly path: string;
  readonly action: 'create' | 'delete' | 'move';
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
}

function filesOn(text: string, isTitle: boolean): readonly NamedFile[] {
  const from = lead.exec(text)?.[0].length ?? 0;
  const title = text.slice(from);
  if (denying.test(title)) return [];
  let before = 0;
  let last: NamedFile['action'] | null = null;
  return [...title.matchAll(written)].flatMap(
    ({ 0: whole, 1: code, 2: word, index }): readonly NamedFile[] => {
      const path = readPath(code ?? word ?? '')?.path;
      if (path === undefined || !path.includes('/') || path.endsWith('/')) return [];
      const start = from + index + (code === undefined ? 0 : 1);
      const behind = title.slice(index + whole.length);
      last = actionAt({ title, index, before, behind, isTitle }, last);
      before = index + whole.length;
      return last === null ? [] : [{ path, action: last, start, end: start + (code ?? whole).length }];
    },
  );
}

interface PlaceInTitle {
  readonly title: string;
  /** Where the path begins, and where the one before it ended. */
  readonly index: number;
  readonly before: number;
  readonly behind: string;
  readonly isTitle: boolean;
}

/** What becomes of a path; `null` where that is not said. */
function actionAt(
  { title, index, before, behind, isTitle }: PlaceInTitle,
  last: NamedFile['action'] | null,
): NamedFile['action'] | null {
  const said = title.slice(0, index);
  const between = title.slice(before, index);
  const takes = taking.test(title);
  if (before > 0 && joining.test(between))
    // `Move src/a.ts to src/b.ts and src/c.ts to src/d.ts`
    return takes && last === 'create' && /^`?\s+(?:in)?to\s/iu.test(behind) ? 'move' : last;
  const removes = fileActionWords.delete.test(said);
  const isPlaced = isTitle && placed.test(between) && !toldOf.test(between);
  if (removes) {
    if (noOther.test(said.replace(fileActionWords.delete, ''))) return 'delete';
    return isPlaced && before === 0 ? 'create' : null;
  }
  // `Move src/a.ts to src/b.ts`, but not `Convert the handlers in src/a.ts to promises`
  if (takes && !target.test(between) && !(isPlaced && !towards.test(behind))) return 'move';
  // `src/a.ts löschen`
  if (noOther.test(said) && fileActionWords.delete.test(behind)) return null;
  const isObject = said.trim().split(/\s+/u).length <= mostWordsOfVerb;
  const isMade = isObject && (making.test(said) || fileActionWords.create.test(said));
  return isMade || isPlaced ? 'create' : null;
}
