import type { Brief } from '../brief/brief';
import { dataFence } from '../text/data-fence';
import { excludedByAnswers, withinScope } from '../brief/within-scope';

/** What a person decided; empty where nothing was asked. Fenced: questions quote documents, and answers may come from a file. */
export function answersPart(brief: Brief): string {
  const { questions, answers } = withinScope(brief);
  const byId = new Map(answers.map((answer) => [answer.questionId, answer]));
  const decided = questions.flatMap((question) => {
    const answer = byId.get(question.id);
    if (answer === undefined) return [];
    if (answer.kind === 'defer') {
      const owner = answer.owner === undefined ? '' : ` Its owner: ${answer.owner}.`;
      return [`- ${question.text}\n  Not decided.${owner}`];
    }
    return [`- ${question.text}\n  ${answer.kind === 'assume' ? 'Assume' : 'Answer'}: ${answer.text}`];
  });
  // What nobody decided may be settled by the source or a document all the same, in words that parsing does not understand.
  const heading =
    '# Answers (each decides its question; mark what is assumed as such; of what is not decided write what the source or a document of the workspace settles, naming the place, and make an open question of the rest)';
  return [
    ...putOutOfScope(brief),
    ...(decided.length === 0 ? [] : [heading, dataFence('answers', {}, decided.join('\n'))]),
  ].join('\n');
}

/** What an answer put out of scope is still a requirement of the source, so the spec says by its id why it is not met. */
function putOutOfScope(brief: Brief): readonly string[] {
  const lines = excludedByAnswers(brief).map(({ requirement, text }) => `- ${requirement}: ${text}`);
  return lines.length === 0
    ? []
    : [
        '# Out of scope by an answer (no task, whatever is listed above; list each by its id among what is out of scope)',
        dataFence('excluded', {}, lines.join('\n')),
        '',
      ];
}
