import { expect } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import type {
  LanguageModel,
  ModelEvent,
  ModelOutcome,
  ModelRequest,
  ModelUsage,
} from '../../../src/core/ports/language-model';

export interface Asked {
  readonly text: string;
  readonly outcome: ModelOutcome;
  readonly usage: ModelUsage | undefined;
  readonly events: readonly ModelEvent[];
}

export const documentRequest: ModelRequest = {
  messages: [
    { role: 'system', content: 'You write specs.' },
    { role: 'user', content: 'Write.' },
  ],
  // Models that send messages must not look into the brief.
  brief: {} as Brief,
  task: { kind: 'document' },
};

export const dataRequest: ModelRequest = {
  ...documentRequest,
  task: {
    kind: 'data',
    name: 'open questions',
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  },
};

/**
 * Asks a model and takes all that comes, as the port promises it.
 *
 * @param onText gets all text so far, each time some came
 */
export async function askModel(
  model: LanguageModel,
  request: ModelRequest = documentRequest,
  signal: AbortSignal = new AbortController().signal,
  onText: (text: string) => void = () => undefined,
): Promise<Asked> {
  const events: ModelEvent[] = [];
  let text = '';
  for await (const event of model.stream(request, signal)) {
    events.push(event);
    if (event.type !== 'text') continue;
    text += event.text;
    onText(text);
  }
  const last = events.at(-1);
  if (last?.type !== 'end') throw new Error('The stream had no end event.');
  expect(events.filter(({ type }) => type === 'end')).toHaveLength(1);
  return { text, outcome: last.outcome, usage: last.usage, events };
}

/** Code of the failure; how the answer ended otherwise. */
export function failureCode({ outcome }: Asked): string {
  if (outcome.kind !== 'failed') return outcome.kind;
  expect(outcome.failure.message).not.toContain('test-key');
  expect(outcome.failure.message).not.toBe('');
  expect(outcome.failure.remedy).not.toBe('');
  return outcome.failure.code;
}
