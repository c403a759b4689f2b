import { t } from '@vscode/l10n';
import type { LanguageModel, ModelEvent, ModelRequest } from '../core/ports/language-model';
import { estimateTokens } from '../core/text/estimate-tokens';
import { requestHash, type RecordedExchange, type Recording } from './recording';

/**
 * Gives recorded answers again, byte for byte and in the same pieces. A request gets the answer to the same request; one
 * that was never made, because the documents changed meanwhile, gets the next answer of the recording to its kind of
 * task.
 */
export function createReplayModel(recording: Recording): LanguageModel {
  const answers = new Answers(recording.exchanges);
  return {
    calls: recording.exchanges.some(({ task }) => task === 'part') ? 'several' : 'one',
    id: `replay:${recording.model}`,
    label: t('Recording of {0}', recording.model),
    async *stream(request, signal) {
      for (const event of answers.to(request)) {
        // A turn for the reader between pieces, so that Stop works.
        await Promise.resolve();
        if (signal.aborted) {
          yield { type: 'end', outcome: { kind: 'cancelled' } };
          return;
        }
        yield event;
      }
    },
    countTokens: (text) => Promise.resolve(estimateTokens(text)),
  };
}

class Answers {
  readonly #all: readonly RecordedExchange[];
  readonly #unused: Set<RecordedExchange>;

  constructor(exchanges: readonly RecordedExchange[]) {
    this.#all = exchanges;
    this.#unused = new Set(exchanges);
  }

  to(request: ModelRequest): readonly ModelEvent[] {
    const hash = requestHash(request);
    const unused = [...this.#unused];
    const answer =
      unused.find((exchange) => exchange.hash === hash) ??
      // The same question may be asked once more.
      this.#all.find((exchange) => exchange.hash === hash) ??
      unused.find(({ task }) => task === null || task === request.task.kind);
    if (answer === undefined) return [noAnswer()];
    this.#unused.delete(answer);
    return answer.events;
  }
}

function noAnswer(): ModelEvent {
  return {
    type: 'end',
    outcome: {
      kind: 'failed',
      failure: {
        code: 'unavailable',
        message: t('The recording has no answer left for this request.'),
        remedy: t('Record again with the same source and answers, or choose a model.'),
      },
    },
  };
}
