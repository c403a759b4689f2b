import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON, or `null` where there was none. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** What goes over the wire, byte for byte. */
export interface WireAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Each is a piece of its own on the network. */
  readonly chunks?: readonly (string | Uint8Array)[];
  /** Milliseconds before each piece. */
  readonly pause?: number;
  /** What is waited for before the end: what a client has not read before a reset is lost, and nobody could keep it. */
  readonly rest?: () => Promise<unknown>;
  /** `close` and `reset` leave the answer unfinished, `silence` keeps the connection open; default `finish`. */
  readonly end?: 'finish' | 'close' | 'reset' | 'silence';
}

export type WireReply = WireAnswer | 'refuse' | 'silence';

export interface WireServer {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Since the start or the last `reply`, oldest first. */
  requests(): readonly WireRequest[];
  /** Sets what happens from now on. @param nth counts requests from 0 */
  reply(answer: WireReply | ((request: WireRequest, nth: number) => WireReply)): void;
  close(): Promise<void>;
}

/**
 * A local server whose every byte and every boundary between bytes a test decides: for what servers of many makes send,
 * and for what goes wrong on the way.
 *
 * @param tls key and certificate, as PEM, for https
 */
export async function startWireServer(tls?: {
  readonly key: string;
  readonly cert: string;
}): Promise<WireServer> {
  let requests: WireRequest[] = [];
  let decide: (request: WireRequest, nth: number) => WireReply = () => 'refuse';
  const listener: RequestListener = (message, response) => {
    void read(message).then(async (request) => {
      requests.push(request);
      const answer = decide(request, requests.length - 1);
      if (answer === 'refuse') response.destroy();
      else if (answer !== 'silence') await send(response, answer);
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    requests: () => requests,
    reply: (answer) => {
      requests = [];
      decide = typeof answer === 'function' ? answer : () => answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(message: IncomingMessage): Promise<WireRequest> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const url = new URL(message.url ?? '/', 'http://localhost');
  return {
    method: message.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    body: text === '' ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>),
  };
}

async function send(response: ServerResponse, answer: WireAnswer): Promise<void> {
  const { status = 200, headers = {}, chunks = [], pause = 0, rest, end = 'finish' } = answer;
  response.socket?.setNoDelay(true);
  response.writeHead(status, headers);
  response.flushHeaders();
  for (const chunk of chunks) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (response.destroyed) return;
    await new Promise((resolve) => response.write(chunk, resolve));
    // The other side gets a turn, so that pieces are not put together.
    await new Promise((resolve) => setImmediate(resolve));
  }
  try {
    await rest?.();
  } finally {
    // Also where what was waited for did not come: the test is to say what there is instead of waiting for silence to end.
    if (end === 'finish') response.end();
    if (end === 'close') response.destroy();
    if (end === 'reset') response.socket?.resetAndDestroy();
  }
}

/** Server-sent events as OpenAI sends them. */
export function events(values: readonly unknown[], done = true): readonly string[] {
  return [
    ...values.map((value) => `data: ${JSON.stringify(value)}\n\n`),
    ...(done ? ['data: [DONE]\n\n'] : []),
  ];
}

/** A piece of a streamed answer. */
export function delta(content: unknown, more: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
    ...more,
  };
}

/** The event that ends a streamed answer. */
export function finish(reason: string | null): unknown {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: {}, finish_reason: reason }],
  };
}

export function usage(counts: Readonly<Record<string, unknown>>): unknown {
  return { id: 'chatcmpl-1', object: 'chat.completion.chunk', choices: [], usage: counts };
}

/** A text in pieces of some characters; an emoji may be cut, as servers do. */
export function pieces(text: string, characters = 7): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / characters) }, (_, index) =>
    text.slice(index * characters, (index + 1) * characters),
  );
}

export const eventStream = { 'content-type': 'text/event-stream; charset=utf-8' } as const;
export const json = { 'content-type': 'application/json' } as const;

/** A whole streamed answer. */
export function streamed(text: string, more: readonly unknown[] = [finish('stop')]): WireAnswer {
  return {
    headers: eventStream,
    chunks: events([...pieces(text).map((piece) => delta(piece)), ...more]),
  };
}

export function refusal(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireAnswer {
  return {
    status,
    headers: { ...json, ...headers },
    chunks: [typeof body === 'string' ? body : JSON.stringify(body)],
  };
}
