import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersPath, serialiseAnswers } from '../../../src/core/clarify/answers-file';
import {
  answeredSpec,
  answerPath,
  answersFolder,
  answerWrites,
  joinAnswers,
  readKeptAnswers,
  type KeptAnswers,
} from '../../../src/core/clarify/kept-answers';
import type { Answer, Question } from '../../../src/core/clarify/question';
import { InMemoryFiles } from '../in-memory-files';

const spec = 'tech-specs/invites.md';
const source = 'prds/invites.md';
const text = (questionId: string, words: string): Answer => ({ kind: 'text', questionId, text: words });

/** What lies there after these answers were written. */
function written(
  there: Readonly<Record<string, string>>,
  answers: readonly Answer[],
  asked: readonly Question[] = [],
): Record<string, string> {
  const files = { ...there };
  const kept = joinAnswers(new Map(Object.entries(files)));
  for (const { path, text: after } of answerWrites(spec, kept, { version: 1, source, answers, asked }, []))
    if (after === null) Reflect.deleteProperty(files, path);
    else files[path] = after;
  return files;
}
const read = (files: Readonly<Record<string, string>>): KeptAnswers =>
  joinAnswers(new Map(Object.entries(files)));
const sorted = (answers: readonly Answer[]): readonly Answer[] =>
  [...answers].sort((a, b) => (a.questionId < b.questionId ? -1 : 1));

describe('answers beside a spec', () => {
  it('are read as they were written, whatever the questions are called, and written again as they are', () => {
    const answer = fc.record({
      questionId: fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
      kind: fc.constant('assume' as const),
      text: fc.constantFrom('Yes.', 'Seven days, or "more".', '要求\n\n- two'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(answer, { selector: ({ questionId }) => questionId, maxLength: 6 }),
        fc.uniqueArray(answer, { selector: ({ questionId }) => questionId, maxLength: 6 }),
        (first, second) => {
          const files = written(written({}, first), second);
          expect(sorted(read(files).answers)).toEqual(sorted(second));
          expect(Object.keys(files)).toHaveLength(second.length);
          expect(written(files, second)).toEqual(files);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lie in the folder of their spec, whatever the question is called', () => {
    for (const id of ['area:security', '../../etc/passwd', 'a/b', '..', 'CON', '質問'])
      expect(answerPath(spec, id)).toMatch(/^tech-specs\/invites\.answers\/[^/\\:]+\.[0-9a-f]{8}\.json$/);
    expect(answerPath(spec, 'a')).not.toBe(answerPath(spec, 'A'));
    expect(answersFolder(spec)).toBe('tech-specs/invites.answers');
    expect(answeredSpec(answerPath(spec, 'a'))).toBe('tech-specs/invites');
    expect(answeredSpec(answersPath(spec))).toBe('tech-specs/invites');
    expect(answeredSpec('tech-specs/invites.receipt.json')).toBeNull();
  });

  it('are known by path and line', async () => {
    const files = written({}, [text('a', 'One.'), text('b', 'Two.')]);
    const kept = await readKeptAnswers(new InMemoryFiles(files), spec);
    const place = kept?.places.get('b');
    expect(place?.path).toBe(answerPath(spec, 'b'));
    expect(files[place?.path ?? '']?.split('\n')[(place?.line ?? 0) - 1]).toContain('"questionId": "b"');
    expect(await readKeptAnswers(new InMemoryFiles({}), spec)).toBeNull();
  });

  it('of the older layout stay where they are until they change, and the newer layout holds where both answer', () => {
    const whole = { version: 1 as const, source, asked: [], answers: [text('a', 'Old.'), text('b', 'Old.')] };
    const there = { [answersPath(spec)]: serialiseAnswers(whole, []) };
    const files = written(there, [text('a', 'Old.'), text('b', 'Old.'), text('c', 'New.')]);
    expect(files[answersPath(spec)]).toBe(there[answersPath(spec)]);
    expect(Object.keys(files)).toEqual([answersPath(spec), answerPath(spec, 'c')]);
    const both = { ...files, ...written({}, [text('a', 'Newer.')]) };
    expect(read(both).answers).toContainEqual(text('a', 'Newer.'));
    const without = written(both, [text('b', 'Old.')]);
    expect(read(without).answers).toEqual([text('b', 'Old.')]);
  });

  it('keep the question that a model asked, answered or not', () => {
    const question: Question = {
      ...{ id: 'model:data:how-long', area: 'data', blocking: true, origin: 'model' },
      ...{ text: 'How long?', why: 'It matters.', options: [], evidence: [] },
    };
    const files = written({}, [], [question]);
    expect(read(files)).toMatchObject({ answers: [], asked: [{ id: question.id, text: 'How long?' }] });
    const answered = written(files, [text(question.id, 'A year.')], [question]);
    expect(Object.keys(answered)).toEqual(Object.keys(files));
    expect(read(answered)).toMatchObject({ answers: [{ text: 'A year.' }], asked: [{ id: question.id }] });
  });

  it('that can not be read are said with their line and left alone', () => {
    const broken = answerPath(spec, 'a');
    const files = { [broken]: '{\n<<<<<<< ours\n', ...written({}, [text('b', 'Two.')]) };
    expect(read(files).problems).toEqual([
      { path: broken, error: 'it holds an unresolved merge conflict', line: 2 },
    ]);
    const after = written(files, [text('a', 'One.')]);
    expect(after[broken]).toBe(files[broken]);
    expect(Object.keys(after)).toEqual([broken]);
  });
});
