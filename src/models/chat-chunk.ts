import type { ModelUsage } from '../core/ports/language-model';

/** One event of a streamed answer, or a whole one, read from whichever fields the server uses. */
export interface ChatChunk {
  readonly text: string;
  readonly thinking: boolean;
  readonly refusal: string;
  readonly finish: Finish | null;
  readonly usage: ModelUsage | null;
}

export type Finish = 'complete' | 'length' | 'filtered' | 'error';

/** Where servers put thoughts: vLLM, DeepSeek and llama.cpp; OpenRouter and newer vLLM; some gateways. */
const thoughtFields = ['reasoning_content', 'reasoning', 'reasoning_details', 'thinking'] as const;

/** @returns `null` where the value is no part of a chat completion */
export function readChatChunk(value: unknown): ChatChunk | null {
  if (!isRecord(value)) return null;
  const choices = value['choices'];
  if (!Array.isArray(choices) && !isRecord(value['usage'])) return null;
  // Servers differ: some send a last chunk without choices, some choices without a delta.
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const said = field(choice, 'delta') ?? field(choice, 'message');
  const content = contentOf(field(said, 'content') ?? field(choice, 'text'));
  return {
    text: content.text,
    thinking: content.thinking || thoughtFields.some((name) => isSaid(field(said, name))),
    refusal: textOf(field(said, 'refusal')),
    finish: finishOf(field(choice, 'finish_reason')),
    usage: usageOf(value['usage']),
  };
}

/** Content is a text, or a list of parts of which some are thoughts (Mistral). */
function contentOf(content: unknown): { readonly text: string; readonly thinking: boolean } {
  if (!Array.isArray(content)) return { text: textOf(content), thinking: false };
  const parts: readonly unknown[] = content;
  const texts = parts.map((part) =>
    typeof part === 'string' ? part : field(part, 'type') === 'text' ? textOf(field(part, 'text')) : '',
  );
  return { text: texts.join(''), thinking: parts.some((part) => field(part, 'type') === 'thinking') };
}

function finishOf(reason: unknown): Finish | null {
  if (typeof reason !== 'string' || reason === '') return null;
  switch (reason.toLowerCase()) {
    case 'length':
    case 'max_tokens':
    case 'model_length':
      return 'length';
    case 'content_filter':
    case 'safety':
    case 'recitation':
    case 'prohibited_content':
    case 'blocklist':
    case 'refusal':
      return 'filtered';
    case 'error':
    case 'abort':
    case 'cancelled':
    case 'insufficient_system_resource':
      return 'error';
    default:
      return 'complete';
  }
}

/** Cached tokens are told by OpenAI and most in one way, by DeepSeek and by Anthropic in others. */
function usageOf(usage: unknown): ModelUsage | null {
  const inputTokens = numberOf(field(usage, 'prompt_tokens'));
  const outputTokens = numberOf(field(usage, 'completion_tokens'));
  if (inputTokens === null || outputTokens === null) return null;
  const cached =
    numberOf(field(field(usage, 'prompt_tokens_details'), 'cached_tokens')) ??
    numberOf(field(usage, 'prompt_cache_hit_tokens')) ??
    numberOf(field(usage, 'cache_read_input_tokens'));
  const reasoning = numberOf(field(field(usage, 'completion_tokens_details'), 'reasoning_tokens'));
  return {
    inputTokens,
    outputTokens,
    ...(cached === null ? {} : { cachedInputTokens: cached }),
    // Some count thoughts beside the text, and not among it.
    ...(reasoning === null || reasoning > outputTokens ? {} : { reasoningTokens: reasoning }),
  };
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== '';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
