import { plainRange } from '../../text/position';
import type { RootContent } from 'mdast';
import { oncePerList } from '../../text/remembered';
import type { SpecDocument, SpecListItem, SpecSection } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import { markerAlone } from '../../spec/vocabulary/answers';
import { undecidedWords } from '../../text/undecided-words';
import type { Check, Problem } from '../check';
import { contentOf, type Content } from '../../text/content';
import { firstLine, headingPlace, isWithin } from '../../spec/place';
import { saysNone } from '../reading/says-none';
import { linesOfNodes, sectionNodes } from '../reading/section-content';
import { isWordSalad, withoutWordSalad } from '../reading/word-salad';

/**
 * Every section of the template says something: more than headings, markers, labels without a value, placeholders and words
 * such as TBD, and more than words heaped up: filler text, the same few words again and again, keywords that nothing ties
 * together. `OQ-n` alone is a gap. Where no template is known, a section whose text is only a word for later is a warning.
 *
 * Options: none.
 *
 * Good: a paragraph, a filled row, a diagram; `Not applicable: no data is stored.`
 * Bad: an empty body; `- **Authentication:**`; `TODO TBD ???`; `Lorem ipsum dolor sit amet`;
 * `security robust scalable caching latency security metrics cloud robust caching`.
 */
export const hollowSection: Check = {
  id: 'hollow-section',
  title: 'Every section says something.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run({ spec, template, sections }) {
    if (template === null) {
      yield* keptForLater(spec);
      return;
    }
    const matched = [...new Set(sections.values())];
    const empty = new Set<SpecSection>();
    for (const [key, section] of sections) {
      // Subsections with a key of their own are judged on their own.
      const inner = matched.filter((other) => other.start > section.start && other.end <= section.end);
      const nodes = sectionNodes(spec, section, inner);
      const { facts, gaps, heap } = key === 'open-questions' ? saidByQuestions(nodes) : said(nodes);
      const [gap] = gaps;
      if (facts && !heap) continue;
      if (facts) {
        const message = 'Section "{0}" heaps words up and states nothing: say what is to be built.';
        yield { message, args: [section.name], ...headingPlace(spec, section) };
        continue;
      }
      if (inner.length > 0 && gap === undefined) continue;
      if (gap === undefined) empty.add(section);
      yield {
        message:
          gap === undefined
            ? 'Section "{0}" says nothing yet: fill it in, or put an open question (OQ-n) there.'
            : 'Section "{0}" waits for {1}.',
        args: gap === undefined ? [section.name] : [section.name, gap],
        ...(gap === undefined ? {} : { gap }),
        ...headingPlace(spec, section),
      };
    }
    for (const item of emptyLabels(spec)) {
      const around = matched.filter(
        (section) => item.section !== null && isWithin(spec, item.section, section),
      );
      // Of a section that says nothing at all, that is said once.
      if (around.length === 0 || around.some((section) => empty.has(section))) continue;
      const message = '"{0}" has nothing behind it: say it, or put an open question (OQ-n) there.';
      yield { message, args: [item.text.replace(/[:：]\s*$/u, '')], ...plainRange(firstLine(spec, item)) };
    }
  },
};

/**
 * Where no template is known: sections whose text is only a word for later. An empty one may be meant, a title of what
 * follows.
 */
function* keptForLater(spec: SpecDocument): Iterable<Problem> {
  for (const section of spec.sections) {
    const nodes = sectionNodes(spec, section);
    if (nodes.length === 0 || nodes.some(({ type }) => type !== 'paragraph' && type !== 'list')) continue;
    const { facts, gaps } = said(nodes);
    if (facts || gaps.length > 0) continue;
    // Placeholders are for the check of that name, as are `TBD` and the like; and that there is none is said.
    const lines = linesOfNodes(nodes).filter((line) => line.trim() !== '');
    if (lines.some((line) => saysNone(line) || markerAlone.test(line.trim()))) continue;
    if (!lines.some((line) => line.search(undecidedWords) !== -1)) continue;
    yield {
      message: 'Section "{0}" says nothing yet: fill it in, or put an open question (OQ-n) there.',
      args: [section.name],
      severity: 'warning',
      ...headingPlace(spec, section),
    };
  }
}

const boldLabel = /^(\*\*|__)[^*_]{2,60}(?:[:：]\1|\1[:：])\s*$/u;

/** Items such as `- **Data protection:**` with nothing behind the label, nested below it or shown right after it. */
function emptyLabels(spec: SpecDocument): readonly SpecListItem[] {
  return spec.listItems.filter((item, index) => {
    if (item.checked !== null || !boldLabel.test(item.raw.trim())) return false;
    if (spec.listItems[index + 1]?.parent === index) return false;
    const next = [item.line + 1, item.line + 2].map((line) => lineText(spec.lines, line));
    const shown = next.find((text) => text.trim() !== '') ?? '';
    return !/^\s*(?:```|~~~|\||!\[|>)|^\s{2,}\S/u.test(shown);
  });
}

interface Said extends Content {
  /** Whether that is nothing but words heaped up. */
  readonly heap: boolean;
}

const said = oncePerList((nodes: readonly RootContent[]) => judge(nodes, (line) => line));
/** Here the questions are what the section says. */
const saidByQuestions = oncePerList((nodes: readonly RootContent[]) =>
  judge(nodes, (line) => line.replace(/OQ-\d+/gu, '')),
);

function judge(nodes: readonly RootContent[], read: (line: string) => string): Said {
  const text = linesOfNodes(nodes).map(read);
  const content = contentOf(text.join('\n'));
  if (!content.facts) return { ...content, heap: false };
  const prose = new Set(linesOfNodes(nodes.filter(({ type }) => type !== 'table')));
  // Cells repeat each other by nature; only within one cell does it mean anything.
  const rest = [
    ...text.filter((line) => !prose.has(line) && !isWordSalad(line)),
    ...withoutWordSalad(text.filter((line) => prose.has(line))),
  ];
  return { ...content, heap: !contentOf(rest.join('\n')).facts };
}
