import type { Brief } from '../brief/brief';
import { declaredQuestions } from '../checks/reading/declared-questions';
import type { Answer } from '../clarify/question';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import { renderOutline } from './outline';

/**
 * What a draft without a model asks at its places even where every question before it is answered: what the design has to say,
 * about which nobody is asked before there is one. In the order of the draft.
 *
 * @param brief with the answers given so far; its other questions count as answered
 */
export function leftOpen(brief: Brief): readonly string[] {
  const answers = brief.questions.map(({ id }): Answer => {
    const given = brief.answers.find(({ questionId }) => questionId === id);
    return given === undefined || given.kind === 'defer'
      ? { kind: 'text', questionId: id, text: 'Answered.' }
      : given;
  });
  const { template } = brief;
  const spec = parseSpec(renderOutline({ ...brief, answers }));
  const asked = declaredQuestions({ spec, template, sections: matchSections(spec, template) });
  return asked.filter(({ resolved }) => !resolved).map(({ text }) => text);
}
