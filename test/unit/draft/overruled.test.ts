import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/clarify/question';
import { renderOutline } from '../../../src/core/draft/outline';
import type { Template } from '../../../src/core/template/template';
import { briefFor, builtInTemplates, requirement, source } from './brief-for';

let template: Template;
beforeAll(async () => {
  const found = (await builtInTemplates()).find(({ id }) => id === 'agent-ready');
  if (found === undefined) throw new Error('no template');
  template = found;
});

const question: Question = {
  ...{ id: 'conflict:R-1:1', area: 'data', blocking: true, why: '', evidence: [], origin: 'workspace' },
  text: 'The source names SQLite (line 3); the database in use is PostgreSQL. Which holds?',
  options: [
    { text: 'Keep to PostgreSQL', recommended: true },
    { text: 'Replace it with SQLite', recommended: false },
  ],
  overrules: 'SQLite',
};
const stored = source({
  requirements: [
    requirement({
      id: 'R-1',
      title: 'Storage',
      text: 'I want user data stored in SQLite.',
      acceptance: [
        { id: null, line: 4, text: 'The user is in the SQLite database.' },
        { id: null, line: 5, text: 'No password is readable.' },
      ],
    }),
    requirement({ id: 'R-2', title: 'Export', text: 'The SQLite file can be exported.' }),
  ],
});
const outlineWith = (text: string): string =>
  renderOutline(
    briefFor(template, {
      source: stored,
      questions: [question],
      answers: [{ kind: 'text', questionId: question.id, text }],
    }),
  );

describe('what a person decided against the source', () => {
  it('is marked wherever the outline quotes it, in tests and other requirements, too', () => {
    const text = outlineWith('Keep to PostgreSQL');
    const mark = '("SQLite" does not hold: Keep to PostgreSQL)';
    expect(text).toContain(`_Description:_ I want user data stored in SQLite. ${mark}\n`);
    expect(text).toContain(`The user is in the SQLite database. ${mark}`);
    expect(text).toContain(`The SQLite file can be exported. ${mark}`);
    expect(text).not.toMatch(/readable\. \(/u);
    expect(
      text.split('\n').filter((line) => line.includes('SQLite database.') && !line.includes(mark)),
    ).toEqual([]);
  });

  it('is not marked where the source is followed, or the answer is in other words', () => {
    expect(outlineWith('Replace it with SQLite')).not.toContain('does not hold');
    expect(outlineWith('Ask the team of the archive.')).not.toContain('does not hold');
  });

  it('is not marked in other requirements whose words only look like it', () => {
    const asking = (id: string, overrules: string, kept: string): Question => ({
      ...{ ...question, id: `conflict:R-1:${id}`, overrules },
      options: [{ text: kept, recommended: true }],
    });
    const questions = [
      asking('2', 'Go', 'Keep to TypeScript'),
      asking('3', 'on', 'off'),
      asking('4', 'Express', 'Fastify'),
    ];
    const text = renderOutline(
      briefFor(template, {
        source: source({
          requirements: [
            requirement({
              id: 'R-1',
              title: 'Worker',
              text: 'The worker is written in Go on Express, RENDER_MODE is on.',
            }),
            requirement({
              id: 'R-2',
              title: 'List',
              text: 'Users go to the list of what is on hold and press Express.',
            }),
            requirement({
              id: 'R-3',
              title: 'Export',
              text: 'The export runs in a job that is written in Go.',
            }),
          ],
        }),
        questions,
        answers: questions.map(({ id, options }) => ({
          kind: 'text',
          questionId: id,
          text: options[0]?.text ?? '',
        })),
      }),
    );
    expect(text).toContain(
      'RENDER_MODE is on. ("Go" does not hold: Keep to TypeScript) ("on" does not hold: off)',
    );
    expect(text).toContain('that is written in Go. ("Go" does not hold: Keep to TypeScript)\n');
    expect(text).toContain('on hold and press Express.');
    expect(text).not.toContain('press Express. (');
  });
});
