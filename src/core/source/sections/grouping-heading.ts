import { audienceOf, namesUser } from './audience';
import type { Audience } from './audience';
import type { Block, Section } from '../document/document-model';
import { labelDepth, walkSections } from '../document/document-model';
import { isStory } from '../notation/story-opening';
import { collectingRoles } from '../vocabulary/section-roles';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { opensWithCitation } from '../notation/requirement-id';
import { qualityTopics } from './quality-topics';
import { nameFeatures } from './feature-list';
import { topicOfHeading } from './section-role';
import { fieldOf } from '../notation/requirement-fields';
import { areNamed, tellSides, weighBullets, weightOfTitle } from './judge-bullets';
import { statementsIn } from './prose-statements';
import { isProse, readAlike } from './read-alike';
import type { LabelUse } from './repeated-labels';
import { isFilledForm, labelUse } from './repeated-labels';
import { listsStatements } from '../notation/statement';
import { priorityWords } from '../vocabulary/fields';
import { phaseWords } from '../vocabulary/phase-words';
import { addedTitle, restTitle } from '../vocabulary/rest-titles';

/** How far a heading is a requirement (above 0) or only groups some (below). Infinite where a reason of its own decides. */
type Verdict = number;

/**
 * Weight from which on a heading is what it is, whatever its neighbours are; more is needed among several below a title that
 * says what stands there. Beyond the last none counts more.
 */
const firm = { alone: 0.5, among: 0.75, most: 3 };

/** Certain, and a witness for what its neighbours are. */
const surely: Verdict = firm.most;
const surelyNot: Verdict = -firm.most;
const always: Verdict = Infinity;
const never: Verdict = -Infinity;
const unclear: Verdict = 0;

/**
 * Whether a heading below a requirements or features section is itself the requirement that its bullets detail, or only
 * groups bullets that can each be tested.
 *
 * @param use labels among the headings of its kind
 * @param audience who uses the product
 */
function judgeHeading(section: Section, use: LabelUse, audience: Audience): Verdict {
  const title = unnumberedHeading(section.title);
  if (isNamedRequirement(title) || isStory(title)) return always;
  if (section.struck || title === '' || ranks(title) || opensWithCitation(title)) return never;
  if (lists(section) && [restTitle, addedTitle].some((known) => known.test(normalizeHeading(title))))
    return never;
  if (lists(section) && namesUser(title, audience)) return never;
  if (section.match !== null && collectingRoles.has(section.match.role) && section.match.share >= 0.5)
    return never;
  const children = section.sections.filter((child) => child.depth < labelDepth && isCollecting(child.role));
  if (children.length > 0) return never;
  if (section.sections.some((child) => child.match?.role === 'acceptance')) return surely;
  const labelled = section.sections.filter((child) => child.depth >= labelDepth);
  if (
    section.blocks.some(describes) ||
    labelled.some((child) => child.match?.role === 'detail' && child.blocks.length > 0)
  )
    return surely;
  if (isFilledForm(section, use)) return surely;
  // The headings beside it may be forms, of which this one fills in its features only.
  if (labelled.some((child) => child.match !== null && collectingRoles.has(child.match.role))) return unclear;
  return judgeBullets(section, [...section.blocks, ...labelled.flatMap((child) => child.blocks)]);
}

/**
 * What headings are: requirements themselves, or above paragraphs that are one each. The others hold lists, each item of
 * which may be one.
 */
export type RequirementHeadings = ReadonlyMap<Section, 'heading' | 'paragraphs'>;

/**
 * Which headings are requirements. Documents are regular: below one section, headings of one depth are of one kind, so
 * where
 * the look of its bullets is all that a heading has, all of them together decide.
 */
