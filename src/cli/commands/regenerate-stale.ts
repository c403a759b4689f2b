import { resolve } from 'node:path';
import { distinctFindings } from '../../core/checks/distinct-findings';
import { advanceReceipt } from '../../core/drift/advance-receipt';
import type { LanguageModel } from '../../core/ports/language-model';
import { usesOfSections } from '../../core/provenance/uses-of-sections';
import { receiptPath } from '../../core/receipt/receipt-path';
import { headingLine } from '../../core/regenerate/heading-line';
import { replaceSections } from '../../core/regenerate/replace-sections';
import { sectioned } from '../../core/regenerate/section-target';
import { staleInstruction, staleParts } from '../../core/regenerate/stale-parts';
import { CliFailure, exitCode, type ExitCode } from '../failure';
import { count, findingLine, printJson, printLines, type Format } from '../output';
import type { Terminal } from '../terminal';
import { collect, keep, openSpec, readRecord, replaceSpec } from '../section-writing';

export interface StaleOptions {
  readonly instruction: string;
  readonly workspace: string;
  readonly force: boolean;
  readonly format: Format;
  readonly maxTokens?: number;
  readonly now?: string;
}

/**
 * `regenerate SPEC --stale`: writes exactly the sections anew that are older than what they were written from. One that a person edited
 * stays stale unless `--force` says otherwise.
 */
export async function regenerateStale(
  terminal: Terminal,
  shown: string,
  model: LanguageModel,
  options: StaleOptions,
): Promise<ExitCode> {
  const opened = await openSpec(terminal, shown, options);
  const { workspace, path, source, report } = opened;
  if (report.receipt === null)
    throw new CliFailure(`${shown} has no receipt that can be read, so it is not known what is stale.`);
  const scope = sectioned(report.spec, report.template, report.receipt);
  const { parts, edited, drifts } = staleParts(scope, report.receipt, report.drift);
  const held = options.force ? [] : edited;
  const asked = parts.filter((part) => !held.includes(part));
  for (const { target } of held)
    terminal.err.write(
      `"${target.section.heading}" was edited since it was generated and is left as it is; --force replaces it.\n`,
    );
  if (asked.length === 0) {
    if (options.format === 'json')
      printJson(terminal, { path: shown, sections: [], left: held.map(({ key }) => key) });
    else
      printLines(terminal, [
        `${shown}: ${parts.length === 0 ? 'no section is stale' : 'nothing was written'}`,
      ]);
    return exitCode.fine;
  }
  const brief = await opened.brief();
  const order = {
    spec: report.spec,
    targets: asked.map(({ target }) => target),
    findings: [],
    instruction: [staleInstruction(drifts), options.instruction].filter((text) => text !== '').join('\n\n'),
  };
  const target = resolve(workspace.root, path);
  const { answer, usage } = await collect(terminal, { model, brief, order }, target, shown);
  const before = await readRecord(workspace, receiptPath(path));
  const result = replaceSections({
    ...{ source, template: report.template, receipt: before, asked, answer },
    model: { id: model.id, usage },
    consent: new Set(asked.map(({ key }) => key)),
    uses: (sections) => usesOfSections(brief, sections),
    advance: (receipt, written) => advanceReceipt(receipt, report.drift, brief, written),
  });
  if (result.kind === 'unusable')
    throw new CliFailure(
      `The answer holds no text for these sections that fits between the others. ${shown} is unchanged. ${await keep(target, shown, answer)}`,
      exitCode.model,
    );
  if (result.kind !== 'replaced') throw new CliFailure(`${shown} changed meanwhile. Run the command again.`);
  await replaceSpec(opened, result.text, { before, after: result.receipt });

  const findings = distinctFindings((await opened.check(result.text)).findings);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const written = asked.filter(({ key }) => result.written.includes(key));
  const left = parts.filter(({ key }) => !result.written.includes(key)).map(({ key }) => key);
  if (options.format === 'json')
    printJson(terminal, {
      path: shown,
      sections: written.map(({ key, target: { section } }) => ({ key, heading: headingLine(section) })),
      left,
      errors: errors.length,
      warnings,
      usage,
    });
  else
    printLines(terminal, [
      ...errors.map((finding) => findingLine(shown, finding)),
      ...written.map(({ target: { section } }) => `${shown}: ${headingLine(section)} written anew`),
      `${shown}: ${count(written.length, 'section')} written anew, ${count(left.length, 'section')} left, ${count(errors.length, 'error')}, ${count(warnings, 'warning')}`,
    ]);
  return errors.length > 0 ? exitCode.findings : exitCode.fine;
}
