import { describe, expect, it } from 'vitest';
import { namesQuestion, openQuestionsAt } from '../../../src/core/navigation/open-questions-at';
import { at, reportOf, spec } from './family';

describe('the open questions on lines of a spec', () => {
  const text = spec.replace('Admins invite', 'Within OQ-1 days admins invite');
  const [listed] = at(text, '**OQ-1:**');
  const [waiting] = at(text, 'OQ-1 days');

  it('are found where they are listed and where the spec waits for them', async () => {
    const report = await reportOf(text);
    const [own, ...more] = openQuestionsAt(report, listed, listed);
    expect(more).toEqual([]);
    expect(own).toMatchObject({ id: 'OQ-1', asked: null, declared: true });
    expect(own?.waiting.map(({ line }) => line)).toEqual([waiting]);
    expect(openQuestionsAt(report, waiting, waiting)).toMatchObject([{ id: 'OQ-1', declared: false }]);
  });

  it('are also those that a finding on a line without one names, once', async () => {
    const report = await reportOf(text);
    const said = ['Section "Design" waits for OQ-1.', 'It waits for OQ-1, OQ-99'];
    expect(openQuestionsAt(report, 1, 1, said)).toMatchObject([{ id: 'OQ-1', declared: false }]);
    expect(openQuestionsAt(report, listed, listed, said)).toHaveLength(1);
  });

  it('are none where the line names none, or the question is answered', async () => {
    expect(openQuestionsAt(await reportOf(text), 1, 1)).toEqual([]);
    const answered = text.replace('- **OQ-1:**', '- [x] **OQ-1:**');
    expect(openQuestionsAt(await reportOf(answered), listed, waiting)).toEqual([]);
  });
});

describe('what is said of a question', () => {
  it.each([
    ['Open question OQ-1 is not resolved: Which queue?', true],
    ['It waits for OQ-1, OQ-10', true],
    ['Open question OQ-10 is not resolved: Which queue?', false],
    ['It waits for OQ-21', false],
  ])('names it by its whole id: %s', (message, names) => {
    expect(namesQuestion(message, 'OQ-1')).toBe(names);
  });
});
