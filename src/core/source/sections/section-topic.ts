import type { Section } from '../document/document-model';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { qualityTopics } from './quality-topics';
import type { FactTopic } from '../source';
import type { SectionRole } from '../vocabulary/section-roles';
import { wholeTitleTopics } from '../vocabulary/whole-title-topics';

/** Topics that are facts even where they stand among the requirements. */
const factsAnywhere: ReadonlySet<FactTopic> = new Set<FactTopic>([...qualityTopics, 'data', 'integration']);
const demanding: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'requirements',
  'non-functional',
  'stories',
  'use-cases',
  'features',
]);
/** Roles of sections that may ask: "Open" is known by no term, "Questions" is an aside. */
const mayAsk: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([null, 'aside']);

/** What the text right below a heading is about, or `null` where it is no fact of the work. */
export function topicOfSection(section: Section): FactTopic | null {
  const { role, topic } = section;
  if (role === 'acceptance' || role === 'excluded') return null;
  if (role === 'constraints') return 'constraint';
  // "Success metrics" by phase: "Phase 1 (MVP)" below it holds the measures of that phase, no features.
  if (topic === null && section.parent?.topic === 'success' && (section.match?.share ?? 1) < plainly)
    return 'success';
  if (topic !== null && demanding.has(role) && !factsAnywhere.has(topic)) return null;
  if (topic !== null || demanding.has(role)) return topic;
  const own = wholeTitle(section.title);
  // "How we know it works": headings in a team's own words that no term knows.
  if (own === null && role === 'measure') return 'success';
  return own ?? (mayAsk.has(role) && asksOnly(section) ? 'open-question' : null);
}

/** Share of a heading from which on a term says what stands below it. */
const plainly = 0.5;

const byWholeTitle = new Map<string, FactTopic>(
  Object.entries(wholeTitleTopics).flatMap(([topic, terms]) =>
    terms.map((term) => [normalizeHeading(term), topic as FactTopic] as const),
  ),
);

function wholeTitle(title: string): FactTopic | null {
  return byWholeTitle.get(normalizeHeading(unnumberedHeading(title))) ?? null;
}

/** Whether a list stands below a heading in which every point asks, and none is answered. */
function asksOnly({ blocks }: Section): boolean {
  const points = blocks.filter(({ kind, struck }) => kind === 'item' && !struck);
  return points.length > 0 && points.every(({ text, children }) => asks.test(text) && children.length === 0);
}

/** A question, with a remark in brackets at most behind it: "Who pays? (Paula)". */
const asks = /[?？]\s*(?:[（(][^()（）]{0,60}[)）]\s*)?$/u;
