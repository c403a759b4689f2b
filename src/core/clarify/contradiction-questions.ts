import type { Statement } from '../checks/finding';
import type { Source } from '../source/source';
import { sha256Hex } from '../text/hash';
import { oneLine } from '../text/said';
import type { Question } from './question';
import { requirementAt } from './requirement-questions';

/** Findings of contradictions, whatever else their rule is called. */
export const contradicts = /contradict|conflict/;
const ofScope = 'prd-scope-conflict';

/**
 * One question for each pair of statements that cannot both hold: which of them does. The options differ in their words
 * even where the statements do not: what is required and out of scope is most often named alike.
 */
export function* contradictions(source: Source): Iterable<Question> {
  for (const { check, alternatives } of source.findings) {
    const [first, second] = alternatives ?? [];
    if (!contradicts.test(check) || first === undefined || second === undefined) continue;
    const requirements = [first, second].flatMap(({ line }) => requirementAt(source, line) ?? []);
    const subjects = [...new Set(requirements.map(({ id }) => id))];
    const said = sha256Hex([first, second].map(({ text }) => text.toLowerCase()).join('\n')).slice(0, 8);
    yield {
      id: ['contradiction', ...(subjects.length === 0 ? [] : [subjects.join('+')]), said].join(':'),
      area: 'contradiction',
      blocking: true,
      ...(check === ofScope ? aboutScope(source, first, second) : aboutStatements(first, second)),
      why: 'They can not be met together.',
      evidence: [first, second].map(({ line }) => ({ path: source.path, line })),
    };
  }
}

type Choice = Pick<Question, 'text' | 'options'>;

function aboutStatements(first: Statement, second: Statement): Choice {
  const texts = [first, second].map(({ text }) => oneLine(text));
  const alike = texts[0] === texts[1];
  return {
    text: `Which holds: "${texts[0] ?? ''}" (line ${first.line}) or "${texts[1] ?? ''}" (line ${second.line})?`,
    options: [first, second].map(({ line }, at) =>
      option(alike ? `As line ${line} says` : (texts[at] ?? '')),
    ),
  };
}

function aboutScope(source: Source, required: Statement, excluded: Statement): Choice {
  const wanted = requirementAt(source, required.line);
  const title = oneLine(wanted?.title ?? required.text);
  const name = wanted === undefined ? `"${title}"` : `${wanted.id} "${title}"`;
  const left = oneLine(source.outOfScope.find(({ line }) => line === excluded.line)?.text ?? excluded.text);
  return {
    text: `${name} is required (line ${required.line}) and out of scope (line ${excluded.line}). Which holds?`,
    options: [
      option(`Required: ${title}`),
      {
        ...option(`Out of scope: ${left}`),
        ...(wanted === undefined
          ? {}
          : {
              excludes: { requirement: wanted.id, line: excluded.line, text: withoutLead(left, wanted.id) },
            }),
      },
    ],
  };
}

/** The item without the id that it opens with. */
function withoutLead(text: string, id: string): string {
  if (!text.toLowerCase().startsWith(id.toLowerCase())) return text;
  return text.slice(id.length).replace(/^[\s:：)\]–—-]+/u, '') || text;
}

function option(text: string): Question['options'][number] {
  return { text, recommended: false };
}
