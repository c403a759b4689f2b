import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { askReviewer } from '../../core/opinions/ask-reviewer';
import { reviewPath, serialiseReview, type ModelReview } from '../../core/opinions/opinion';
import { addModelOptions, chooseModel, type ModelOptions } from '../drafting/chosen-model';
import { describeOutcome } from '../drafting/draft-outcome';
import { CliFailure, exitCode } from '../failure';
import { formatOption, maxTokensOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { openSpec } from '../drafting/section-writing';
import { WaitingLine } from '../drafting/waiting-line';
import { outlineId } from '../../core/receipt/build-receipt';

interface ReviewOptions extends ModelOptions {
  readonly workspace?: string;
  readonly format: Format;
  readonly maxTokens?: number;
  readonly now?: string;
}

/** `review SPEC --model openai:NAME`: a model's opinions, beside the spec; the spec itself is not touched. */
export const addReview: AddCommand = (program, terminal, done) => {
  const command = program
    .command('review')
    .description('ask a model what it thinks of a spec; opinions lie beside it and tick nothing')
    .argument('<spec>', 'technical specification');
  addModelOptions(command)
    .addOption(specWorkspaceOption())
    .addOption(maxTokensOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (shown: string, options: ReviewOptions) => {
      const model = chooseModel(terminal, options);
      if (model.id === outlineId)
        throw new CliFailure('The outline has no opinions. Name a model with --model openai:NAME.');
      const opened = await openSpec(terminal, shown, options);
      const { workspace, path, report } = opened;
      const brief = await opened.brief();
      const stop = new AbortController();
      const stopListening = terminal.onInterrupt(() => stop.abort());
      const waiting = new WaitingLine(terminal.err);
      const { review, dropped, outcome, usage } = await askReviewer({
        ...{ model, brief, spec: report.spec, checklist: report.checklist, signal: stop.signal },
        onWait: (wait) => waiting.show(wait),
      }).finally(() => {
        waiting.end();
        stopListening();
      });
      if (outcome.kind !== 'complete') throw new CliFailure(describeOutcome(outcome), exitCode.model);
      if (review === null)
        throw new CliFailure(
          'The answer holds no opinion that could be read. Ask again, or choose another model.',
          exitCode.model,
        );
      await writeFile(resolve(workspace.root, reviewPath(path)), serialiseReview(review));
      done(exitCode.fine);
      if (options.format === 'json') {
        printJson(terminal, {
          path: shown,
          review: reviewPath(shown),
          ...review,
          dropped,
          usage: usage ?? null,
        });
        return;
      }
      printLines(terminal, [
        ...reviewLines(shown, review),
        `${reviewPath(shown)}: opinions of ${review.model}, no proof`,
      ]);
    });
};

function reviewLines(shown: string, { opinions, remarks }: ModelReview): readonly string[] {
  const at = (lines: readonly number[]): string => (lines[0] === undefined ? shown : `${shown}:${lines[0]}`);
  return [
    ...opinions.map(({ item, verdict, reason, lines }) => `${at(lines)} ${verdict} ${item}: ${reason}`),
    ...remarks.map(({ text, lines }) => `${at(lines)} remark: ${text}`),
    `${count(opinions.length, 'opinion')}, ${count(remarks.length, 'remark')}`,
  ];
}
