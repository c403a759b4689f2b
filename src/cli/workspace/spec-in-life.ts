import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import type { SpecEdit } from '../../core/checks/spec-fix';
import type { TeamConfig } from '../../core/config/team-config';
import { approvalPath, serialiseApproval } from '../../core/life/approval';
import { makeApproval } from '../../core/life/approve';
import { statusChoices, statusEdits, type StatusChoice } from '../../core/life/change-status';
import { factsOf, type LifeFacts, type StatusNote } from '../../core/life/needs';
import { textAt } from '../../core/life/find-approved-text';
import type { LifeStatus } from '../../core/template/statuses';
import { editDocument } from '../../core/spec/written-text';
import { openCheckedSpec } from './checked-spec';
import { CliFailure, errorCode } from '../failure';
import { replaceFile } from '../writing/replace-file';
import type { Terminal } from '../terminal';
import { reasonHint, unmetItems, unmetMessage } from '../unmet-lines';
import { fromHere, readSpecFile, type CliWorkspace } from './workspace';

/** Options of every command about the life of a spec. */
export interface LifeOptions {
  readonly workspace?: string;
  readonly now?: string;
}

/** A spec with all that its next status depends on. */
export interface SpecInLife {
  readonly workspace: CliWorkspace;
  readonly config: TeamConfig;
  /** As it was named, relative to the current folder. */
  readonly shown: string;
  /** Relative to the root. */
  readonly path: string;
  readonly report: SpecFileReport;
  readonly facts: LifeFacts;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** @throws CliFailure where it can not be read */
export async function openSpecInLife(
  terminal: Terminal,
  shown: string,
  options: LifeOptions,
): Promise<SpecInLife> {
  const { workspace, config, clock, path, check } = await openCheckedSpec(terminal, shown, options);
  const report = await check(await readSpecFile(workspace, shown));
  const today = clock.now().toISOString().slice(0, 10);
  return { workspace, config, shown, path, report, facts: factsOf(report), today };
}

/** What stands in the way of a status, a line for each with the first things that it is about; empty where it may be set. */
export function obstacles({ shown, report, facts }: SpecInLife, choice: StatusChoice): readonly string[] {
  const { status, isReachable, isCurrent, unmet } = choice;
  const from = report.life.status?.name ?? '?';
  if (isCurrent) return [];
  if (!isReachable) {
    const reachable = statusChoices(facts).filter((other) => other.isReachable);
    const names = reachable.map(({ status: { name } }) => name).join(', ');
    return [`${shown}: ${status.name} does not follow ${from}; what may follow: ${names}`];
  }
  return unmet.flatMap((need) => {
    const [first] = need.lines;
    const place = first === undefined ? shown : `${shown}:${first}`;
    return [
      `${place}: ${status.name}: ${unmetMessage(need)}${need.need === 'reason' ? reasonHint : ''}`,
      ...unmetItems(shown, need).map((item) => `  ${item}`),
    ];
  });
}

/**
 * The choice that a name stands for.
 *
 * @throws CliFailure where the spec's template has no such status
 */
export function choiceOf({ facts, shown }: SpecInLife, name: string, note: StatusNote): StatusChoice {
  const choices = statusChoices(facts, note);
  const wanted = name.trim().toLowerCase();
  const found =
    choices.find(({ status }) => status.name.toLowerCase() === wanted) ??
    choices.find(({ status }) => status.stage === wanted);
  if (found !== undefined) return found;
  throw new CliFailure(
    `${name} is no status of ${shown}. Its statuses: ${choices.map(({ status }) => status.name).join(', ')}.`,
  );
}

/**
 * Gives a spec a status, and records the approval where that is what the status says; both or neither.
 *
 * @throws CliFailure where a file can not be written, or the spec changed meanwhile
 */
export async function writeStatus(
  opened: SpecInLife,
  status: LifeStatus,
  note: StatusNote,
  approver: string | null,
): Promise<void> {
  const { report, path, workspace, shown } = opened;
  const edits = statusEdits(report, path, status, note);
  const { spec } = report;
  const record =
    status.stage === 'approved' && report.life.approval === null
      ? await writeApproval(opened, edits, approver)
      : null;
  try {
    await replaceFile(resolve(workspace.root, path), shown, spec.written, editDocument(spec, edits));
  } catch (error) {
    if (record !== null) {
      await rm(record, { force: true });
      // Other approvals keep their folder.
      await rmdir(dirname(record)).catch(() => undefined);
    }
    throw error;
  }
}

/**
 * @param edits those that give it its status
 * @returns absolute path of the record
 * @throws CliFailure where it can not be written, or a link leads out of the workspace
 */
export async function writeApproval(
  { report, path, workspace, today }: SpecInLife,
  edits: readonly SpecEdit[],
  approver: string | null,
): Promise<string> {
  const git = await workspace.git.read();
  const commit = git?.commit ?? null;
  const approval = makeApproval({
    ...{ spec: report.spec, path, edits, earlier: report.life.approvals, date: today, commit },
    name: approver ?? git?.userName ?? null,
    committed: commit === null ? null : await textAt(workspace.git, commit, path),
  });
  const record = approvalPath(path, approval);
  const file = resolve(workspace.root, record);
  if (!(await workspace.files.staysInside(record)))
    throw new CliFailure(
      `${fromHere(workspace, record)} leads out of the workspace through a link. Nothing was written.`,
    );
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, serialiseApproval(approval), { flag: 'wx' });
  } catch (error) {
    throw new CliFailure(
      `${fromHere(workspace, record)} cannot be written (${errorCode(error)}). Check its permissions.`,
    );
  }
  return file;
}
