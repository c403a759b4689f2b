/** Where requests of one server go, as far as they differ from OpenAI's own. */
export interface ServerAddress {
  /** Without query and without a slash at the end; `/chat/completions` and `/models` follow it. */
  readonly baseUrl: string;
  readonly query: Readonly<Record<string, string>>;
  /** Header that carries the key. */
  readonly keyHeader: 'authorization' | 'api-key';
  /** Whether it is of OpenAI's own make, and so refuses what its own models no longer take. */
  readonly openAi: boolean;
}

/** What Azure is asked for where the address names no version. */
const azureVersion = '2024-10-21';

/**
 * Takes a base URL apart. Azure OpenAI is known by its host or its path; its deployments have a path of their own and
 * need an `api-version`, which `…/openai/v1` does not. A copied address of the chat itself is taken, too.
 *
 * @param baseUrl a valid http or https address, maybe with a query
 * @param name of the model; Azure's deployment where the address names none
 */
export function serverAddress(baseUrl: string, name: string | null): ServerAddress {
  const url = new URL(baseUrl);
  let path = url.pathname.replace(/(?<!\/)\/+$/, '').replace(/\/chat\/completions$/, '');
  const query = Object.fromEntries(url.searchParams);
  const azureHost = /\.(openai|cognitiveservices|services\.ai)\.azure\.com$/i.test(url.hostname);
  if (azureHost && (path === '' || path === '/openai')) {
    // The list of models lies beside the deployments, not below one.
    path = name === null ? '/openai' : `/openai/deployments/${encodeURIComponent(name)}`;
  }
  const deployment = /\/openai\/deployments\/[^/]+$/.test(path);
  const azure = azureHost || deployment || 'api-version' in query;
  if (azure && name === null) path = path.replace(/\/deployments\/[^/]+$/, '');
  const versioned = deployment || path === '/openai';
  return {
    baseUrl: url.origin + path,
    query: versioned && !('api-version' in query) ? { ...query, 'api-version': azureVersion } : query,
    keyHeader: azure ? 'api-key' : 'authorization',
    openAi: azure || /(^|\.)openai\.com$/i.test(url.hostname),
  };
}
