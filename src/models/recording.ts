import * as v from 'valibot';
import type { ModelEvent, ModelRequest } from '../core/ports/language-model';
import { withoutSecretsIn } from '../core/secrets/mask-secrets';
import { sha256Hex } from '../core/text/hash';
import { sortedJson } from '../core/text/sorted-json';

/** One request and what came of it. */
export interface RecordedExchange {
  /** What `requestHash` gives for the request; `null` where the recording does not tell, as one written by hand. */
  readonly hash: string | null;
  /** What was asked for; `null` where the recording does not tell. */
  readonly task: string | null;
  /** The last one is the `end`. */
  readonly events: readonly ModelEvent[];
}

export interface Recording {
  /** Id of the model that gave the answers. */
  readonly model: string;
  readonly exchanges: readonly RecordedExchange[];
}

/** A line that is none of a recording. */
export interface RecordingProblem {
  /** From 1; 0 where the whole is meant. */
  readonly line: number;
  readonly reason: string;
}

const outcome = v.variant('kind', [
  v.object({ kind: v.picklist(['complete', 'cancelled', 'length', 'empty', 'filtered']) }),
  v.object({ kind: v.literal('refused'), message: v.string() }),
  v.object({
    kind: v.literal('failed'),
    failure: v.object({
      code: v.picklist([
        ...['unauthorized', 'forbidden', 'unknown-model', 'rate-limited', 'unreachable', 'timeout'],
        ...['server', 'protocol', 'interrupted', 'unavailable', 'unknown'],
      ] as const),
      message: v.string(),
      remedy: v.string(),
    }),
  }),
]);

const event = v.variant('type', [
  v.object({ type: v.literal('text'), text: v.string() }),
  v.object({ type: v.literal('thinking') }),
  v.object({
    type: v.literal('end'),
    outcome,
    usage: v.exactOptional(
      v.object({
        inputTokens: v.number(),
        outputTokens: v.number(),
        cachedInputTokens: v.exactOptional(v.number()),
        reasoningTokens: v.exactOptional(v.number()),
      }),
    ),
  }),
]);

const line = v.variant('type', [
  v.object({
    type: v.literal('request'),
    exchange: v.optional(v.number()),
    model: v.optional(v.string()),
    hash: v.optional(v.string()),
    task: v.optional(v.looseObject({ kind: v.string() })),
  }),
  v.object({ type: v.literal('event'), exchange: v.optional(v.number()), event }),
]);

/**
 * Equal for equal requests, whatever secrets stand in them: 64 hexadecimal digits over messages and task. The brief is
 * not part of it; what of it matters is in the messages.
 */
export function requestHash({ messages, task }: ModelRequest): string {
  return sha256Hex(sortedJson(withoutSecretsIn({ messages, task })));
}

/**
 * Reads a recording: JSON lines, each a request or an event of the answer to one. An event belongs to the exchange that
 * it names, else to the request above it. An answer without an `end` is taken for complete, so that one can be written
 * by hand.
 */
export function readRecording(text: string): Recording | RecordingProblem {
  const exchanges = new Map<number, { hash: string | null; task: string | null; events: ModelEvent[] }>();
  let model: string | null = null;
  let latest = 0;
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const read = readLine(written);
    if (typeof read === 'string') return { line: index + 1, reason: read };
    if (read.type === 'request') {
      latest = read.exchange ?? latest + 1;
      model ??= read.model ?? null;
      exchanges.set(latest, { hash: read.hash ?? null, task: read.task?.kind ?? null, events: [] });
      continue;
    }
    const exchange = exchanges.get(read.exchange ?? latest);
    if (exchange === undefined) return { line: index + 1, reason: 'No request stands above this event.' };
    exchange.events.push(read.event);
  }
  if (exchanges.size === 0) return { line: 0, reason: 'It holds no request.' };
  return {
    model: model ?? 'unknown',
    exchanges: [...exchanges.values()].map((exchange) => ({ ...exchange, events: ended(exchange.events) })),
  };
}

function readLine(written: string): v.InferOutput<typeof line> | string {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return 'It is no JSON.';
  }
  const result = v.safeParse(line, value);
  return result.success ? result.output : result.issues[0].message;
}

function ended(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const end = events.findIndex(({ type }) => type === 'end');
  return end < 0 ? [...events, { type: 'end', outcome: { kind: 'complete' } }] : events.slice(0, end + 1);
}
