import { idReader, type IdReader } from '../../spec/cite';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import type { Check } from '../check';
import { contentOf } from '../content';
import { textOption } from '../options';
import { headingPlace, isWithin, sourceOf } from '../place';
import { sectionLines } from '../section-content';
import { traceRequirements } from '../trace';

/**
 * Every acceptance criterion of each covered requirement is cited (`US-001/AC-2`) in the section of tests, in a row, an item
 * or a heading that says something besides. A sentence does not count: it may claim anything.
 *
 * Options: `section`, key of that section; `testing` by default.
 *
 * Good: `| US-001/AC-1 | A second invite returns 409 | unit |`.
 * Bad: a criterion that no row or item of the section cites; `| US-001/AC-1 | | |`; `US-001/AC-1 is tested as well.`
 */
export const acceptanceTests: Check = {
  id: 'acceptance-tests',
  title: 'Every acceptance criterion has a test.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: true,
  *run(context) {
    const { spec, sections, requirements, options } = context;
    const section = sections.get(textOption(options, 'section') ?? 'testing');
    const { states } = traceRequirements(context);
    const labels = (requirements ?? [])
      .filter(({ id }) => states.get(id) === 'covered')
      .flatMap(({ acceptance }) => acceptance);
    const cited =
      section === undefined ? new Map<string, string | null>() : testCitations(spec, section, labels);
    for (const label of new Set(labels)) {
      const gap = cited.get(label);
      if (gap === null) continue;
      yield gap === undefined
        ? {
            message: 'No test covers acceptance criterion {0}.',
            args: [label],
            ...headingPlace(spec, section),
          }
        : {
            message: 'The test of acceptance criterion {0} waits for {1}.',
            args: [label, gap],
            gap,
            ...headingPlace(spec, section),
          };
    }
  },
};

/** Each cited label with the open question that stands in place of its test, or `null` where there is a test. */
export function testCitations(
  spec: SpecDocument,
  section: SpecSection,
  labels: readonly string[],
): ReadonlyMap<string, string | null> {
  const reader = idReader(labels);
  const found = new Map<string, string | null>();
  const note = (label: string, gap: string | null): void => {
    if (gap === null || !found.has(label)) found.set(label, gap);
  };
  for (const table of spec.tables) {
    if (!isWithin(spec, table.section, section)) continue;
    for (const row of table.rows) {
      const cells = row.map(({ text }) => ({ text, labels: reader.list(text).ids }));
      const cited = cells.flatMap((cell) => cell.labels);
      if (cited.length === 0) continue;
      const others = cells.filter((cell) => cell.labels.length === 0).map(({ text }) => text);
      const { facts, gaps } = contentOf(
        others.length > 0
          ? others.join('\n')
          : withoutLabels(cells.map(({ text }) => text).join('\n'), cited),
      );
      const [gap] = gaps;
      if (facts || gap !== undefined) for (const label of cited) note(label, facts ? null : (gap ?? null));
    }
  }
  for (const { text, labels: cited } of itemsAndHeadings(spec, section, reader)) {
    const { facts, gaps } = contentOf(withoutLabels(text, cited));
    const [gap] = gaps;
    if (facts || gap !== undefined) for (const label of cited) note(label, gap ?? null);
  }
  return found;
}

/** Items that cite criteria, with what is nested below them, and headings with what stands below those. */
function* itemsAndHeadings(
  spec: SpecDocument,
  section: SpecSection,
  reader: IdReader,
): Iterable<{ readonly text: string; readonly labels: readonly string[] }> {
  for (const item of spec.listItems) {
    if (!isWithin(spec, item.section, section)) continue;
    const labels = reader.list(item.text).ids;
    if (labels.length > 0) yield { text: plainLines(sourceOf(spec, item)), labels };
  }
  for (const inner of spec.sections) {
    if (inner.index === section.index || !isWithin(spec, inner.parent, section)) continue;
    const labels = reader.list(inner.name).ids;
    if (labels.length > 0) yield { text: sectionLines(spec, inner).join('\n'), labels };
  }
}

/** Lines of an item without the marks of its list and with escaped characters as they are read: marks are no content. */
function plainLines(source: string): string {
  return source
    .replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?/gmu, '')
    .replace(/\\([!-/:-@[-`{-~])|[*_`]/gu, '$1');
}

function withoutLabels(text: string, labels: readonly string[]): string {
  return labels.reduce((rest, label) => rest.replaceAll(label, ''), text).replace(/(?<!\S)\S+\/AC-\d+/gu, '');
}
