import type { OpenAI } from 'openai';
import type { ModelRequest, PromptMessage } from '../core/ports/language-model';
import type { ServerRefusal } from './server-error';

type ChatBody = OpenAI.ChatCompletionCreateParams;

/** What a server takes; known only by what it refuses. */
export interface ChatDialect {
  readonly streams: boolean;
  /** `stream_options`, for the number of tokens. */
  readonly countsWhileStreaming: boolean;
  readonly systemRole: boolean;
  /** The strictest way to ask for JSON. */
  readonly json: 'schema' | 'object' | 'text';
  /** The parameter that limits the answer, and the one to try next. */
  readonly limits: readonly ('max_completion_tokens' | 'max_tokens')[];
}

/** @param openAi whether the server is of OpenAI's own make; all others know the older of two names */
export function richestDialect(openAi: boolean): ChatDialect {
  return {
    streams: true,
    countsWhileStreaming: true,
    systemRole: true,
    json: 'schema',
    limits: openAi ? ['max_completion_tokens', 'max_tokens'] : ['max_tokens', 'max_completion_tokens'],
  };
}

/** @param maxOutputTokens `null` leaves the limit to the server */
export function chatBody(
  dialect: ChatDialect,
  request: ModelRequest,
  name: string,
  maxOutputTokens: number | null,
): ChatBody {
  const { task } = request;
  const messages = dialect.systemRole ? request.messages : withoutSystemRole(request.messages);
  const limit = maxOutputTokens === null ? undefined : dialect.limits[0];
  return {
    model: name,
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(task.kind === 'data' ? jsonFormat(dialect.json, task) : {}),
    ...(limit === undefined ? {} : { [limit]: maxOutputTokens }),
    ...(dialect.streams
      ? {
          stream: true,
          ...(dialect.countsWhileStreaming ? { stream_options: { include_usage: true } } : {}),
        }
      : { stream: false }),
  };
}

function jsonFormat(
  json: ChatDialect['json'],
  { name, schema }: Extract<ModelRequest['task'], { kind: 'data' }>,
): Pick<ChatBody, 'response_format'> {
  switch (json) {
    case 'schema':
      return {
        response_format: {
          type: 'json_schema',
          json_schema: {
            name: name.replace(/[^\w-]/g, '_').slice(0, 64),
            schema: { ...schema },
            strict: true,
          },
        },
      };
    case 'object':
      return { response_format: { type: 'json_object' } };
    case 'text':
      return {};
  }
}

/** What the system says comes first, in the person's own message. */
function withoutSystemRole(messages: readonly PromptMessage[]): readonly PromptMessage[] {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const others = messages.filter(({ role }) => role !== 'system');
  const [first, ...rest] = others;
  if (first?.role !== 'user') return [{ role: 'user', content: system.join('\n\n') }, ...others];
  return [{ role: 'user', content: [...system, first.content].join('\n\n') }, ...rest];
}

const refused =
  /unknown|unrecogni[sz]ed|unsupported|not (?:yet )?(?:be )?(?:supported|permitted|allowed|available|implemented|enabled)|unexpected|extra|cannot find field|does not support|requested parameters/i;

/**
 * The dialect without what a refusal names, or without everything that a plainer server may not know where it names
 * nothing; `null` where the refusal is about something else.
 *
 * @param body what was refused
 */
export function plainerDialect(
  dialect: ChatDialect,
  body: ChatBody,
  { status, error }: ServerRefusal,
): ChatDialect | null {
  if (status === undefined || ![400, 404, 415, 422, 500, 501].includes(status)) return null;
  const said = `${error.param} ${error.code} ${error.message}`;
  if (hasStreamOptions(body) && /stream_?options|include_?usage/i.test(said))
    return { ...dialect, countsWhileStreaming: false };
  if (
    body.response_format !== undefined &&
    /response_?format|json_?(?:schema|object)|structured.?output|guided|grammar|schema/i.test(said)
  )
    return { ...dialect, json: dialect.json === 'schema' ? 'object' : 'text' };
  const limit = dialect.limits[0];
  if (limit !== undefined && limit in body && said.includes(limit) && refused.test(said))
    return { ...dialect, limits: dialect.limits.slice(1) };
  if (
    body.messages.some(({ role }) => role === 'system') &&
    /system.{0,20}(?:role|message|prompt|instruction)|role.{0,40}\bsystem\b|developer instruction/i.test(said)
  )
    return { ...dialect, systemRole: false };
  if (
    body.stream === true &&
    (error.param === 'stream' || (/\bstream(?:ing)?\b/i.test(said) && refused.test(said)))
  )
    return { ...dialect, streams: false };
  // A failure of the server itself is tried again as it is.
  if (status >= 500 || !refused.test(said) || (!hasStreamOptions(body) && body.response_format === undefined))
    return null;
  // A wrong model or a missing page is no question of parameters.
  if (!/param|propert|field|input|argument|payload|option/i.test(error.message)) return null;
  return { ...dialect, countsWhileStreaming: false, json: 'text' };
}

function hasStreamOptions({ stream_options }: ChatBody): boolean {
  return stream_options !== undefined && stream_options !== null;
}
