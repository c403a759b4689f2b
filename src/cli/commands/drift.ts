import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { describeDrift } from '../../core/drift/describe-drift';
import { openDrifts, type Drift } from '../../core/drift/drift';
import { receiptPath } from '../../core/receipt/receipt-path';
import { checkNamedSpecs, type SpecReport } from '../checked-spec';
import { CliFailure, exitCode } from '../failure';
import { formatOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printJson, printLines, type Format } from '../output';

interface DriftOptions {
  readonly format: Format;
  readonly workspace?: string;
  readonly now?: string;
}

/** `drift SPEC...`: what has changed since specs were written from it. */
export const addDrift: AddCommand = (program, terminal, done) => {
  program
    .command('drift')
    .description(
      'tell what changed since specs were written, and what of them it touches; exits 1 where something did',
    )
    .argument('<specs...>', 'technical specifications with a receipt: files, folders or globs')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (named: readonly string[], options: DriftOptions) => {
      const { specs } = await checkNamedSpecs(terminal, named, options);
      for (const { shown, report } of specs)
        if (report.receipt === null) throw new CliFailure(withoutReceipt(shown, report));
      const isDrifted = specs.some(({ report }) => openDrifts(report.drift).length > 0);
      done(isDrifted ? exitCode.findings : exitCode.fine);
      if (options.format === 'json') printJson(terminal, { files: specs.map(specJson) });
      else printLines(terminal, specs.flatMap(specLines));
    });
};

/** Without the record of what it was written from nobody knows what has changed. */
function withoutReceipt(shown: string, { findings }: SpecFileReport): string {
  const damaged = findings.find(({ check }) => check === 'receipt');
  return damaged === undefined
    ? `${shown} has no receipt (${receiptPath(shown)}), so it is not known what it was written from. Restore it from version control, or draft the spec with tech-spec draft.`
    : `${receiptPath(shown)} can not be read. Restore it from version control.`;
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
    ];
  });
}
