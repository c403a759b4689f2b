import type { Block, Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { factText, isTechnical } from './fact-text';
import { labelledPoint, tellsOrder } from '../notation/labelled-point';
import { fieldOf } from '../notation/requirement-fields';
import { longestFact, proseFacts } from './prose-facts';
import { topicOfHeading } from '../sections/section-role';
import { topicOfSection } from '../sections/section-topic';
import type { FactTopic, SourceFact } from '../source';
import { emptyStatement } from '../vocabulary/fields';

/** Topics that tell of the work in running text, and what of it a heading of its own may be missing for. */
const toldIn: ReadonlyMap<FactTopic | null, readonly FactTopic[]> = new Map<FactTopic, readonly FactTopic[]>([
  ['summary', ['problem', 'goal', 'success']],
  ['problem', ['goal', 'success']],
  ['why-now', ['goal', 'success']],
  ['goal', ['success']],
]);

/**
 * Bullets, rows and paragraphs by the topic of the heading (or bold label) they stand under; running text below no such
 * heading by what its sentences say.
 */
export function factsOf(root: Section, isCriterion: (line: number) => boolean): readonly SourceFact[] {
  const facts: SourceFact[] = [];
  const told: SourceFact[] = [];
  for (const section of walkSections(root)) {
    const topic = topicOfSection(section);
    const isOpening = opens(section);
    const isProse = topic === null && section.topic === null && (section.role === null || isOpening);
    for (const block of section.blocks) {
      if (block.kind === 'code' || block.struck || isCriterion(block.line) || annotatesRequirement(block))
        continue;
      const point = topic === 'open-question' ? null : labelledPoint(block);
      if (topic !== 'open-question' && section.role !== 'excluded')
        facts.push(...openPoints(block, isCriterion));
      if (point !== null && !(point.kind === 'excluded' && tellsOrder(section))) continue;
      // "Privacy: is the date of birth enough? -> ask Mara" among open questions is one, whatever it is about.
      const asks = topic === 'open-question' && /[?？]/u.test(block.text);
      const own = asks ? null : labelTopic(block);
      const about = own?.topic ?? topic;
      const text = (own?.text ?? factText(block, about)).slice(0, longestFact);
      if (about !== null && /[\p{L}\p{N}]/u.test(text) && !emptyStatement.test(text))
        facts.push({
          ...{ topic: about, line: block.line, text },
          ...(about === 'success' && isTechnical(section) ? { isTechnical: true as const } : {}),
        });
      if (about === null && isProse) facts.push(...proseFacts(block, isOpening));
      const missing = toldIn.get(about);
      if (missing !== undefined && block.lead === null)
        told.push(...proseFacts(block, false).filter((fact) => missing.includes(fact.topic)));
    }
  }
  const named = new Set(facts.map(({ topic }) => topic));
  const more = told.filter(({ topic }) => !named.has(topic));
  return more.length === 0 ? facts : [...facts, ...more].sort((one, other) => one.line - other.line);
}

/** What a block and the bullets below it say is open by a label of their own. */
function openPoints(block: Block, isCriterion: (line: number) => boolean): readonly SourceFact[] {
  const { line, children, struck } = block;
  if (struck || isCriterion(line)) return [];
  const point = labelledPoint(block);
  if (point?.kind !== 'open') return children.flatMap((child) => openPoints(child, isCriterion));
  const [only, ...more] = point.said;
  const said =
    only === undefined || more.length > 0 ? point.said : [factText({ ...block, text: only }, null)];
  return said
    .filter((text) => !emptyStatement.test(text))
    .map((text) => ({ topic: 'open-question', line, text: text.slice(0, longestFact) }));
}

/** Whether a section is what stands before the first heading, or below the title alone. */
function opens({ parent, sections }: Section): boolean {
  if (parent === null) return true;
  return parent.parent === null && parent.sections.length === 1 && sections.length > 0;
}

function annotatesRequirement(block: Block): boolean {
  const names = block.kind === 'row' ? [] : (fieldOf(block.text)?.names ?? []);
  return names.some(
    (name) => name === 'story' || name === 'acceptance' || name === 'priority' || name === 'id',
  );
}

/** `**Why now:** text` and `Problem: text` name their topic themselves. */
function labelTopic(block: Block): { readonly topic: FactTopic; readonly text: string } | null {
  if (block.kind === 'row') return null;
  const found = /^[^\p{L}]{0,6}(\p{L}[^:：\n]{1,40})[:：]\s*(\S.*)$/su.exec(block.text);
  if (
    found?.[1] === undefined ||
    found[2] === undefined ||
    (block.lead === null && block.kind === 'paragraph')
  )
    return null;
  const topic = topicOfHeading(found[1]);
  return topic === null ? null : { topic, text: found[2] };
}
