import { leadingId } from '../../notation/requirement-id';
import { features } from '../../requirements/same-meaning';
import type { OutOfScopeItem, Requirement } from '../../source';
import { linePlace } from '../../document/places';
import type { SourceRule } from '../source-rule';

/** Share of their words that two texts must have in common to be the same thing, 0 to 1. */
const sameThing = 0.8;
/** Fewer words than this say too little to be compared. */
const fewestWords = 2;

/**
 * What is required is not out of scope as well.
 *
 * Good: "Bulk invites" out of scope, "Invite one person" required.
 * Bad: FR-007 defined above and listed under "Out of scope"; "Export as CSV" in both lists.
 */
export const scopeConflict: SourceRule = {
  id: 'prd-scope-conflict',
  title: 'No requirement is out of scope as well.',
  severity: 'warning',
  *run({ requirements, outOfScope, lines }) {
    const wanted = requirements.map((requirement) => ({
      requirement,
      words: tellingWords(requirement.title),
    }));
    for (const item of outOfScope) {
      const words = tellingWords(item.text);
      const twin = wanted.find(
        ({ requirement, words: other }) =>
          requirement.line !== item.line && (names(item, lines, requirement) || areSame(words, other)),
      )?.requirement;
      if (twin === undefined) continue;
      yield {
        message: '{0} is required at line {1} and out of scope here. Remove one of the two.',
        args: [twin.id, String(twin.line)],
        alternatives: [
          { ...linePlace(lines, twin.line), text: (lines[twin.line - 1] ?? '').trim() },
          { ...linePlace(lines, item.line), text: (lines[item.line - 1] ?? '').trim() },
        ],
        ...linePlace(lines, item.line),
      };
    }
  },
};

/** The item opens with the requirement's id. */
function names(item: OutOfScopeItem, lines: readonly string[], { explicitId }: Requirement): boolean {
  return explicitId !== null && leadingId(lines[item.line - 1] ?? '')?.id === explicitId;
}

const denials = new Set(
  'not without support supported supporting any sem não suporte sin soporte pas sans kein keine ohne без нет không out scope'.split(
    ' ',
  ),
);

function tellingWords(text: string): ReadonlySet<string> {
  const bare = text.replace(/^(?:不(?:支持|做|包含|包括|提供)|暂不|対応しない)/u, '');
  return new Set([...features(bare)].filter((word) => !denials.has(word)));
}

function areSame(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  if (Math.min(first.size, second.size) < fewestWords) return false;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared += 1;
  return shared >= fewestWords && shared / (first.size + second.size - shared) >= sameThing;
}
