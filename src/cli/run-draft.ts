import type { Brief } from '../core/brief/brief';
import { draft, type DraftOutcome } from '../core/draft/draft';
import type { LanguageModel, ModelUsage } from '../core/ports/language-model';
import { CliFailure } from './failure';
import type { PartialDraft } from './partial-draft';
import type { Terminal } from './terminal';
import { WaitingLine } from './waiting-line';

/**
 * What there is of the draft to go on with; empty for a new one.
 *
 * @throws CliFailure where there is nothing to go on with
 */
export function resumed({ err }: Terminal, partial: PartialDraft, resume: boolean): string {
  const left = partial.read();
  if (resume && left === null)
    throw new CliFailure(`There is no ${partial.shown} to go on with. Draft without --resume.`);
  if (!resume && left !== null)
    err.write(
      `${partial.shown} holds an earlier draft that broke off. It is replaced; --resume would go on with it.\n`,
    );
  return resume ? (left ?? '') : '';
}

/**
 * Has a spec drafted and tells on stderr how it goes; Ctrl+C ends it.
 *
 * @param written all that an earlier draft kept, to go on with
 */
export async function runDraft(
  { err, onInterrupt }: Terminal,
  model: LanguageModel,
  brief: Brief,
  partial: PartialDraft,
  written: string,
): Promise<{
  /** The document. */
  readonly text: string;
  /** Whether there is anything in the partial file. */
  readonly anything: boolean;
  readonly outcome: DraftOutcome;
  readonly usage: ModelUsage | undefined;
}> {
  const stop = new AbortController();
  const stopListening = onInterrupt(() => stop.abort());
  let text = '';
  let anything = written !== '';
  let startedOver = false;
  const waiting = new WaitingLine(err);
  try {
    for await (const event of draft({ model, brief, signal: stop.signal, written })) {
      if (event.type !== 'waiting') waiting.end();
      switch (event.type) {
        case 'resumed':
        case 'text':
          text += event.text;
          break;
        case 'received':
          anything ||= event.kept !== '';
          partial.append(event.kept, written !== '');
          break;
        case 'continuing':
          if (event.answer > 1)
            err.write("The answer reached the model's output limit; the model is asked to go on.\n");
          break;
        case 'sections': {
          const writing = event.sections.find(({ state }) => state === 'writing');
          if (writing !== undefined && err.isTTY) err.write(`writing ${writing.heading}\n`);
          if (event.startedOver && !startedOver)
            err.write('The model began the document again in the middle; it stands there twice.\n');
          startedOver = event.startedOver;
          break;
        }
        case 'waiting':
          waiting.show(event.wait);
          break;
        case 'end':
          return { text, anything, outcome: event.outcome, usage: event.usage };
      }
    }
  } finally {
    partial.close();
    stopListening();
  }
  throw new Error('The draft ended without an outcome.');
}
