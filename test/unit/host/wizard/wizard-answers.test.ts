import { describe, expect, it } from 'vitest';
import type { LanguageModel, ModelEvent } from '../../../../src/core/ports/language-model';
import { answeredSpec, answerPath, joinAnswers } from '../../../../src/core/clarify/kept-answers';
import type { Answer } from '../../../../src/core/clarify/question';
import { wizardTitle } from '../../../../src/host/wizard/page/wizard-title';
import { emptyInput } from '../../../../src/shared/wizard/wizard-input';
import { chosen, question, started } from './wizard-session-world';

const path = 'specs/agent-ready.answers.json';
const answer = (questionId: string, text: string) => ({
  type: 'answer' as const,
  answer: { kind: 'text' as const, questionId, text },
});
const fileOf = (answers: readonly unknown[], source = 'prds/invites.md') =>
  JSON.stringify({ version: 1, source, answers });
/** All answers beside a spec, whichever files they lie in. */
const kept = (files: Readonly<Record<string, string>>, spec = 'specs/agent-ready'): readonly Answer[] =>
  joinAnswers(new Map(Object.entries(files).filter(([path]) => answeredSpec(path) === spec))).answers;

describe('answers', () => {
  it('are in a file each beside the spec as soon as they are given, with the words of the question', async () => {
    const { session, world } = await started({ questions: [question('q', true), question('r', true)] });
    expect(world.files).toEqual({});
    await session.handle(answer('q', 'Yes.'));
    const file = answerPath('specs/agent-ready.md', 'q');
    expect(JSON.parse(world.files[file] ?? '')).toEqual({
      ...{ version: 1, source: 'prds/invites.md' },
      ...{ kind: 'text', questionId: 'q', question: question('q', true).text, text: 'Yes.' },
    });
    const before = world.files[file];
    await session.handle(answer('r', 'No.'));
    expect(Object.keys(world.files)).toHaveLength(2);
    expect(world.files[file]).toBe(before);
    await session.handle({ type: 'clearAnswer', questionId: 'q' });
    expect(Object.keys(world.files)).toEqual([answerPath('specs/agent-ready.md', 'r')]);
  });

  it('of the older layout, all in one file, are changed there; new ones get files of their own', async () => {
    const files = { [path]: fileOf([{ kind: 'text', questionId: 'q', text: 'Yes.' }]) };
    const { session, world } = await started({
      questions: [question('q', true), question('r', true)],
      files,
    });
    await session.handle(answer('r', 'New.'));
    expect(world.files[path]).toBe(files[path]);
    expect(kept(world.files).map(({ questionId }) => questionId)).toEqual(['q', 'r']);
    await session.handle(answer('q', 'Changed.'));
    expect(world.files[path]).toContain('Changed.');
    expect(Object.keys(world.files)).toHaveLength(2);
    await session.handle({ type: 'clearAnswer', questionId: 'q' });
    expect(kept(world.files).map(({ questionId }) => questionId)).toEqual(['r']);
    expect(world.files[path]).toBeDefined();
  });

  it('of one question in conflict are reported and left alone, and all others are written', async () => {
    const { session, world } = await started({ questions: [question('q', true), question('r', true)] });
    const file = answerPath('specs/agent-ready.md', 'q');
    const conflict = `{\n<<<<<<< ours\n  "kind": "text",\n=======\n>>>>>>> theirs\n  "source": "prds/invites.md"\n}\n`;
    world.files[file] = conflict;
    await session.handle(answer('r', 'No.'));
    expect(world.files[file]).toBe(conflict);
    expect(session.state.questions.notice?.text).toContain(`${file}:2`);
    expect(kept(world.files)).toHaveLength(1);
  });

  it('are there again when the wizard is opened for the source next time', async () => {
    const files = { [path]: fileOf([{ kind: 'defer', questionId: 'q', owner: 'Ana' }]) };
    const { session } = await started({ questions: [question('q', true)], files });
    expect(session.state.questions.items[0]?.answer).toEqual({
      kind: 'defer',
      questionId: 'q',
      owner: 'Ana',
    });
  });

  it('follow the path of the spec, and leave nothing behind', async () => {
    const { session, world } = await started({ questions: [question('q', true)] });
    await session.handle(answer('q', 'Yes.'));
    await session.handle({ type: 'setOutput', path: 'specs/other.md' });
    expect(Object.keys(world.files)).toEqual([answerPath('specs/other.md', 'q')]);
  });

  it('of a spec that was written stay beside it', async () => {
    const { session, world } = await started({ questions: [question('q', true)] });
    await session.handle(answer('q', 'Yes.'));
    world.files['specs/agent-ready.md'] = '# Spec';
    await session.handle({ type: 'setOutput', path: 'specs/other.md' });
    expect(kept(world.files)).toHaveLength(1);
    expect(kept(world.files, 'specs/other')).toHaveLength(1);
  });

  it('of a spec that exists are edited at the questions, and written beside that spec', async () => {
    const own = 'specs/done.answers.json';
    const files = {
      [own]: fileOf([{ kind: 'text', questionId: 'q', text: 'Yes.' }]),
      [path]: fileOf([{ kind: 'text', questionId: 'q', text: 'Of another spec.' }]),
      'specs/done.md': '# Spec',
    };
    const questions = [question('q', true), question('r', false)];
    const input = {
      ...chosen,
      answersOf: 'specs/done.md',
      step: 'questions',
      furthest: 'questions',
    } as const;
    const { session, world } = await started({ questions, files }, input);
    expect(session.state.questions.items[0]?.answer).toMatchObject({ text: 'Yes.' });
    await session.handle(answer('r', 'No.'));
    expect(kept(world.files, 'specs/done')).toHaveLength(2);
    expect(kept(world.files)).toHaveLength(1);
  });

  it('of a spec that exists are said to lie beside that spec, and nothing is drafted from them', async () => {
    const files = { 'specs/done.md': '# Spec' };
    const input = {
      ...chosen,
      answersOf: 'specs/done.md',
      answersTitle: 'Team invites',
      step: 'questions',
      furthest: 'questions',
    } as const;
    const { session } = await started({ questions: [question('q', true)], files }, input);
    await session.handle(answer('q', 'Yes.'));
    expect(session.state.questions).toMatchObject({ editing: true, path: 'specs/done.answers' });
    await session.handle({ type: 'goTo', step: 'generate' });
    expect(session.state.step).toBe('questions');
    expect(wizardTitle(session.input)).toBe('Answers: Team invites');
    expect(wizardTitle({ ...session.input, answersTitle: null })).toBe('Answers: done.md');
    expect(wizardTitle(emptyInput)).toBe('Create Tech Spec');
  });

  it('that somebody changed in the file meanwhile are taken over, and ours stay', async () => {
    const { session, world } = await started({ questions: [question('a', true), question('b', true)] });
    await session.handle(answer('a', 'One.'));
    const file = answerPath('specs/agent-ready.md', 'a');
    world.files[file] = (world.files[file] ?? '').replace('One.', 'Two.');
    world.files[path] = fileOf([{ kind: 'text', questionId: 'c', text: 'Three.' }]);
    await session.handle(answer('b', 'Ours.'));
    const byId = new Map(
      session.input.answers.map((one) => [one.questionId, one.kind === 'defer' ? '' : one.text]),
    );
    expect([byId.get('a'), byId.get('b'), byId.get('c')]).toEqual(['Two.', 'Ours.', 'Three.']);
    expect(kept(world.files)).toHaveLength(3);
  });

  it.each([
    ['half an edit', '{ "version": 1,\n', 'it is not JSON'],
    ['answers about another source', fileOf([], 'prds/other.md'), 'prds/other.md'],
  ])('never overwrite %s: the wizard says so and keeps them', async (_, text, reason) => {
    const { session, world } = await started({ questions: [question('q', true)] });
    world.files[path] = text;
    await session.handle(answer('q', 'Yes.'));
    expect(world.files[path]).toBe(text);
    expect(session.state.questions.notice?.severity).toBe('error');
    expect(session.state.questions.notice?.text).toContain(reason);
    expect(session.input.answers).toHaveLength(1);
    const [action] = session.state.questions.notice?.actions ?? [];
    await session.handle({ type: 'noticeAction', id: action?.id ?? '' });
    expect(world.calls).toContain(`open ${path}`);
    world.files[path] = fileOf([]);
    await session.handle(answer('q', 'Yes, indeed.'));
    expect(session.state.questions.notice).toBeNull();
    expect(kept(world.files)).toHaveLength(1);
  });

  it('are written nowhere in a workspace that is not trusted', async () => {
    const { session, world } = await started({ questions: [question('q', true)], trusted: false });
    await session.handle(answer('q', 'Yes.'));
    expect(world.files).toEqual({});
    expect(session.input.answers).toHaveLength(1);
  });
});

