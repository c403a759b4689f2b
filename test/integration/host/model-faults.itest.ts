import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  delta,
  events,
  eventStream,
  finish,
  json,
  pieces,
  refusal,
  startWireServer,
  streamed,
  type WireAnswer,
  type WireReply,
  type WireRequest,
  type WireServer,
} from '../../harness/wire-server';
import { keptDrafts, ProductWindow } from './product-window';
import { closeAll, until, uri } from '../open-window';
import { exists, freshPath, readText, remove, writeText } from './workspace-under-test';

const spec = '# Spec\n\n## 1. Executive Summary\n\nÜmlaut, 漢字, 🚀🚀🚀.\n\n## 2. Goals\n\nText.\n';
/** The fifth ends in the middle of an emoji. */
const sent = pieces(spec, 10);
const told = { 'retry-after-ms': '5' };

/** As far as it is text: half a character is none; whoever goes on writes it whole. */
const sentUpTo = (count: number): string =>
  sent
    .slice(0, count)
    .join('')
    .replace(/[\ud800-\udbff]$/, '');

/** The first pieces, as events, and no end. */
const begun = (count: number): readonly string[] =>
  events(
    sent.slice(0, count).map((piece) => delta(piece)),
    false,
  );
/** Refuses once in each of these ways, then gives the whole spec. */
const atFirst =
  (...refusals: readonly WireReply[]) =>
  (_: unknown, nth: number): WireReply =>
    refusals[nth] ?? streamed(spec);

/** What became of a draft. */
interface Drafted {
  /** Path of the spec that is or would be. */
  readonly path: string;
  /** The file there, byte for byte, or `null`. */
  readonly file: string | null;
  readonly receipt: boolean;
  readonly journal: string | null;
  readonly said: string;
}

