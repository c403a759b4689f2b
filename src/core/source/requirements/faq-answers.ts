import type { Definition, Extraction } from './definition';
import type { Block, Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { groupOf } from '../sections/grouping';
import { titleOf } from '../document/inline-text';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { saysWhatHolds, statingParagraphs } from '../sections/prose-statements';
import { kindOf } from './requirement-kind';
import type { OutOfScopeItem } from '../source';
import { states } from '../notation/statement';
import { faqTitle, isOfPlan } from '../vocabulary/faq-phrases';
import { tellsWhen } from '../vocabulary/leads-to-left-out';
import { saysLeftOut } from '../vocabulary/leaving-out';

/** Fewest answers that say what holds: with fewer of them questions are asked about a product, not to tell of it. */
const fewestAnswers = 3;

/** A question of a list of them, and what stands below it. */
interface Asked {
  readonly question: string;
  readonly section: Section;
  readonly answer: readonly Block[];
}

/**
 * What the answers of a list of questions state, for a document that states nothing elsewhere: each answer that says what
 * somebody can or must do, or how much of something there is, is one requirement at its first line; those to "What did we
 * decide against?" are out of scope. Answers that tell of the plan, its reasons and risks are neither.
 */
export function faqAnswers(root: Section): Pick<Extraction, 'definitions' | 'outOfScope'> {
  const definitions: Definition[] = [];
  const outOfScope: OutOfScopeItem[] = [];
  const chapters = [...walkSections(root)].filter(({ title }) => faqTitle.test(title));
  for (const asked of chapters.flatMap((chapter) => [...walkSections(chapter)].flatMap(askedIn))) {
    const question = normalizeHeading(asked.question);
    if (saysLeftOut(question) && !tellsWhen.test(question)) {
      outOfScope.push(
        ...asked.answer.filter(isSaid).map(({ line, text }) => ({ line, text: text.replace(/\n/g, ' ') })),
      );
      continue;
    }
    const answer = stating(asked.answer);
    if (!isOfPlan(asked.question) && answer.some(saysWhatHolds)) definitions.push(...define(asked, answer));
  }
  return definitions.length < fewestAnswers
    ? { definitions: [], outOfScope: [] }
    : { definitions, outOfScope };
}

/** What a heading asks, and the bold lines below it. */
function askedIn(section: Section): readonly Asked[] {
  const found: { question: string; section: Section; answer: Block[] }[] = [];
  if (asks(section.title)) found.push({ question: unnumberedHeading(section.title), section, answer: [] });
  for (const block of section.blocks) {
    if (isQuestion(block)) found.push({ question: questionOf(block.text), section, answer: [] });
    else found.at(-1)?.answer.push(block);
  }
  return found;
}

function asks(text: string): boolean {
  return /[?？]\s*$/u.test(text);
}

/** `**How do I join?**`, `Q: How do I join?` */
function isQuestion({ kind, text, lead }: Block): boolean {
  if (kind !== 'paragraph' || !asks(text)) return false;
  return (lead !== null && lead.trim().length === text.trim().length) || questionMark.test(text);
}

const questionMark = /^(?:Q|F|P|В|问|問|Hỏi)\s?\d{0,2}\s?[.:：]\s*/u;

function questionOf(text: string): string {
  return text.replace(questionMark, '').trim();
}

function isSaid({ kind, struck }: Block): boolean {
  return !struck && (kind === 'item' || kind === 'paragraph');
}

/** Paragraphs and bullets of an answer that state something. */
function stating(blocks: readonly Block[]): readonly Block[] {
  const paragraphs = new Set(statingParagraphs(blocks));
  return blocks.filter((block) => (block.kind === 'item' ? states(block) : paragraphs.has(block)));
}

function define({ question, section }: Asked, answer: readonly Block[]): readonly Definition[] {
  const [first] = answer;
  const last = answer.at(-1);
  if (first === undefined || last === undefined) return [];
  const body = answer.map(({ text }) => text);
  return [
    {
      ...{ id: null, line: first.line, endLine: last.endLine, acceptance: [], priority: null },
      ...{ section, site: 'paragraph', form: '', group: groupOf(section) },
      kind: kindOf({ idKind: null, section, title: question, body, acceptance: [], isStory: false }),
      title: titleOf(question),
      text: [question, ...body].join('\n').slice(0, 4000),
    },
  ];
}
