import { InvalidArgumentError, Option } from 'commander';
import type { Brief } from '../../core/brief/brief';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import type { LanguageModel } from '../../core/ports/language-model';
import { headingLine } from '../../core/regenerate/heading-line';
import { defaultRepairRounds, mostRepairRounds } from '../../core/repair/repair-rounds';
import { repairSpec, type RepairResult } from '../../core/repair/repair-spec';
import { describeOutcome } from './draft-outcome';
import { count } from '../output';
import type { Terminal } from '../terminal';
import { WaitingLine } from './waiting-line';

export const repairRoundsOption = (): Option =>
  new Option(
    '--repair-rounds <number>',
    'how often sections with errors go back to the model; 0 for never, not used with outline',
  )
    .default(defaultRepairRounds)
    .argParser((value) => {
      const rounds = Number(value);
      if (!/^\d+$/.test(value) || rounds > mostRepairRounds)
        throw new InvalidArgumentError(`Give a whole number from 0 to ${mostRepairRounds}.`);
      return rounds;
    });

/** Mends a draft and tells of it on stderr; Ctrl+C ends the repair, not the draft. */
export async function repairDraft(
  { err, onInterrupt }: Terminal,
  input: {
    readonly model: LanguageModel;
    readonly brief: Brief;
    readonly text: string;
    readonly rounds: number;
    readonly check: (text: string) => Promise<SpecFileReport>;
  },
): Promise<RepairResult> {
  const stop = new AbortController();
  const stopListening = onInterrupt(() => stop.abort());
  const waiting = new WaitingLine(err);
  try {
    for await (const event of repairSpec({ ...input, signal: stop.signal })) {
      if (event.type !== 'waiting') waiting.end();
      if (event.type === 'waiting') waiting.show(event.wait);
      else if (event.type === 'round') {
        const sections = event.sections.map(({ section }) => headingLine(section)).join(', ');
        err.write(
          `Repair round ${event.round} of ${input.rounds}: ${count(event.errors, 'error')}; asking for ${sections}\n`,
        );
      } else if (event.type === 'mended') err.write(`Mended: ${count(event.errors, 'error')} left\n`);
      else if (event.type === 'end') {
        const { outcome } = event.result;
        if (outcome.kind !== 'complete')
          err.write(`The repair ended early; the draft is kept. ${describeOutcome(outcome)}\n`);
        return event.result;
      }
    }
  } finally {
    stopListening();
  }
  throw new Error('The repair ended without a result.');
}
