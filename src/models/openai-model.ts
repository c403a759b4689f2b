import type { OpenAI } from 'openai';
import type {
  LanguageModel,
  ModelEvent,
  ModelOutcome,
  ModelRequest,
  ModelUsage,
} from '../core/ports/language-model';
import { estimateTokens } from '../core/workspace/estimate-tokens';
import { failureOf, protocolFailure } from './openai-failure';

export interface OpenAiEndpoint {
  /** Such as `https://api.openai.com/v1` or `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** `null` for servers that need none. */
  readonly apiKey: string | null;
}

/** What local servers are given in place of a key: the SDK insists on one. */
const noKey = 'none';

async function connect({ baseUrl, apiKey }: OpenAiEndpoint): Promise<OpenAI> {
  // The SDK is the heaviest part of a draft's code; it is loaded when a draft or a list is asked for.
  const { OpenAI: Client } = await import('openai');
  // Everything is passed explicitly: the SDK would otherwise read key, organisation and address from the environment.
  return new Client({
    apiKey: apiKey ?? noKey,
    baseURL: baseUrl,
    organization: null,
    project: null,
    maxRetries: 2,
    // Its log would quote what the server sent.
    logLevel: 'off',
  });
}

/** A model behind any server that speaks OpenAI's chat completions, streamed. */
export function createOpenAiModel(endpoint: OpenAiEndpoint & { readonly name: string }): LanguageModel {
  return {
    id: `openai:${endpoint.name}`,
    label: endpoint.name,
    stream: (request, signal) => stream(endpoint, request, signal),
    countTokens: (text) => Promise.resolve(estimateTokens(text)),
  };
}

/**
 * Ids of the models that a server offers, sorted.
 *
 * @throws what the SDK throws; `failureOf` turns it into a message
 */
export async function listOpenAiModels(
  endpoint: OpenAiEndpoint,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const client = await connect(endpoint);
  const names: string[] = [];
  for await (const model of client.models.list({ signal, maxRetries: 0, timeout: 10_000 }))
    names.push(model.id);
  return names.sort();
}

async function* stream(
  endpoint: OpenAiEndpoint & { readonly name: string },
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  let received = false;
  let anyText = false;
  let refusal = '';
  let finish: string | null = null;
  let usage: ModelUsage | undefined;
  let outcome: ModelOutcome;
  try {
    const client = await connect(endpoint);
    const chunks = await client.chat.completions.create(
      {
        model: endpoint.name,
        messages: request.messages.map(({ role, content }) => ({ role, content })),
        stream: true,
        stream_options: { include_usage: true },
      },
      { signal },
    );
    for await (const chunk of chunks) {
      received = true;
      if (chunk.usage)
        usage = { inputTokens: chunk.usage.prompt_tokens, outputTokens: chunk.usage.completion_tokens };
      // Servers differ: some send a last chunk without choices, some choices without a delta.
      const choice = chunk.choices?.[0];
      if (!choice) continue;
      refusal += choice.delta?.refusal ?? '';
      finish = choice.finish_reason ?? finish;
      const text = choice.delta?.content ?? '';
      if (text === '') continue;
      anyText = true;
      yield { type: 'text', text };
    }
    outcome = signal.aborted ? { kind: 'cancelled' } : ended({ received, anyText, refusal, finish });
  } catch (error) {
    outcome = signal.aborted
      ? { kind: 'cancelled' }
      : { kind: 'failed', failure: failureOf(error, endpoint, anyText) };
  }
  yield { type: 'end', outcome, ...(usage === undefined ? {} : { usage }) };
}

function ended(state: {
  readonly received: boolean;
  readonly anyText: boolean;
  readonly refusal: string;
  readonly finish: string | null;
}): ModelOutcome {
  if (!state.received) return { kind: 'failed', failure: protocolFailure() };
  if (state.refusal !== '') return { kind: 'refused', message: state.refusal };
  if (state.finish === 'content_filter') return { kind: 'filtered' };
  if (state.finish === 'length') return { kind: 'length' };
  if (!state.anyText) return { kind: 'empty' };
  if (state.finish === null)
    return { kind: 'failed', failure: failureOf(new Error('The stream ended early.'), null, true) };
  return { kind: 'complete' };
}
