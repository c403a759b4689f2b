import { checkSpecFile, type SpecFileReport } from '../../core/checks/check-spec-file';
import type { ChecklistState } from '../../core/checklist/checklist';
import { bySeverity, countFindings, distinctFindings } from '../../core/checks/distinct-findings';
import { checks } from '../../core/checks/registry';
import type { Finding } from '../../core/checks/finding';
import { openThreads, type CommentThread } from '../../core/life/comments/threads';
import { ReadAhead } from '../../core/workspace/read-ahead';
import { CliFailure, exitCode } from '../failure';
import { fixSpec } from '../fix-spec';
import { namedSpecs } from '../workspace/named-specs';
import { checkFormatOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import {
  count,
  findingJson,
  findingLine,
  printJson,
  printLines,
  severityCount,
  severityCounts,
  type CheckFormat,
} from '../output';
import { sarifLog } from '../sarif';
import { workspaceOfSpecs } from '../workspace/spec-workspace';
import { surroundingsOf } from '../workspace/surround';
import { loadTeamConfig } from '../workspace/team-config';
import type { Terminal } from '../terminal';
import {
  clockAt,
  fromHere,
  inWorkspace,
  loadTemplates,
  readSpecFile,
  type CliWorkspace,
} from '../workspace/workspace';

interface CheckOptions {
  readonly format: CheckFormat;
  readonly workspace?: string;
  readonly now?: string;
  readonly fix: boolean;
}

/** What is said about one file. */
interface CheckedFile extends Pick<SpecFileReport, 'findings' | 'checklist' | 'coverage' | 'threads'> {
  /** Path relative to the current folder. */
  readonly shown: string;
  readonly template: string | null;
  /** Why it could not be checked at all; `null` where it was. */
  readonly failure: CliFailure | null;
}

/**
 * `check FILE...`: what is true of specs, by parsing. A file that can not be read does not keep the others from being
 * checked: it is among the results with that as its finding, and the exit code is that of unreadable input.
 */
export const addCheck: AddCommand = (program, terminal, done) => {
  program
    .command('check')
    .description('check specs against their source, template and workspace; exits 1 on an error')
    .argument('<files...>', 'technical specifications: files, folders or globs')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .addOption(checkFormatOption())
    .option('--fix', 'apply the fixes that decide nothing for the author, then check', false)
    .action(async (named: readonly string[], options: CheckOptions) => {
      const workspace = await workspaceOfSpecs(terminal, options.workspace, named);
      const config = await loadTeamConfig(workspace);
      const templates = await loadTemplates(workspace);
      // A fix may change what the next spec is held against.
      const read = options.fix ? undefined : new ReadAhead(workspace.files);
      const surround = surroundingsOf(workspace, clockAt(options.now), config, read);
      const files: CheckedFile[] = [];
      for (const shown of await namedSpecs(workspace, named, config.specs)) {
        const path = inWorkspace(workspace, shown);
        const check = (text: string): Promise<SpecFileReport> =>
          checkSpecFile({
            path,
            text,
            files: workspace.files,
            templates,
            settings: config.checks,
            surround: surround(path),
          });
        try {
          const read = await check(await readSpecFile(workspace, shown));
          const report = options.fix ? await fixSpec(workspace, shown, read, check) : read;
          const findings = report.findings.map((finding) => withPlacesFromHere(workspace, finding));
          files.push({ ...report, findings, shown, template: report.template?.id ?? null, failure: null });
        } catch (error) {
          if (!CliFailure.is(error)) throw error;
          files.push(unchecked(shown, error));
        }
      }
      const failures = files.flatMap(({ failure }) => failure ?? []);
      if (failures.length > 0 && failures.length === files.length)
        throw new CliFailure(failures.map(({ message }) => message).join('\n'));
      for (const { message } of failures) terminal.err.write(`${message}\n`);
      const errors = files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
      done(failures.length > 0 ? exitCode.usage : errors ? exitCode.findings : exitCode.fine);
      print(terminal, files, options.format);
    });
};

/** Related places are relative to the workspace, what is printed to the current folder. */
function withPlacesFromHere(workspace: CliWorkspace, finding: Finding): Finding {
  const { places } = finding;
  if (places === undefined) return finding;
  return { ...finding, places: places.map(({ path, line }) => ({ path: fromHere(workspace, path), line })) };
}

function unchecked(shown: string, failure: CliFailure): CheckedFile {
  const finding: Finding = {
    check: 'file',
    severity: 'error',
    message: 'Not checked: {0}',
    args: [failure.message.replace(`${shown}: `, '')],
    fixable: false,
    ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
  const coverage = { requirements: 0, covered: 0, outOfScope: 0 };
  return { shown, template: null, findings: [finding], checklist: [], threads: [], coverage, failure };
}

function print(terminal: Terminal, files: readonly CheckedFile[], format: CheckFormat): void {
  switch (format) {
    case 'json':
      return printJson(terminal, { files: files.map(fileJson) });
    case 'sarif':
      return printJson(
        terminal,
        sarifLog(
          files.map(({ shown, findings }) => ({ path: shown, findings })),
          checks,
        ),
      );
    case 'text':
      return printLines(terminal, files.flatMap(fileLines));
  }
}

/** The fixed contract of `check --format json`; fields may be added. */
function fileJson({ shown, template, findings, checklist, coverage, threads }: CheckedFile): unknown {
  return {
    path: shown,
    template,
    findings: findings.map(findingJson),
    // What the last line of the text says of this list.
    counts: countFindings(findings),
    checklist: checklist.map(({ id, text, state, verifiedBy }) => ({ id, text, state, verifiedBy })),
    coverage,
    comments: threads.map(threadJson),
  };
}

function threadJson({ id, range, isOrphan, anchor, resolved, comments }: CommentThread): unknown {
  return {
    ...{ id, line: range.line, column: range.column, orphan: isOrphan, quote: anchor.quote },
    resolved: resolved !== null,
    comments: comments.map(({ name, date, text }) => ({ name, date, text })),
  };
}

/** What a person reads: one line for each question that is open, whatever waits for it, the worst first, the counts last. */
function fileLines({
  shown,
  findings,
  coverage,
  failure,
  threads,
  checklist,
}: CheckedFile): readonly string[] {
  const distinct = distinctFindings(findings);
  const open = openThreads(threads);
  return [
    ...bySeverity(distinct).map((finding) => findingLine(shown, finding)),
    ...(open.length === 0
      ? []
      : [
          `${shown}: ${count(open.length, 'review comment')} open, at line ${open.map(({ range }) => range.line).join(', ')}`,
        ]),
    ...checklistLines(shown, checklist),
    ...(failure === null ? [`${shown}: ${totals(findings)}; ${covered(coverage)}`] : []),
  ];
}

function totals(findings: readonly Finding[]): string {
  const counts = countFindings(findings);
  return `${severityCounts(counts)}, ${severityCount(counts.info, 'hint')}`;
}

function covered({ requirements, covered, outOfScope }: CheckedFile['coverage']): string {
  if (requirements === 0) return 'no requirement is known that could be covered';
  return `${covered} of ${count(requirements, 'requirement')} covered, ${outOfScope} out of scope`;
}

/** How far the checklist is, and which of its boxes wait for a person: nobody may tick the others. */
function checklistLines(shown: string, checklist: CheckedFile['checklist']): readonly string[] {
  const items = checklist.filter(({ state }) => state !== 'not-applicable');
  if (items.length === 0) return [];
  const inState = (wanted: ChecklistState): number => items.filter(({ state }) => state === wanted).length;
  const waiting = items.filter(({ state, verifiedBy }) => verifiedBy === 'person' && state === 'open');
  const left = inState('open') - waiting.length;
  return [
    `${shown}: checklist: ${inState('pass')} of ${count(items.length, 'item')} pass, ${inState('fail')} fail, ${left} open, ${waiting.length} for a person to tick`,
    ...waiting.map(
      ({ line, text }) => `${line === null ? shown : `${shown}:${line}`}: for a person to tick: ${text}`,
    ),
  ];
}
