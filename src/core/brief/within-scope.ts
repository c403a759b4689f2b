import type { OptionExclusion } from '../clarify/question';
import { isAbout } from '../clarify/requirement-questions';
import type { Brief } from './brief';

/** Requirements that a person put out of scope by an answer, in the order of the questions. */
export function excludedByAnswers(brief: Pick<Brief, 'questions' | 'answers'>): readonly OptionExclusion[] {
  return excludingQuestions(brief).map(({ excludes }) => excludes);
}

/** The questions whose answers put a requirement out of scope. */
export function excludingQuestions({ questions, answers }: Pick<Brief, 'questions' | 'answers'>): readonly {
  readonly id: string;
  readonly excludes: OptionExclusion;
}[] {
  const given = new Map(
    answers.flatMap((answer) => (answer.kind === 'defer' ? [] : [[answer.questionId, answer.text]])),
  );
  return questions.flatMap(({ id, options }) => {
    const chosen = options.find(({ text }) => text === given.get(id));
    return chosen?.excludes === undefined ? [] : [{ id, excludes: chosen.excludes }];
  });
}

/**
 * The brief as its answers leave it: what they put out of scope is no requirement any more, nor an item of the source's own
 * list, since {@link excludedByAnswers} says it with its id. What else was asked about it and left open is moot.
 */
export function withinScope(brief: Brief): Brief {
  const excluded = excludedByAnswers(brief);
  if (excluded.length === 0) return brief;
  const { source, answers, questions } = brief;
  const gone = new Set(excluded.map(({ requirement }) => requirement));
  const replaced = new Set(excluded.map(({ line }) => line));
  const deferred = new Set(answers.flatMap(({ kind, questionId }) => (kind === 'defer' ? [questionId] : [])));
  return {
    ...brief,
    source: {
      ...source,
      requirements: source.requirements.filter(({ id }) => !gone.has(id)),
      outOfScope: source.outOfScope.filter(({ line }) => !replaced.has(line)),
    },
    questions: questions.filter(
      (question) =>
        !deferred.has(question.id) || !excluded.some(({ requirement: id }) => isAbout(question, { id })),
    ),
  };
}
