import type { Block, Section } from '../document/document-model';
import { labelDepth } from '../document/document-model';
import { collectingRoles } from '../vocabulary/section-roles';

/** Labels among headings of one kind ("Purpose: ...", "**Flow:**"), and in how many of them each occurs. */
export interface LabelUse {
  /** How many headings have labels at all. */
  readonly headings: number;
  readonly uses: ReadonlyMap<string, number>;
}

/** Counts the labels below each of several headings. */
export function labelUse(sections: readonly Section[]): LabelUse {
  const uses = new Map<string, number>();
  let headings = 0;
  for (const section of sections) {
    const labels = new Set(labelsIn(section).map(({ label }) => label));
    if (labels.size > 0) headings += 1;
    for (const label of labels) uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  return { headings, uses };
}

/**
 * Whether what stands below a heading is a form that is filled in for its neighbours, too ("Purpose: ...", "Flow: ..."):
 * then the heading is what the form says something of.
 */
export function isFilledForm(section: Section, { headings, uses }: LabelUse): boolean {
  const own = labelsIn(section);
  const others = (label: string) => (uses.get(label) ?? 1) - 1;
  const parts = own.filter(({ inside }) => !inside);
  const items = section.blocks.filter(({ kind }) => kind === 'item').length;
  const inside = own.filter((label) => label.inside);
  // Bullets may open with the same word by chance; most of the neighbours must repeat it.
  if (
    inside.length >= 2 &&
    inside.length * 2 > items &&
    inside.filter(({ label }) => headings > 1 && others(label) * 2 >= headings - 1).length * 2 >=
      inside.length
  )
    return true;
  const repeated = parts.filter(({ label }) => others(label) > 0);
  return repeated.length * 2 >= parts.length && repeated.some(({ collects }) => !collects);
}

interface Label {
  readonly label: string;
  /** Whether it opens a bullet, and does not stand above or in front of a part of its own. */
  readonly inside: boolean;
  /** Whether it says that requirements or features follow. */
  readonly collects: boolean;
}

/** Labels with which the bullets, paragraphs and parts of a section open. */
function labelsIn({ blocks, sections }: Section): readonly Label[] {
  const parts = sections
    .filter(({ depth }) => depth >= labelDepth)
    .map(({ title, match }) => ({
      label: plain(title),
      inside: false,
      collects: match !== null && collectingRoles.has(match.role),
    }));
  return [...blocks.flatMap(labelOf), ...parts];
}

function labelOf({ kind, text, lead }: Block): readonly Label[] {
  const found = /^([^:：]{1,40})[:：]/u.exec(text)?.[1];
  if (found === undefined || kind === 'row' || kind === 'code') return [];
  if (kind === 'item') return [{ label: plain(found), inside: true, collects: false }];
  return lead === null ? [] : [{ label: plain(found), inside: false, collects: false }];
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/(?<![\s:：*])[\s:：*]+$/u, '')
    .trim();
}
