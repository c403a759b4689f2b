import type { LanguageModel, ModelEvent, ModelRequest } from '../core/ports/language-model';
import { maskSecrets, withoutSecretsIn } from '../core/secrets/mask-secrets';
import { requestHash } from './recording';

/** Takes lines of a recording, each with its line break; must not throw. */
export type RecordingSink = (lines: string) => void;

/**
 * Writes down what is asked and what comes, for `readRecording`, with secrets taken out. A request is written at once,
 * its answer when it has ended: a secret may be cut by the pieces it comes in.
 */
export function recordModel(model: LanguageModel, sink: RecordingSink): LanguageModel {
  let exchanges = 0;
  return {
    ...model,
    async *stream(request, signal) {
      exchanges += 1;
      const exchange = exchanges;
      sink(requestLine(model, request, exchange));
      const events: ModelEvent[] = [];
      try {
        for await (const event of model.stream(request, signal)) {
          events.push(event);
          yield event;
        }
      } finally {
        sink(answerLines(events, exchange));
      }
    },
  };
}

function requestLine(model: LanguageModel, request: ModelRequest, exchange: number): string {
  const { messages, task } = request;
  const hash = requestHash(request);
  return `${JSON.stringify(withoutSecretsIn({ type: 'request', exchange, model: model.id, hash, task, messages }))}\n`;
}

function answerLines(events: readonly ModelEvent[], exchange: number): string {
  const last = events.at(-1);
  // Pauses hold nothing, and a reader who leaves ends the answer for good.
  const told = events.filter(({ type }) => type !== 'waiting');
  if (last?.type !== 'end') told.push({ type: 'end', outcome: { kind: 'cancelled' } });
  return withoutSecretsInText(told)
    .map((event) => `${JSON.stringify({ type: 'event', exchange, event })}\n`)
    .join('');
}

/** Each piece keeps its length, so that the answer comes in the same pieces again. */
function withoutSecretsInText(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const whole = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  const masked = maskSecrets(whole, 'same').text;
  let at = 0;
  return events.map((event) => {
    if (event.type !== 'text') return withoutSecretsIn(event);
    const text = masked.slice(at, at + event.text.length);
    at += event.text.length;
    return { ...event, text };
  });
}
