import { usualSilence, type SilenceLimits } from '../models/silence';

const proxyVariables = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'] as const;

/**
 * How requests to a model are sent from a terminal: through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name,
 * which Node's own `fetch` does not know, and without its limit of five minutes where a person wants to wait longer.
 *
 * @returns `undefined` where Node's own does
 */
export function ownFetch(
  silence: SilenceLimits,
  environment: Readonly<Record<string, string | undefined>>,
): typeof fetch | undefined {
  const proxied = proxyVariables.some((name) => (environment[name] ?? '') !== '');
  const longer = [silence.firstByte, silence.idle].some(
    (limit) => limit === 0 || limit > usualSilence.firstByte,
  );
  if (!proxied && !longer) return undefined;
  let loaded: Promise<typeof fetch> | undefined;
  return async (input, init) => (await (loaded ??= load()))(input, init);
}

async function load(): Promise<typeof fetch> {
  const { EnvHttpProxyAgent, fetch: send } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ headersTimeout: 0, bodyTimeout: 0 });
  // Node's fetch and this one are the same code; their types come from two packages.
  const sendAs = send as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => sendAs(input, { ...init, dispatcher });
}
