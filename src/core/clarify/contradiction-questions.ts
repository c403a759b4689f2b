import type { Statement } from '../checks/finding';
import type { Source } from '../source/source';
import type { Say } from '../language/language-pack';
import { specPhrases } from '../language/spec-phrases';
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
export function* contradictions(source: Source, say: Say): Iterable<Question> {
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
      ...(check === ofScope ? aboutScope(source, first, second, say) : aboutStatements(first, second, say)),
      why: say(specPhrases.contradictionWhy),
      evidence: [first, second].map(({ line }) => ({ path: source.path, line })),
    };
  }
}

type Choice = Pick<Question, 'text' | 'options'>;

function aboutStatements(first: Statement, second: Statement, say: Say): Choice {
  const texts = [first, second].map(({ text }) => oneLine(text));
  const alike = texts[0] === texts[1];
  return {
    text: say(
      specPhrases.eitherHolds,
      ...[texts[0] ?? '', String(first.line), texts[1] ?? '', String(second.line)],
    ),
    options: [first, second].map(({ line }, at) =>
      option(alike ? say(specPhrases.asLine, String(line)) : (texts[at] ?? '')),
    ),
  };
}

function aboutScope(source: Source, required: Statement, excluded: Statement, say: Say): Choice {
  const wanted = requirementAt(source, required.line);
  const title = oneLine(wanted?.title ?? required.text);
  const name = wanted === undefined ? `"${title}"` : `${wanted.id} "${title}"`;
  const left = oneLine(source.outOfScope.find(({ line }) => line === excluded.line)?.text ?? excluded.text);
  return {
    text: say(specPhrases.scope, name, String(required.line), String(excluded.line)),
    options: [
      option(say(specPhrases.required, title)),
      {
        ...option(say(specPhrases.outOfScope, left)),
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
