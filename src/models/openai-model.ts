import type {
  LanguageModel,
  ModelEvent,
  ModelOutcome,
  ModelRequest,
  ModelUsage,
} from '../core/ports/language-model';
import { estimateTokens } from '../core/text/estimate-tokens';
import { AnswerText } from './answer-text';
import { readChatChunk, type Finish } from './chat-chunk';
import { chatBody, plainerDialect, richestDialect, type ChatDialect } from './chat-dialect';
import { connect, type OpenAiEndpoint } from './openai-client';
import { failureOf, outcomeOf, shownEndpoint, silenceFailure, type ShownEndpoint } from './openai-failure';
import { NotAChatError, readAnswer } from './read-answer';
import { serverAddress } from './server-address';
import { isErrorAnswer, serverErrorOf, ServerRefusal } from './server-error';
import { SilenceWatch, usualSilence } from './silence';

export type NamedEndpoint = OpenAiEndpoint & { readonly name: string };

/**
 * A model behind any server that speaks OpenAI's chat completions, streamed where it can. Asks once: see
 * `createPatientModel` for more.
 */
export function createOpenAiModel(endpoint: NamedEndpoint): LanguageModel {
  const chat = new Chat(endpoint);
  return {
    id: `openai:${endpoint.name}`,
    label: endpoint.name,
    stream: (request, signal) => stream(chat, request, signal),
    countTokens: (text) => Promise.resolve(estimateTokens(text)),
  };
}

/** A server, and what is known of its dialect by now: what it refused once is not tried again. */
class Chat {
  readonly endpoint: NamedEndpoint;
  #dialect: ChatDialect;

  constructor(endpoint: NamedEndpoint) {
    this.endpoint = endpoint;
    this.#dialect = richestDialect(serverAddress(endpoint.baseUrl, endpoint.name).openAi);
  }

  /** What messages may tell of the server. */
  get shown(): ShownEndpoint {
    const { name } = this.endpoint;
    return { ...shownEndpoint(this.endpoint), name };
  }

  /** @throws what the SDK throws */
  async ask(request: ModelRequest, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { endpoint } = this;
    const client = await connect(endpoint, endpoint.name);
    for (;;) {
      const body = chatBody(this.#dialect, request, endpoint.name, endpoint.maxOutputTokens ?? null);
      try {
        const response = await client.chat.completions.create(body, { signal }).asResponse();
        if (response.body === null) throw new NotAChatError(false);
        return response.body;
      } catch (error) {
        // Each turn leaves something out, so this ends.
        const plainer = plainerDialect(this.#dialect, body, refusalOf(error));
        if (plainer === null || signal.aborted) throw error;
        this.#dialect = plainer;
      }
    }
  }
}

function refusalOf(error: unknown): ServerRefusal {
  const { status, error: said } = error as { status?: unknown; error?: unknown };
  return new ServerRefusal(typeof status === 'number' ? status : undefined, serverErrorOf(said));
}

/** How far an answer has come. */
interface Progress {
  /** Any event of a chat completion. */
  received: boolean;
  anyText: boolean;
  refusal: string;
  finish: Finish | null;
  /** The server said that it is done. */
  done: boolean;
  usage: ModelUsage | null;
}

async function* stream(chat: Chat, request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  const progress: Progress = {
    ...{ received: false, anyText: false, refusal: '', finish: null, done: false, usage: null },
  };
  const text = new AnswerText();
  const silence = new SilenceWatch(chat.endpoint.silence ?? usualSilence, signal);
  let outcome: ModelOutcome;
  try {
    yield* pieces(await chat.ask(request, silence.signal), silence, progress, text);
    outcome = ended(progress, chat);
  } catch (error) {
    // An answer that was whole stays whole, whatever the connection does after it.
    if (progress.finish !== null && progress.finish !== 'error') outcome = ended(progress, chat);
    else if (signal.aborted) outcome = { kind: 'cancelled' };
    else if (silence.silentFor !== null)
      outcome = {
        kind: 'failed',
        failure: silenceFailure(chat.shown, silence.silentFor, progress.anyText),
      };
    else outcome = outcomeOf(error, chat.shown, progress.anyText);
  } finally {
    silence.end();
  }
  const rest = text.end();
  if (rest !== '') yield { type: 'text', text: rest };
  if (signal.aborted && progress.finish === null) outcome = { kind: 'cancelled' };
  yield { type: 'end', outcome, ...(progress.usage === null ? {} : { usage: progress.usage }) };
}

/** @throws NotAChatError, ServerRefusal or what the connection throws */
async function* pieces(
  body: ReadableStream<Uint8Array>,
  silence: SilenceWatch,
  progress: Progress,
  answer: AnswerText,
): AsyncGenerator<ModelEvent> {
  for await (const event of readAnswer(body, silence.heard)) {
    if (event.type === 'done') {
      progress.done = true;
      continue;
    }
    const chunk = event.type === 'torn' ? tornChunk(event.text) : readChatChunk(event.value);
    if (chunk !== null) {
      progress.received = true;
      progress.refusal += chunk.refusal;
      progress.finish = chunk.finish ?? progress.finish;
      progress.usage = chunk.usage ?? progress.usage;
      const { text, thought } = chunk.text === '' ? { text: '', thought: false } : answer.push(chunk.text);
      if (chunk.thinking || thought) yield { type: 'thinking' };
      if (text !== '') {
        progress.anyText = true;
        yield { type: 'text', text };
      }
    }
    if (event.type === 'value' && isErrorAnswer(event.value))
      throw new ServerRefusal(undefined, serverErrorOf(event.value));
    if (chunk === null && !progress.received) throw new NotAChatError(false);
  }
}

function tornChunk(text: string): NonNullable<ReturnType<typeof readChatChunk>> {
  return { text, thinking: false, refusal: '', finish: null, usage: null };
}

function ended({ received, anyText, refusal, finish, done }: Progress, chat: Chat): ModelOutcome {
  const failed = (error: Error): ModelOutcome => ({
    kind: 'failed',
    failure: failureOf(error, chat.shown, anyText),
  });
  if (!received) return failed(new NotAChatError(false));
  if (refusal !== '') return { kind: 'refused', message: refusal };
  if (finish === 'filtered') return { kind: 'filtered' };
  if (finish === 'length') return { kind: 'length' };
  if (finish === 'error')
    return failed(new ServerRefusal(undefined, serverErrorOf({ code: 'server_error' })));
  // Without an end the connection was closed in the middle, however politely.
  if (finish === null && !done) return failed(new Error('The stream ended early.'));
  return { kind: anyText ? 'complete' : 'empty' };
}
