import { parse as parseYaml, stringify } from 'yaml';
import { requirementIds, type RequirementIds } from '../checks/coverage/requirement-ids';
import { relativePath, relink } from '../export/relink';
import { ownTaskLines } from '../export/task-lines';
import { taskRuns } from '../export/task-runs';
import type { TaskSource } from '../export/task-source';
import { readSource } from '../source/read-source';
import type { Requirement } from '../source/source';
import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import { taskField } from '../spec/task-field';
import { escapeExactly, linkTarget } from '../text/escape-markdown';
import { parentPath } from '../text/path';
import { oneLine } from '../text/said';
import type { DocumentRole, ImportedDocument, ImportFormat } from './import-format';
import { openDocument } from './shift-headings';
import { tableTasks, taskOfFile } from './task-files';
import { withQuestions } from './with-questions';

/** A document with what it is for. */
export interface SortedDocument extends ImportedDocument {
  /** Path inside the folder. */
  readonly name: string;
  readonly role: DocumentRole;
}

interface AssembleInput {
  readonly documents: readonly SortedDocument[];
  readonly format: ImportFormat | null;
  readonly folder: string | null;
  readonly out: string;
  /** Where no document has one of its own. */
  readonly title: string;
}

/** Titles that name the kind of a document, and the part of others that does. */
const kindTitle =
  /^(?:requirements?(?: document)?|design(?: document)?|tasks?|implementation plan|proposal|(?:feature )?spec(?:ification)?(?: delta)?|tech(?:nical)? spec(?:ification)?)$/iu;
const kindLead =
  /^(?:feature specification|implementation plan|tasks?|proposal|design|requirements|prd|tech(?:nical)? spec(?:ification)?)\s*[:：–—-]\s*/iu;

/** One spec that holds every text of the documents: headings moved down where they have to be, tasks in our notation. */
export function assembleSpec(input: AssembleInput): string {
  const { folder, out } = input;
  const to = parentPath(out);
  const moved = input.documents.map((document) => ({
    ...document,
    text: folder === null ? document.text : relink(parseSpec(document.text), parentPath(document.path), to),
  }));
  // Before anything is made of the texts: what quotes a mark asks the same question. Behind the links, which questions quote.
  const { documents, section: questions } = withQuestions(moved);
  const of = (role: DocumentRole): readonly SortedDocument[] => documents.filter((one) => one.role === role);
  const opened = documents.map((document) => ({ ...document, ...openDocument(document.text, 0) }));
  const requirements = documents.flatMap((document) =>
    document.role === 'requirements' ? requirementsIn(document) : [],
  );
  const ids = idsOf(requirements);
  const tasks = tasksSection(of('tasks'), of('task'), ids);
  const body = [
    ...of('overview').map(({ text }) => openDocument(text, 0).body),
    ...requirementsSection(of('requirements')),
    ...mappingSection(requirements, ids, tasks),
    ...of('design').map(({ text }) => openDocument(text, 0).body),
    ...of('detail').map(detailSection),
    ...tasks,
  ].join('\n\n');
  return [
    ...['---', frontMatterOf(input, opened).trimEnd(), '---', ''],
    ...[`# ${escapeExactly(titleFrom(opened) ?? input.title)}`, '', '**Status:** Draft  '],
    ...sourceLines(documents, folder, to),
    ...['', body.trim(), ...questions, ''],
  ].join('\n');
}

function titleFrom(
  opened: readonly { readonly title: string; readonly role: DocumentRole }[],
): string | null {
  const order: readonly DocumentRole[] = ['design', 'requirements', 'overview', 'tasks'];
  const titles = order.flatMap((role) => opened.filter((one) => one.role === role).map(({ title }) => title));
  return (
    titles
      .map((title) => title.replace(kindLead, '').trim())
      .find((title) => title !== '' && !kindTitle.test(title)) ?? null
  );
}

