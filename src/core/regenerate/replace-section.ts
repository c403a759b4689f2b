import { parseReceipt } from '../receipt/parse-receipt';
import type { Receipt } from '../receipt/receipt';
import type { UsedModel } from '../receipt/build-receipt';
import { parseSpec } from '../spec/parse-spec';
import type { Template } from '../template/template';
import { editedWithin } from './edited-sections';
import { putSections } from './put-sections';
import { sectioned, targetOf, type SectionedSpec, type SectionTarget } from './section-target';
import { updateReceipt, type UsesOfSections } from './update-receipt';

/** A section as it was when a model was asked to write it anew. */
export interface AskedSection {
  readonly target: SectionTarget;
  /** The section's text, heading included. */
  readonly text: string;
}

export type ReplacedSection =
  | {
      readonly kind: 'replaced';
      /** The whole document. */
      readonly text: string;
      /** The receipt's text to go with it, or `null` where there is none that can be read. */
      readonly receipt: string | null;
    }
  /** A person has a hand in what would be replaced, and there is no consent. */
  | { readonly kind: 'edited'; readonly headings: readonly string[] }
  /** The section was changed since the model was asked. */
  | { readonly kind: 'changed' }
  /** The section is not there any more. */
  | { readonly kind: 'gone' }
  /** The answer holds no text for the section, or one that would change how the rest is read. */
  | { readonly kind: 'unusable' };

/** The section as it stands. */
export function askedSection({ spec }: Pick<SectionedSpec, 'spec'>, target: SectionTarget): AskedSection {
  return { target, text: spec.text.slice(target.section.start, target.section.end) };
}

/**
 * Replaces one section of a document by a model's answer, in the document as it stands now. What was edited elsewhere since
 * the model was asked stays; what a person wrote in the section itself is replaced with consent only.
 *
 * @param source text of the document
 * @param receipt text of its receipt, or `null`
 * @param consent whether a person agreed to lose what was edited by hand in the section
 */
export function replaceSection(input: {
  readonly source: string;
  readonly template: Template | null;
  readonly receipt: string | null;
  readonly asked: AskedSection;
  readonly answer: string;
  readonly model: UsedModel;
  readonly consent: boolean;
  /** What sections depend on, see `usesOfSections`: after it they are no longer stale. */
  readonly uses?: UsesOfSections;
}): ReplacedSection {
  const { source, template, asked, answer, consent } = input;
  const receipt = readReceipt(input.receipt);
  const before = sectioned(parseSpec(source), template, receipt);
  const target = findAgain(before, asked);
  if (typeof target === 'string') return { kind: target };
  const headings = consent ? [] : editedWithin(before, receipt, target);
  if (headings.length > 0) return { kind: 'edited', headings };
  const { text, spec, written } = putSections(before, [target], answer);
  if (written.length === 0) return { kind: 'unusable' };
  if (receipt === null || input.receipt === null) return { kind: 'replaced', text, receipt: null };
  const after = sectioned(spec, template, receipt);
  const updated = updateReceipt(
    input.receipt,
    { ...before, replaced: target },
    after,
    input.model,
    input.uses,
  );
  return { kind: 'replaced', text, receipt: updated };
}

/** The same section in the document as it stands now: by its key, else by its heading; its text has to be the same. */
export function findAgain(
  scope: SectionedSpec,
  { target, text }: AskedSection,
): SectionTarget | 'changed' | 'gone' {
  const keyed = target.key === null ? undefined : scope.sections.get(target.key);
  const { name, level } = target.section;
  const candidates =
    target.key === null
      ? scope.spec.sections.filter((section) => section.name === name && section.level === level)
      : keyed === undefined
        ? []
        : [keyed];
  // Blank lines at its end are the concern of whoever inserts a section behind it.
  const same = candidates.find(
    ({ start, end }) => scope.spec.text.slice(start, end).trimEnd() === text.trimEnd(),
  );
  if (same !== undefined) return targetOf(scope, same);
  return candidates.length === 0 ? 'gone' : 'changed';
}

/** The receipt that a text is, or `null` where there is none or it can't be read. */
export function readReceipt(text: string | null): Receipt | null {
  const parsed = text === null ? null : parseReceipt(text);
  return parsed !== null && 'receipt' in parsed ? parsed.receipt : null;
}
