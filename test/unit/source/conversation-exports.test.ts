import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../../src/core/source/conversation/exports/read-export';
import { readConversation, readTurns } from '../../../src/core/source/conversation/read-turns';
import { SourceError } from '../../../src/core/source/document/source-error';
import { read } from './read';
import { secondsHere } from '../../harness/pace';

/** Who said what on which line, as `role line: sentences`. */
function heard(text: string): readonly string[] {
  return readTurns(text).map(
    ({ role, line, sentences }) =>
      `${role} ${line}: ${sentences.map((sentence) => sentence.text).join(' | ')}`,
  );
}

const json = (value: unknown): string => JSON.stringify(value, null, 1);

const chatGpt = (
  title: string,
  updated: number,
  messages: Record<string, unknown>,
  last: string | null = null,
) => ({
  title,
  update_time: updated,
  current_node: last,
  mapping: messages,
});
const node = (parent: string | null, role: string, text: string, more: object = {}) => ({
  parent,
  children: [],
  message: { author: { role }, content: { content_type: 'text', parts: [text] }, recipient: 'all', ...more },
});

describe('the export of ChatGPT', () => {
  const tree = {
    root: { parent: null, children: ['s'], message: null },
    s: node('root', 'system', 'You are helpful.'),
    wrong: node('s', 'user', 'It must be blue.'),
    right: node('s', 'user', 'It must be green.'),
    call: node('right', 'assistant', '{"q": "green"}', { recipient: 'web' }),
    tool: node('call', 'tool', 'It must be found.'),
    hidden: node('tool', 'user', 'It must be hidden.', {
      metadata: { is_visually_hidden_from_conversation: true },
    }),
    answer: node('hidden', 'assistant', 'Green it is.'),
  };

  it('is read along the path that was shown, without instructions and tools', () => {
    const text = json([chatGpt('Colours', 1, tree, 'answer')]);
    const at = (needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length;
    expect(heard(text)).toEqual([
      `user ${at('It must be green.')}: It must be green.`,
      `assistant ${at('Green it is.')}: Green it is.`,
    ]);
    expect(read(text, undefined, 'conversations.json')).toMatchObject({
      kind: 'conversation',
      title: 'Colours',
      requirements: [{ line: at('It must be green.'), title: 'It must be green.' }],
    });
  });

  it('with several conversations is read where it went on last, and says that there are more', () => {
    const first = chatGpt('First', 5, { a: node(null, 'user', 'It must print.') });
    const second = chatGpt('Second', 9, { a: node(null, 'user', 'It must scan.') });
    const text = json([second, first]);
    const source = read(text, undefined, 'conversations.json');
    expect(source.title).toBe('Second');
    expect(source.findings.map(({ check, args }) => [check, ...args])).toEqual([
      ['conversation-several', '2'],
    ]);
    expect(readConversation(text, 1)).toMatchObject({ title: 'First', index: 1 });
  });
});

it('the export of Claude is read along the branch shown last, typed blocks of tools and thoughts left out', () => {
  const text = json([
    {
      name: 'Labels',
      updated_at: '2026-01-02T00:00:00Z',
      chat_messages: [
        {
          uuid: '1',
          sender: 'human',
          parent_message_uuid: '0',
          text: 'x',
          content: [{ type: 'text', text: 'It must be red.' }],
        },
        { uuid: '2', sender: 'human', parent_message_uuid: '0', text: 'It must be blue.', content: [] },
        {
          uuid: '3',
          sender: 'assistant',
          parent_message_uuid: '2',
          text: '',
          content: [
            { type: 'thinking', thinking: 'It must be thought.' },
            { type: 'tool_use', name: 'x', input: {} },
            { type: 'text', text: 'Blue then.' },
          ],
        },
      ],
    },
  ]);
  expect(heard(text).map((line) => line.replace(/\d+/, 'n'))).toEqual([
    'user n: It must be blue.',
    'assistant n: Blue then.',
  ]);
});

it.each([
  ['an array', (messages: unknown) => messages],
  ['a request', (messages: unknown) => ({ model: 'x', messages })],
  ['a wrapped list', (messages: unknown) => ({ data: { conversation: messages } })],
])('messages of an API are read from %s', (_, wrap) => {
  const messages = [
    { role: 'system', content: 'You must obey.' },
    { role: 'user', content: 'It must print.\n\n```\nmust not count\n```\nIt must scan.' },
    { role: 'assistant', content: [{ type: 'text', text: 'Fine.' }], tool_calls: [{}] },
    { role: 'tool', content: 'It must be noise.' },
    { role: 'developer', content: 'It must be noise.' },
    { role: 'user', content: [{ type: 'tool_result', content: 'It must be noise.' }] },
  ];
  expect(heard(JSON.stringify(wrap(messages)))).toEqual([
    'user 1: It must print. | It must scan.',
    'assistant 1: Fine.',
  ]);
});

it('a chat exported from the editor is read without progress, tool calls and edits', () => {
  const text = json({
    requesterUsername: 'ana',
    responderUsername: 'GitHub Copilot',
    requests: [
      {
        message: { text: 'The export must be UTF-8.', parts: [] },
        response: [
          { kind: 'progressTask', content: { value: 'It must wait.' } },
          { value: 'I changed ' },
          { kind: 'inlineReference', inlineReference: { path: '/w/src/export.ts', scheme: 'file' } },
          { value: ' for it.' },
          { kind: 'toolInvocationSerialized', invocationMessage: { value: 'It must run.' } },
          { kind: 'textEditGroup', edits: [] },
        ],
      },
    ],
  });
  expect(heard(text).map((line) => line.replace(/\d+/, 'n'))).toEqual([
    'user n: The export must be UTF-8.',
    'assistant n: I changed export.ts for it.',
  ]);
});

it('a day of Slack is read in order, with names and without bots and joins', () => {
  const text = json([
    {
      type: 'message',
      user: 'U2',
      text: 'Yes &amp; <@U1> will see <https://x.example|the page>.',
      ts: '3.0',
    },
    { type: 'message', subtype: 'channel_join', user: 'U1', text: '<@U1> has joined', ts: '0.5' },
    {
      type: 'message',
      user: 'U1',
      text: 'We need a page.',
      ts: '1.0',
      user_profile: { real_name: 'Ana Silva' },
    },
    { type: 'message', subtype: 'bot_message', bot_id: 'B1', text: 'Build must pass.', ts: '2.0' },
  ]);
  expect(readTurns(text).map(({ speaker, sentences }) => [speaker, sentences[0]?.text])).toEqual([
    ['Ana Silva', 'We need a page.'],
    ['U2', 'Yes & @Ana Silva will see the page.'],
  ]);
});

describe('chats of coding agents', () => {
  it.each([
    [
      'a checkpoint of Gemini',
      [
        { role: 'user', parts: [{ text: 'This is the Gemini CLI. We must set up.' }] },
        { role: 'user', parts: [{ text: 'It must print.' }] },
        { role: 'model', parts: [{ functionCall: { name: 'x' } }] },
        { role: 'user', parts: [{ functionResponse: { name: 'x' } }] },
        { role: 'model', parts: [{ text: 'Done.' }] },
      ],
    ],
    [
      'a session of Gemini',
      {
        sessionId: 's',
        messages: [
          { type: 'user', content: [{ text: 'It must print.' }] },
          { type: 'info', content: 'It must wait.' },
          { type: 'gemini', content: 'Done.', thoughts: [] },
        ],
      },
    ],
    [
      'events of Cline',
      [
        { ts: 1, type: 'say', say: 'text', text: 'It must print.' },
        { ts: 2, type: 'say', say: 'api_req_started', text: '{"request": "It must wait."}' },
        { ts: 3, type: 'say', say: 'tool', text: '{"tool": "x"}' },
        { ts: 4, type: 'ask', ask: 'plan_mode_respond', text: '{"response": "Done.", "options": []}' },
      ],
    ],
    [
      'a history of Cline and Roo Code',
      [
        {
          role: 'user',
          content: [
            { type: 'text', text: '<task>\nIt must print.\n</task>' },
            { type: 'text', text: '<environment_details>\nIt must be noise.\n</environment_details>' },
          ],
        },
        {
          role: 'assistant',
          content: '<thinking>It must think.</thinking>\nDone.\n<read_file>\n<path>a</path>\n</read_file>',
        },
      ],
    ],
    [
      'a session of Continue',
      {
        title: 'T',
        history: [
          { message: { role: 'user', content: 'It must print.' }, contextItems: [] },
          { message: { role: 'assistant', content: 'Done.' } },
        ],
      },
    ],
  ])('%s holds what was said and no more', (_, value) => {
    expect(heard(json(value)).map((line) => line.replace(/\d+/, 'n'))).toEqual([
      'user n: It must print.',
      'assistant n: Done.',
    ]);
  });

  it('logs with one event a line are read with the lines of the file', () => {
    const claudeCode = [
      { type: 'summary', summary: 'It must be short.' },
      { type: 'user', message: { role: 'user', content: 'It must print.' } },
      { type: 'user', isMeta: true, message: { role: 'user', content: 'It must wait.' } },
      { type: 'assistant', message: { role: 'assistant', content: [{ type: 'tool_use' }] } },
      { type: 'assistant', message: { role: 'assistant', content: [{ type: 'text', text: 'Done.' }] } },
    ];
    const codex = [
      { type: 'session_meta', payload: {} },
      {
        type: 'response_item',
        payload: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'It must print.' }] },
      },
      { type: 'event_msg', payload: { type: 'user_message', message: 'It must print.' } },
      { type: 'response_item', payload: { type: 'reasoning', summary: [] } },
      {
        type: 'response_item',
        payload: { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Done.' }] },
      },
    ];
    for (const rows of [claudeCode, codex])
      expect(heard(rows.map((row) => JSON.stringify(row)).join('\n'))).toEqual([
        'user 2: It must print.',
        'assistant 5: Done.',
      ]);
  });

  it.each([
    [
      'Cursor',
      '# Title\n_Exported on 1/2/2026 from Cursor (2.0)_\n\n---\n\n**User**\n\nIt must print.\n\n---\n\n**Cursor**\n\nDone.',
    ],
    [
      'Cline',
      '**User:**\n\nIt must print.\n\n---\n\n**Assistant:**\n\nDone.\n\n[Tool Use: read_file]\nPath: It must be noise.\n',
    ],
    [
      'Gemini',
      '## USER 🧑‍💻\n\nIt must print.\n\n---\n\n## MODEL ✨\n\nDone.\n\n**Tool Command**:\n```json\n{}\n```',
    ],
    [
      'Continue',
      '### [Continue](https://continue.dev) session transcript\n Exported: 1/2/2026\n\n#### _User_\n\n> It must print.\n\n#### _Assistant_\n\n> Done.',
    ],
    [
      'aider',
      '# aider chat started at 2026-01-02 10:00:00\n\n> Model: x must be noise\n\n#### It must print.\n\nDone.\n\n> Applied edit to a.ts',
    ],
    ['a browser extension', '## Prompt:\nIt must print.\n\n## Response:\nDone.'],
    ['copied text', 'You said:\nIt must print.\nChatGPT said:\nDone.'],
    ['brackets', '[USER]\nIt must print.\n\n[ASSISTANT]\nDone.'],
  ])('Markdown of %s is told apart by its roles', (_, text) => {
    expect(heard(text).map((line) => line.replace(/\d+/, 'n'))).toEqual([
      'user n: It must print.',
      'assistant n: Done.',
    ]);
  });
});

