import type { Answer } from '../clarify/question';
import type { Clock } from '../ports/clock';
import { withoutSecretsIn } from '../secrets/mask-secrets';
import type { Brief } from './brief';

/** Answers to questions that are no longer asked are dropped. */
export interface BriefInput extends Omit<Brief, 'date' | 'timeZone' | 'author'> {
  readonly clock: Clock;
}

/**
 * Joins everything a draft is made from. A question without an answer counts as deferred, so that it ends up as an
 * open question instead of being dropped.
 */
export function prepareBrief({
  source,
  context,
  template,
  questions,
  answers,
  clock,
  output,
}: BriefInput): Brief {
  const timeZone = clock.timeZone();
  const given = new Map(answers.map((answer) => [answer.questionId, withoutSecret(answer)]));
  return {
    source,
    context,
    template,
    questions,
    answers: questions.map(
      (question) => given.get(question.id) ?? { kind: 'defer', questionId: question.id },
    ),
    date: calendarDate(clock.now(), timeZone),
    timeZone,
    output,
    author: context.git?.userName ?? null,
  };
}

/** An answer may be pasted from anywhere; it goes into the prompt and into the receipt. */
function withoutSecret(answer: Answer): Answer {
  return withoutSecretsIn(answer);
}

/** `YYYY-MM-DD` in the given zone; in UTC where the zone is not known to the platform. */
export function calendarDate(instant: Date, timeZone: string): string {
  const format = (zone: string): string =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(instant);
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
