import { describe, expect, it } from 'vitest';
import {
  answersPath,
  parseAnswers,
  serialiseAnswers,
  type AnswersFile,
} from '../../../src/core/clarify/answers-file';
import type { Question } from '../../../src/core/clarify/question';

const question = (id: string, text: string): Question => ({
  ...{ id, text, area: 'data', blocking: true, why: 'So.', options: [], evidence: [] },
});
const modelQuestion: Question = { ...question('model:0123456789ab', 'Which limit?'), origin: 'model' };
const file: AnswersFile = {
  version: 1,
  source: 'prds/invites.md',
  answers: [
    { kind: 'text', questionId: 'open:b', text: 'Yes.' },
    { kind: 'defer', questionId: 'model:0123456789ab', owner: 'Ana' },
    { kind: 'assume', questionId: 'area:data', text: '30 days' },
  ],
  asked: [modelQuestion],
};

describe('the answers beside a spec', () => {
  it('lie under its name', () => {
    expect(answersPath('tech-specs/invites.md')).toBe('tech-specs/invites.answers.json');
  });

  it('come back as they were kept, with the questions of models', () => {
    const parsed = parseAnswers(serialiseAnswers(file, []));
    expect(parsed).toEqual({
      file: {
        source: file.source,
        answers: [...file.answers].sort((a, b) => (a.questionId < b.questionId ? -1 : 1)),
        asked: file.asked,
      },
    });
  });

  it('give the same bytes for equal answers, and say the question for whoever edits them', () => {
    const questions = [question('open:b', 'Is it so?')];
    const text = serialiseAnswers(file, questions);
    expect(serialiseAnswers({ ...file, answers: [...file.answers].reverse() }, questions)).toBe(text);
    expect(text).toContain('"question": "Is it so?"');
    expect(text).toContain('"question": "Which limit?"');
  });

  it('hold no secret', () => {
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';
    const text = serialiseAnswers(
      { ...file, answers: [{ kind: 'text', questionId: 'a', text: `Use ${secret}` }] },
      [],
    );
    expect(text).not.toContain(secret);
    const parsed = parseAnswers(JSON.stringify([{ kind: 'text', questionId: 'a', text: `Use ${secret}` }]));
    expect(JSON.stringify(parsed)).not.toContain(secret);
  });

  it('may be a plain list', () => {
    expect(parseAnswers('[{"questionId":"a","kind":"defer","owner":"Bo"}]')).toEqual({
      file: { source: null, asked: [], answers: [{ questionId: 'a', kind: 'defer', owner: 'Bo' }] },
    });
  });

  it.each([
    ['half an edit', '{\n "version": 1,\n "answers": [\n', 'not JSON'],
    ['a merge conflict', '{\n<<<<<<< mine\n}\n', 'merge conflict'],
    ['another version', '{"version":2,"source":"a.md","answers":[]}', 'version: is not 1'],
    ['an unknown kind', '[{"questionId":"a","kind":"maybe"}]', '0.kind'],
    ['an answer without words', '[{"questionId":"a","kind":"text","text":" "}]', 'is empty'],
    ['an answer without a question', '[{"kind":"defer"}]', '0.questionId'],
    ['an absolute path', '{"version":1,"source":"/etc/passwd","answers":[]}', 'not relative'],
    ['a text', '"answers"', 'Invalid type'],
  ])('say what is wrong with %s', (_, text, error) => {
    const parsed = parseAnswers(text);
    expect('error' in parsed ? parsed.error : '').toContain(error);
  });
});
