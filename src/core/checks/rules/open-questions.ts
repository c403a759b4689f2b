import type { Nodes } from 'mdast';
import type { OpenQuestion, SpecDocument } from '../../spec/spec-document';
import { oncePer } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import { rangeOf, span } from '../../spec/text-range';
import type { TextRange } from '../../text/position';
import type { Check, CheckContext } from '../check';
import { isHollow } from '../../text/content';
import { declareQuestion } from '../fixes/declare-question';
import { declaredQuestions } from '../reading/declared-questions';
import { gapsAllowed } from '../gaps-allowed';
import { inEachPart } from '../reading/in-each-part';
import { firstLine, isWithin } from '../../spec/place';

/**
 * Every `OQ-n` in the text is a question of the open questions section, each question is asked once and says what is missing,
 * and none is left open when the status no longer allows gaps.
 *
 * Options: none.
 *
 * Good: `OQ-1` in a cell, and `- [ ] **OQ-1:** Which queue carries the mails?` in the section.
 * Bad: `OQ-2` that no item declares; `- [ ] **OQ-3:**` without a question; two items `OQ-1`.
 */
export const openQuestions: Check = {
  id: 'open-questions',
  title: 'Every open question is declared, and none is left when the document is approved.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  fixes({ args: [id = ''] }, context) {
    const asked = askedElsewhere(context, id);
    const edit = asked === null ? null : declareQuestion(context, id, asked);
    if (edit === null) return [];
    return [{ message: 'List {0} among the open questions', args: [id], safe: true, edits: [edit] }];
  },
  *run({ spec, template, sections }) {
    const questions = declaredQuestions({ spec, template, sections });
    const holder = sections.get('open-questions');
    const declared = new Set<string>();
    for (const question of questions) {
      const { id, text } = question;
      const place = firstLine(spec, placeOfQuestion(question));
      if (declared.has(id)) yield { message: 'Open question {0} is declared twice.', args: [id], ...place };
      else if (isHollow(text))
        yield { message: 'Open question {0} does not say what is missing.', args: [id], ...place };
      else if (!question.resolved)
        yield {
          message: 'Open question {0} is not resolved: {1}',
          args: [id, text.split('\n')[0] ?? ''],
          gap: id,
          ...place,
        };
      declared.add(id);
    }
    for (const [id, place] of firstMentions(spec)) {
      if (!declared.has(id))
        yield {
          message: '{0} is not among the open questions: say there what is missing.',
          args: [id],
          fixable: holder !== undefined && askedElsewhere({ spec, sections }, id) !== null,
          ...place,
        };
    }
    for (const item of spec.listItems) {
      if (item.checked !== false || !isWithin(spec, item.section, holder) || /^OQ-\d/u.test(item.text))
        continue;
      if (isHollow(item.text)) continue;
      yield {
        message: 'This question is still open: answer it and tick it before the document is approved.',
        args: [],
        severity: gapsAllowed(spec, template) ? 'warning' : 'error',
        ...firstLine(spec, placeOfQuestion(item)),
      };
    }
  },
};

/** What a question asks that is said where its answer belongs (`- OQ-2: Which queue?`, a cell), and not in the list; else `null`. */
function askedElsewhere(
  { spec, sections }: Pick<CheckContext, 'spec' | 'sections'>,
  id: string,
): string | null {
  const holder = sections.get('open-questions');
  const asked = spec.openQuestions.find(
    (question) =>
      question.id === id &&
      !question.resolved &&
      !isHollow(question.text) &&
      !isWithin(spec, question.section, holder),
  );
  if (asked !== undefined) return asked.text.split('\n')[0] ?? null;
  return askedInWords(spec).get(id) ?? null;
}

/** What each id asks behind a label or in a cell, where only what is a question is sure to be that; the first of each. */
const askedInWords = oncePer(({ text }: SpecDocument): ReadonlyMap<string, string> => {
  const asked = new Map<string, string>();
  // Ahead, since a question may name the next one.
  for (const [, id = '', words = ''] of text.matchAll(
    /(?<=[\s|])(OQ-\d+):(?=[ \t]+([^|\s][^|\n]{2,399}[?？])[ \t]*(?:\||$))/gmu,
  ))
    if (!asked.has(id)) asked.set(id, words);
  return asked;
});

function placeOfQuestion({ line, column, endLine, endColumn }: OpenQuestion | TextRange): TextRange {
  return { line, column, endLine, endColumn };
}

/** Where each `OQ-n` first stands in text, code apart, and what is struck out: nobody waits for that. */
function firstMentions(spec: SpecDocument): ReadonlyMap<string, TextRange> {
  const found = new Map<string, TextRange>();
  for (const { id, ...place } of inEachPart(spec, mentionsIn)) if (!found.has(id)) found.set(id, place);
  return found;
}

const mentionsIn = oncePer((part: SpecPart) => {
  const mentions: (TextRange & { readonly id: string })[] = [];
  if (!part.text.includes('OQ-')) return mentions;
  const visit = (nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      if (node.type === 'delete') continue;
      if ('children' in node) visit(node.children);
      else if (node.type === 'text') {
        const { start, end } = span(node);
        for (const { 0: id, index } of part.text
          .slice(start, end)
          .matchAll(/(?<![\p{L}\p{N}_-])OQ-\d+(?![\p{L}\p{N}_])/gu)) {
          const from = start + index;
          mentions.push({ id, ...rangeOf(part.lines, from, from + id.length) });
        }
      }
    }
  };
  visit(part.nodes);
  return mentions;
});
