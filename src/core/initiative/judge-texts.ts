import { isVerifiable, judgementIn, measures, namesOccasion, namesPlace, showsSymptom } from './signals';
import type { MessageText, Weakness } from './weakness';

const text = (value: MessageText): MessageText => value;

const problemExample = text({
  message:
    'For example: `POST /orders` answers 500 for 2 % of the carts with more than 50 items; the log shows a deadlock on `order_lines`.',
  args: [],
});
const whyNowExample = text({
  message: 'For example: the share has doubled since the release of 3 May, and the sale starts in November.',
  args: [],
});
const successExample = text({
  message:
    'For example: the load test with 60 items in each cart ends without a 500, and no deadlock is logged in the week after.',
  args: [],
});
const requirementExample = text({
  message: 'For example: order lines are written in one order of locks.',
  args: [],
});

const problemQuestion = text({
  message: 'What exactly goes wrong, where, and how would somebody see that it does not?',
  args: [],
});
const whyNowQuestion = text({ message: 'Why now: what happens, and when, if this waits?', args: [] });

/**
 * Whether a problem could be shown to be wrong: it needs a place to look at and something to see there.
 *
 * @param problem Markdown
 */
export function problemWeaknesses(problem: string): readonly Weakness[] {
  const weak = (missing: MessageText): Weakness => ({
    code: 'initiative-problem',
    missing,
    example: problemExample,
    question: problemQuestion,
  });
  if (!says(problem))
    return [
      weak({
        message: 'The problem is missing. Say what goes wrong, where, and how often or how much.',
        args: [],
      }),
    ];
  const found: Weakness[] = [];
  if (!measures(problem) && !showsSymptom(problem)) {
    const judgement = judgementIn(problem);
    found.push(
      weak(
        judgement === null
          ? {
              message:
                'Nothing here can be observed. Give a number, or name what fails: an error, a timeout, a lost record.',
              args: [],
            }
          : {
              message:
                '"{0}" is a judgement that nobody could show to be wrong. Give a number, or name what fails: an error, a timeout, a lost record.',
              args: [judgement],
            },
      ),
    );
  }
  if (!namesPlace(problem))
    found.push(
      weak({
        message:
          'No place is named. Say where it can be seen: an endpoint, a table, a job, a file, a service by its name.',
        args: [],
      }),
    );
  return found;
}

/** Whether there is a reason to do it at this time. @param whyNow Markdown */
export function whyNowWeaknesses(whyNow: string): readonly Weakness[] {
  const weak = (missing: MessageText): Weakness => ({
    code: 'initiative-why-now',
    missing,
    example: whyNowExample,
    question: whyNowQuestion,
  });
  if (!says(whyNow))
    return [
      weak({
        message: 'The reason for doing it now is missing. Say what happens, and when, if it waits.',
        args: [],
      }),
    ];
  return namesOccasion(whyNow)
    ? []
    : [
        weak({
          message:
            'This would be as true in a year. Name the date, the event or the growth that makes it urgent.',
          args: [],
        }),
      ];
}

/**
 * Whether a requirement says what must hold and how that is told.
 *
 * @param id names it in the messages, such as `ER-001`
 * @param success its success criteria
 */
export function requirementWeaknesses(
  id: string,
  statement: string,
  success: readonly string[],
): readonly Weakness[] {
  const question = text({
    message: 'How would somebody tell that {0} is met: which number, test or observation?',
    args: [id],
  });
  const unsaid: Weakness[] = says(statement)
    ? []
    : [
        {
          code: 'initiative-requirement',
          missing: { message: '{0} has no statement. Say what must hold when the work is done.', args: [id] },
          example: requirementExample,
          question: { message: 'What must hold for {0}?', args: [id] },
        },
      ];
  const criteria = success.filter(says);
  if (criteria.length === 0) {
    // A statement that can be verified as it stands needs no second sentence that repeats it.
    if (unsaid.length === 0 && measures(statement)) return [];
    return [
      ...unsaid,
      {
        code: 'initiative-success',
        missing: { message: '{0} has no success criteria. Say how it is told that it is met.', args: [id] },
        example: successExample,
        question,
      },
    ];
  }
  if (criteria.some(isVerifiable)) return unsaid;
  return [
    ...unsaid,
    {
      code: 'initiative-success',
      missing: {
        message:
          'Nobody could tell whether {0} is met. Give a number, a test, or what is never or always seen.',
        args: [id],
      },
      example: successExample,
      question,
    },
  ];
}

function says(value: string): boolean {
  return (
    /[\p{L}\p{N}]/u.test(value) &&
    !/^[^\p{L}\p{N}]*(?:tbd|todo|n\/?a|none|待定|未定|미정)[^\p{L}\p{N}]*$/iu.test(value)
  );
}