describe('a transcript', () => {
  it('names no speaker by the labels within a message', () => {
    const text = 'Ana: We need a file.\nColumns: name, role\nBen: Fine.\nAna: It must be small.\nBen: Yes.';
    expect(readTurns(text).map(({ speaker }) => speaker)).toEqual(['Ana', 'Ben', 'Ana', 'Ben']);
    const chat = '## User\nWe need a file.\nNote: it must be small.\n## Assistant\nExample: fine.';
    expect(heard(chat)).toEqual([
      'user 1: We need a file. | Note: it must be small.',
      'assistant 4: Example: fine.',
    ]);
  });

  it('can be copied out of a chat, with names and times on lines of their own', () => {
    const text = 'Ana Silva  10:02 AM\nWe need a file.\nBen Lee  10:04 AM\nFine.';
    expect(heard(text)).toEqual(['person 1: We need a file.', 'person 3: Fine.']);
  });
});

describe('any JSON', () => {
  it('is read without throwing, with lines that the file has', () => {
    const message = fc.record({
      role: fc.constantFrom('user', 'assistant', 'tool', 'Ana'),
      content: fc.oneof(fc.string(), fc.array(fc.record({ type: fc.constant('text'), text: fc.string() }))),
    });
    const value = fc.oneof(
      fc.jsonValue(),
      fc.array(message),
      fc.record({ mapping: fc.dictionary(fc.string(), fc.jsonValue()) }),
    );
    fc.assert(
      fc.property(value, fc.nat({ max: 3 }), fc.nat({ max: 400 }), (any, indent, cut) => {
        const text = JSON.stringify(any, null, indent);
        const lines = text.split('\n').length;
        for (const candidate of [text, text.slice(0, cut)]) {
          for (const turn of readTurns(candidate)) {
            expect(turn.line).toBeGreaterThanOrEqual(1);
            expect(turn.line).toBeLessThanOrEqual(lines);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that nests too deep is no conversation', () => {
    expect(readExport('['.repeat(300_000))).toBeNull();
    expect(readExport(`${'{"messages":'.repeat(5000)}[]`)).toBeNull();
  });

  it('can name anything without harm', () => {
    const text =
      '{"__proto__": {"polluted": true}, "messages": [{"role": "user", "content": "It must print."}]}';
    expect(heard(text)).toEqual(['user 1: It must print.']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

it('an export of 4 MB is read in bounded time, a larger one refused with what to do', () => {
  const messages = Array.from({ length: 4000 }, (_, at) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: `We need thing ${at}. ${'Some words that say little. '.repeat(36)}`,
  }));
  const text = JSON.stringify(messages);
  expect(text.length).toBeGreaterThan(4e6);
  const start = process.cpuUsage();
  expect(read(text).requirements.length).toBeGreaterThan(100);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(secondsHere(20));
  try {
    read(text + text, 'conversation', 'chats.json');
    expect.unreachable();
  } catch (error) {
    expect(SourceError.is(error) ? error.message : '').toMatch(/larger than 5 MB\. Split it/);
  }
});
