import type { ModelFailure } from '../core/ports/language-model';
import { connect, type OpenAiEndpoint } from './openai-client';
import { failureOf, shownEndpoint } from './openai-failure';

/** A model that a server offers. */
export interface OfferedModel {
  readonly name: string;
  /** Most tokens of a request, where the server tells. */
  readonly contextWindow?: number;
}

const patience = 10_000;

/**
 * The models that a server offers, sorted by name.
 *
 * @throws what the SDK throws; `failureOf` turns it into a message
 */
export async function listOpenAiModels(
  endpoint: OpenAiEndpoint,
  signal: AbortSignal,
): Promise<readonly OfferedModel[]> {
  const client = await connect(endpoint, null);
  const response = await client.models.list({ signal, timeout: patience }).asResponse();
  return readModelList(await response.json());
}

/** What came of asking a server for its models. */
export type ModelOffer =
  /** Names, sorted; none where it does not tell, or not to this key. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** It wants a key where none was sent, or does not know the one that was. */
  | { readonly kind: 'refused'; readonly failure: ModelFailure }
  /** Nothing answers at its address. */
  | { readonly kind: 'unanswered'; readonly failure: ModelFailure };

/**
 * Asks a server for its models. That none are told is no failure: a name can be typed. That nothing answers, or nothing
 * without another key, is one.
 */
export async function offeredModels(endpoint: OpenAiEndpoint, signal: AbortSignal): Promise<ModelOffer> {
  try {
    const models = await listOpenAiModels(endpoint, signal);
    return { kind: 'names', names: models.map(({ name }) => name) };
  } catch (error) {
    const failure = failureOf(error, shownEndpoint(endpoint), false);
    if (signal.aborted) return { kind: 'names', names: [] };
    switch (failure.code) {
      case 'unreachable':
      case 'timeout':
        return { kind: 'unanswered', failure };
      case 'unauthorized':
        return { kind: 'refused', failure };
      default:
        return { kind: 'names', names: [] };
    }
  }
}

/**
 * Reads what servers list: `{"data":[{"id"}]}` (OpenAI and most), a bare list (some gateways), `{"models":[{"name"}]}`
 * (Ollama's and Gemini's own). What is no such list is empty.
 */
export function readModelList(value: unknown): readonly OfferedModel[] {
  const list = [value, field(value, 'data'), field(value, 'models')].find((one) => Array.isArray(one));
  const models = new Map<string, OfferedModel>();
  for (const entry of Array.isArray(list) ? (list as readonly unknown[]) : []) {
    const name = [field(entry, 'id'), field(entry, 'model'), field(entry, 'name')].find(isName);
    if (name === undefined) continue;
    const window = contextWindowOf(entry);
    models.set(name, { name, ...(window === undefined ? {} : { contextWindow: window }) });
  }
  return [...models.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** vLLM, OpenRouter, Mistral, LM Studio and llama.cpp each have their own name for it. */
function contextWindowOf(entry: unknown): number | undefined {
  return [
    field(entry, 'max_model_len'),
    field(entry, 'context_length'),
    field(entry, 'max_context_length'),
    field(field(entry, 'meta'), 'n_ctx'),
    field(field(entry, 'meta'), 'n_ctx_train'),
  ].find((value): value is number => typeof value === 'number' && value > 0);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
