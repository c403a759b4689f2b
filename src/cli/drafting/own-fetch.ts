import { usualSilence, type SilenceLimits } from '../../models/silence';
import type { Terminal } from '../terminal';

const proxyVariables = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'] as const;

/**
 * How requests to a model are sent from a terminal: through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name,
 * which Node's own `fetch` does not know, and without its limit of five minutes where a person wants to wait longer.
 *
 * @returns `undefined` where Node's own does
 */
export function ownFetch(
  silence: SilenceLimits,
  environment: Terminal['environment'],
): typeof fetch | undefined {
  const proxied = proxyVariables.some((name) => (environment[name] ?? '') !== '');
  const longer = [silence.firstByte, silence.idle].some(
    (limit) => limit === 0 || limit > usualSilence.firstByte,
  );
  if (!proxied && !longer) return undefined;
  let loaded: Promise<typeof fetch> | undefined;
  return async (input, init) => (await (loaded ??= load(environment)))(input, init);
}

async function load(environment: Terminal['environment']): Promise<typeof fetch> {
  const named = (name: string): string =>
    environment[name.toLowerCase()] ?? environment[name.toUpperCase()] ?? '';
  const { EnvHttpProxyAgent, fetch: send } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    ...{ httpProxy: named('http_proxy'), httpsProxy: named('https_proxy'), noProxy: named('no_proxy') },
    ...{ headersTimeout: 0, bodyTimeout: 0 },
  });
  // Node's fetch and this one are the same code; their types come from two packages.
  const sendAs = send as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => sendAs(input, { ...init, dispatcher });
}
