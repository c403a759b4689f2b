import { describe, expect, it } from 'vitest';
import { readHostMessage } from '../../../src/shared/wizard/protocol';
import { readWizardInput } from '../../../src/shared/wizard/wizard-input';
import type { WebviewMessage } from '../../../src/shared/wizard/protocol';
import { plantedSecrets } from '../secrets/planted-secrets';
import { started } from './wizard/wizard-session-world';

const problem = '`POST /orders` answers 500 for 2 % of the carts with more than 50 items.';
const filled: readonly WebviewMessage[] = [
  { type: 'setSourceMode', mode: 'initiative' },
  { type: 'editInitiative', field: 'title', text: 'No deadlocks' },
  { type: 'editInitiative', field: 'problem', text: problem },
  { type: 'editInitiative', field: 'whyNow', text: 'The share doubled in May.' },
  { type: 'editRequirement', index: 0, field: 'statement', text: 'Order lines are locked in one order.' },
  { type: 'editRequirement', index: 0, field: 'success', text: 'No 500 in the load test with 60 items.' },
  { type: 'addRequirement' },
  { type: 'editRequirement', index: 1, field: 'statement', text: 'A return is noticed.' },
  { type: 'editRequirement', index: 1, field: 'success', text: 'An alert fires at 3 deadlocks an hour.' },
  { type: 'setPriority', index: 1, priority: 'should' },
];

async function after(messages: readonly WebviewMessage[], change: Parameters<typeof started>[0] = {}) {
  const made = await started(change, {});
  for (const message of messages) await made.session.handle(message);
  return made;
}

describe('an initiative in the form', () => {
  it('is questioned where it is vague, and only in what was written so far', async () => {
    const { session } = await after([
      { type: 'setSourceMode', mode: 'initiative' },
      { type: 'editInitiative', field: 'problem', text: 'The code is messy.' },
    ]);
    const { weak, refused } = session.state.source.writing;
    expect(weak.map(({ field }) => field)).toEqual(['problem', 'problem']);
    expect(weak[0]?.missing).toContain('"messy"');
    expect(refused).toBe(false);
  });

  it('is not accepted while it is vague: nothing is written, and every field says what it lacks', async () => {
    const { session, world } = await after([
      { type: 'setSourceMode', mode: 'initiative' },
      { type: 'editInitiative', field: 'problem', text: 'The code is messy.' },
      { type: 'saveInitiative', asItIs: false },
    ]);
    expect(world.files).toEqual({});
    const { weak, refused } = session.state.source.writing;
    expect(refused).toBe(true);
    expect(new Set(weak.map(({ field }) => field))).toEqual(
      new Set(['title', 'problem', 'whyNow', 'statement', 'success']),
    );
    expect(readHostMessage({ type: 'state', state: session.state, input: session.input })).not.toBeNull();
  });

  it('becomes a file beside others, which is selected with its ids', async () => {
    const { session, world } = await after([...filled, { type: 'saveInitiative', asItIs: false }]);
    expect(Object.keys(world.files)).toEqual(['initiatives/no-deadlocks.md']);
    const { selected, summary, writing } = session.state.source;
    expect(selected).toBe('initiatives/no-deadlocks.md');
    expect(summary).toMatchObject({ kind: 'initiative', title: 'No deadlocks' });
    expect(summary?.requirements.map(({ id, priority, acceptance }) => [id, priority, acceptance])).toEqual([
      ['ER-001', 'must', 1],
      ['ER-002', 'should', 1],
    ]);
    expect(writing).toMatchObject({ mode: 'documents', editable: true, initiative: { title: '' } });
  });

  it('never takes the place of another file', async () => {
    const files = { 'initiatives/no-deadlocks.md': 'mine' };
    const { session, world } = await after([...filled, { type: 'saveInitiative', asItIs: false }], { files });
    expect(world.files).toEqual(files);
    expect(session.state.source.writing).toMatchObject({
      mode: 'initiative',
      initiativeTarget: {
        path: 'initiatives/no-deadlocks.md',
        problem: 'initiatives/no-deadlocks.md exists.',
      },
    });
  });

  it('can be saved as it is: what is vague is asked before the draft', async () => {
    const { session, world } = await after([
      { type: 'setSourceMode', mode: 'initiative' },
      { type: 'editInitiative', field: 'title', text: 'Clean up' },
      { type: 'editInitiative', field: 'problem', text: 'The code is messy.' },
      { type: 'saveInitiative', asItIs: true },
    ]);
    expect(world.files['initiatives/clean-up.md']).toContain('The code is messy.');
    expect(session.state.source.summary?.findings.map(({ message }) => message).join(' ')).toContain('messy');
  });

  it('can be opened in the form again and saved over itself, unless the file has changed meanwhile', async () => {
    const { session, world } = await after([
      ...filled,
      { type: 'saveInitiative', asItIs: false },
      { type: 'openInForm' },
      { type: 'editInitiative', field: 'outOfScope', text: 'Other tables' },
    ]);
    expect(session.state.source.writing).toMatchObject({
      mode: 'initiative',
      editing: 'initiatives/no-deadlocks.md',
      initiative: { problem, title: 'No deadlocks' },
    });
    world.files['initiatives/no-deadlocks.md'] += '\n<!-- by somebody else -->\n';
    await session.handle({ type: 'saveInitiative', asItIs: false });
    expect(session.state.source.writing.initiativeTarget.problem).toContain('has changed');
    world.files['initiatives/no-deadlocks.md'] = (world.files['initiatives/no-deadlocks.md'] ?? '').replace(
      /\n<!.*\n$/,
      '',
    );
    await session.handle({ type: 'saveInitiative', asItIs: false });
    expect(world.files['initiatives/no-deadlocks.md']).toContain('## Out of scope\n\n- Other tables');
    expect(session.state.source.writing.mode).toBe('documents');
  });

  it('survives a reload of the page, half written', async () => {
    const { session } = await after(filled.slice(0, 5));
    const stored = readWizardInput(JSON.parse(JSON.stringify(session.input)));
    expect(stored).toEqual(session.input);
    const again = await started({}, stored ?? {});
    expect(again.session.state.source.writing.initiative).toMatchObject({
      title: 'No deadlocks',
      requirements: [{ statement: 'Order lines are locked in one order.' }],
    });
    expect(again.session.state.source.writing.initiativeTarget.path).toBe('initiatives/no-deadlocks.md');
  });

  it('reads what an earlier version stored, which knew no form', () => {
    const earlier = {
      ...{ step: 'source', source: null, kind: null, excludedDocuments: [], includedDocuments: [] },
      ...{ template: null, answers: [], model: null, output: null },
    };
    expect(readWizardInput(earlier)).not.toBeNull();
  });
});