const said = (...events: readonly ModelEvent[]): LanguageModel => ({
  ...{ id: 'openai:any', label: 'Any', countTokens: () => Promise.resolve(0) },
  async *stream(_, signal) {
    for (const event of events) {
      await Promise.resolve();
      if (signal.aborted) {
        yield { type: 'end', outcome: { kind: 'cancelled' } };
        return;
      }
      yield event;
    }
  },
});
const end: ModelEvent = { type: 'end', outcome: { kind: 'complete' } };
const asks: ModelEvent = {
  type: 'text',
  text: '{"questions":[{"area":"data","blocking":true,"text":"How long are invitations kept?"}]}',
};
const withModel = { ...chosen, model: 'openai:any' };

describe('a model that may ask', () => {
  it('is asked only when the person says so, and its questions are answered and kept like all others', async () => {
    const { session, world } = await started({ model: said(asks, end) }, withModel);
    expect(session.state.questions.items).toEqual([]);
    await session.handle({ type: 'askModel' });
    const [asked] = session.state.questions.items;
    expect(asked).toMatchObject({ origin: 'model', group: 'data', blocking: true });
    expect(session.state.questions.asking).toMatchObject({ phase: 'asked', further: false });
    await session.handle(answer(asked?.id ?? '', 'Ninety days.'));
    expect(session.state.questions.asking.further).toBe(true);
    expect(world.files[answerPath('specs/agent-ready.md', asked?.id ?? '')]).toContain('"asked"');
  });

  it('that fails leaves all other questions, and says what to do', async () => {
    const failure = { code: 'server', message: 'The server failed.', remedy: 'Try later.' } as const;
    const { session } = await started(
      {
        questions: [question('q', true)],
        model: said({ type: 'end', outcome: { kind: 'failed', failure } }),
      },
      withModel,
    );
    await session.handle({ type: 'askModel' });
    expect(session.state.questions.items).toHaveLength(1);
    expect(session.state.questions.asking.notice?.text).toContain('The server failed. Try later.');
  });

  it('can be stopped', async () => {
    const { session } = await started({ model: said(asks, asks, asks, end) }, withModel);
    const asking = session.handle({ type: 'askModel' });
    session.onDidChange(() => {
      if (session.state.questions.asking.received > 0) void session.handle({ type: 'stopAsking' });
    });
    await asking;
    expect(session.state.questions.asking.notice?.text).toContain('Stopped.');
  });

  it('is none where the outline is chosen: it has nothing to ask', async () => {
    const { session } = await started({ model: said(asks, end) });
    await session.handle({ type: 'askModel' });
    expect(session.state.questions.asking).toMatchObject({ model: null, phase: 'idle' });
    expect(session.state.questions.items).toEqual([]);
  });
});
