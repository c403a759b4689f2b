import type { ReceiptSection } from '../receipt/receipt';
import type { Template, TemplateSection } from '../template/template';
import { splitHeading } from './parse-sections';
import { sectionNameKey } from './section-name';
import type { SpecDocument, SpecSection } from './spec-document';

type Matches = Map<string, SpecSection>;

/**
 * Finds the section of a spec for each key of its template: by heading text (number and markup aside, aliases included),
 * by the receipt's record of headings, then, for headings nobody knows (a translation), by number and level between the
 * neighbours that were recognised, and at last, below a heading so recognised, by order where all of its subsections are
 * there. No section is given to two keys, and a key whose section was removed has none.
 */
export function matchSections(
  spec: SpecDocument,
  template: Template,
  receiptSections: readonly Pick<ReceiptSection, 'key' | 'heading'>[] = [],
): ReadonlyMap<string, SpecSection> {
  const parents = templateParents(template.sections);
  const matches: Matches = new Map();
  const taken = new Set<number>();
  const take = (key: string, section: SpecSection): void => {
    matches.set(key, section);
    taken.add(section.index);
  };

  matchByName(spec, template, namesOf(template, receiptSections), parents, matches, taken, take);
  const known = new Set(matches.keys());
  const shift = levelShift(template, matches);
  // Parents first, so that a subsection is looked for in its own parent only.
  for (const section of byLevel(template.sections)) {
    if (matches.has(section.key) || section.number === null) continue;
    const found = spec.sections.filter(
      (candidate) =>
        !taken.has(candidate.index) &&
        candidate.number === section.number &&
        candidate.level === section.level + shift &&
        isBetweenNeighbours(candidate, section, template, matches) &&
        isInParent(candidate, parents.get(section.key), matches),
    );
    const [first] = found;
    if (first !== undefined) take(section.key, first);
  }
  matchByOrder(spec, template, parents, known, matches, taken, take);
  return matches;
}

function namesOf(
  template: Template,
  receiptSections: readonly Pick<ReceiptSection, 'key' | 'heading'>[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const recorded = new Map(receiptSections.map(({ key, heading }) => [key, splitHeading(heading).name]));
  return new Map(
    template.sections.map(({ key, heading, aliases }) => {
      const names = [heading, ...aliases, ...(recorded.has(key) ? [recorded.get(key) ?? ''] : [])];
      return [key, new Set(names.map((name) => sectionNameKey(splitHeading(name).name)))];
    }),
  );
}

function matchByName(
  spec: SpecDocument,
  template: Template,
  names: ReadonlyMap<string, ReadonlySet<string>>,
  parents: ReadonlyMap<string, string>,
  matches: Matches,
  taken: ReadonlySet<number>,
  take: (key: string, section: SpecSection) => void,
): void {
  const byName = new Map<string, SpecSection[]>();
  for (const section of spec.sections) {
    if (section.nameKey === '') continue;
    const others = byName.get(section.nameKey);
    if (others === undefined) byName.set(section.nameKey, [section]);
    else others.push(section);
  }
  const claims = new Map<string, number>();
  for (const set of names.values()) for (const name of set) claims.set(name, (claims.get(name) ?? 0) + 1);

  for (const section of byLevel(template.sections)) {
    const own = names.get(section.key) ?? new Set<string>();
    const parent = parents.get(section.key);
    const scored = [...own]
      .flatMap((name) => (byName.get(name) ?? []).map((candidate) => ({ candidate, name })))
      .filter(({ candidate }) => !taken.has(candidate.index))
      .map(({ candidate, name }) => {
        const inParent = parent !== undefined && isInParent(candidate, parent, matches, true);
        const sameNumber = section.number !== null && candidate.number === section.number;
        const sameLevel = candidate.level === section.level;
        // A heading that several keys share (`Dependencies`) is only taken where the place agrees.
        const shared = (claims.get(name) ?? 0) > 1;
        const parentGone = parent === undefined || !matches.has(parent);
        const agrees = inParent || sameNumber || (parentGone && sameLevel);
        return {
          candidate,
          agrees: agrees || !shared,
          score: Number(inParent) * 4 + Number(sameNumber) * 2 + Number(sameLevel),
        };
      })
      .filter(({ agrees }) => agrees)
      .sort((a, b) => b.score - a.score || a.candidate.start - b.candidate.start);
    const [best] = scored;
    if (best !== undefined) take(section.key, best.candidate);
  }
}

/** Subsections without numbers below a translated heading: all of them in order, or none. */
function matchByOrder(
  spec: SpecDocument,
  template: Template,
  parents: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  matches: Matches,
  taken: ReadonlySet<number>,
  take: (key: string, section: SpecSection) => void,
): void {
  for (const parent of byLevel(template.sections)) {
    const holder = matches.get(parent.key);
    if (holder === undefined || known.has(parent.key)) continue;
    const keys = template.sections.filter(({ key }) => parents.get(key) === parent.key);
    if (keys.some(({ key }) => matches.has(key))) continue;
    const children = spec.sections.filter((section) => section.parent === holder.index);
    if (children.some(({ index }) => taken.has(index))) continue;
    const required = keys.filter(({ optional }) => !optional);
    const wanted = [keys, required].find(({ length }) => length === children.length) ?? [];
    for (const [position, { key }] of wanted.entries()) {
      const child = children[position];
      if (child !== undefined) take(key, child);
    }
  }
}

/** Key of each template section to the key of the section that encloses it. */
function templateParents(sections: readonly TemplateSection[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const open: TemplateSection[] = [];
  for (const section of sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined && parent.level > 1) parents.set(section.key, parent.key);
    open.push(section);
  }
  return parents;
}

function byLevel(sections: readonly TemplateSection[]): readonly TemplateSection[] {
  return [...sections].sort((a, b) => a.level - b.level);
}

/** Whether a section lies in its parent's; true where the parent is not known, unless it must be. */
function isInParent(
  candidate: SpecSection,
  parent: string | undefined,
  matches: Matches,
  mustBeKnown = false,
): boolean {
  const holder = parent === undefined ? undefined : matches.get(parent);
  if (holder === undefined) return !mustBeKnown;
  return candidate.start > holder.start && candidate.start < holder.end;
}

function isBetweenNeighbours(
  candidate: SpecSection,
  section: TemplateSection,
  template: Template,
  matches: Matches,
): boolean {
  const position = template.sections.indexOf(section);
  const before = template.sections
    .slice(0, position)
    .findLast(({ key, level }) => level <= section.level && matches.has(key));
  const after = template.sections
    .slice(position + 1)
    .find(({ key, level }) => level <= section.level && matches.has(key));
  const from = before === undefined ? -1 : (matches.get(before.key)?.start ?? -1);
  const to = after === undefined ? Infinity : (matches.get(after.key)?.start ?? Infinity);
  return candidate.start > from && candidate.start < to;
}

/** How much deeper the spec's headings are than the template's, by what most recognised ones say. */
function levelShift(template: Template, matches: Matches): number {
  const votes = new Map<number, number>();
  for (const { key, level } of template.sections) {
    const match = matches.get(key);
    if (match !== undefined) votes.set(match.level - level, (votes.get(match.level - level) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
