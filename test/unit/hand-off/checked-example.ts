import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSpecFile, type SpecFileReport } from '../../../src/core/checks/check-spec-file';
import type { ExportedFile } from '../../../src/core/export/exported-file';
import { exportFormats, exportSpec } from '../../../src/core/export/formats';
import { handOffOf, type HandOff } from '../../../src/core/export/hand-off';
import type { Template } from '../../../src/core/template/template';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { readSource } from '../../../src/core/source/read-source';
import { briefFor, builtInTemplates, emptyContext } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

export const templateIds = ['architecture', 'rfc', 'feature', 'agent-ready', 'staged'] as const;

const example = join(__dirname, '../../../examples/team-invites');
const prd = 'prds/team-invites.md';
export const specPath = 'tech-specs/team-invites.md';
const completed = 'tech-specs/completed/audit-log.md';

let templates: readonly Template[] | null = null;
const kept = new Map<string, Promise<HandOff>>();

/** A spec checked in memory, without what lies around it. */
export async function reportOf(
  path: string,
  files: Readonly<Record<string, string>>,
): Promise<SpecFileReport> {
  templates ??= await builtInTemplates();
  return checkSpecFile({ path, text: files[path] ?? '', files: new InMemoryFiles(files), templates });
}

/** The outline of the example's PRD by a built-in template, or its completed spec under `audit-log`; made once each. */
export function handOffFor(id: string): Promise<HandOff> {
  const made =
    kept.get(id) ??
    (id === 'audit-log' ? completedReport() : draftedReport(id)).then((report) =>
      handOffOf(report, '2026-03-02'),
    );
  kept.set(id, made);
  return made;
}

async function draftedReport(id: string): Promise<SpecFileReport> {
  templates ??= await builtInTemplates();
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const bytes = readFileSync(join(example, prd));
  const source = readSource({ path: prd, bytes });
  const questions = questionsFor(source, emptyContext, template);
  const answers = questions.map((question) => ({ kind: 'defer' as const, questionId: question.id }));
  const brief = briefFor(template, { source, questions, answers, output: specPath });
  return reportOf(specPath, { [prd]: bytes.toString('utf8'), [specPath]: renderOutline(brief) });
}

async function completedReport(): Promise<SpecFileReport> {
  return reportOf(completed, { [completed]: readFileSync(join(example, completed), 'utf8') });
}

export async function handOffOfText(text: string, path = 'tech-specs/example.md'): Promise<HandOff> {
  return handOffOf(await reportOf(path, { [path]: text }), '2026-03-02');
}

export function exported(
  handOff: HandOff,
  to: string,
  over: {
    readonly task?: string;
    readonly place?: string | null;
    readonly existing?: readonly string[];
  } = {},
): readonly ExportedFile[] {
  const format = exportFormats.find(({ id }) => id === to);
  if (format === undefined) throw new Error(`There is no format ${to}.`);
  const { task = null, place = '', existing = [] } = over;
  return exportSpec(format, handOff, { task, place, existing });
}
