import { createServer, request as send } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

export interface ProxyServer {
  readonly url: string;
  /** What was asked of it: `CONNECT host:port`, or method and address. */
  requests(): readonly string[];
  close(): Promise<void>;
}

/**
 * A forward proxy as companies have them: tunnels with CONNECT and passes plain requests on.
 *
 * @param login `user:password` that it insists on
 * @param host where all of it goes, whatever name was asked for; by default to the name
 */
export async function startProxyServer(login?: string, host?: string): Promise<ProxyServer> {
  const requests: string[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const allowed = (header: string | undefined): boolean =>
    login === undefined || header === `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer((message, response) => {
    requests.push(`${message.method} ${message.url}`);
    if (!allowed(message.headers['proxy-authorization'])) {
      response.writeHead(407).end();
      return;
    }
    const onward = send(message.url ?? '', { method: message.method, headers: message.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    message.pipe(onward);
  });
  server.on('connect', (message, socket) => {
    requests.push(`CONNECT ${message.url}`);
    sockets.add(socket);
    if (!allowed(message.headers['proxy-authorization'])) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [name, port] = (message.url ?? '').split(':');
    const onward = connect(Number(port), host ?? name, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    sockets.add(onward);
    for (const end of [onward, socket])
      end.on('error', () => [onward, socket].forEach((one) => one.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${login === undefined ? '' : `${login}@`}127.0.0.1:${port}`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}
