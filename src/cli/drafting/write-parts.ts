import { resolve } from 'node:path';
import type { Brief } from '../../core/brief/brief';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { countFindings, distinctFindings } from '../../core/checks/distinct-findings';
import { renewFooter } from '../../core/checks/fixes/put-footer';
import { advanceReceipt } from '../../core/drift/advance-receipt';
import { describeDrift, describeWaiting } from '../../core/drift/describe-drift';
import { openDrifts, type Drift } from '../../core/drift/drift';
import type { LanguageModel } from '../../core/ports/language-model';
import { usesOfSections } from '../../core/provenance/uses-of-sections';
import { receiptPath } from '../../core/spec/receipt-path';
import { headingLine } from '../../core/regenerate/heading-line';
import type { OwnPart } from '../../core/regenerate/own-parts';
import { replaceSections } from '../../core/regenerate/replace-sections';
import { correctionsPath } from '../../core/source/corrections/corrections-file';
import { changedSections, type ChangedSection } from '../../core/update/changed-sections';
import { CliFailure, exitCode, type ExitCode } from '../failure';
import { count, findingLine, printJson, printLines, severityCounts, type Format } from '../output';
import type { Terminal } from '../terminal';
import { collect, keep, readRecord, replaceSpec, type OpenedSpec } from './section-writing';

export interface WritingOptions {
  readonly instruction: string;
  readonly workspace?: string;
  readonly force: boolean;
  readonly format: Format;
  readonly maxTokens?: number;
  readonly now?: string;
}

/** Sections that are to be written, and how. */
export interface PartsOrder {
  readonly parts: readonly OwnPart[];
  /** Those that a person edited, and that stay. */
  readonly held: readonly OwnPart[];
  /** What is said where there are no parts. */
  readonly none: string;
  /** What a model is told. */
  readonly instruction: string;
  /** How they are put in, and how the receipt tells of it; by default whole, and all that drifted is worked in. */
  readonly writing?: Pick<Parameters<typeof replaceSections>[0], 'merge' | 'uses' | 'advance'>;
  brief(): Promise<Brief>;
}

/**
 * Writes sections of a spec anew in one call, puts them into the file with their record in the receipt, and prints what came of it.
 *
 * @throws CliFailure where the model failed or the files changed; then the spec is as it was
 */
export async function writeParts(
  terminal: Terminal,
  opened: OpenedSpec,
  model: LanguageModel,
  options: WritingOptions,
  order: PartsOrder,
): Promise<ExitCode> {
  const { workspace, path, shown, source, report } = opened;
  const { parts, held } = order;
  const asked = parts.filter((part) => !held.includes(part));
  for (const { target } of held)
    terminal.err.write(
      `"${target.section.heading}" was edited since it was generated and is left as it is; --force replaces it.\n`,
    );
  if (asked.length === 0) {
    if (options.format === 'json')
      printJson(terminal, {
        path: shown,
        sections: [],
        left: held.map(({ key }) => key),
        drift: openDrifts(report.drift).map(({ id }) => id),
      });
    else
      printLines(terminal, [
        `${shown}: ${parts.length === 0 ? order.none : 'nothing was written'}`,
        ...leftLines(shown, report),
      ]);
    return exitCode.fine;
  }
  const brief = await order.brief();
  const request = {
    spec: report.spec,
    targets: asked.map(({ target }) => target),
    findings: [],
    instruction: [order.instruction, options.instruction].filter((text) => text !== '').join('\n\n'),
  };
  const target = resolve(workspace.root, path);
  const { answer, usage } = await collect(terminal, { model, brief, order: request }, target, shown);
  const before = await readRecord(workspace, receiptPath(path));
  const result = replaceSections({
    ...{ source, template: report.template, receipt: before, asked, answer },
    model: { id: model.id, usage },
    consent: new Set(asked.map(({ key }) => key)),
    uses: (sections) => usesOfSections(brief, sections),
    advance: (receipt, written) => advanceReceipt(receipt, report.drift, brief, written),
    ...order.writing,
  });
  if (result.kind === 'unusable')
    throw new CliFailure(
      `The answer holds no text for these sections that fits between the others. ${shown} is unchanged. ${await keep(target, shown, answer)}`,
      exitCode.model,
    );
  if (result.kind !== 'replaced') throw new CliFailure(`${shown} changed meanwhile. Run the command again.`);
  const rewritten = await opened.check(result.text);
  const text = renewFooter(rewritten);
  await replaceSpec(opened, text, { before, after: result.receipt });

  // What has drifted still is told by the receipt as it is now.
  const checked = await opened.check(text);
  const counts = countFindings(checked.findings);
  const errors = distinctFindings(checked.findings).filter(({ severity }) => severity === 'error');
  const written = asked.filter(({ key }) => result.written.includes(key));
  const left = parts.filter(({ key }) => !result.written.includes(key)).map(({ key }) => key);
  const changed = changedSections(report.spec.text, rewritten.spec);
  if (options.format === 'json')
    printJson(terminal, {
      path: shown,
      sections: written.map(({ key, target: { section } }) => ({ key, heading: headingLine(section) })),
      changed: changed.map(({ section, lines }) => ({
        ...{ heading: section === null ? null : headingLine(section), line: section?.line ?? 1, lines },
      })),
      left,
      errors: counts.error.count,
      warnings: counts.warning.count,
      drift: openDrifts(checked.drift).map(({ id }) => id),
      usage,
    });
  else
    printLines(terminal, [
      ...errors.map((finding) => findingLine(shown, finding)),
      ...changed.map(
        ({ section, lines }) =>
          `${shown}:${section?.line ?? 1}: ${section === null ? 'before the first section' : headingLine(section)}: ${count(lines, 'line')} changed`,
      ),
      `${shown}: ${changeCount(changed)}, ${count(left.length, 'section')} left alone, ${severityCounts(counts)}`,
      ...leftLines(shown, checked),
    ]);
  return errors.length > 0 ? exitCode.findings : exitCode.fine;
}

/** What has drifted still, and how it is settled. */
function leftLines(shown: string, { drift }: SpecFileReport): readonly string[] {
  const all = openDrifts(drift);
  const isWaiting = ({ kind }: Drift): boolean => kind === 'correction';
  const waiting = all
    .filter(isWaiting)
    .map((one) => `${shown}: ${describeDrift(one)} (${one.id}). ${describeWaiting(one)} ${entryIn(shown)}`);
  const open = all.filter((one) => !isWaiting(one));
  if (open.length === 0) return waiting;
  return [
    ...open.map((one) => `${shown}: drifted still: ${describeDrift(one)} (${one.id})`),
    ...waiting,
    'Settle what has drifted: write the sections that it touches anew, or say that the spec holds as it is:',
    `  tech-spec regenerate ${shown} --stale`,
    `  tech-spec drift ${shown} --accept ID --reason TEXT   (--accept all for each)`,
  ];
}

/** Where a correction stands, for who has no editor. */
export function entryIn(shown: string): string {
  return `Its entry is in ${correctionsPath(shown)}.`;
}

/** What a person finds in the diff: a section that was written anew in the same words is no change. */
function changeCount(changed: readonly ChangedSection[]): string {
  if (changed.length === 0) return 'no section says anything else than before';
  const lines = changed.reduce((sum, section) => sum + section.lines, 0);
  return `${count(lines, 'line')} changed in ${count(changed.length, 'section')}`;
}