describe('a pasted conversation', () => {
  const talk =
    'Ana: We need a limit of 10 exports.\nBen: Actually, make it 20 exports.\nAna: Fine.\nBen: Good.';

  it('becomes a Markdown file that is selected, with what was replaced', async () => {
    const { session, world } = await after([
      { type: 'setSourceMode', mode: 'conversation' },
      { type: 'saveConversation', text: talk },
    ]);
    const [path = ''] = Object.keys(world.files);
    expect(path).toMatch(/^conversations\/conversation-2026-01-31\.md$/);
    expect(world.files[path]).toContain(talk);
    const { selected, summary } = session.state.source;
    expect(selected).toBe(path);
    expect(summary).toMatchObject({
      kind: 'conversation',
      talk: { superseded: [{ text: 'We need a limit of 10 exports.', by: 'R-001' }] },
    });
  });

  it('can come from the clipboard, and from the JSON of a chat tool', async () => {
    const clipboard = JSON.stringify([
      { role: 'user', content: 'It must print.\n\n```ts\nconst a = 1;\n```' },
      { role: 'assistant', content: '<thinking>Hm.</thinking>Done.' },
    ]);
    const { session, world } = await after(
      [{ type: 'setSourceMode', mode: 'conversation' }, { type: 'pasteConversation' }],
      { clipboard },
    );
    const [text = ''] = Object.values(world.files);
    expect(text).toContain('**User:**\n\nIt must print.\n\n```ts\nconst a = 1;\n```');
    expect(text).not.toContain('Hm.');
    expect(session.state.source.summary?.requirements.map(({ title }) => title)).toEqual(['It must print.']);
  });

  it.each([
    ['', 'no text'],
    ['x'.repeat(5 * 1024 * 1024 + 1), '5 MB'],
    [
      JSON.stringify([
        { name: 'A', chat_messages: [{ sender: 'human', text: 'Hi' }] },
        { name: 'B', chat_messages: [{ sender: 'human', text: 'Ho' }] },
      ]),
      '2 conversations',
    ],
  ])('that can not be used says why (%#)', async (text, expected) => {
    const { session, world } = await after([
      { type: 'setSourceMode', mode: 'conversation' },
      { type: 'saveConversation', text },
    ]);
    expect(world.files).toEqual({});
    expect(session.state.source.writing.conversationTarget.problem).toContain(expected);
  });
});

