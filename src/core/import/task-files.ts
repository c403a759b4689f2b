import { parse as parseYaml } from 'yaml';
import type { TaskSource } from '../export/task-source';
import type { SpecDocument, SpecTask } from '../spec/spec-document';
import { escapeExactly } from '../text/escape-markdown';
import type { ImportedDocument } from './import-format';
import { openDocument } from './shift-headings';

const doneWord = /^(?:done|completed?|finished|closed)$/iu;
const idHeader = /^(?:#|id|task(?: id)?|no\.?|number)$/iu;
const titleHeader = /^(?:title|task|name|description|summary)$/iu;
const statusHeader = /^status$/iu;
const dependsHeader = /^(?:dependenc(?:y|ies)|depends on|blocked by)$/iu;

/** Tasks that a table lists, for workflows whose list of tasks is one; none where it names no id and title. */
export function tableTasks(spec: SpecDocument): readonly TaskSource[] {
  return spec.tables.flatMap(({ header, rows }) => {
    const column = (pattern: RegExp, from = 0): number =>
      header.findIndex(({ text }, index) => index >= from && pattern.test(text.trim()));
    const [id, status, depends] = [column(idHeader), column(statusHeader), column(dependsHeader)];
    const title = column(titleHeader, id + 1);
    if (id === -1 || title === -1) return [];
    return rows.flatMap((row) => {
      const name = row[id]?.text.trim() ?? '';
      if (!/\d/u.test(name)) return [];
      const after = depends === -1 ? '' : (row[depends]?.raw ?? '');
      return taskSource(
        taskIdOf(name),
        row[title]?.raw ?? '',
        doneWord.test(status === -1 ? '' : (row[status]?.text.trim() ?? '')),
        /\d/u.test(after) ? [{ label: 'Dependencies', lines: [dependenciesOf(after)] }] : [],
      );
    });
  });
}

/**
 * A task that has a file of its own (`01_task.md`), and that file's text for the details.
 *
 * @param listed ids that a list defines already; `task` is `null` for these
 */
export function taskOfFile(
  { path, text }: ImportedDocument,
  listed: ReadonlySet<string>,
): { readonly task: TaskSource | null; readonly details: string } {
  const { title, frontMatter, body } = openDocument(text, 2);
  const number = /(\d+)/u.exec(path.slice(path.lastIndexOf('/') + 1))?.[1] ?? '';
  const named = /^task\s+(\d+(?:\.\d+)*)(?!\.?\d)\s*(?:[:：.–—-]\s*)?(?!\s)(.*)$/iu.exec(title);
  const id = named?.[1] ?? `${Number(number)}.0`;
  const name = named?.[2] ?? title;
  const details = `### ${escapeExactly(title === '' ? `Task ${id}` : title)}\n\n${body}`;
  const isListed = [...listed].some(
    (one) => one === id || one === `T-${number}` || one === `T-${number.padStart(3, '0')}`,
  );
  if (isListed) return { task: null, details };
  const data = statusOf(frontMatter);
  const fields = data.after.length === 0 ? [] : [{ label: 'Dependencies', lines: [data.after.join(', ')] }];
  return { task: taskSource(taskIdOf(id), escapeExactly(name), doneWord.test(data.status), fields), details };
}

function statusOf(frontMatter: string): { readonly status: string; readonly after: readonly string[] } {
  let data: unknown = null;
  try {
    data = parseYaml(frontMatter) as unknown;
  } catch {
    // Kept as it is by the caller.
  }
  const { status, dependencies } = (typeof data === 'object' && data !== null ? data : {}) as Record<
    string,
    unknown
  >;
  const list = Array.isArray(dependencies) ? dependencies : [dependencies];
  return {
    status: typeof status === 'string' ? status : '',
    after: list.flatMap((one) =>
      typeof one === 'string' || typeof one === 'number' ? dependenciesOf(String(one)) || [] : [],
    ),
  };
}

/** `1` is `1.0`, `task_01` too: bare numbers name no task in specs. */
function taskIdOf(name: string): string {
  const file =
    /^_?task_0*([1-9]\d*|0)(?:\.md)?$/iu.exec(name) ?? /^0*([1-9]\d*|0)(?:_task(?:\.md)?)?$/iu.exec(name);
  return file === null ? name : `${file[1] ?? ''}.0`;
}

function dependenciesOf(text: string): string {
  return text
    .split(/[,;]\s*/u)
    .map((one) => taskIdOf(one.replace(/[`[\]]/gu, '').trim()))
    .filter((one) => one !== '')
    .join(', ');
}

function taskSource(id: string, title: string, done: boolean, fields: TaskSource['fields']): TaskSource {
  const nowhere = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const task: SpecTask = {
    ...{ id, title, section: null, phase: null, done, fields: new Map() },
    ...nowhere,
  };
  return { task, id, title, done, short: false, fields, notes: [] };
}
