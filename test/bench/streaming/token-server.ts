import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface TokenServer {
  /** Base URL for an OpenAI client, with `/v1`. */
  readonly baseUrl: string;
  /** What the next requests are answered with, each at this pace; a function decides by the body of the request. */
  reply(tokens: readonly string[] | ((body: string) => readonly string[]), tokensPerSecond: number): void;
  close(): Promise<void>;
}

/**
 * Streams tokens in OpenAI's shape by the clock: a pause that came out too long is made up for, so that two requests at
 * one pace end equally late. (A pause between any two tokens, as test servers make it, can not pass 1,000 a second.)
 */
export async function startTokenServer(): Promise<TokenServer> {
  let answer: readonly string[] | ((body: string) => readonly string[]) = [];
  let pace = 1;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const tokens = typeof answer === 'function' ? answer(body) : answer;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const start = performance.now();
      let sent = 0;
      const send = (): void => {
        const due = Math.min(tokens.length, Math.floor(((performance.now() - start) * pace) / 1000));
        if (due > sent) response.write(tokens.slice(sent, due).map(tokenEvent).join(''));
        sent = due;
        if (sent < tokens.length) setTimeout(send, 1);
        else response.end(`${event({}, 'stop')}data: [DONE]\n\n`);
      };
      send();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    reply: (next, tokensPerSecond) => {
      answer = next;
      pace = tokensPerSecond;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function tokenEvent(content: string): string {
  return event({ content }, null);
}

function event(delta: { readonly content?: string }, finish: 'stop' | null): string {
  const chunk = {
    id: 'bench',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'bench',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}
