import type { Block, Section } from './document-model';
import { labelDepth, walkSections } from './document-model';
import { collectingRoles, isStory } from './build-sections';
import { unnumberedHeading } from './plain-heading';
import { opensWithCitation } from './requirement-id';
import { qualityTopics } from './quality-topics';
import { topicOfHeading } from './section-role';
import { fieldOf } from './requirement-fields';
import { areNamed, clear, weighBullets, weightOfTitle } from './judge-bullets';
import { statementsIn } from './prose-statements';
import type { LabelUse } from './repeated-labels';
import { isFilledForm, labelUse } from './repeated-labels';
import { listsStatements } from './statement';
import { priorityWords } from './vocabulary/fields';

const phaseWords =
  /^(?:phase|stage|milestone|sprint|release|iteration|version|v\d|mvp|part|epic|module|group|category|level|tier|priority|p\d)\b|^(?:第[一二三四五六七八九十\d]+(?:阶段|期|部分)|阶段|模块|フェーズ|단계|fase|phase|этап|модуль|giai đoạn|phân hệ|módulo)/iu;

/** Whether a heading is a requirement, and by what: a rule, what stands below it, or only the look of its bullets. */
export interface Verdict {
  readonly requirement: boolean;
  readonly by: 'rule' | 'evidence' | 'look';
}

const surely: Verdict = { requirement: true, by: 'evidence' };
const surelyNot: Verdict = { requirement: false, by: 'evidence' };
const never: Verdict = { requirement: false, by: 'rule' };

/**
 * Whether a heading below a requirements or features section is itself the requirement that its bullets detail, or only
 * groups bullets that can each be tested.
 *
 * @param use labels among the headings of its kind
 */
function judgeHeading(section: Section, use: LabelUse): Verdict {
  const title = unnumberedHeading(section.title);
  if (isNamedRequirement(title) || isStory(title)) return { requirement: true, by: 'rule' };
  if (section.struck || title === '' || ranks(title) || opensWithCitation(title)) return never;
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
  if (labelled.some((child) => child.match !== null && collectingRoles.has(child.match.role)))
    return { requirement: false, by: 'look' };
  return judgeBullets(section, [...section.blocks, ...labelled.flatMap((child) => child.blocks)]);
}

/**
 * Which headings are requirements. Documents are regular: below one section, headings of one depth are of one kind, so
 * where the look of its bullets is all that a heading has, most of the others decide.
 */
export function requirementHeadings(root: Section): ReadonlySet<Section> {
  const groups = new Map<string, Section[]>();
  for (const section of walkSections(root)) {
    if (section.depth === 0 || !isCollecting(section.role)) continue;
    const key = `${containerLine(section)} ${section.depth}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [section]);
    else group.push(section);
  }
  const chosen = new Set<Section>();
  for (const sections of groups.values()) {
    const use = labelUse(sections);
    const judged = sections.map((section) => ({ section, verdict: judgeHeading(section, use) }));
    const opinion = majority(judged, 'evidence') ?? majority(judged, 'look');
    for (const { section, verdict } of judged)
      if (verdict.by === 'look' ? (opinion ?? verdict.requirement) : verdict.requirement) chosen.add(section);
  }
  return chosen;
}

function majority(group: readonly { readonly verdict: Verdict }[], by: Verdict['by']): boolean | null {
  const voters = group.filter(({ verdict }) => verdict.by === by);
  const yes = voters.filter(({ verdict }) => verdict.requirement).length;
  return yes * 2 === voters.length ? null : yes * 2 > voters.length;
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
    .split(/\s*[-–—:：(（)）/|]\s*/u)
    .map((word) => word.replace(/\s+(?:priority|features?|requirements?)$/iu, '').trim());
  return phaseWords.test(title) || words.some((word) => priorityWords.test(word));
}

/** A screen or a structure drawn in a fence describes what its heading names; a picture shows anything. */
function isSketch(block: Block): boolean {
  return block.kind === 'code' && /^(?:|te?xt|plaintext|ascii|mermaid)$/.test(block.cells[0] ?? '');
}

function judgeBullets(section: Section, blocks: readonly Block[]): Verdict {
  const items = blocks.filter((block) => block.kind === 'item');
  const rows = blocks.filter((block) => block.kind === 'row');
  const prose = blocks.some((block) => block.kind === 'paragraph');
  if (items.length === 0 && rows.length > 0) {
    const listed = rows.some((row) => row.columns.some((column) => column !== '') && listsStatements(row));
    return { requirement: !listed, by: 'rule' };
  }
  const titleWeight = weightOfTitle(unnumberedHeading(section.title));
  const stated = items.length === 0 ? statementsIn(blocks) : [];
  if (stated.length > 0 && titleWeight <= 0) return surelyNot;
  if (items.length === 0)
    return { requirement: prose || (section.depth < labelDepth && blocks.every(isSketch)), by: 'evidence' };
  const topic = topicOfHeading(section.title);
  const ofQuality =
    topic === null ? section.role === 'non-functional' : qualityTopics.has(topic) && titleWeight <= 0;
  const weight = weighBullets({ title: unnumberedHeading(section.title), blocks });
  if (weight < Infinity && (areNamed(blocks) || ofQuality)) return surelyNot;
  if (Math.abs(weight) >= clear) return weight > 0 ? surely : surelyNot;
  return { requirement: weight > 0, by: 'look' };
}
