import type { SpecFileReport } from '../checks/check-spec-file';
import { contentOf } from '../text/content';
import { requirementIds } from '../checks/coverage/requirement-ids';
import { isAcceptanceColumn } from '../source/requirements/acceptance';
import { criterionLabel } from '../source/notation/criterion-label';
import { columnFields } from '../source/notation/requirement-fields';
import { statementOf } from '../source/requirements/requirement-text';
import type { RequirementKind } from '../source/source';
import { idReader } from '../spec/cite';
import { filePlan, type FileAction } from '../spec/file-plan';
import type { SpecDocument, SpecTask } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { oneLine, said } from '../text/said';
import { coverageMatrix, type CoverageRow } from '../traceability/coverage-matrix';
import { asciiSlug } from './ascii-slug';
import { metadataNamed } from '../spec/vocabulary/metadata-names';

/** What an export says of one requirement. */
export interface HandOffRequirement {
  readonly id: string;
  readonly kind: RequirementKind;
  /** Plain text, one line. */
  readonly title: string;
  /** The statement as plain text without the title above it; at least the title. */
  readonly text: string;
  readonly priority: string | null;
  readonly state: CoverageRow['state'];
  /** Why it is out of scope; `null` where it is not. */
  readonly reason: string | null;
  readonly criteria: readonly { readonly label: string; readonly text: string }[];
  readonly coveredBy: readonly string[];
  /** Where the source states it, or `null`. */
  readonly stated: { readonly path: string; readonly line: number } | null;
}

/** What an export says of one task beside its own text. */
export interface HandOffTask {
  readonly task: SpecTask;
  /** Requirements it implements. */
  readonly implements: readonly string[];
  /** Ids of tasks. */
  readonly dependencies: readonly string[];
  readonly files: readonly { readonly path: string; readonly action: FileAction }[];
  /** Whether all its files are known, it shares none with the tasks of its phase, depends on none of them, and another task of the phase is like it. */
  readonly parallel: boolean;
}

/** A checked spec as exports need it. */
export interface HandOff {
  readonly report: SpecFileReport;
  readonly spec: SpecDocument;
  /** Of the spec, relative to the workspace root. */
  readonly path: string;
  readonly title: string;
  /** Name for folders, see {@link asciiSlug}. */
  readonly slug: string;
  readonly status: string | null;
  /** What it is about, in plain text on one line; empty where it does not say. */
  readonly summary: string;
  /** Distinct, success criteria last. */
  readonly requirements: readonly HandOffRequirement[];
  readonly tasks: readonly HandOffTask[];
  /** Day of the export, `2026-01-31`. */
  readonly date: string;
}

/** @param date day of the export, `2026-01-31` */
export function handOffOf(report: SpecFileReport, date: string): HandOff {
  const { spec, path } = report;
  const title = spec.title ?? path;
  return {
    ...{ report, spec, path, title, date },
    slug: asciiSlug(title, path),
    status: metadataNamed(spec.metadata, 'status')?.value ?? null,
    summary: summaryOf(report),
    requirements: requirementsOf(report),
    tasks: tasksOf(report),
  };
}

function summaryOf({ spec, sections }: SpecFileReport): string {
  const holder = sections.get('summary');
  const found =
    spec.paragraphs.find(({ section }) => holder !== undefined && section === holder.index) ??
    spec.paragraphs.find(({ section }) => section !== null);
  return found === undefined ? '' : oneLine(found.text);
}

function requirementsOf(report: SpecFileReport): readonly HandOffRequirement[] {
  if (report.requirements === null) return namedBySpec(report);
  const stated = new Map(report.requirements.map((requirement) => [requirement.id, requirement.stated]));
  return coverageMatrix(report).map(({ id, kind, title, priority, state, reason, criteria, ...row }) => ({
    ...{ id, kind, title: oneLine(title), priority, state, reason },
    text: statementOf({ text: stated.get(id)?.text ?? title, title }) ?? oneLine(title),
    criteria:
      criteria.length === 0
        ? definedCriteria(report.spec, id)
        : criteria.map(({ label, text }) => ({ label, text })),
    coveredBy: row.coveredBy.map(({ name }) => name),
    stated: row.stated,
  }));
}

