import { listOpenAiModels, type OfferedModel } from './list-models';

/** A server that speaks OpenAI's chat completions, by where it usually is. */
export interface UsualServer {
  readonly name: string;
  readonly baseUrl: string;
}

/** Servers that people run on their own machine, at the port that each takes unless told otherwise. */
export const localServers: readonly UsualServer[] = [
  { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
  { name: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1' },
  { name: 'vLLM', baseUrl: 'http://127.0.0.1:8000/v1' },
];

/** Services that want a key. */
export const services: readonly UsualServer[] = [
  { name: 'OpenAI', baseUrl: 'https://api.openai.com/v1' },
  { name: 'Anthropic', baseUrl: 'https://api.anthropic.com/v1' },
  { name: 'Gemini', baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai' },
  { name: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1' },
  { name: 'Mistral', baseUrl: 'https://api.mistral.ai/v1' },
  { name: 'DeepSeek', baseUrl: 'https://api.deepseek.com' },
];

export interface FoundServer extends UsualServer {
  readonly models: readonly OfferedModel[];
}

/** Milliseconds that a server on the same machine has to list its models. */
const patience = 2000;

/**
 * Which of these servers run: those that list their models. Nothing but the list is asked for.
 *
 * @param servers on this machine only; a request goes to each of them
 * @returns in the order given; empty lists of models included, since a server may have none loaded yet
 */
export async function findServers(
  servers: readonly UsualServer[],
  signal: AbortSignal,
): Promise<readonly FoundServer[]> {
  const found = await Promise.all(
    servers.map(async ({ name, baseUrl }): Promise<FoundServer | null> => {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      try {
        return { name, baseUrl, models: await listOpenAiModels({ baseUrl, apiKey: null }, limited) };
      } catch {
        return null;
      }
    }),
  );
  return found.filter((server) => server !== null);
}