export function requirementHeadings(root: Section): RequirementHeadings {
  const groups = new Map<string, Section[]>();
  for (const section of walkSections(root)) {
    if (section.depth === 0 || !isCollecting(section.role)) continue;
    // Labels in bold are of one kind below one heading only.
    const above = section.depth < labelDepth ? containerLine(section) : (section.parent?.line ?? 0);
    const key = `${above} ${section.depth}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [section]);
    else group.push(section);
  }
  const audience = audienceOf(root);
  const chosen = new Map<Section, 'heading' | 'paragraphs'>();
  for (const sections of groups.values()) {
    const use = labelUse(sections);
    const judged = sections.map((section) => ({ section, verdict: judgeHeading(section, use, audience) }));
    const together = weightTogether(
      judged.filter(({ section }) => !isProse(section)).map(({ verdict }) => verdict),
    );
    const featured = sections.every(({ role }) => tellsFeatures.has(role)) && nameFeatures(judged);
    // What no title calls requirements or features is assumed to be; there each heading is read by itself.
    const isTitled = sections.every((section) => containerLine(section) > 0);
    const alone = isTitled && sections.length > 2 ? firm.among : firm.alone;
    const settled = judged.map(({ section, verdict }) => ({
      section,
      certain: !Number.isFinite(verdict),
      named:
        featured && Number.isFinite(verdict) ? true : (Math.abs(verdict) >= alone ? verdict : together) > 0,
    }));
    for (const [section, unit] of readAlike(settled, isTitled)) chosen.set(section, unit);
  }
  return chosen;
}

/** Roles below which headings may name a feature each, for no other reason than that their lists are short. */
const tellsFeatures: ReadonlySet<Section['role']> = new Set<Section['role']>(['requirements', 'features']);

/** How far the headings of one kind are requirements, all taken together. */
function weightTogether(verdicts: readonly Verdict[]): number {
  return verdicts.filter((weight) => Number.isFinite(weight)).reduce((sum, weight) => sum + weight, 0);
}

/** Line of the highest section above that is titled as requirements, features or the like. */
function containerLine(section: Section): number {
  let line = 0;
  for (let at = section.parent; at !== null && isCollecting(at.role); at = at.parent)
    if (at.match !== null && collectingRoles.has(at.match.role)) line = at.line;
  return line;
}

function isCollecting(role: Section['role']): boolean {
  return role !== null && collectingRoles.has(role);
}

/** Whether something stands below a heading that it can sort. */
function lists({ blocks, sections }: Section): boolean {
  return sections.length > 0 || blocks.some(({ kind }) => kind === 'item' || kind === 'row');
}

/** A "Description: ..." line says what the heading is. */
function describes(block: Block): boolean {
  const field = block.kind === 'row' ? null : fieldOf(block.text);
  return (
    field !== null &&
    field.value !== '' &&
    field.names.includes('description') &&
    /desc|描述|説明|说明|설명|описание|mô tả|what/iu.test(field.label)
  );
}

/** `### Requirement: name` as OpenSpec writes it, or `### História: cadastrar usuário`. */
export function isNamedRequirement(title: string): boolean {
  return /^(?:requirement|需求|要件|요구사항|requisito|requerimiento|exigence|anforderung|требование|(?:user\s)?story|hist[oó]ria(?: de usu[aá]rio)?|récit|история|用户故事|故事|ユーザーストーリー|사용자 스토리)\s*[:：]\s*\S/iu.test(
    title,
  );
}

/** A heading of rank, phase or quality sorts what stands below it. */
function ranks(title: string): boolean {
  const words = title
    .split(/(?:(?<!\s)\s+)?[-–—:：(（)）/|]\s*/u)
    .map((word) => word.replace(/(?<!\s)\s+(?:priority|features?|requirements?)$/iu, '').trim());
  return phaseWords.test(title) || words.some((word) => priorityWords.test(word));
}

/** A screen or a structure drawn in a fence describes what its heading names; a picture shows anything. */
function isSketch(block: Block): boolean {
  return block.kind === 'code' && /^(?:|te?xt|plaintext|ascii|mermaid)$/.test(block.cells[0] ?? '');
}

/** Whether a heading is described by a sketch alone; one about structure or screens only shows them. */
function sketches({ depth, match }: Section, blocks: readonly Block[]): boolean {
  return depth < labelDepth && match?.role !== 'design' && blocks.every(isSketch);
}

/** Weight from which on a title names one thing that can be done, not a chapter. */
const oneThing = 1;

function judgeBullets(section: Section, blocks: readonly Block[]): Verdict {
  const items = blocks.filter((block) => block.kind === 'item');
  const rows = blocks.filter((block) => block.kind === 'row');
  const prose = blocks.some((block) => block.kind === 'paragraph');
  if (items.length === 0 && rows.length > 0) {
    const listed = rows.some(
      (row) => row.columns.some((column) => column !== '') && listsStatements(row, section.role),
    );
    return listed ? never : always;
  }
  const titleWeight = weightOfTitle(unnumberedHeading(section.title));
  const stated = items.length === 0 ? statementsIn(blocks) : [];
  // "Booking" above three sentences of what the system shall do is a chapter; "Book a room" is what they detail.
  if (stated.length > 0 && titleWeight < oneThing) return surelyNot;
  if (items.length === 0) return prose || sketches(section, blocks) ? surely : surelyNot;
  const topic = topicOfHeading(section.title);
  const ofQuality =
    topic === null ? section.role === 'non-functional' : qualityTopics.has(topic) && titleWeight <= 0;
  // It says nothing of its neighbours: a form like this is filled in for one thing.
  if (tellSides(blocks) && !ofQuality) return always;
  const weight = weighBullets({ title: unnumberedHeading(section.title), blocks });
  if (weight < Infinity && (areNamed(blocks) || ofQuality)) return surelyNot;
  return Math.max(-firm.most, Math.min(firm.most, weight));
}
