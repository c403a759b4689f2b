/** Where requests go while no base URL is set. */
export const openAiBaseUrl = 'https://api.openai.com/v1';

/** A base URL taken apart, or that it is none. */
export type OpenAiAddress = { readonly kind: 'invalid' } | (OpenAiServer & { readonly kind: 'server' });

export interface OpenAiServer {
  /** As entered, without a slash at the end. */
  readonly baseUrl: string;
  /** Scheme, host and port: what an API key is kept for, so that it never reaches another server. */
  readonly origin: string;
  /** On this machine or in its private network, where servers commonly need no key. */
  readonly local: boolean;
}

/** @param baseUrl as entered or set; empty for OpenAI's own service */
export function readAddress(baseUrl: string): OpenAiAddress {
  const entered = baseUrl.trim().replace(/(?<!\/)\/+$/, '') || openAiBaseUrl;
  let url: URL;
  try {
    url = new URL(entered);
  } catch {
    return { kind: 'invalid' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'invalid' };
  // A user name or password in a URL would be shown and logged with it.
  if (url.username !== '' || url.password !== '') return { kind: 'invalid' };
  return { kind: 'server', baseUrl: entered, origin: url.origin, local: isLocal(url.hostname) };
}

/**
 * A base URL as a person types it: one without a scheme gets that which such a server has, `http` on this machine and in its private
 * network, `https` elsewhere. Nothing, or what has a space in it, is none.
 */
export function readTyped(typed: string): OpenAiAddress {
  const address = typed.trim();
  // `http:/host` and `C:\models` lack a stroke, or are no address at all.
  if (address === '' || /\s|\\/u.test(address)) return { kind: 'invalid' };
  if (address.includes('://')) return readAddress(address);
  if (/^https?[:/]/iu.test(address)) return { kind: 'invalid' };
  const server = readAddress(`http://${address}`);
  if (server.kind === 'invalid') return server;
  const { hostname } = new URL(server.baseUrl);
  // `gpu-box` and `0.0.0.0` are near, too: no name that the world knows.
  const isNear = server.local || !hostname.includes('.') || /^(?:0\.0\.0\.0$|169\.254\.)/u.test(hostname);
  return isNear ? server : readAddress(`https://${address}`);
}

const privateNetworks = [
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^\[::1\]$/,
  /^\[f[cd][0-9a-f]{2}:/i,
];

function isLocal(host: string): boolean {
  if (host === 'localhost' || /\.(localhost|local|internal)$/i.test(host)) return true;
  return /^[\d.]+$|^\[/.test(host) && privateNetworks.some((network) => network.test(host));
}
