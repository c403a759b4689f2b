import { titleOf } from '../document/inline-text';
import type { FactTopic } from '../source';
import type { SectionRole } from '../vocabulary/section-roles';
import type { PassageRole } from './passage-role';

/** A piece of a source that is no requirement and no part of one. */
export interface Passage {
  readonly line: number;
  /** On one line, in plain text. */
  readonly text: string;
  readonly role: PassageRole;
  /** Whether it could be a requirement by its words: it obliges, or says what somebody can do. */
  readonly possible: boolean;
}

/** What of one section was not read as a requirement. Labels in bold belong to the section that they stand in. */
export interface UnreadSection {
  /** As the author wrote it; empty before the first heading. In a conversation who speaks. */
  readonly title: string;
  readonly line: number;
  readonly passages: readonly Passage[];
}

const byTopic: Readonly<Record<Exclude<FactTopic, 'open-question'>, PassageRole>> = {
  ...{ summary: 'background', problem: 'background', 'why-now': 'background' },
  ...{ user: 'audience', goal: 'goal', success: 'success', risk: 'risk' },
  ...{ constraint: 'constraint', assumption: 'constraint', compatibility: 'constraint' },
  ...{ decision: 'decision', alternative: 'decision' },
  ...{ dependency: 'data', integration: 'data', data: 'data', interface: 'data' },
  ...{ ui: 'design', architecture: 'design', infrastructure: 'design' },
  ...{ performance: 'quality', security: 'quality', 'error-handling': 'quality', observability: 'quality' },
  ...{ testing: 'acceptance', rollout: 'plan', timeline: 'plan', term: 'aside' },
};

const bySection: Readonly<Partial<Record<SectionRole, PassageRole>>> = {
  ...{ acceptance: 'acceptance', measure: 'success', constraints: 'constraint', context: 'context' },
  ...{ detail: 'description', design: 'design', metadata: 'document', aside: 'aside', annex: 'aside' },
};

/** The role of what stands in a section: what its words are about says more than what the section is. */
export function roleBy(topic: FactTopic | null, section: SectionRole | null): PassageRole {
  if (topic !== null && topic !== 'open-question') return byTopic[topic];
  return (section === null ? undefined : bySection[section]) ?? 'none';
}

/** Longest passage that is kept, in characters; statements of requirements are as long at most. */
export const longestPassage = 4000;

/** Of a long passage this much is shown, in characters. */
const shown = 240;

/** A passage as it is shown in a list. */
export function shownPassage({ text }: Pick<Passage, 'text'>): string {
  return titleOf(text, shown);
}