/** What has no place in the text: where it comes from, and the front matter of the documents. */
function frontMatterOf(
  { format, documents }: AssembleInput,
  opened: readonly { readonly name: string; readonly frontMatter: string }[],
): string {
  const kept = opened.flatMap(({ name, frontMatter }) =>
    frontMatter === '' ? [] : [[name, yamlOf(frontMatter)] as const],
  );
  return stringify({
    'tech-spec': {
      imported: format?.name ?? 'documents',
      from: documents.map(({ path }) => path),
      ...(kept.length === 0 ? {} : { frontMatter: Object.fromEntries(kept) }),
    },
  });
}

function yamlOf(text: string): unknown {
  try {
    return parseYaml(text) as unknown;
  } catch {
    return text;
  }
}

/** The documents that state the requirements, so that coverage is known. */
function sourceLines(
  documents: readonly SortedDocument[],
  folder: string | null,
  to: string,
): readonly string[] {
  if (folder === null) return [];
  const [first, ...others] = documents.filter(({ role }) => role === 'requirements');
  if (first === undefined) return [];
  // A name with its ending would be taken for the path.
  const link = ({ path, name }: SortedDocument): string =>
    `[${escapeExactly(name.replace(/\.[^.]+$/u, ''))}](${linkTarget(relativePath(to, path))})`;
  return [
    `**Source:** ${link(first)}`,
    ...(others.length === 0 ? [] : ['', `Further requirements: ${others.map(link).join(', ')}`]),
  ];
}

function requirementsSection(documents: readonly SortedDocument[]): readonly string[] {
  if (documents.length === 0) return [];
  return [
    '## Requirements',
    ...documents.map(({ text }) => {
      const { title, body } = openDocument(text, documents.length > 1 ? 2 : 1);
      return documents.length > 1
        ? `### ${escapeExactly(title === '' ? 'Requirements' : title)}\n\n${body}`
        : body;
    }),
  ];
}

function detailSection({ name, text }: SortedDocument): string {
  if (!/\.(?:md|markdown)$/iu.test(name)) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const language = /\.([a-z]{1,8})$/iu.exec(name)?.[1] ?? '';
    return `## ${escapeExactly(name)}\n\n${fence}${language}\n${text.trimEnd()}\n${fence}`;
  }
  const { title, body } = openDocument(text, 1);
  return `## ${escapeExactly(title === '' ? name : title)}\n\n${body}`;
}

function tasksSection(
  lists: readonly SortedDocument[],
  files: readonly SortedDocument[],
  ids: RequirementIds,
): readonly string[] {
  const parsed = lists.map(({ text }) => ({ text, spec: parseSpec(openDocument(text, 1).body) }));
  const listed = new Set(parsed.flatMap(({ spec }) => spec.tasks.map(({ id }) => id)));
  const own = files.map((file) => ({ file, ...taskOfFile(file, listed) }));
  const bodies = parsed.map(({ spec }) => inOwnNotation(spec, ids));
  const rows = listed.size > 0 ? [] : parsed.flatMap(({ spec }) => tableTasks(spec));
  const rest = own.flatMap(({ task }) =>
    task === null || rows.some(({ id }) => id === task.id) ? [] : [task],
  );
  const added = [...rows, ...rest].flatMap(ownTaskLines);
  if (lists.length === 0 && files.length === 0) return [];
  return [
    '## Implementation Tasks',
    ...bodies,
    ...(added.length === 0 ? [] : [added.join('\n')]),
    ...(own.length === 0 ? [] : ['## Task Details', ...own.map(({ details }) => details)]),
  ];
}

function inOwnNotation(spec: SpecDocument, ids: RequirementIds): string {
  const runs = taskRuns(spec);
  const lines: string[] = [];
  for (let line = 1; line <= spec.lines.starts.length; line++) {
    const run = runs.find(({ from }) => from === line);
    if (run === undefined) {
      lines.push(lineText(spec.lines, line));
      continue;
    }
    lines.push(
      ...run.tasks.flatMap((task) =>
        ownTaskLines(withState(withIds(task, ids), lineText(spec.lines, task.task.line))),
      ),
    );
    line = run.to;
  }
  return lines.join('\n').trim();
}

