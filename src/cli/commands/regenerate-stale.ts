import type { LanguageModel } from '../../core/ports/language-model';
import { sectioned } from '../../core/regenerate/section-target';
import { staleInstruction, staleParts } from '../../core/regenerate/stale-parts';
import { CliFailure, type ExitCode } from '../failure';
import { openSpec } from '../drafting/section-writing';
import type { Terminal } from '../terminal';
import { writeParts, type WritingOptions } from '../drafting/write-parts';

/**
 * `regenerate SPEC --stale`: writes exactly the sections anew that are older than what they were written from. One that a person edited
 * stays stale unless `--force` says otherwise.
 */
export async function regenerateStale(
  terminal: Terminal,
  shown: string,
  model: LanguageModel,
  options: WritingOptions,
): Promise<ExitCode> {
  const opened = await openSpec(terminal, shown, options);
  const { report } = opened;
  if (report.receipt === null)
    throw new CliFailure(`${shown} has no receipt that can be read, so it is not known what is stale.`);
  const scope = sectioned(report.spec, report.template, report.receipt);
  const { parts, edited, drifts } = staleParts(scope, report.receipt, report.drift);
  const held = options.force ? [] : edited;
  return writeParts(terminal, opened, model, options, {
    ...{ parts, held, none: 'no section is stale' },
    instruction: staleInstruction(drifts),
    brief: () => opened.brief(),
  });
}
