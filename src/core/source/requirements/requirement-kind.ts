import type { Section } from '../document/document-model';
import type { AcceptanceCriterion, RequirementKind } from '../source';
import { earsOpening } from '../vocabulary/story-phrases';

interface Evidence {
  /** What the id's letters stand for, or `null`. */
  readonly idKind: RequirementKind | null;
  readonly section: Section;
  readonly title: string;
  readonly body: readonly string[];
  readonly acceptance: readonly AcceptanceCriterion[];
  readonly isStory: boolean;
}

const businessRule =
  /business rule|业务规则|regras? de neg|reglas? de neg|règles? métier|geschäftsregel|бизнес-правил|業務ルール/iu;

/** Kind of a requirement: by its id where that says it, else by its words, else by its section. */
export function kindOf({ idKind, section, title, body, acceptance, isStory }: Evidence): RequirementKind {
  if (idKind === 'functional' && section.role === 'non-functional') return 'non-functional';
  if (idKind === 'functional' && inRules(section)) return 'other';
  if (idKind !== null) return idKind;
  if (section.role === 'measure') return 'success-criterion';
  const demands = [title, ...body, ...acceptance.map((criterion) => criterion.text)];
  if (acceptance.some((criterion) => earsOpening.test(criterion.text.slice(0, 600)))) return 'ears';
  if (isStory || section.role === 'stories') return 'story';
  if (section.role === 'non-functional') return 'non-functional';
  if (
    demands
      .slice(0, 4)
      .some((text) => /\b(?:WHEN|WHILE|IF|WHERE)\b.{1,300}\bSHALL\b/.test(text.slice(0, 600)))
  )
    return 'ears';
  return section.role === 'constraints' ? 'other' : 'functional';
}

function inRules(section: Section): boolean {
  for (let at: Section | null = section; at !== null; at = at.parent)
    if (businessRule.test(at.title)) return true;
  return false;
}
