import type { Finding } from '../checks/finding';
import { namedBlocks } from '../regenerate/named-blocks';
import { contentOf, contentSpan } from '../regenerate/section-span';
import { sectionAt, targetOf, type SectionedSpec, type SectionTarget } from '../regenerate/section-target';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import { rangeOf } from '../spec/text-range';
import type { PlacedFinding, SectionsToMend } from './sections-to-mend';

/** What goes back as one: a section, or a task, row or list item of one, with what is wrong in it. */
export interface RepairPart {
  /** Headings from the outermost on, and the block: the same after other parts were written. */
  readonly name: string;
  /** With at most one block. */
  readonly target: SectionTarget;
  readonly findings: readonly Finding[];
}

/** Where a finding is mended: a section, or a block of it by its name. */
interface Place {
  readonly finding: Finding;
  readonly section: SpecSection;
  readonly block: string | null;
}

/** The sections with errors, each whole. */
export function wholeParts(
  { spec }: SectionedSpec,
  { targets, placed }: SectionsToMend,
): readonly RepairPart[] {
  return targets.map((target) => ({
    name: nameOf(spec, target),
    target,
    findings: findingsIn(target, placed).map(({ finding }) => finding),
  }));
}

function findingsIn(target: SectionTarget, placed: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return placed.filter(({ sections }) => sections.some((section) => isWithin(target.section, section)));
}

/**
 * Of the sections with errors that alone in which the errors are: sections below them, tasks, rows, list items. Where an error can not be
 * placed like that, or where that was asked for before, the section stays whole.
 *
 * @param ids of the requirements: a row that is missing in a mapping is asked for by one
 * @param asked parts of earlier rounds, by their names
 */
export function narrowParts(
  scope: SectionedSpec,
  toMend: SectionsToMend,
  ids: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): readonly RepairPart[] {
  return wholeParts(scope, toMend).flatMap((whole) => {
    const { target } = whole;
    if (target.section.index < 0) return [whole];
    const places = findingsIn(target, toMend.placed).flatMap(({ finding, isOfNames }) =>
      isOfNames
        ? [{ finding, section: target.section, block: null }]
        : placesOf(scope, target.section, finding, ids),
    );
    const parts = new Map<string, RepairPart>();
    for (const { finding, section, block } of unnested(scope, places)) {
      const own = targetFor(scope, target, section, block);
      const name = nameOf(scope.spec, own);
      const findings = [...(parts.get(name)?.findings ?? []), finding];
      parts.set(name, { name, target: own, findings });
    }
    if (parts.size === 0 || [...parts.keys()].some((name) => asked.has(name))) return [whole];
    return [...parts.values()];
  });
}

function nameOf({ sections }: SpecDocument, { section, blocks = [] }: SectionTarget): string {
  const headings = [`${section.level} ${section.heading}`];
  for (let at = section.parent; at !== null; at = sections[at]?.parent ?? null)
    headings.unshift(sections[at]?.heading ?? '');
  return [...headings, ...blocks].join('\n');
}

/** Parts as targets, those of one section together, with what is wrong in them. */
export function joinParts(parts: readonly RepairPart[]): {
  readonly targets: readonly SectionTarget[];
  readonly findings: readonly Finding[];
} {
  const targets = new Map<number, SectionTarget>();
  for (const { target } of parts) {
    const known = targets.get(target.section.index);
    const blocks = [...(known?.blocks ?? []), ...(target.blocks ?? [])];
    targets.set(target.section.index, blocks.length === 0 ? target : { ...target, blocks });
  }
  return {
    targets: [...targets.values()].sort((a, b) => a.section.start - b.section.start),
    findings: [...new Set(parts.flatMap(({ findings }) => findings))],
  };
}

function placesOf(
  { spec }: SectionedSpec,
  target: SpecSection,
  finding: Finding,
  ids: ReadonlySet<string>,
): readonly Place[] {
  const { line, args } = finding;
  const innermost = sectionAt(spec, line);
  if (innermost !== null && line > target.line && isWithin(target, innermost)) {
    // What is said at its heading is about the whole section.
    if (innermost.line === line) return [{ finding, section: innermost, block: null }];
    const { start } = contentSpan(spec, innermost);
    const first = rangeOf(spec.lines, start, start).line;
    const own = namedBlocks(contentOf(spec, innermost)).findLast((block) => first + block.line <= line);
    return [{ finding, section: innermost, block: own?.name ?? null }];
  }
  const rows = args.filter((arg) => ids.has(arg));
  const table = spec.tables.find(
    (one) =>
      one.line > target.line &&
      one.endLine <= target.endLine &&
      one.rows.filter(([cell]) => ids.has(cell?.text.trim() ?? '')).length > 1,
  );
  const around = table === undefined ? null : sectionAt(spec, table.line);
  return rows.length === 0 || around === null
    ? [{ finding, section: target, block: null }]
    : rows.map((block) => ({ finding, section: around, block }));
}

/** The same places, none in a section within that of another one. */
function unnested({ spec }: SectionedSpec, places: readonly Place[]): readonly Place[] {
  let all = places;
  const sections = [...new Set(places.map(({ section }) => section))].sort((a, b) => a.start - b.start);
  for (const outer of sections) {
    const names = new Set(namedBlocks(contentOf(spec, outer)).map(({ name }) => name));
    const inside = new Set(all.filter(({ section }) => isWithin(outer, section)));
    const isWhole = [...inside].some(
      ({ section, block }) => block === null || (section !== outer && !names.has(block)),
    );
    if (!all.some(({ section }) => section === outer)) continue;
    all = all.map((place) =>
      inside.has(place) ? { ...place, section: outer, block: isWhole ? null : place.block } : place,
    );
  }
  return all;
}

function isWithin(outer: SpecSection, inner: SpecSection): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function targetFor(
  scope: SectionedSpec,
  known: SectionTarget,
  section: SpecSection,
  block: string | null,
): SectionTarget {
  const own = section.index === known.section.index ? known : targetOf(scope, section);
  // A section that the template does not know is part of the one around it.
  return { ...own, key: own.key ?? known.key, ...(block === null ? {} : { blocks: [block] }) };
}
