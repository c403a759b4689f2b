import { criterionLetters } from '../../source/notation/criterion-label';
import { idReader, type IdReader } from '../../spec/cite';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import type { Check, CheckContext, Problem } from '../check';
import { contentOf } from '../../text/content';
import { textOption } from '../reading/options';
import { documentPlace, headingPlace, isWithin, sourceOf } from '../../spec/place';
import { sectionLines } from '../reading/section-content';
import { traceRequirements } from '../coverage/trace';

const criterionCitation = new RegExp(String.raw`(?<!\S)\S+/${criterionLetters}-\d+`, 'gu');

/**
 * Every acceptance criterion of each covered requirement is cited (`US-001/AC-2`) in the section of tests, in a row, an item
 * or a heading that says something besides. A sentence does not count: it may claim anything.
 *
 * Where the template is not known, a spec whose tests cite most criteria is asked for the others, as a warning.
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
  needsTemplate: false,
  needsRequirements: true,
  *run(context) {
    const { spec, sections, requirements, options } = context;
    if (context.template === null) {
      yield* untestedInUnknown(context);
      return;
    }
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

/** Where nobody knows the template: a document that tests most criteria somewhere has forgotten the others. */
function* untestedInUnknown({ spec, requirements }: CheckContext): Iterable<Problem> {
  const labels = (requirements ?? []).flatMap(({ acceptance }) => acceptance);
  const cited = testCitations(spec, null, labels);
  if (cited.size * 2 <= labels.length) return;
  for (const label of labels)
    if (!cited.has(label))
      yield {
        ...{ message: 'No test covers acceptance criterion {0}.', args: [label], severity: 'warning' },
        ...documentPlace(spec),
      };
}

/**
 * Each cited label with the open question that stands in place of its test, or `null` where there is a test.
 *
 * @param section where tests stand; `null` where that is not known, so that they may stand anywhere
 */
export function testCitations(
  spec: SpecDocument,
  section: SpecSection | null,
  labels: readonly string[],
): ReadonlyMap<string, string | null> {
  const reader = idReader(labels);
  const found = new Map<string, string | null>();
  const note = (label: string, gap: string | null): void => {
    if (gap === null || !found.has(label)) found.set(label, gap);
  };
  for (const table of spec.tables) {
    if (section !== null && !isWithin(spec, table.section, section)) continue;
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
  section: SpecSection | null,
  reader: IdReader,
): Iterable<{ readonly text: string; readonly labels: readonly string[] }> {
  for (const item of spec.listItems) {
    if (section !== null && !isWithin(spec, item.section, section)) continue;
    const labels = reader.list(item.text).ids;
    if (labels.length > 0) yield { text: plainLines(sourceOf(spec, item)), labels };
  }
  for (const inner of spec.sections) {
    if (section !== null && (inner.index === section.index || !isWithin(spec, inner.parent, section)))
      continue;
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
  return labels.reduce((rest, label) => rest.replaceAll(label, ''), text).replace(criterionCitation, '');
}
