import { describe, expect, it } from 'vitest';
import { askModel } from '../../../src/core/clarify/ask-model';
import { readKeptQuestions, readModelQuestions } from '../../../src/core/clarify/model-questions';
import { asksTheSame } from '../../../src/core/clarify/same-question';
import type { LanguageModel, ModelEvent, ModelRequest } from '../../../src/core/ports/language-model';
import { questionsPrompt } from '../../../src/core/prompt/questions-prompt';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { briefFor, builtInTemplates, requirement, source } from '../draft/brief-for';

const asked = { source: source(), files: ['go.mod', 'web/app.ts'], questions: [] };
const one = {
  area: 'security',
  blocking: true,
  text: 'Who may revoke an invitation?',
  why: 'It decides the endpoint.',
  options: [
    { text: 'Owners', recommended: true },
    { text: 'Whoever sent it', recommended: true },
  ],
  evidence: [
    { path: 'go.mod', line: 3 },
    { path: '../../etc/passwd', line: 1 },
    { path: 'web/invented.ts', line: 9 },
  ],
};
const json = JSON.stringify({ questions: [one] });

describe('the answer of a model that was asked for questions', () => {
  it.each([
    ['JSON alone', json],
    ['JSON in a fence', `Here they are:\n\n\`\`\`json\n${json}\n\`\`\`\nGood luck!`],
    ['JSON amid text', `I have one question. ${json} That is all.`],
    ['a bare list', JSON.stringify([one])],
    ['JSON behind a byte order mark', `\uFEFF${json}`],
    ['JSON that broke off', `{"questions":[${JSON.stringify(one)},{"area":"data","text":"Which tab`],
  ])('is read from %s', (_, answer) => {
    const { questions, form } = readModelQuestions(answer, asked);
    expect(form).toBe('data');
    expect(questions).toMatchObject([
      { area: 'security', blocking: true, text: one.text, why: one.why, origin: 'model' },
    ]);
  });

  it('names only files that there are, and recommends one option at most', () => {
    const [question] = readModelQuestions(json, asked).questions;
    expect(question?.evidence).toEqual([{ path: 'go.mod', line: 3 }]);
    expect(question?.options).toEqual([
      { text: 'Owners', recommended: true },
      { text: 'Whoever sent it', recommended: false },
    ]);
  });

  it('is read from a plain list where it holds no JSON', () => {
    const answer =
      'Before I start:\n\n1. **Who may revoke an invitation?**\n2. How long are rows kept?\n- Thanks in advance!\n';
    const { questions, form, dropped } = readModelQuestions(answer, asked);
    expect(form).toBe('list');
    expect(questions.map(({ text, area, blocking }) => [text, area, blocking])).toEqual([
      ['Who may revoke an invitation?', 'security', false],
      ['How long are rows kept?', 'architecture', false],
    ]);
    expect(dropped).toBe(0);
  });

  it('loses entries that are no questions, and says how many', () => {
    const entries = [
      one,
      null,
      7,
      {},
      { text: '' },
      { text: 'TBD' },
      { text: 'x'.repeat(5000) },
      { why: 'so' },
    ];
    const { questions, dropped } = readModelQuestions(JSON.stringify({ questions: entries }), asked);
    expect(questions).toHaveLength(1);
    expect(dropped).toBe(7);
  });

  it.each(['', '   ', 'I have no questions.', '{}', '{"questions":{}}', '[', '{"questions":[]}'])(
    'gives nothing where there is nothing to read: %j',
    (answer) => {
      expect(readModelQuestions(answer, asked).questions).toEqual([]);
    },
  );

  it('comes on one line, without control characters and without secrets', () => {
    const text = 'Is ghp_0123456789abcdefghijABCDEFGHIJ456789 the token\u202e\nto use?';
    const [question] = readModelQuestions(JSON.stringify([{ text }]), asked).questions;
    expect(question?.text).not.toContain('ghp_');
    expect(question?.text).not.toMatch(/[\n\u202e]/u);
  });

  it('does not ask again what is asked already, in whatever order of words', () => {
    const questions = [{ text: 'Invitations: who may revoke one?' }];
    const read = readModelQuestions(json, { ...asked, questions });
    expect(read).toMatchObject({ questions: [], dropped: 1 });
  });

  it('is about the requirement that it names, and not about one whose id begins alike', () => {
    const about = source({ requirements: [requirement({ id: 'US-1' }), requirement({ id: 'US-12' })] });
    const [question] = readModelQuestions(JSON.stringify(['Does US-12 need a limit?']), {
      ...asked,
      source: about,
    }).questions;
    expect(question?.id).toMatch(/^model:US-12:[0-9a-f]{12}$/u);
  });

  it('can be kept in a file and read again, and what was tampered with is left out', () => {
    const { questions } = readModelQuestions(json, asked);
    const kept: unknown = JSON.parse(JSON.stringify(questions));
    expect(readKeptQuestions(kept)).toEqual(questions);
    expect(readKeptQuestions([{ ...questions[0], id: 'acceptance:US-1' }, 'x', null])).toEqual([]);
    expect(readKeptQuestions({})).toEqual([]);
  });
});