/** Without a source: what the spec's own tables and lists define under the ids that its mapping and tasks name. */
function namedBySpec(report: SpecFileReport): readonly HandOffRequirement[] {
  const { spec } = report;
  const reader = idReader([]);
  const fromTasks = spec.tasks.flatMap(
    (task) => reader.list(taskField(task, 'implements')?.value ?? '').unknown,
  );
  const taskIds = new Set(spec.tasks.map(({ id }) => id));
  const ids = [...new Set([...requirementIds(report).known, ...fromTasks])].filter(
    (id) => !taskIds.has(id) && !id.startsWith('OQ-'),
  );
  return ids.map((id) => {
    const title = oneLine(definitionOf(spec, id) ?? id);
    const coveredBy = spec.tasks
      .filter((task) => reader.list(taskField(task, 'implements')?.value ?? '').unknown.includes(id))
      .map((task) => task.id);
    return {
      ...{ id, kind: 'other' as const, title, text: title, state: null, reason: null },
      priority: cellOf(spec, id, (column) => columnFields(column).includes('priority')),
      ...{ criteria: definedCriteria(spec, id), coveredBy, stated: null },
    };
  });
}

/** What the spec's own tables say a requirement is accepted by, for one whose source does not say. */
function definedCriteria(spec: SpecDocument, id: string): HandOffRequirement['criteria'] {
  const text = cellOf(spec, id, isAcceptanceColumn);
  return text === null ? [] : [{ label: criterionLabel(id, 0), text }];
}

/** Of the row that an id opens, the first cell below a column of a kind that says something; an open question does not. */
function cellOf(spec: SpecDocument, id: string, isWanted: (column: string) => boolean): string | null {
  for (const { header, rows } of spec.tables) {
    const at = header.findIndex(({ text }) => isWanted(text));
    const cell = at < 1 ? undefined : rows.find(([first]) => first?.text.trim() === id)?.[at];
    const text = cell !== undefined && contentOf(cell.text).facts ? said(cell.text) : null;
    if (text !== null) return text;
  }
  return null;
}

function definitionOf(spec: SpecDocument, id: string): string | null {
  for (const { rows } of spec.tables)
    for (const [first, second] of rows)
      if (first?.text.trim() === id && second !== undefined && second.text.trim() !== '') return second.text;
  const item = spec.listItems.find(({ text }) => text.startsWith(`${id}:`) || text.startsWith(`${id} `));
  return item === undefined ? null : item.text.slice(id.length).replace(/^[\s:：–—-]+/u, '') || null;
}

function tasksOf(report: SpecFileReport): readonly HandOffTask[] {
  const { spec } = report;
  const requirements = requirementIds(report);
  const ids = idReader(spec.tasks.map(({ id }) => id));
  const plan = filePlan(spec);
  const none = idReader([]);
  const tasks = spec.tasks.map((task) => {
    const named = taskField(task, 'implements')?.value ?? '';
    const known = requirements.read(named).ids;
    return {
      task,
      implements: known.length > 0 || report.requirements !== null ? known : none.list(named).unknown,
      dependencies: ids.cited(taskField(task, 'dependencies')?.value ?? '').filter((id) => id !== task.id),
      files: plan.filter((file) => file.task === task).map(({ path, action }) => ({ path, action })),
    };
  });
  const isKnown = ({ task, files }: (typeof tasks)[number]): boolean =>
    files.length > 0 && !/\bOQ-\d/u.test(taskField(task, 'files')?.value ?? '');
  const free = tasks
    .filter(isKnown)
    .filter((one) =>
      tasks.every(
        (other) =>
          other === one ||
          other.task.phase !== one.task.phase ||
          (!one.dependencies.includes(other.task.id) &&
            !other.files.some(({ path }) => one.files.some((file) => file.path === path))),
      ),
    );
  return tasks.map((one) => ({
    ...one,
    parallel:
      free.includes(one) && free.some((other) => other !== one && other.task.phase === one.task.phase),
  }));
}
