import { joinStatements } from '../../text/join-statements';
import { contractOf } from './contract-statements';
import type { FactLimit } from './fact-lookup';

/** More facts than this on one line are a list that nobody reads; a template may ask for another number. */
const mostFactsOnALine = 5;

type Render = (text: string) => string;
type Lambda = () => (text: string, render: Render) => string;

/** What the text inside a lambda asks for: `topic | question | 3 columns | answers in column 2 | 2 sentences | states tables`. */
export interface FactRequest {
  readonly topics: readonly string[];
  /** Markdown on one line. */
  readonly question: string;
  readonly columns: number;
  /** Column of a table that the template's own question asks for, from 1: its answer stands there. */
  readonly answerColumn: number;
  readonly limit: FactLimit;
}

/** Reads the text inside a lambda; `render` fills in dynamic parts of the question. */
export function readFactRequest(text: string, render: Render): FactRequest {
  const [topics = '', question = '', ...options] = text.split('|').map((part) => part.trim());
  const option = (unit: string): number | undefined => {
    const found = options.map((value) => new RegExp(`^(\\d+) ${unit}$`).exec(value)?.[1]).find(Boolean);
    return found === undefined ? undefined : Number(found);
  };
  const answers = options.map((value) => /^answers in column (\d+)$/.exec(value)?.[1]).find(Boolean);
  const facts = option('facts?');
  const factsEach = option('facts? each');
  const sentences = option('sentences?');
  const words = option('words?');
  const states = contractOf(options.map((value) => /^states (\w+)$/.exec(value)?.[1]).find(Boolean));
  return {
    topics: topics
      .split(',')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== ''),
    question: render(question),
    columns: option('columns?') ?? 1,
    answerColumn: answers === undefined ? 1 : Number(answers),
    limit: {
      ...(facts === undefined ? {} : { facts }),
      ...(factsEach === undefined ? {} : { factsEach }),
      ...(sentences === undefined ? {} : { sentences }),
      ...(words === undefined ? {} : { words }),
      ...(states === null ? {} : { states }),
    },
  };
}

/** The ways in which a template asks for facts: as bullets, within a line, or as table rows. */
export interface FactLambdas {
  readonly list: Lambda;
  readonly field: Lambda;
  readonly rows: Lambda;
}

/**
 * @param known gives the facts for a request, or one `OQ-n`
 * @param gap gives the `OQ-n` of a question
 * @param answered the facts that are answers to questions about the topics of a request
 */
export function factLambdas(
  known: (request: FactRequest) => readonly string[],
  gap: (question: string) => string,
  answered: (request: FactRequest) => readonly string[],
): FactLambdas {
  const using =
    (format: (request: FactRequest) => string): Lambda =>
    () =>
    (text, render) =>
      format(readFactRequest(text, render));
  return {
    list: using((request) =>
      known(request)
        .map((fact) => `- ${fact}`)
        .join('\n'),
    ),
    field: using((request) =>
      joinStatements(known({ ...request, limit: { facts: mostFactsOnALine, ...request.limit } })),
    ),
    rows: using((request) => {
      const answers = new Set(answered(request));
      return known(request)
        .map((fact) => {
          const at = answers.has(fact) ? Math.min(request.answerColumn, request.columns) : 1;
          const cells = Array.from({ length: request.columns }, (_, index) =>
            index + 1 === at ? fact : gap(request.question),
          );
          return `| ${cells.join(' | ')} |`;
        })
        .join('\n');
    }),
  };
}
