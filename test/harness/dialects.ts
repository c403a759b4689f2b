import {
  delta,
  events,
  eventStream,
  finish,
  json,
  pieces,
  refusal,
  streamed,
  usage,
  type WireReply,
  type WireRequest,
} from './wire-server';

/** How servers of one make answer, as far as they differ: what they refuse, and in which words and shapes. */
export interface ServerDialect {
  /** Path after the origin, and query, of the base URL that a person enters. */
  readonly base: string;
  readonly model: string;
  /** What `GET …/models` answers. */
  readonly models: unknown;
  /** Names that a person should see of it. */
  readonly names: readonly string[];
  /** Answers a chat request with the text, or refuses it as that server does. */
  chat(request: WireRequest, text: string): WireReply;
  /** The answer to a model that it does not know, or has no longer. */
  readonly unknownModel: WireReply;
}

const sent = (request: WireRequest, key: string): unknown => request.body?.[key];
const rolesOf = (request: WireRequest): readonly unknown[] =>
  (sent(request, 'messages') as readonly { role: unknown }[]).map(({ role }) => role);
const listed = (...ids: readonly string[]): unknown => ({
  object: 'list',
  data: ids.map((id) => ({ id, object: 'model', created: 1, owned_by: 'someone' })),
});
const told = { prompt_tokens: 20, completion_tokens: 8, total_tokens: 28 };

