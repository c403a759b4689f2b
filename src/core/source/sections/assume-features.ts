import { sayingWhat } from '../vocabulary/section-roles';
import type { OwnChapters } from './chapters';
import type { Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { planOrThing } from '../vocabulary/plan-or-thing';
import { proposalTitles, solutionTitles } from '../vocabulary/solution-titles';

type Growing = { -readonly [K in keyof Section]: Section[K] } & { sections: Growing[] };

/**
 * The same document, read as if the sections that no heading says anything about listed features, as far as they are
 * `likely` to. Roles that a heading gives stay.
 *
 * A document that lists none and tells of a solution means that.
 *
 * @param likely asked of each section without a role, below none that was assumed
 * @param chapters what is known of those that stand below the title
 */
export function assumeFeatures(
  root: Section,
  likely: (section: Section) => boolean,
  { stating, closing }: OwnChapters,
): Assumed {
  const chapters = new Set<Section>();
  const assumption: Assumption = {
    isOwn: (section) => stating.has(section),
    likely: (section) => stating.has(section) || (!closing.has(section) && likely(section)),
    bySolution: !saysWhat(root),
    copied: (section, copied) => {
      if (stating.has(section)) chapters.add(copied);
    },
  };
  return { root: copy(root, null, assumption), chapters };
}

/** A document read so, and which of its sections are chapters with names of their own. */
export interface Assumed {
  readonly root: Section;
  readonly chapters: ReadonlySet<Section>;
}

interface Assumption {
  readonly likely: (section: Section) => boolean;
  /** Whether what a section titled "Solution" holds is all that the document says of the product. */
  readonly bySolution: boolean;
  /** Whether a section is a chapter with a name of its own. */
  readonly isOwn: (section: Section) => boolean;
  readonly copied: (section: Section, copied: Section) => void;
}

/** Whether some heading says that requirements, stories or features stand below it. */
function saysWhat(root: Section): boolean {
  return [...walkSections(root)].some(({ match }) => match !== null && sayingWhat.has(match.role));
}

const bounded = new WeakMap<Section, boolean>();

/** Whether one of a section's parts says what is left out; asked once each. */
function isBounded(section: Section): boolean {
  const known = bounded.get(section);
  if (known !== undefined) return known;
  const leavesOut = section.sections.some(({ role }) => role === 'excluded');
  bounded.set(section, leavesOut);
  return leavesOut;
}

/** A pitch tells its features as the solution of a problem; beside a list of requirements a solution is a design. */
function isSolution({ title, match, parent }: Section): boolean {
  if (match !== null && match.role !== 'design') return false;
  const heading = normalizeHeading(unnumberedHeading(title));
  if (solutionTitles.includes(heading)) return match !== null;
  return proposalTitles.includes(heading) && parent !== null && isBounded(parent);
}

/**
 * "2. Task list" between "1. Sign in" and "3. Picking": where the chapters on both sides state what is wanted, and it does
 * itself, a word that elsewhere is about a plan names one more of them.
 */
function isOneOfMany(section: Section, likely: (section: Section) => boolean): boolean {
  const { role, depth, parent } = section;
  if (role !== 'context' || parent === null || section.sections.length > 0) return false;
  if (!planOrThing.has(normalizeHeading(unnumberedHeading(section.title)))) return false;
  const at = parent.sections.indexOf(section);
  const beside = [parent.sections[at - 1], parent.sections[at + 1]];
  return [section, ...beside].every(
    (one) => one?.depth === depth && (one === section || one.role === null) && likely(one),
  );
}

function copy(section: Section, parent: Growing | null, assumption: Assumption): Growing {
  const { likely, bySolution } = assumption;
  // What the document as a whole says decides nothing about its chapters.
  const below = parent?.role === 'features' && !(section.parent?.role === null && parent.depth === 1);
  const solves = bySolution && isSolution(section);
  // Below a solution, what no heading calls a design itself.
  const within =
    parent?.role === 'features' && section.role === 'design' && (section.match?.share ?? 0) < 0.5;
  const assumed =
    section.role === null
      ? below || solves || likely(section)
      : solves || assumption.isOwn(section) || (bySolution && within) || isOneOfMany(section, likely);
  const isTitle =
    parent !== null && parent.parent === null && parent.sections.length === 0 && section.depth === 1;
  const copied: Growing = {
    ...section,
    parent,
    role: assumed ? 'features' : section.role,
    // The title of the document is none of its features.
    match: (assumed && isTitle) || solves ? { role: 'features', share: 1 } : section.match,
    sections: [],
  };
  assumption.copied(section, copied);
  for (const child of section.sections) copied.sections.push(copy(child, copied, assumption));
  return copied;
}
