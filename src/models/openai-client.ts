import type { OpenAI } from 'openai';
import { serverAddress } from './server-address';
import { readServerError } from './server-error';
import type { SilenceLimits } from './silence';

export interface OpenAiEndpoint {
  /**
   * Such as `https://api.openai.com/v1`, `http://127.0.0.1:11434/v1`, or a deployment of Azure with its `api-version`.
   */
  readonly baseUrl: string;
  /** `null` for servers that need none. */
  readonly apiKey: string | null;
  /** Sent with each request, over what would be sent without them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How requests are sent, where not by the platform's own `fetch`: through a proxy, say. */
  readonly fetch?: typeof fetch;
  readonly silence?: SilenceLimits;
  /** Most tokens of an answer; left to the server when absent. */
  readonly maxOutputTokens?: number;
}

/** What the SDK is given in place of a key: it insists on one, and no request carries it. */
const noKey = 'none';
/** The longest that a timer can be set to. The SDK's own limit would end a request that still sends signs of life. */
const noTimeout = 2 ** 31 - 1;
/** What the SDK tells about the machine it runs on. */
const aboutTheMachine = [
  'Arch',
  'Lang',
  'OS',
  'Package-Version',
  'Runtime',
  'Runtime-Version',
  'Retry-Count',
  'Timeout',
];

/** @param name of the model; `null` for the list of models */
export async function connect(endpoint: OpenAiEndpoint, name: string | null): Promise<OpenAI> {
  const { apiKey, headers = {} } = endpoint;
  const address = serverAddress(endpoint.baseUrl, name);
  // The SDK is the heaviest part of a draft's code; it is loaded when a draft or a list is asked for.
  const { OpenAI: Client } = await import('openai');
  // Everything is passed explicitly: the SDK would otherwise read key, organisation and address from the environment.
  return new Client({
    apiKey: apiKey ?? noKey,
    baseURL: address.baseUrl,
    organization: null,
    project: null,
    // Waiting is for `createPatientModel`, which shows it.
    maxRetries: 0,
    timeout: noTimeout,
    // Its log would quote what the server sent.
    logLevel: 'off',
    fetch: speaking(endpoint.fetch ?? ((...request) => fetch(...request))),
    // A redirect could lead the key to another server.
    fetchOptions: { redirect: 'manual' },
    defaultQuery: { ...address.query },
    defaultHeaders: {
      ...Object.fromEntries(aboutTheMachine.map((fact) => [`X-Stainless-${fact}`, null])),
      'User-Agent': 'tech-spec',
      ...(apiKey === null || address.keyHeader !== 'authorization' ? { Authorization: null } : {}),
      ...(apiKey !== null && address.keyHeader === 'api-key' ? { 'api-key': apiKey } : {}),
      ...headers,
    },
  });
}

/** The SDK reads errors in OpenAI's shape only; those of other servers are brought into it. */
function speaking(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    if (response.ok) return response;
    // What a browser shows of a redirect that is not followed: no status, and nothing else.
    if (response.type === 'opaqueredirect') return new Response(null, { status: 302 });
    const text = await response.text().catch(() => '');
    const body = JSON.stringify({ error: readServerError(text.slice(0, 100_000)) });
    // 304 can't be made with a body.
    const { status } = response;
    return new Response(status === 304 ? null : body, { status, headers: headersOf(response.headers) });
  };
}

/** Without those that describe the body that was there. */
function headersOf(headers: Headers): Record<string, string> {
  const kept = [...headers].filter(([name]) => !/^content-|^transfer-encoding$/i.test(name));
  return { ...Object.fromEntries(kept), 'content-type': 'application/json' };
}
