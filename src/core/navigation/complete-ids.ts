import type { SpecFileReport } from '../checks/check-spec-file';
import { declaredQuestions } from '../checks/reading/declared-questions';
import { isWithin } from '../spec/place';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import type { SpecSection, SpecTask, TableCell } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { lineText } from '../spec/text-range';
import type { TextRange } from '../text/position';
import type { IdKind } from './id-place';

/** Something that may be written at a position. */
export interface Completion {
  readonly kind: IdKind | 'path';
  /** What is written. */
  readonly text: string;
  /** What it stands for; empty for a path. */
  readonly detail: string;
}

export interface Completions {
  /** What is replaced: the part that is written already. */
  readonly range: TextRange;
  readonly items: readonly Completion[];
  /** Whether there are more than these. */
  readonly more: boolean;
}

const mostPaths = 200;
const none: Completions = {
  range: { line: 1, column: 1, endLine: 1, endColumn: 1 },
  items: [],
  more: false,
};

/**
 * What may be written at a position of a spec: ids in fields, cells and behind their first letters, paths of the workspace
 * between backticks in a field or table of files.
 *
 * @param line from 1
 * @param column from 1
 */
export function completeAt(report: SpecFileReport, line: number, column: number): Completions {
  const before = lineText(report.spec.lines, line).slice(0, column - 1);
  const range = (written: string): TextRange => ({
    line,
    column: column - written.length,
    endLine: line,
    endColumn: column,
  });
  const quoted = codeBefore(before);
  if (quoted !== null)
    return isAmongFiles(report, line) ? { range: range(quoted), ...paths(report, quoted) } : none;
  const written = (/(?<![\p{L}\p{N}_./-])[\p{L}\p{N}_./-]+$/u.exec(before)?.[0] ?? '').replace(
    /^[./-]+/u,
    '',
  );
  const kinds = kindsAt(report, line, column, written);
  const items = kinds.flatMap((kind) => idsOf(report, kind, line));
  return { range: range(written), items, more: false };
}

/** What stands in a code span that is open at the end, or `null`. */
function codeBefore(before: string): string | null {
  const parts = before.split('`');
  return parts.length % 2 === 0 ? (parts.at(-1) ?? '') : null;
}

function isAmongFiles(report: SpecFileReport, line: number): boolean {
  const task = taskAt(report, line);
  if (task !== null) {
    const field = taskField(task, 'files');
    return field !== undefined && field.line <= line && line <= field.endLine;
  }
  return report.spec.tables.some(
    (table) =>
      table.line <= line &&
      line <= table.endLine &&
      table.header.some(({ text }) => /(?:^|\s)(?:files?|paths?)(?:\s|$)/iu.test(text)),
  );
}

function paths(
  { surroundings }: SpecFileReport,
  written: string,
): { readonly items: readonly Completion[]; readonly more: boolean } {
  const wanted = written.toLowerCase();
  const items: Completion[] = [];
  for (const path of surroundings?.project.files ?? []) {
    if (!path.toLowerCase().includes(wanted)) continue;
    if (items.length === mostPaths) return { items, more: true };
    items.push({ kind: 'path', text: path, detail: '' });
  }
  return { items, more: false };
}

/** The task whose lines hold a line. */
function taskAt(report: SpecFileReport, line: number): SpecTask | null {
  return tasksInScope(report).find((task) => task.line <= line && line <= task.endLine) ?? null;
}

function kindsAt(report: SpecFileReport, line: number, column: number, written: string): readonly IdKind[] {
  const task = taskAt(report, line);
  if (task !== null) {
    const isIn = (name: string): boolean => {
      const field = taskField(task, name);
      return field !== undefined && field.line <= line && line <= field.endLine;
    };
    if (isIn('implements')) return ['requirement'];
    if (isIn('dependencies')) return ['task'];
    if (isIn('files')) return [];
  }
  const cell = cellAt(report, line, column);
  if (cell !== null) {
    const { template, sections, spec } = report;
    for (const rule of template?.covers ?? []) {
      if (!isWithin(spec, cell.section, sections.get(rule.mapping))) continue;
      if (cell.column === 1) return ['requirement'];
      if (cell.column === rule.column) return rule.by === 'tasks' ? ['task', 'question'] : ['question'];
    }
    if (isTestSection(report, cell.section) && cell.column === 1) return ['criterion'];
  }
  if (written === '') return [];
  const all: readonly IdKind[] = ['requirement', 'task', 'question', 'criterion'];
  return all.filter((kind) =>
    idsOf(report, kind, line).some(({ text }) => {
      const stem = /^\p{L}+-?/u.exec(text)?.[0].toLowerCase() ?? '';
      // One letter begins any word.
      return stem.length > 1 && written.length > 1 && text.toLowerCase().startsWith(written.toLowerCase());
    }),
  );
}

interface CellPlace {
  readonly section: number | null;
  /** From 1. */
  readonly column: number;
}

function cellAt({ spec }: SpecFileReport, line: number, column: number): CellPlace | null {
  for (const table of spec.tables) {
    if (line < table.line || line > table.endLine) continue;
    const row = table.rows.find(([first]) => first?.line === line);
    if (row === undefined) return null;
    const at = row.findLastIndex((cell: TableCell) => cell.column <= column);
    const bars = lineText(spec.lines, line)
      .slice(0, column - 1)
      .replace(/\\\||^\s*\|/gu, '')
      .split('|').length;
    return { section: table.section, column: Math.max(at + 1, bars) };
  }
  return null;
}

function isTestSection({ spec, template, sections }: SpecFileReport, section: number | null): boolean {
  const option = template?.checks['acceptance-tests']?.options['section'];
  const holder: SpecSection | undefined = sections.get(typeof option === 'string' ? option : 'testing');
  return isWithin(spec, section, holder);
}

function idsOf(report: SpecFileReport, kind: IdKind, line: number): readonly Completion[] {
  switch (kind) {
    case 'requirement':
      return (report.requirements ?? [])
        .filter((one) => one.kind !== 'success-criterion')
        .map(({ id, title }) => ({ kind, text: id, detail: title }));
    case 'criterion':
      return (report.requirements ?? []).flatMap(({ title, acceptance, stated }) =>
        acceptance.map((label, index) => ({
          kind,
          text: label,
          detail: stated?.criteria[index]?.text ?? title,
        })),
      );
    case 'task':
      return tasksInScope(report)
        .filter((task) => line < task.line || line > task.endLine)
        .map(({ id, title }) => ({ kind, text: id, detail: title }));
    case 'question':
      return declaredQuestions(report).map(({ id, text }) => ({ kind, text: id, detail: text }));
  }
}
