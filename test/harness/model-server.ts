import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LLMock } from '@copilotkit/aimock';
import type { ChatCompletionRequest } from '@copilotkit/aimock';

/** What the server does with the next requests. */
export type ModelBehaviour =
  /** Streams a text; `tokensPerSecond` (default: as fast as it can) with tokens of `tokenCharacters` (default 4). */
  | {
      readonly kind: 'stream';
      readonly text: string;
      readonly tokensPerSecond?: number;
      readonly tokenCharacters?: number;
      readonly finishReason?: 'stop' | 'length' | 'content_filter';
    }
  /** Answers with an HTTP error in OpenAI's shape. */
  | {
      readonly kind: 'error';
      readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503;
      readonly message?: string;
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Streams the first `afterTokens` tokens of the text (or one more or less, as the network has it), then cuts the connection. */
  | { readonly kind: 'reset'; readonly text: string; readonly afterTokens: number }
  /** Cuts the connection before any answer. */
  | { readonly kind: 'refuse' }
  /** Answers 200 with a web page, as a proxy or a wrong address does. */
  | { readonly kind: 'html' }
  /** Streams lines that are not JSON. */
  | { readonly kind: 'garbage' };

export interface ModelServer {
  /** Base URL for an OpenAI client, with `/v1`. */
  readonly baseUrl: string;
  /** Sets what happens from the next request on; a function decides by the request. One request at a time. */
  reply(behaviour: ModelBehaviour | ((request: ChatCompletionRequest) => ModelBehaviour)): void;
  /** Requests since the start or the last `forget`, oldest first; key is what came as bearer token. */
  requests(): readonly ModelRequest[];
  forget(): void;
  /** Names that `GET /v1/models` lists; default `test-model`. */
  models(names: readonly string[]): void;
  /** From now on whoever does not send this key is refused with 401; `null` takes everybody. */
  lock(key: string | null): void;
  /** Ends it, as when it is down; once is enough. */
  close(): Promise<void>;
}

export interface ModelRequest {
  readonly key: string | undefined;
  readonly body: ChatCompletionRequest;
}

const defaultTokenCharacters = 4;

/**
 * Starts a local OpenAI-compatible server on a free port of 127.0.0.1.
 * Streaming and its pace, errors and mid-stream cuts are aimock's; what no protocol describes (hanging, web pages,
 * garbage) is answered before aimock sees the request.
 */
export async function startModelServer(): Promise<ModelServer> {
  let decide: (request: ChatCompletionRequest) => ModelBehaviour = () => ({ kind: 'stream', text: 'Hello.' });
  let names: readonly string[] = ['test-model'];
  let requests: ModelRequest[] = [];
  let lock: string | null = null;
  // aimock leaves a listener on its own signal for each pause between chunks. Ours are counted in `openai-model.test.ts`.
  setMaxListeners(0);
  const mock = new LLMock({ host: '127.0.0.1', port: 0, logLevel: 'silent' });

  const serve = (behaviour: ModelBehaviour): void => {
    mock.clearFixtures();
    switch (behaviour.kind) {
      case 'stream': {
        const { text, tokensPerSecond, tokenCharacters = defaultTokenCharacters, finishReason } = behaviour;
        mock.on(
          {},
          { content: text, ...(finishReason === undefined ? {} : { finishReason }) },
          {
            chunkSize: tokenCharacters,
            ...(tokensPerSecond === undefined ? {} : { streamingProfile: { tps: tokensPerSecond } }),
          },
        );
        break;
      }
      case 'error':
        mock.on(
          {},
          {
            error: { message: behaviour.message ?? `Test error ${behaviour.status}`, type: 'test_error' },
            status: behaviour.status,
          },
        );
        break;
      case 'reset':
        mock.on(
          {},
          { content: behaviour.text },
          { chunkSize: defaultTokenCharacters, truncateAfterChunks: behaviour.afterTokens + 2, latency: 5 },
        );
        break;
      default:
    }
  };

  /** Answers what aimock cannot; `true` means answered. */
  const intercept = (behaviour: ModelBehaviour, response: ServerResponse): boolean => {
    switch (behaviour.kind) {
      case 'hang':
        return true;
      case 'refuse':
        response.destroy();
        return true;
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<!doctype html><title>Sign in</title><p>This is not the service you are looking for.');
        return true;
      case 'garbage':
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end('data: {"choices": [\n\ndata: not json at all\n\n');
        return true;
      default:
        return false;
    }
  };

  const refuse = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (lock === null || request.headers.authorization === `Bearer ${lock}`) return false;
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end('{"error":{"message":"Missing or wrong API key.","type":"auth"}}');
    return true;
  };

  mock.mount('/v1/models', {
    handleRequest: (request: IncomingMessage, response: ServerResponse) => {
      if (refuse(request, response)) return Promise.resolve(true);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          object: 'list',
          data: names.map((id) => ({ id, object: 'model', owned_by: 'test' })),
        }),
      );
      return Promise.resolve(true);
    },
  });
  mock.mount('/v1/chat/completions', {
    handleRequest: async (request: IncomingMessage, response: ServerResponse) => {
      const body = JSON.parse(await peek(request)) as ChatCompletionRequest;
      requests.push({ key: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1], body });
      if (refuse(request, response)) return true;
      const behaviour = decide(body);
      if (intercept(behaviour, response)) return true;
      serve(behaviour);
      return false;
    },
  });

  const url = await mock.start();
  let running = true;
  return {
    baseUrl: `${url}/v1`,
    reply: (next) => {
      decide = typeof next === 'function' ? next : () => next;
    },
    requests: () => requests,
    forget: () => {
      requests = [];
    },
    models: (next) => {
      names = next;
    },
    lock: (key) => {
      lock = key;
    },
    close: async () => {
      if (running) await mock.stop();
      running = false;
    },
  };
}

/**
 * Reads a request's body and puts it back for whoever reads it next. A stream takes something back only before its end
 * was told, hence in the same tick in which the last byte was read.
 */
function peek(request: IncomingMessage): Promise<string> {
  const length = Number(request.headers['content-length']);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const read = (): void => {
      for (
        let chunk = request.read() as Buffer | null;
        chunk !== null;
        chunk = request.read() as Buffer | null
      ) {
        chunks.push(chunk);
        received += chunk.length;
        if (received >= length) break;
      }
      if (received < length) return;
      request.off('readable', read);
      const body = Buffer.concat(chunks);
      request.unshift(body);
      resolve(body.toString('utf8'));
    };
    request.on('readable', read);
    request.on('error', reject);
  });
}
