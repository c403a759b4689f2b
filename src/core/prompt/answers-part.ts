import type { Brief } from '../brief/brief';
import { excludedByAnswers, withinScope } from '../brief/within-scope';

/** What a person decided; empty where nothing was asked. */
export function answersPart(brief: Brief): string {
  const { questions, answers } = withinScope(brief);
  const byId = new Map(answers.map((answer) => [answer.questionId, answer]));
  const decided = questions.flatMap((question) => {
    const answer = byId.get(question.id);
    if (answer === undefined) return [];
    if (answer.kind === 'defer') {
      const owner = answer.owner === undefined ? '' : ` Its owner: ${answer.owner}.`;
      return [`- ${question.text}\n  Not decided: make it an open question.${owner}`];
    }
    return [`- ${question.text}\n  ${answer.kind === 'assume' ? 'Assume' : 'Answer'}: ${answer.text}`];
  });
  return [...putOutOfScope(brief), ...(decided.length === 0 ? [] : ['# Answers', ...decided])].join('\n');
}

/** What an answer put out of scope is still a requirement of the source, so the spec says by its id why it is not met. */
function putOutOfScope(brief: Brief): readonly string[] {
  const lines = excludedByAnswers(brief).map(({ requirement, text }) => `- ${requirement}: ${text}`);
  return lines.length === 0
    ? []
    : [
        '# Out of scope by an answer (no task, whatever is listed above; list each by its id among what is out of scope)',
        ...lines,
        '',
      ];
}