/** Requirements in parentheses at the end of a line, as other fields name them; a remark that is none stays as it is. */
function withIds(source: TaskSource, { read }: RequirementIds): TaskSource {
  const bare = (text: string): string =>
    text.replace(/\(([^()]*)\)/gu, (whole, inner: string) => {
      const { ids, unknown } = read(inner);
      return ids.length > 0 && unknown.length === 0 ? inner : whole;
    });
  const isInline = source.task.fields.get('implements')?.line === source.task.line;
  const fields = source.fields.map((field) =>
    isInline && field.label === 'Implements' ? { ...field, lines: field.lines.map(bare) } : field,
  );
  return { ...source, fields };
}

/**
 * Boxes and tags that other workflows have: `[-]` is being worked on, an asterisk marks a task that may be left out, `[P]` one
 * that others need not wait for.
 */
function withState(source: TaskSource, line: string): TaskSource {
  const [, box = ' ', star = ''] = /^\s*(?:[-*+]|\d+[.)])\s+\[([ xX~-])\](\*?)/u.exec(line) ?? [];
  const behind = line.slice(line.indexOf(source.id) + source.id.length);
  const tags: readonly string[] =
    /^[\s.:：)）、–—*_-]*((?:\[[A-Z]{1,3}\d{0,4}\]\s*)+)/u.exec(behind)?.[1]?.match(/\w+/gu) ?? [];
  const others = tags.filter((tag) => tag !== 'P' && !/^US\d/u.test(tag)).map((tag) => `[${tag}] `);
  const fields = [
    ...(box === '-' || box === '~' ? [{ label: 'Status', lines: ['In progress'] }] : []),
    ...(star === '' ? [] : [{ label: 'Optional', lines: ['Yes'] }]),
    ...(tags.includes('P') ? [{ label: 'Parallel', lines: ['Yes'] }] : []),
  ];
  return {
    ...source,
    title:
      tags.length === 0
        ? source.title
        : others.join('') + source.title.replace(/^(?:\[[A-Z]{1,3}\d{0,4}\]\s*)+/u, ''),
    done: source.done ?? false,
    fields: [...source.fields, ...fields],
  };
}

/** The names that tasks may have for requirements. */
function idsOf(requirements: readonly Requirement[]): RequirementIds {
  const checked = requirements.map(({ id, kind, title, acceptance }) => ({
    ...{ id, kind, title },
    acceptance: acceptance.map((_, index) => `${id}/AC-${index + 1}`),
  }));
  return requirementIds({
    spec: parseSpec(''),
    template: null,
    sections: new Map(),
    requirements: checked,
  });
}

/** Requirements of the sources against the tasks that name them; none where no task names any. */
function mappingSection(
  requirements: readonly Requirement[],
  ids: RequirementIds,
  tasks: readonly string[],
): readonly string[] {
  const spec = parseSpec(tasks.join('\n\n'));
  const rows = requirements.flatMap(({ id, title, kind }) => {
    if (kind === 'success-criterion') return [];
    const serving = spec.tasks.filter((task) =>
      ids.read(taskField(task, 'implements')?.value ?? '').ids.includes(id),
    );
    return [{ id, title: oneLine(title), tasks: serving.map((task) => task.id) }];
  });
  if (rows.every((row) => row.tasks.length === 0)) return [];
  const cell = (text: string): string => escapeExactly(text);
  return [
    '## Requirement Mapping',
    [
      ...['| Req ID | Requirement | Implementing Tasks |', '|---|---|---|'],
      ...rows.map((row) => `| ${cell(row.id)} | ${cell(row.title)} | ${row.tasks.join(', ')} |`),
    ].join('\n'),
  ];
}

function requirementsIn({ path, text }: ImportedDocument): readonly Requirement[] {
  try {
    return readSource({ path, bytes: new TextEncoder().encode(text) }).requirements;
  } catch {
    // Empty, or no text: it states nothing.
    return [];
  }
}
