import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { longestNote } from '../../core/drift/acceptance';
import { describeDrift, describeWaiting } from '../../core/drift/describe-drift';
import { openDrifts, type Drift } from '../../core/drift/drift';
import { isImported } from '../../core/spec/front-matter-names-spec';
import { receiptPath } from '../../core/spec/receipt-path';
import { checkNamedSpecs, type SpecReport } from '../workspace/checked-spec';
import { CliFailure, exitCode } from '../failure';
import { formatOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printJson, printLines, type Format } from '../output';
import { clockAt, type CliWorkspace } from '../workspace/workspace';
import { writeAcceptances } from '../writing/write-acceptances';
import { entryIn } from '../drafting/write-parts';

interface DriftOptions {
  readonly accept?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly format: Format;
  readonly workspace?: string;
  readonly now?: string;
}

/** `drift SPEC...`: what has changed since specs were written from it; with `--accept` a spec holds in spite of that. */
export const addDrift: AddCommand = (program, terminal, done) => {
  program
    .command('drift')
    .description(
      'tell what changed since specs were written, and what of them it touches; exits 1 where something did',
    )
    .argument('<specs...>', 'technical specifications with a receipt: files, folders or globs')
    .option('--accept <id>', 'record that one spec holds in spite of this change; all for each that is open')
    .option('--reason <text>', 'why it holds; required with --accept')
    .option('--by <name>', 'who says so; by default whom git knows')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (named: readonly string[], options: DriftOptions) => {
      const { workspace, specs: all } = await checkNamedSpecs(terminal, named, options);
      // Of a folder, what was imported has no receipt and cannot drift; named itself, or alone, it is told so.
      const drifting = all.filter(
        ({ shown, report }) =>
          report.receipt !== null || !isImported(report.spec.text) || named.includes(shown),
      );
      const found = drifting.length === 0 ? all : drifting;
      for (const { shown, report } of found)
        if (report.receipt === null) throw new CliFailure(withoutReceipt(shown, report));
      const specs = options.accept === undefined ? found : await accepted(workspace, found, options);
      const isDrifted = specs.some(({ report }) => openDrifts(report.drift).length > 0);
      done(isDrifted ? exitCode.findings : exitCode.fine);
      if (options.format === 'json') printJson(terminal, { files: specs.map(specJson) });
      else printLines(terminal, specs.flatMap(specLines));
    });
};

/**
 * The spec with what a person accepts of its drifts, which is recorded beside it.
 *
 * @throws CliFailure where it is not said which or why, or can not be recorded
 */
async function accepted(
  workspace: CliWorkspace,
  specs: readonly SpecReport[],
  { accept: wanted = '', reason = '', by, now }: DriftOptions,
): Promise<readonly SpecReport[]> {
  const [spec, ...others] = specs;
  if (spec === undefined || others.length > 0)
    throw new CliFailure('--accept is about one spec. Name it alone.');
  if (reason.trim() === '' || reason.length > longestNote)
    throw new CliFailure(
      `--reason is missing, or longer than ${String(longestNote)} characters. Say why the spec holds.`,
    );
  const { shown, report } = spec;
  const drifts = wanted === 'all' ? openDrifts(report.drift) : report.drift.filter(({ id }) => id === wanted);
  if (drifts.length === 0 && wanted !== 'all')
    throw new CliFailure(
      `${shown}: nothing has drifted that is called ${wanted}. What has: ${report.drift.map(({ id }) => id).join(', ') || 'nothing'}.`,
    );
  const date = clockAt(now).now().toISOString().slice(0, 10);
  const word = { reason, by: by ?? null, date };
  const acceptances = await writeAcceptances(workspace, report.path, drifts, word);
  const isNow = new Map(acceptances.map((one) => [one.drift, one]));
  const drift = report.drift.map((one) => ({ ...one, accepted: isNow.get(one.id) ?? one.accepted }));
  return [{ shown, report: { ...report, drift } }];
}

/** Without the record of what it was written from nobody knows what has changed. */
function withoutReceipt(shown: string, { findings }: SpecFileReport): string {
  const damaged = findings.find(({ check }) => check === 'receipt');
  return damaged === undefined
    ? `${shown} has no receipt (${receiptPath(shown)}), so it is not known what it was written from. Restore it from version control, or draft the spec with tech-spec draft.`
    : `${receiptPath(shown)} cannot be read. Restore it from version control.`;
}

/** The contract of `drift --format json`, see docs/drift.md; fields may be added. */
function specJson({ shown, report }: SpecReport): unknown {
  return {
    path: shown,
    template: report.receipt?.template.id ?? null,
    source: report.receipt?.source.path ?? null,
    drifted: openDrifts(report.drift).length > 0,
    drift: report.drift.map(driftJson),
  };
}

function driftJson(drift: Drift): unknown {
  const { id, kind, change, subject, text, path, line, was, is, affects, accepted } = drift;
  const { requirements, sections, tasks } = affects;
  return {
    ...{ id, kind, change, subject, text, path, line, was, is },
    affects: { requirements, sections, tasks },
    accepted: accepted === null ? null : { note: accepted.note, name: accepted.name, date: accepted.date },
  };
}

function specLines({ shown, report }: SpecReport): readonly string[] {
  if (report.drift.length === 0) return [`${shown}: nothing drifted`];
  return report.drift.flatMap((drift) => {
    const { requirements, sections, tasks } = drift.affects;
    const place = drift.path === null ? '' : ` (${drift.path}${drift.line === null ? '' : `:${drift.line}`})`;
    const accepted = drift.accepted === null ? '' : `, accepted: ${drift.accepted.note}`;
    return [
      `${shown}: ${drift.kind}: ${describeDrift(drift)}${place}${accepted}`,
      ...(requirements.length === 0 ? [] : [`  requirements: ${requirements.join(', ')}`]),
      ...sections.map(
        ({ heading, line }) => `  section: ${shown}${line === null ? '' : `:${line}`}: ${heading}`,
      ),
      ...tasks.map(({ id, line }) => `  task: ${shown}:${line}: ${id}`),
      ...(drift.kind === 'correction' ? [`  what to do: ${describeWaiting(drift)} ${entryIn(shown)}`] : []),
      ...(drift.accepted === null ? [`  id: ${drift.id}`] : []),
    ];
  });
}