/** Answers of well-known servers, written after their documentation and their sources. */
export const dialects = {
  openai: {
    base: '/v1',
    model: 'gpt-5',
    models: listed('gpt-5', 'gpt-4.1'),
    names: ['gpt-4.1', 'gpt-5'],
    chat: (request, text) => {
      if (request.headers.authorization !== 'Bearer test-key')
        return refusal(401, {
          error: {
            message: 'Incorrect API key provided.',
            type: 'invalid_request_error',
            param: null,
            code: 'invalid_api_key',
          },
        });
      if (sent(request, 'max_tokens') !== undefined)
        return refusal(400, {
          error: {
            message:
              "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            type: 'invalid_request_error',
            param: 'max_tokens',
            code: 'unsupported_parameter',
          },
        });
      return streamed(text, [
        finish('stop'),
        usage({ ...told, prompt_tokens_details: { cached_tokens: 16 } }),
      ]);
    },
    unknownModel: refusal(404, {
      error: {
        message: 'The model `gpt-9` does not exist or you do not have access to it.',
        type: 'invalid_request_error',
        param: null,
        code: 'model_not_found',
      },
    }),
  },
  azure: {
    base: '/openai/deployments/team-gpt?api-version=2024-10-21',
    model: 'gpt-4.1',
    models: listed('gpt-4.1'),
    names: ['gpt-4.1'],
    chat: (request, text) => {
      if (request.headers['api-key'] !== 'test-key' || request.headers.authorization !== undefined)
        return refusal(401, { error: { code: '401', message: 'Access denied due to invalid key.' } });
      if (request.query.get('api-version') === null)
        return refusal(404, { error: { code: '404', message: 'Resource not found' } });
      const filters = { hate: { filtered: false, severity: 'safe' } };
      return {
        headers: eventStream,
        chunks: events([
          { choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: filters }] },
          ...pieces(text).map((piece) => delta(piece)),
          finish('stop'),
          usage(told),
        ]),
      };
    },
    unknownModel: refusal(404, {
      error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' },
    }),
  },
  openrouter: {
    base: '/api/v1',
    model: 'deepseek/deepseek-r1',
    models: { data: [{ id: 'deepseek/deepseek-r1', name: 'DeepSeek: R1', context_length: 163_840 }] },
    names: ['deepseek/deepseek-r1'],
    chat: (_request, text) => ({
      headers: eventStream,
      chunks: [
        ': OPENROUTER PROCESSING\n\n',
        ': OPENROUTER PROCESSING\n\n',
        ...events([
          delta('', {
            choices: [{ index: 0, delta: { content: '', reasoning: 'Let me think.' }, finish_reason: null }],
          }),
          ...pieces(text).map((piece) => delta(piece)),
          finish('stop'),
          usage(told),
        ]),
      ],
    }),
    unknownModel: refusal(400, {
      error: { message: 'nobody/nothing is not a valid model ID', code: 400 },
      user_id: 'user_1',
    }),
  },
  ollama: {
    base: '/v1',
    model: 'llama3.3',
    models: listed('llama3.3:latest'),
    names: ['llama3.3:latest'],
    chat: (_request, text) => streamed(text, [finish('stop'), usage(told)]),
    unknownModel: refusal(404, {
      error: {
        message: 'model "llama9" not found, try pulling it first',
        type: 'api_error',
        param: null,
        code: null,
      },
    }),
  },
  lmStudio: {
    base: '/v1',
    model: 'qwen3-8b',
    models: listed('qwen3-8b', 'text-embedding-nomic-embed-text-v1.5'),
    names: ['qwen3-8b', 'text-embedding-nomic-embed-text-v1.5'],
    chat: (request, text) => {
      const format = sent(request, 'response_format') as { type?: string } | undefined;
      if (format?.type === 'json_object')
        return refusal(400, { error: "'response_format.type' must be 'json_schema' or 'text'" });
      return streamed(`<think>\nWhat is asked?\n</think>\n\n${text}`, [finish('stop'), usage(told)]);
    },
    unknownModel: refusal(404, { error: 'Model not found: nothing' }),
  },
  llamaCpp: {
    base: '/v1',
    model: 'qwen3',
    models: {
      models: [{ name: 'qwen3.gguf', model: 'qwen3.gguf', type: 'model' }],
      object: 'list',
      data: [
        {
          id: 'qwen3.gguf',
          object: 'model',
          owned_by: 'llamacpp',
          meta: { n_ctx_train: 40_960, n_vocab: 151_936 },
        },
      ],
    },
    names: ['qwen3.gguf'],
    chat: (request, text) => {
      if (rolesOf(request).includes('system'))
        return refusal(500, {
          error: { code: 500, message: 'System role not supported', type: 'server_error' },
        });
      return {
        headers: { 'content-type': 'text/event-stream' },
        chunks: events([
          delta(null, {
            choices: [{ index: 0, delta: { role: 'assistant', content: null }, finish_reason: null }],
          }),
          delta(null, {
            choices: [{ index: 0, delta: { reasoning_content: 'Hm.' }, finish_reason: null }],
          }),
          ...pieces(text).map((piece) => delta(piece)),
          finish('stop'),
          usage(told),
        ]),
      };
    },
    unknownModel: refusal(404, {
      error: { code: 404, message: 'File Not Found', type: 'not_found_error' },
    }),
  },
  vllm: {
    base: '/v1',
    model: 'Qwen/Qwen3-32B',
    models: {
      object: 'list',
      data: [{ id: 'Qwen/Qwen3-32B', object: 'model', owned_by: 'vllm', max_model_len: 32_768 }],
    },
    names: ['Qwen/Qwen3-32B'],
    chat: (_request, text) => ({
      headers: eventStream,
      chunks: events([
        delta('', {
          choices: [{ index: 0, delta: { reasoning_content: 'Hm.' }, logprobs: null, finish_reason: null }],
        }),
        ...pieces(text).map((piece) => delta(piece)),
        finish('stop'),
        usage(told),
      ]),
    }),
    unknownModel: refusal(404, {
      object: 'error',
      message: 'The model `nothing` does not exist.',
      type: 'NotFoundError',
      param: null,
      code: 404,
    }),
  },
  deepSeek: {
    base: '',
    model: 'deepseek-reasoner',
    models: listed('deepseek-chat', 'deepseek-reasoner'),
    names: ['deepseek-chat', 'deepseek-reasoner'],
    chat: (request, text) => {
      const format = sent(request, 'response_format') as { type?: string } | undefined;
      if (format?.type === 'json_schema')
        return refusal(400, {
          error: {
            message: 'This response_format type is unavailable now',
            type: 'invalid_request_error',
            param: null,
            code: 'invalid_request_error',
          },
        });
      return {
        headers: eventStream,
        chunks: [
          ': keep-alive\n\n',
          ...events([
            delta(null, {
              choices: [
                { index: 0, delta: { content: null, reasoning_content: 'Hm.' }, finish_reason: null },
              ],
            }),
            ...pieces(text).map((piece) => delta(piece)),
            {
              ...(finish('stop') as object),
              usage: { ...told, prompt_cache_hit_tokens: 16, prompt_cache_miss_tokens: 4 },
            },
          ]),
        ],
      };
    },
    unknownModel: refusal(400, {
      error: {
        message: 'Model Not Exist',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_request_error',
      },
    }),
  },
  anthropic: {
    base: '/v1/',
    model: 'claude-sonnet-4-5',
    models: { data: [{ type: 'model', id: 'claude-sonnet-4-5', display_name: 'Claude' }], has_more: false },
    names: ['claude-sonnet-4-5'],
    chat: (_request, text) => ({
      headers: eventStream,
      chunks: events([
        ...pieces(text).map((piece) => delta(piece)),
        { ...(finish('stop') as object), usage: told },
      ]),
    }),
    unknownModel: refusal(404, {
      type: 'error',
      error: { type: 'not_found_error', message: 'model: claude-nothing' },
    }),
  },
  gemini: {
    base: '/v1beta/openai/',
    model: 'gemini-2.5-pro',
    models: listed('models/gemini-2.5-pro', 'models/gemini-2.5-flash'),
    names: ['models/gemini-2.5-flash', 'models/gemini-2.5-pro'],
    chat: (request, text) => {
      if (sent(request, 'stream_options') !== undefined)
        return refusal(400, [
          {
            error: {
              code: 400,
              message: 'Invalid JSON payload received. Unknown name "stream_options": Cannot find field.',
              status: 'INVALID_ARGUMENT',
            },
          },
        ]);
      return {
        headers: eventStream,
        chunks: events([...pieces(text).map((piece) => delta(piece)), finish('stop')]),
      };
    },
    unknownModel: refusal(404, [
      {
        error: {
          code: 404,
          message: 'models/nothing is not found for API version v1main.',
          status: 'NOT_FOUND',
        },
      },
    ]),
  },
  mistral: {
    base: '/v1',
    model: 'magistral-medium-latest',
    models: { object: 'list', data: [{ id: 'magistral-medium-latest', max_context_length: 131_072 }] },
    names: ['magistral-medium-latest'],
    chat: (request, text) => {
      if (sent(request, 'stream_options') !== undefined)
        return refusal(422, {
          object: 'error',
          message: {
            detail: [
              {
                type: 'extra_forbidden',
                loc: ['body', 'stream_options'],
                msg: 'Extra inputs are not permitted',
                input: { include_usage: true },
              },
            ],
          },
          type: 'invalid_request_error',
        });
      return {
        headers: eventStream,
        chunks: events([
          delta([{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }]),
          delta([{ type: 'text', text: text.slice(0, 10) }]),
          ...pieces(text.slice(10)).map((piece) => delta(piece)),
          { ...(finish('stop') as object), usage: told },
        ]),
      };
    },
    unknownModel: refusal(400, {
      object: 'error',
      message: 'Invalid model: nothing',
      type: 'invalid_model',
      param: null,
      code: '1500',
    }),
  },
  /** A gateway that neither streams nor knows anything newer. */
  plainGateway: {
    base: '/llm/v1',
    model: 'team-model',
    models: [{ id: 'team-model' }],
    names: ['team-model'],
    chat: (request, text) => {
      const known = ['model', 'messages', 'stream'];
      const unknown = Object.keys(request.body ?? {}).filter((key) => !known.includes(key));
      if (unknown.length > 0) return refusal(400, { message: 'Unexpected property in request body' });
      if (sent(request, 'stream') === true)
        return refusal(501, { message: 'Streaming is not supported by this gateway' });
      return {
        headers: json,
        chunks: [
          JSON.stringify({
            object: 'chat.completion',
            choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
            usage: told,
          }),
        ],
      };
    },
    unknownModel: refusal(404, 'no such model'),
  },
} satisfies Readonly<Record<string, ServerDialect>>;

/** Lists its models and answers chats as a server of that make. */
export function answering(dialect: ServerDialect, text: string): (request: WireRequest) => WireReply {
  const path = new URL(dialect.base, 'http://localhost').pathname.replace(/\/$/, '');
  return (request) => {
    if (request.path === `${path.replace(/\/deployments\/[^/]+$/, '')}/models`)
      return { headers: json, chunks: [JSON.stringify(dialect.models)] };
    if (request.path !== `${path}/chat/completions`)
      return refusal(404, { error: { message: `No such page: ${request.path}` } });
    return dialect.chat(request, text);
  };
}