describe('a secret in what is pasted', () => {
  const { kind, value } = plantedSecrets(3).find((planted) => planted.kind === 'GitHub token') ?? {
    kind: '',
    value: '',
  };
  const talk = `Ana: Exports must need a key.\nBen: Take ${value} for now.\nAna: Fine.`;
  const paste = { type: 'setSourceMode', mode: 'conversation' } as const;

  it('is told and taken out while the text still stands in the form, and not kept over a reload', async () => {
    const { session, world } = await after([paste, { type: 'setConversation', text: talk }]);
    expect(session.state.source.writing.takenOut).toContain(`${kind} (line 2)`);
    expect(session.state.source.writing.conversation).toContain('Exports must need a key.');
    expect(JSON.stringify([session.state, session.input, world.files])).not.toContain(value);
  });

  it.each([
    ['typed', [{ type: 'saveConversation', text: talk }]],
    ['in the clipboard', [{ type: 'pasteConversation' }]],
    ['in its title', [{ type: 'saveConversation', text: `# Use ${value}\n\n${talk}` }]],
    ['in an export', [{ type: 'saveConversation', text: JSON.stringify([{ role: 'user', content: talk }]) }]],
  ] as const)(
    'reaches neither a file nor its name where it was %s, and the wizard says so',
    async (_, way) => {
      const { session, world } = await after([paste, ...way], { clipboard: talk });
      expect(Object.keys(world.files)).toHaveLength(1);
      expect(JSON.stringify([session.state, session.input, world.files, world.calls])).not.toContain(value);
      expect(session.state.source.writing.takenOut).toContain(kind);
      expect(session.state.source.summary?.kind).toBe('conversation');
    },
  );

  it('is told no more once another document is chosen', async () => {
    const { session } = await after([
      ...[paste, { type: 'saveConversation', text: talk } as const],
      { type: 'selectSource', path: 'prds/invites.md' },
    ]);
    expect(session.state.source.writing.takenOut).toBeNull();
  });

  it('reaches neither form nor file of an initiative, nor an answer', async () => {
    const answer = { kind: 'text', questionId: 'q', text: `Use ${value}` } as const;
    const { session, world } = await after([
      ...filled,
      { type: 'editInitiative', field: 'constraints', text: `Deploys use ${value}.` },
      { type: 'saveInitiative', asItIs: true },
      { type: 'answer', answer },
    ]);
    expect(Object.values(world.files).join('')).toContain('Deploys use [secret removed');
    expect(JSON.stringify([session.state, session.input, world.files])).not.toContain(value);
    expect(session.input.answers).toHaveLength(1);
  });
});

it('an export with several conversations is offered to pick from; the one picked becomes a file of its own', async () => {
  const chat = (name: string, text: string, updated_at: string) => ({
    ...{ name, updated_at },
    chat_messages: [
      { sender: 'human', text },
      { sender: 'assistant', text: 'Fine.' },
    ],
  });
  const text = JSON.stringify([
    chat('Photos', 'It must be blue.', '2026-01-02T00:00:00Z'),
    chat('Limits', 'It must stop at 20.', '2026-01-01T00:00:00Z'),
  ]);
  const { session, world } = await after([], { files: { 'chats.json': text } });
  await session.handle({ type: 'selectSource', path: 'chats.json' });
  expect(session.state.source.writing.conversations).toEqual([
    { index: 0, title: 'Photos', messages: 2, selected: true },
    { index: 1, title: 'Limits', messages: 2, selected: false },
  ]);
  await session.handle({ type: 'pickConversation', index: 1 });
  expect(session.state.source).toMatchObject({
    selected: 'conversations/limits.md',
    summary: { title: 'Limits', requirements: [{ title: 'It must stop at 20.' }] },
  });
  expect(world.files['conversations/limits.md']).not.toContain('blue');
});

describe('the PRD starter', () => {
  it('is offered where the workspace has no PRD', async () => {
    const { session, world } = await started({ candidates: [] }, {});
    expect(session.state.source.offer?.actions.map(({ id }) => id)).toEqual(['createPrd']);
    await session.handle({ type: 'noticeAction', id: 'createPrd' });
    expect(world.calls).toContain('create PRD');
  });

  const productQuestion = {
    questions: [
      { id: 'product-facing', area: 'prd', blocking: true, text: '?', why: '', options: [], evidence: [] },
    ],
  } as const;

  it('is offered for product work with a template for PRDs, until the person says that it is engineering', async () => {
    const { session } = await started(productQuestion);
    await session.handle({ type: 'selectTemplate', id: 'agent-ready' });
    expect(session.state.source.offer?.actions.map(({ id }) => id)).toEqual(['createPrd', 'engineeringWork']);
    expect(session.state.steps.find(({ id }) => id === 'generate')?.reachable).toBe(false);
    await session.handle({ type: 'noticeAction', id: 'engineeringWork' });
    expect(session.state.source.offer).toBeNull();
    expect(session.input.answers).toMatchObject([{ questionId: 'product-facing', kind: 'text' }]);
    expect(session.state.steps.find(({ id }) => id === 'generate')?.reachable).toBe(true);
  });

  it('is offered for product work only once a template was chosen, or the recommended one gone on with', async () => {
    const { session } = await started(productQuestion);
    expect(session.state.source.offer).toBeNull();
    await session.handle({ type: 'goTo', step: 'template' });
    expect(session.state.source.offer).toBeNull();
    await session.handle({ type: 'goTo', step: 'questions' });
    await session.handle({ type: 'goTo', step: 'source' });
    expect(session.state.source.offer?.severity).toBe('warning');
  });
});
