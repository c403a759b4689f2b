import { describe, expect, it } from 'vitest';
import type { LanguageModel, ModelEvent, ModelRequest } from '../../../src/core/ports/language-model';
import { readRecording, requestHash, type Recording } from '../../../src/models/recording';
import { recordModel } from '../../../src/models/record-model';
import { createReplayModel } from '../../../src/models/replay-model';
import { plantedSecrets } from '../secrets/planted-secrets';
import { askModel, documentRequest, failureCode } from './ask-model';

const asking = (content: string, kind: 'document' | 'data' = 'document'): ModelRequest => ({
  ...documentRequest,
  messages: [{ role: 'user', content }],
  task: kind === 'document' ? { kind } : { kind, name: 'x', schema: {} },
});
const text = (value: string): ModelEvent => ({ type: 'text', text: value });
const end: ModelEvent = {
  type: 'end',
  outcome: { kind: 'complete' },
  usage: { inputTokens: 3, outputTokens: 2, cachedInputTokens: 1 },
};

function answering(answers: Readonly<Record<string, readonly ModelEvent[]>>): LanguageModel {
  return {
    id: 'openai:test',
    label: 'Test',
    async *stream({ messages }) {
      await Promise.resolve();
      yield* answers[messages[0]?.content ?? ''] ?? [];
    },
    countTokens: () => Promise.resolve(0),
  };
}

/** Asks a recorded model in turn and gives what was written. */
async function recorded(model: LanguageModel, requests: readonly ModelRequest[]): Promise<string> {
  let written = '';
  const recording = recordModel(model, (lines) => (written += lines));
  for (const request of requests) await askModel(recording, request);
  return written;
}

function read(written: string): Recording {
  const recording = readRecording(written);
  if (!('exchanges' in recording)) throw new Error(`${recording.line}: ${recording.reason}`);
  return recording;
}

describe('a recording', () => {
  const answers = {
    one: [{ type: 'thinking' }, text('# Ä\n'), text('🚀 '), text('\u2028"x"\\'), end],
    two: [
      text('half'),
      {
        type: 'end',
        outcome: { kind: 'failed', failure: { code: 'interrupted', message: 'Broke.', remedy: 'Again.' } },
      },
    ],
    three: [{ type: 'end', outcome: { kind: 'refused', message: 'No.' } }],
  } as const satisfies Readonly<Record<string, readonly ModelEvent[]>>;

  it('gives each answer again, event for event, to the request it was given to', async () => {
    const written = await recorded(answering(answers), [asking('one'), asking('two'), asking('three')]);
    const replay = createReplayModel(read(written));
    expect(replay.id).toBe('replay:openai:test');
    expect((await askModel(replay, asking('three'))).events).toEqual(answers.three);
    expect((await askModel(replay, asking('one'))).events).toEqual(answers.one);
    expect((await askModel(replay, asking('two'))).events).toEqual(answers.two);
    // And once more.
    expect((await askModel(replay, asking('one'))).events).toEqual(answers.one);
  });

  it('is the same for the same requests', async () => {
    const requests = [asking('one'), asking('two')];
    expect(await recorded(answering(answers), requests)).toBe(await recorded(answering(answers), requests));
  });

  it('gives the next answer of the kind to a request that was never made', async () => {
    const model = answering({ a: [text('A'), end], b: [text('{}'), end], c: [text('C'), end] });
    const written = await recorded(model, [asking('a'), asking('b', 'data'), asking('c')]);
    const replay = createReplayModel(read(written));
    const answer = async (request: ModelRequest) => (await askModel(replay, request)).text;
    expect(await answer(asking('changed', 'data'))).toBe('{}');
    expect(await answer(asking('c'))).toBe('C');
    expect(await answer(asking('changed'))).toBe('A');
    const none = await askModel(replay, asking('another'));
    expect(failureCode(none)).toBe('unavailable');
  });

  it('keeps two answers apart that came at the same time', async () => {
    let written = '';
    const model = recordModel(
      answering({ a: [text('A1'), text('A2'), end], b: [text('B'), end] }),
      (lines) => {
        written += lines;
      },
    );
    await Promise.all([askModel(model, asking('a')), askModel(model, asking('b'))]);
    const replay = createReplayModel(read(written));
    expect((await askModel(replay, asking('b'))).text).toBe('B');
    expect((await askModel(replay, asking('a'))).text).toBe('A1A2');
  });

  it('keeps what came to a reader who left', async () => {
    let written = '';
    const model = recordModel(answering(answers), (lines) => (written += lines));
    for await (const event of model.stream(asking('one'), new AbortController().signal))
      if (event.type === 'text') break;
    expect(read(written).exchanges[0]?.events).toEqual([
      { type: 'thinking' },
      text('# Ä\n'),
      { type: 'end', outcome: { kind: 'cancelled' } },
    ]);
  });

  it('holds no secret of a request or an answer, in however many pieces it came', async () => {
    const secrets = plantedSecrets(7).filter(({ value }) => !value.includes('\n'));
    expect(secrets.length).toBeGreaterThan(20);
    const all = secrets.map(({ line }) => line).join('\n\n');
    const pieces = Array.from({ length: Math.ceil(all.length / 5) }, (_, index) =>
      all.slice(index * 5, index * 5 + 5),
    );
    const sizes = pieces.map(({ length }) => length);
    const written = await recorded(answering({ [all]: [...pieces.map(text), end] }), [asking(all)]);
    const [exchange] = read(written).exchanges;
    const replayed = (exchange?.events ?? []).map((event) => (event.type === 'text' ? event.text : ''));
    for (const { value } of secrets) {
      expect(written).not.toContain(value);
      expect(replayed.join('')).not.toContain(value);
    }
    // In the same pieces, and found again by the request with its secrets.
    expect(replayed.map(({ length }) => length)).toEqual([...sizes, 0]);
    expect(exchange?.hash).toBe(requestHash(asking(all)));
  });

  it('can be written by hand', async () => {
    const written = [
      '{"type":"request","task":{"kind":"data"}}',
      '{"type":"event","event":{"type":"text","text":"{}"}}',
      '',
      '{"type":"request"}',
      '{"type":"event","event":{"type":"text","text":"# Spec\\n"}}',
    ].join('\n');
    const replay = createReplayModel(read(written));
    expect(await askModel(replay, asking('anything'))).toMatchObject({
      text: '# Spec\n',
      outcome: { kind: 'complete' },
    });
    expect((await askModel(replay, asking('anything', 'data'))).text).toBe('{}');
  });

  it.each([
    ['', 0],
    ['{"type":"request"}\nnonsense', 2],
    ['{"type":"event","event":{"type":"thinking"}}', 1],
    ['{"type":"request"}\n{"type":"event","event":{"type":"sing"}}', 2],
    ['# Spec\n', 1],
  ])('says where it is none: %j', (written, line) => {
    expect(readRecording(written)).toMatchObject({ line });
  });

  it('stops where it is told to', async () => {
    const stop = new AbortController();
    const replay = createReplayModel(
      read(
        '{"type":"request"}\n{"type":"event","event":{"type":"text","text":"a"}}\n{"type":"event","event":{"type":"text","text":"b"}}',
      ),
    );
    const seen: ModelEvent[] = [];
    for await (const event of replay.stream(asking('x'), stop.signal)) {
      seen.push(event);
      stop.abort();
    }
    expect(seen).toEqual([text('a'), { type: 'end', outcome: { kind: 'cancelled' } }]);
  });
});
