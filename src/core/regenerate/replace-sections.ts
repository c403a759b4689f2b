import type { Receipt } from '../receipt/receipt';
import { outlineId, type UsedModel } from '../receipt/build-receipt';
import { parseSpec } from '../spec/parse-spec';
import { SpecParser } from '../spec/spec-parser';
import type { Template } from '../template/template';
import { editedSections, outlineKeys } from './edited-sections';
import { ownContent, ownParts, type OwnPart } from './own-parts';
import { answeredContents } from './put-sections';
import { readReceipt } from './replace-section';
import { sectioned, type SectionedSpec } from './section-target';
import { contentOf } from './section-span';
import { removeSection, spliceSection } from './splice-section';
import { recordSections, type UnsettledIds, type UsesOfSections } from './update-receipt';

/** Sections as they were when a model was asked to write them anew. */
export type AskedParts = readonly Pick<OwnPart, 'key' | 'text'>[];

/** A section as it is and as it was answered, for a merge of both. */
export interface SectionToMerge {
  readonly key: string;
  readonly before: string;
  /** Empty where the outline has no such section any more. */
  readonly content: string;
  /** Whether both are the outline's, and no person has a hand in it. */
  readonly isOutline: boolean;
}

export interface MergedSections {
  /** By key; an empty one goes with its heading, where the template may do without it. */
  readonly contents: ReadonlyMap<string, string>;
  readonly left: UnsettledIds;
}

export type ReplacedSections =
  | {
      readonly kind: 'replaced';
      /** The whole document. */
      readonly text: string;
      /** The receipt's text to go with it, or `null` where there is none that can be read. */
      readonly receipt: string | null;
      /** Keys of the sections that were replaced; the others were not in the answer, or could not be put in safely. */
      readonly written: readonly string[];
    }
  /** A person has a hand in what would be replaced, and there is no consent. */
  | { readonly kind: 'edited'; readonly headings: readonly string[] }
  /** Sections that were changed since the model was asked, or are gone. */
  | { readonly kind: 'changed'; readonly keys: readonly string[] }
  /** The answer holds no text for any of them. */
  | { readonly kind: 'unusable' };

/**
 * Replaces several sections of a document by those of a model's answer, each as far as the next section that has a key, in the
 * document as it stands now. Every other byte stays; what was edited elsewhere since the model was asked stays, too.
 *
 * @param source text of the document
 * @param receipt text of its receipt, or `null`
 * @param consent keys of edited sections that a person agreed to lose
 * @param merge makes the new contents from those of the spec and those of the answer; by default they are the answer's. With it
 * edits of a person stay, and are still known as such
 * @param advance brings what the receipt knows of the inputs up to what the sections were written from
 */
export function replaceSections(input: {
  readonly source: string;
  readonly template: Template | null;
  readonly receipt: string | null;
  readonly asked: AskedParts;
  readonly answer: string;
  readonly model: UsedModel;
  readonly consent: ReadonlySet<string>;
  readonly uses?: UsesOfSections;
  readonly merge?: (scope: SectionedSpec, sections: readonly SectionToMerge[]) => MergedSections;
  readonly advance?: (receipt: Receipt, written: ReadonlySet<string>, left: UnsettledIds) => Partial<Receipt>;
}): ReplacedSections {
  const { template, asked, answer } = input;
  const receipt = readReceipt(input.receipt);
  const parser = new SpecParser();
  let scope = sectioned(parseSpec(input.source, parser), template, receipt);
  const keys = new Set(asked.map(({ key }) => key));
  const parts = ownParts(scope, keys);
  const before = new Map(parts.map(({ key, text }) => [key, text.trimEnd()]));
  const changed = asked.filter(({ key, text }) => before.get(key) !== text.trimEnd()).map(({ key }) => key);
  if (changed.length > 0) return { kind: 'changed', keys: changed };
  const edited = editedSections(scope, receipt);
  const refused = parts.filter(({ key }) => edited.has(key) && !input.consent.has(key));
  if (refused.length > 0)
    return { kind: 'edited', headings: refused.map(({ target }) => target.section.heading) };

  const contents = answeredContents(
    scope,
    parts.map(({ target }) => target),
    answer,
  );
  const isByOutline = input.merge !== undefined && receipt !== null && input.model.id === outlineId;
  const outlined = isByOutline ? outlineKeys(receipt, edited) : new Set<string>();
  const answered = parts.flatMap((part): readonly SectionToMerge[] => {
    const content = contents.get(part.target.section.index);
    const isOutline = outlined.has(part.key);
    if (content === undefined && !isOutline) return [];
    const before = contentOf(scope.spec, { ...part.target.section, end: part.end });
    return [{ key: part.key, before, content: ownContent(scope, part, content ?? ''), isOutline }];
  });
  const merged = input.merge?.(scope, answered);
  const left: UnsettledIds = merged?.left ?? new Map();
  const own = merged?.contents ?? new Map(answered.map(({ key, content }) => [key, content]));
  let text = input.source;
  const written: string[] = [];
  // From the last to the first, so that those before it stay where they were.
  for (const part of [...parts].reverse()) {
    const { index, start } = part.target.section;
    const content = own.get(part.key);
    const section = scope.spec.sections[index];
    if (content === undefined || section?.start !== start) continue;
    const isDropped = content.trim() === '';
    if (isDropped && !(outlined.has(part.key) && isOptional(template, part.key) && part.end === section.end))
      continue;
    const spliced = isDropped
      ? removeSection(scope.spec, section, parser)
      : spliceSection(scope.spec, section, content, parser, part.end);
    if (spliced === null) continue;
    text = spliced.text;
    scope = { ...scope, spec: spliced.spec };
    written.unshift(part.key);
  }
  if (written.length === 0) return { kind: 'unusable' };
  if (receipt === null || input.receipt === null) return { kind: 'replaced', text, receipt: null, written };
  const after = sectioned(parseSpec(text, parser), template, receipt);
  const uses = input.uses;
  const usesThen: UsesOfSections | undefined =
    uses === undefined ? undefined : (sections) => uses(sections, left);
  const record = recordSections(input.receipt, after, new Set(written), input.model, usesThen, {
    inputs: { ...input.advance?.(receipt, new Set(written), left) },
    kept: input.merge === undefined ? new Set() : edited,
  });
  return { kind: 'replaced', text, receipt: record, written };
}

function isOptional(template: Template | null, key: string): boolean {
  return template?.sections.find((section) => section.key === key)?.optional === true;
}