describe('two questions', () => {
  it.each([
    ['Which database is used for invitations?', 'For invitations, which database is used?', true],
    ['Who may revoke an invitation?', 'Who may send an invitation?', false],
    ['Which criteria must US-001 meet?', 'Which criteria must US-002 meet?', false],
    ['How long is a token valid?', 'How long are exported files kept?', false],
  ])('%s / %s', (left, right, same) => {
    expect(asksTheSame(left, right)).toBe(same);
  });
});

/** A model that says what it is told to and remembers what it was asked. */
function scripted(...events: readonly ModelEvent[]): LanguageModel & { readonly requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    id: 'scripted',
    label: 'Scripted',
    requests,
    async *stream(request) {
      requests.push(request);
      for (const event of events) {
        await Promise.resolve();
        yield event;
      }
    },
    countTokens: () => Promise.resolve(0),
  };
}

describe('asking a model', () => {
  it('asks for data, and shares its beginning with the prompt for the draft', async () => {
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no template');
    const brief = briefFor(template, { source: source({ requirements: [requirement({ id: 'US-1' })] }) });
    const model = scripted({ type: 'text', text: json }, { type: 'end', outcome: { kind: 'complete' } });
    const result = await askModel({
      model,
      brief,
      answers: [],
      questions: [],
      signal: new AbortController().signal,
    });
    expect(result).toMatchObject({ outcome: { kind: 'complete' }, questions: [{ text: one.text }] });
    expect(model.requests[0]?.task).toMatchObject({ kind: 'data', name: 'questions' });
    const [draft, questions] = [draftPrompt(brief), questionsPrompt(brief, [], false)].map((messages) =>
      messages.map(({ content }) => content).join('\n'),
    );
    const order = questions?.indexOf('# Order') ?? -1;
    expect(order).toBeGreaterThan(0);
    expect(draft?.startsWith(questions?.slice(0, order) ?? '-')).toBe(true);
  });

  it('keeps what came before it failed, and says how it ended', async () => {
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no template');
    const failure = { code: 'interrupted', message: 'It broke off.', remedy: 'Try again.' } as const;
    const result = await askModel({
      model: scripted(
        { type: 'text', text: `{"questions":[${JSON.stringify(one)},{"text":"Whi` },
        { type: 'end', outcome: { kind: 'failed', failure } },
      ),
      brief: briefFor(template),
      answers: [],
      questions: [],
      signal: new AbortController().signal,
    });
    expect(result.outcome).toEqual({ kind: 'failed', failure });
    expect(result.questions).toHaveLength(1);
  });

  it('tells a further round what was answered, and not what is still open', async () => {
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no template');
    const question = (id: string) => ({
      ...{ id, area: 'data', blocking: false, text: `Question ${id}?`, why: '' },
      ...{ options: [], evidence: [] },
    });
    const answers = [{ kind: 'text', questionId: 'area:a', text: 'Ninety days.' }] as const;
    const model = scripted({ type: 'end', outcome: { kind: 'complete' } });
    await askModel({
      model,
      brief: briefFor(template, {
        questions: [question('area:a'), question('area:b')],
        answers: [...answers, { kind: 'defer', questionId: 'area:b' }],
      }),
      answers,
      questions: [],
      signal: new AbortController().signal,
    });
    const prompt = model.requests[0]?.messages.map(({ content }) => content).join('\n') ?? '';
    expect(prompt).toContain('Ninety days.');
    expect(prompt).not.toContain('Question area:b?');
    expect(prompt).toContain('Ask only what the answers above leave open');
  });
});