describe('a model that fails, in the editor', () => {
  const window = new ProductWindow();
  const changed = new Set<string>();
  const written: string[] = [];
  let server: WireServer;
  let bearing: number | undefined;

  const set = async (name: string, value: unknown): Promise<void> => {
    changed.add(name);
    await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  };

  before(async () => {
    server = await startWireServer();
    window.takeOver();
    window.pick = 0;
    await set('techSpec.model.provider', 'openai');
    await set('techSpec.model.baseUrl', `${server.origin}/v1`);
    await set('techSpec.model.name', 'test-model');
  });
  afterEach(async () => {
    if (bearing !== undefined) await bear(undefined);
    await closeAll();
    await remove(...written.splice(0));
  });
  after(async () => {
    window.giveBack();
    for (const name of changed) await set(name, undefined);
    await server.close();
  });

  /** How long silence is borne, in seconds; only where silence is tried, as a busy machine is silent at times. */
  const bear = async (seconds: number | undefined): Promise<void> => {
    bearing = seconds;
    await set('techSpec.model.firstByteTimeout', seconds);
    await set('techSpec.model.idleTimeout', seconds);
  };

  /** Drafts from a PRD of its own with the command, while the server answers so. */
  async function draft(
    reply: WireReply | ((request: WireRequest, nth: number) => WireReply),
  ): Promise<Drafted> {
    const source = freshPath('prds/fault.md');
    const name = source.slice('prds/'.length, -'.md'.length);
    written.push(source, `tech-specs/${name}.md`, `tech-specs/${name}.receipt.json`);
    await writeText(source, `# ${name}\n\n- **FR-1**: Members invite others.\n`);
    server.reply(reply);
    window.forget();
    await vscode.commands.executeCommand('techSpec.quickCreate', uri(source));
    return ended(`tech-specs/${name}.md`);
  }

  async function ended(path: string): Promise<Drafted> {
    return {
      path,
      file: (await exists(path)) ? await readText(path) : null,
      receipt: await exists(path.replace(/md$/, 'receipt.json')),
      journal: keptDrafts().find(({ output }) => output === path)?.text ?? null,
      said: window.said.map(({ text }) => text).join('\n'),
    };
  }

  /** Presses Resume below the message; the server goes on where what it is sent ends. */
  async function resume(path: string): Promise<Drafted> {
    server.reply(({ body }) => streamed(spec.slice(writtenIn(body).length)));
    const message = window.said.find(({ buttons }) => buttons.includes('Resume'));
    assert.ok(message, 'nothing offers to resume');
    window.forget();
    await message.press('Resume');
    await until('the end of the resumed draft', () => window.said.length > 0);
    return ended(path);
  }

  /** Waits until the editor has read what was sent, as the journal of the draft shows. */
  const read = (text: string) => (): Promise<unknown> =>
    until('what was sent', () => {
      try {
        return keptDrafts().some((draft) => draft.output === written.at(-2) && draft.text === text);
      } catch {
        // A journal is written or removed at this moment.
        return false;
      }
    });
  const whole = (drafted: Drafted): void => {
    assert.equal(drafted.file, spec);
    assert.deepEqual([drafted.receipt, drafted.journal], [true, null]);
  };
  const kept = (drafted: Drafted, text: string): void => {
    assert.equal(drafted.file, text);
    assert.equal(drafted.journal, text);
  };
  const nothing = ({ file, receipt, journal }: Drafted): void =>
    assert.deepEqual([file, receipt, journal], [null, false, null]);

  describe('before any text', () => {
    const refused: Record<string, [reply: WireReply, says: RegExp, asked: number]> = {
      '401': [refusal(401, { error: { message: 'No.' } }), /needs an API key.*Set the API key/, 1],
      '402': [refusal(402, {}), /used up.*Add credit/, 1],
      '403': [refusal(403, {}), /needs an API key.*Set the API key/, 1],
      '404 for the model': [refusal(404, {}), /does not know the model test-model.*Check the model name/, 1],
      '429 that stays': [refusal(429, {}, told), /is limiting requests.*Wait a moment/, 6],
      '500 that stays': [refusal(500, {}, told), /failed on its side.*Try again/, 5],
      '503 that stays': [refusal(503, 'Loading model', told), /Loading model/, 5],
      'a wait of hours': [refusal(429, {}, { 'retry-after': '7200' }), /is limiting requests/, 1],
      'a web page': [
        { headers: { 'content-type': 'text/html' }, chunks: ['<!doctype html><title>Sign in'] },
        /answered with a web page.*usually ends in \/v1/,
        1,
      ],
      'events that are none': [
        { headers: eventStream, chunks: ['data: {"choices": [\n\ndata: x\n\n'] },
        /not in the format of OpenAI/,
        1,
      ],
      'an answer without text': [
        { headers: eventStream, chunks: events([delta(''), finish('stop')]) },
        /empty answer.*choose another model/,
        1,
      ],
      'a filter': [{ headers: eventStream, chunks: events([finish('content_filter')]) }, /content filter/, 1],
      'a redirect': [
        { status: 302, headers: { location: 'https://elsewhere.example/' } },
        /another address/,
        1,
      ],
    };
    for (const [name, [reply, says, asked]] of Object.entries(refused))
      it(`says what helps, and leaves no file: ${name}`, async () => {
        const drafted = await draft(reply);
        nothing(drafted);
        assert.match(drafted.said, says);
        assert.equal(server.requests().length, asked);
      });

    const overcome: Record<string, WireReply> = {
      'a rate limit with a time': refusal(429, {}, told),
      'a rate limit with a time in seconds': refusal(429, {}, { 'retry-after': '1' }),
      'a rate limit without': refusal(429, {}),
      'a server that failed': refusal(500, {}, told),
      'a server that is busy': refusal(503, {}, told),
      'a connection that was refused': 'refuse',
      'a server that says nothing': 'silence',
    };
    for (const [name, reply] of Object.entries(overcome))
      it(`waits and is whole after ${name}`, async () => {
        if (reply === 'silence') await bear(2);
        whole(await draft(atFirst(reply)));
        assert.equal(server.requests().length, 2);
      });
  });

  describe('in the middle', () => {
    const broken: Record<string, Omit<WireAnswer, 'headers'> & { readonly says: RegExp }> = {
      'the connection closes': { end: 'close', says: /broke before the answer was complete/ },
      'the connection is reset': { end: 'reset', says: /broke before the answer was complete/ },
      'the answer just ends': { says: /broke before the answer was complete/ },
      'an event is malformed': {
        chunks: ['data: {"choices":[{]}\n\n', ...events([delta('lost')])],
        says: /broke before|not in the format/,
      },
      'an error comes': {
        chunks: events([{ error: { code: 502, message: 'Broke.' } }], false),
        says: /It says: Broke\./,
      },
      'the limit comes': { chunks: events([finish('length')]), says: /output limit/ },
      'it is filtered': { chunks: events([finish('content_filter')]), says: /content filter stopped/ },
      'the server falls silent': { end: 'silence', says: /nothing came for 2 s/ },
    };
    for (const [name, { chunks = [], end = 'finish', says }] of Object.entries(broken))
      it(`keeps every byte, says so, and goes on to the end where ${name}`, async () => {
        if (end === 'silence') await bear(2);
        const rest = end === 'close' || end === 'reset' ? { rest: read(sentUpTo(4)) } : {};
        const answer = { headers: eventStream, chunks: [...begun(4), ...chunks], ...rest, end };
        // Asked to go on behind a limit, it has nothing more to say.
        const more = { headers: eventStream, chunks };
        const drafted = await draft((_, nth) => (nth === 0 || end !== 'finish' ? answer : more));
        kept(drafted, sentUpTo(4));
        assert.match(drafted.said, says);
        whole(await resume(drafted.path));
      });

    // At every boundary it is tried on the command line; here in the first, in one behind half an emoji, and in the last.
    for (const count of [1, 5, sent.length - 1])
      it(`keeps every byte where the connection is reset after piece ${count} of ${sent.length}`, async () => {
        const rest = read(sentUpTo(count));
        const drafted = await draft({ headers: eventStream, chunks: begun(count), rest, end: 'reset' });
        kept(drafted, sentUpTo(count));
        if (count === 5) whole(await resume(drafted.path));
      });
  });

  describe('on a strange line', () => {
    const values = [...sent.map((piece) => delta(piece)), finish('stop')];
    const bytes = Buffer.from(events(values).join(''));
    const strange: Record<string, WireAnswer> = {
      'drips slowly': { headers: eventStream, chunks: events(values), pause: 40 },
      'comes byte by byte': {
        headers: eventStream,
        chunks: Array.from(bytes, (byte) => Uint8Array.of(byte)),
      },
      'is not streamed': {
        headers: json,
        chunks: [JSON.stringify({ choices: [{ message: { content: spec }, finish_reason: 'stop' }] })],
      },
      'has a wrong content type': { headers: { 'content-type': 'text/plain' }, chunks: [bytes] },
      'repeats numbered events': {
        headers: eventStream,
        chunks: values.flatMap((value, index) =>
          Array.from({ length: 2 }, () => `id: ${index}\ndata: ${JSON.stringify(value)}\n\n`),
        ),
      },
      'thinks aloud': streamed(`<think>First.</think>\n${spec}`),
    };
    for (const [name, answer] of Object.entries(strange))
      it(`is whole where the answer ${name}`, async () => whole(await draft(answer)));

    it('shows bytes that are no text as such, and keeps all around them', async () => {
      const [before, behind] = ['# Spec\n\nBefore ', ' behind.\n'];
      const event = Buffer.from(events([delta(`${before}@${behind}`), finish('stop')]).join(''));
      event[event.indexOf('@')] = 0xff;
      assert.equal((await draft({ headers: eventStream, chunks: [event] })).file, `${before}\ufffd${behind}`);
    });
  });
});

/** What a request says was written already. */
function writtenIn(body: WireRequest['body']): string {
  const messages = body?.['messages'] as readonly { role: string; content: string }[];
  return messages.find(({ role }) => role === 'assistant')?.content ?? '';
}
