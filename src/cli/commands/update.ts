import { sectioned } from '../../core/regenerate/section-target';
import { staleInstruction } from '../../core/regenerate/stale-parts';
import { updateOrder, updateWriting } from '../../core/update/update-order';
import { addModelOptions, chooseModel, type ModelOptions } from '../drafting/chosen-model';
import { CliFailure } from '../failure';
import { formatOption, maxTokensOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { openSpec } from '../drafting/section-writing';
import { writeParts, type WritingOptions } from '../drafting/write-parts';

/** `update SPEC`: works in what a changed source adds, changes and removes, and leaves all else as it is. */
export const addUpdate: AddCommand = (program, terminal, done) => {
  const command = program
    .command('update')
    .description('work what changed in its source into a spec; every byte that does not name it stays')
    .argument('<spec>', 'technical specification with a receipt');
  addModelOptions(command)
    .option('--instruction <text>', 'what is wanted of the new text', '')
    .option(
      '--force',
      'rewrite what names a changed requirement even in sections that a person edited',
      false,
    )
    .addOption(specWorkspaceOption())
    .addOption(maxTokensOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (shown: string, options: ModelOptions & WritingOptions) => {
      const model = chooseModel(terminal, options);
      const opened = await openSpec(terminal, shown, options);
      const { report } = opened;
      if (report.receipt === null)
        throw new CliFailure(
          `${shown} has no receipt that can be read, so it is not known what has changed since.`,
        );
      const scope = sectioned(report.spec, report.template, report.receipt);
      const order = updateOrder(scope, report.receipt, report.drift, await opened.brief());
      const { parts, edited, drifts, brief } = order;
      done(
        await writeParts(terminal, opened, model, options, {
          ...{ parts, held: options.force ? [] : edited, none: 'no requirement has changed' },
          instruction: staleInstruction(drifts),
          brief: () => Promise.resolve(brief),
          writing: updateWriting(order, report.receipt),
        }),
      );
    });
};
