import * as v from 'valibot';
import { notice } from './notice';

export const answer = v.variant('kind', [
  v.object({ kind: v.literal('text'), questionId: v.string(), text: v.string() }),
  v.object({ kind: v.literal('assume'), questionId: v.string(), text: v.string() }),
  v.object({
    kind: v.literal('defer'),
    questionId: v.string(),
    /** Who is to answer it, where the person named somebody. */
    owner: v.optional(v.string()),
  }),
]);
export type AnswerView = v.InferOutput<typeof answer>;

const questionView = v.object({
  id: v.string(),
  area: v.string(),
  /** Name of the area for a person. */
  areaLabel: v.string(),
  /** Under which it is shown, and its name. */
  group: v.string(),
  groupLabel: v.string(),
  /** Who asks, where that is not the source or its template. */
  origin: v.nullable(v.picklist(['workspace', 'model'])),
  /** What the workspace answers; empty for what is asked. */
  answeredBy: v.array(v.object({ text: v.string(), path: v.string(), line: v.number() })),
  blocking: v.boolean(),
  text: v.string(),
  why: v.string(),
  options: v.array(v.object({ text: v.string(), recommended: v.boolean() })),
  evidence: v.array(v.object({ path: v.string(), line: v.number() })),
  answer: v.nullable(answer),
});
export type QuestionView = v.InferOutput<typeof questionView>;

/** Whether a model can be asked, and how that goes. */
const askingState = v.object({
  /** Name of the model; `null` where none is chosen that can ask. */
  model: v.nullable(v.string()),
  /** Estimated tokens of what it would be sent; 0 where that is not known yet. */
  tokens: v.number(),
  phase: v.picklist(['idle', 'asking', 'asked']),
  /** Characters of its answer so far. */
  received: v.number(),
  /** Whether answers were given since it was asked last, so that a further round may find more. */
  further: v.boolean(),
  /** How it ended, or what it waits for. */
  notice: v.nullable(notice),
});
export type AskingState = v.InferOutput<typeof askingState>;

export const questionsState = v.object({
  items: v.array(questionView),
  /** What the workspace answers, so that nobody need. */
  settled: v.array(questionView),
  asking: askingState,
  /** What is wrong with the answers file, or `null`. */
  notice: v.nullable(notice),
  /** Whether they are those of a spec that exists: then nothing is drafted from them here. */
  editing: v.boolean(),
  /** The question that the person came here for; another turn of the same one is another wish to see it. */
  pointedAt: v.nullable(v.object({ question: v.string(), turn: v.number() })),
  /** Where the answers are kept, or `null` where they are not kept in a file yet. */
  path: v.nullable(v.string()),
});
export type QuestionsState = v.InferOutput<typeof questionsState>;
