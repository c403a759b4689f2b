import { createParser } from 'eventsource-parser';

/** What an answer's body holds, in order. */
export type AnswerEvent =
  | { readonly type: 'value'; readonly value: unknown }
  /** Text of an event that the end of the connection tore: its beginning is text as well. */
  | { readonly type: 'torn'; readonly text: string }
  /** The server says that it is done. */
  | { readonly type: 'done' };

/** The answer is no chat completion; `page` is a web page, as proxies and wrong addresses send. */
export class NotAChatError extends Error {
  override readonly name = 'NotAChatError';
  readonly page: boolean;

  constructor(page: boolean) {
    super(page ? 'A web page.' : 'No chat completion.');
    this.page = page;
  }

  static is(value: unknown): value is NotAChatError {
    return value instanceof NotAChatError;
  }
}

/**
 * Reads an answer by what it is, not by the content type, which some servers get wrong: server-sent events, or one JSON
 * document of a server that does not stream. An event that comes twice under the same id counts once; servers that number
 * no events can't be told apart from a model that repeats itself.
 *
 * @param heard called for all that arrives, comments that keep the connection alive among it
 * @throws NotAChatError, or what the connection throws, after all that arrived has been yielded
 */
export async function* readAnswer(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<AnswerEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const events = new EventReader();
  let form: 'unknown' | 'json' | 'events' = 'unknown';
  let whole = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard();
      let text = decoder.decode(value, { stream: true });
      if (form === 'unknown') {
        text = whole + text;
        whole = '';
        form = formOf(text);
      }
      if (form === 'events') {
        events.feed(text);
        yield* events.take();
        if (events.done) return;
      } else whole += text;
    }
    if (form === 'json') yield wholeAnswer(whole);
    else yield* events.rest();
  } catch (error) {
    if (form === 'json' && !NotAChatError.is(error)) yield { type: 'torn', text: beginningOfContent(whole) };
    if (form === 'events') yield* events.rest();
    throw error;
  } finally {
    // Nobody reads on; the connection may be used for something else.
    reader.cancel().catch(() => undefined);
  }
}

class EventReader {
  done = false;
  #events: AnswerEvent[] = [];
  #malformed = false;
  #ending = false;
  /** The last numbered event: a repetition follows what it repeats. */
  #last: { readonly id: string; readonly data: string } | null = null;
  readonly #parser = createParser({
    onEvent: ({ id, data }) => this.#add(id, data),
    onError: (error) => {
      // Older versions of llama.cpp tell an error in a field of its own.
      if (error.field === 'error') this.#add(undefined, `{"error":${error.value ?? '{}'}}`);
    },
  });

  feed(text: string): void {
    this.#parser.feed(text);
  }

  *take(): Generator<AnswerEvent> {
    const events = this.#events;
    this.#events = [];
    yield* events;
    if (this.#malformed) throw new NotAChatError(false);
  }

  /** What came after the last whole event. */
  *rest(): Generator<AnswerEvent> {
    this.#ending = true;
    this.#parser.feed('\n\n');
    yield* this.#events;
    this.#events = [];
  }

  #add(id: string | undefined, data: string): void {
    // What follows a broken event is not the next piece of the text.
    if (this.done || this.#malformed) return;
    if (id !== undefined && id !== '') {
      if (this.#last?.id === id && this.#last.data === data) return;
      this.#last = { id, data };
    }
    if (data.startsWith('[DONE]')) {
      this.done = true;
      this.#events.push({ type: 'done' });
      return;
    }
    const value = parsed(data);
    if (value !== undefined) this.#events.push({ type: 'value', value });
    else if (this.#ending) this.#events.push({ type: 'torn', text: beginningOfContent(data) });
    else if (data.trim() !== '') this.#malformed = true;
  }
}

function formOf(text: string): 'unknown' | 'json' | 'events' {
  const first = text.trimStart().charAt(0);
  if (first === '') return 'unknown';
  if (first === '<') throw new NotAChatError(true);
  return first === '{' || first === '[' ? 'json' : 'events';
}

/** @throws SyntaxError where it was cut off */
function wholeAnswer(text: string): AnswerEvent {
  const value = parsed(text);
  if (value !== undefined) return { type: 'value', value };
  // A JSON document on each line is another protocol.
  if (parsed(text.trimStart().split('\n', 1)[0] ?? '') !== undefined) throw new NotAChatError(false);
  throw new SyntaxError('The answer ended in the middle.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The text in a JSON document that was cut off, as far as it goes. */
export function beginningOfContent(json: string): string {
  const content = /"content"\s*:\s*"([^"\\]*(?:\\[\s\S][^"\\]*)*)/.exec(json)?.[1] ?? '';
  const text = parsed(`"${content.replace(/\\u[\da-fA-F]{0,3}$/, '')}"`);
  return typeof text === 'string' ? text : '';
}
