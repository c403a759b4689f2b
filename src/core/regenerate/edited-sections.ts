import { outlineId, type GeneratedSection } from '../receipt/build-receipt';
import type { Receipt } from '../receipt/receipt';
import { generatedSections } from '../receipt/generated-sections';
import { untickedText } from '../receipt/unticked-text';
import { sha256Hex } from '../text/hash';
import type { SectionTarget, SectionedSpec } from './section-target';

/**
 * Keys of the sections that a person has a hand in: their text is not what the receipt says was generated, or the receipt
 * knows nothing of them. Without a receipt that is every section. Other line ends, as a checkout gives them, are no edit, and no
 * box that came or was ticked is one, nor a status that says another state. In older receipts, which have no hash of the text without
 * these, a status that was generated and says another state is one, and so is a box that was generated with other tasks having none.
 */
export function editedSections(
  { spec, sections }: SectionedSpec,
  receipt: Pick<Receipt, 'sections'> | null,
): ReadonlySet<string> {
  const recorded = new Map((receipt?.sections ?? []).map((section) => [section.key, section]));
  const unticked = untickedText({ spec, sections });
  const isAsGenerated = (section: GeneratedSection): boolean => {
    const { sha256, unmarked } = recorded.get(section.key) ?? {};
    return (
      isGenerated(section.text, sha256) ||
      (sha256 !== undefined &&
        (['gone', 'empty'] as const).some((boxes) => isGenerated(unticked(section, boxes), sha256))) ||
      isGenerated(unticked(section, 'gone'), unmarked)
    );
  };
  return new Set(
    generatedSections(spec.text, sections)
      .filter((section) => !isAsGenerated(section))
      .map(({ key }) => key),
  );
}

/** Keys of the sections that are the outline's, as it wrote them. */
export function outlineKeys(
  receipt: Pick<Receipt, 'sections' | 'model'>,
  edited: ReadonlySet<string>,
): ReadonlySet<string> {
  const own = receipt.sections.filter(({ model }) => (model ?? receipt.model).id === outlineId);
  return new Set(own.flatMap(({ key }) => (edited.has(key) ? [] : [key])));
}

function isGenerated(text: string, sha256: string | undefined): boolean {
  if (sha256 === undefined) return false;
  const lines = text.replace(/\r\n?/gu, '\n');
  return [text, lines, lines.replaceAll('\n', '\r\n')].some((form) => sha256Hex(form) === sha256);
}

/** Headings of hand-edited sections, or parts of them, that writing a target anew would replace. */
export function editedWithin(
  scope: SectionedSpec,
  receipt: Pick<Receipt, 'sections'> | null,
  { section }: SectionTarget,
): readonly string[] {
  const edited = editedSections(scope, receipt);
  const touched = touchedKeys(scope, section);
  // What no key of the template covers was written by hand.
  if (touched.whole.length === 0 && touched.part === null) return [section.heading];
  return [...touched.whole, ...(touched.part === null ? [] : [touched.part])]
    .filter((key) => edited.has(key))
    .map((key) => scope.sections.get(key)?.heading ?? key);
}

/**
 * Keys whose text lies in a section: those that it holds from their heading on, and the one around its own heading where
 * it has no key itself.
 */
export function touchedKeys(
  { sections }: SectionedSpec,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly whole: readonly string[]; readonly part: string | null } {
  const ordered = [...sections].sort(([, a], [, b]) => a.start - b.start);
  const whole = ordered.filter(([, own]) => own.start >= start && own.start < end).map(([key]) => key);
  if (ordered.some(([, own]) => own.start === start)) return { whole, part: null };
  const around = ordered.findLast(([, own]) => own.start < start && own.end > start);
  return { whole, part: around?.[0] ?? null };
}
