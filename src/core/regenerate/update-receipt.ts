import type { SectionUses } from '../provenance/section-uses';
import { unmarkedHash, type GeneratedSection, type UsedModel } from '../receipt/build-receipt';
import { parseReceipt } from '../receipt/parse-receipt';
import type { Receipt, ReceiptSection } from '../receipt/receipt';
import { generatedSections } from '../receipt/generated-sections';
import { untickedText } from '../receipt/unticked-text';
import { sha256Hex } from '../text/hash';
import { isDone } from '../spec/task-ticks';
import { sortedJson } from '../text/sorted-json';
import { estimateTokens } from '../text/estimate-tokens';
import { editedSections, touchedKeys } from './edited-sections';
import type { SectionedSpec, SectionTarget } from './section-target';

/**
 * The text of a receipt after one section was written anew, with all below it: hashes, tokens and model are those of the new
 * text, all else stays byte for byte. A section that a person edited and of which only a part was replaced keeps its old hash, so
 * that the rest of the edit is still known as one.
 *
 * @param text of the receipt as it lies beside the spec
 * @param before the spec as it was, with the section that was replaced
 * @param after the spec as it is
 * @param uses what the sections depend on that were written anew; without it they are never stale, since nobody knows
 * @throws Error where the text is no receipt
 */
export function updateReceipt(
  text: string,
  before: SectionedSpec & { readonly replaced: SectionTarget },
  after: SectionedSpec,
  model: UsedModel,
  uses: UsesOfSections = nothingKnown,
): string {
  const parsed = parseReceipt(text);
  if (!('receipt' in parsed)) throw new Error(parsed.error);
  const edited = editedSections(before, parsed.receipt);
  const { section } = before.replaced;
  const { whole, part } = touchedKeys(before, section);
  const replaced = new Set(part === null || edited.has(part) ? whole : [...whole, part]);
  // Nothing stands before it that changed, so its number is the same.
  const now = after.spec.sections[section.index];
  const fresh = new Set(now === undefined ? [] : touchedKeys(after, now).whole);
  return recordKeys(text, after, new Set([...fresh, ...replaced]), replaced, model, uses, nothingMore);
}

/**
 * The text of a receipt after the own text of some sections was written anew.
 *
 * @param keys of these sections
 * @param more what else changes in the receipt, see `advanceReceipt`; and keys of sections that hold edits of a person, whose hashes
 * stay so that these are still known as edits
 * @throws Error where the text is no receipt
 */
export function recordSections(
  text: string,
  after: SectionedSpec,
  keys: ReadonlySet<string>,
  model: UsedModel,
  uses: UsesOfSections = nothingKnown,
  more: RecordedBeside = nothingMore,
): string {
  return recordKeys(text, after, keys, keys, model, uses, more);
}

function recordKeys(
  text: string,
  after: SectionedSpec,
  keys: ReadonlySet<string>,
  replaced: ReadonlySet<string>,
  model: UsedModel,
  uses: UsesOfSections,
  { inputs, kept }: RecordedBeside,
): string {
  const written = generatedSections(after.spec.text, after.sections).filter(({ key }) => keys.has(key));
  const used = uses(written);
  const unticked = untickedText(after);
  const isTicked = after.spec.tasks.some(isDone);
  const sections = written.map(({ key, heading, text: own }): ReceiptSection => ({
    key,
    heading,
    // Ticks that it keeps come and go, and are no edits then.
    sha256: sha256Hex(unticked({ key, heading, text: own }, isTicked ? 'gone' : 'empty')),
    unmarked: unmarkedHash(own, unticked({ key, heading, text: own }, 'gone')),
    tokens: estimateTokens(own),
    // Those of the draft are no longer what it took.
    outputTokens: undefined,
    // Left out of the JSON where it is not known.
    uses: used.get(key),
  }));
  const isKept = ({ key }: { readonly key: string }): boolean => kept.has(key);
  return withSections(
    text,
    new Set([...replaced].filter((key) => !kept.has(key))),
    withModel(
      sections.filter((section) => !isKept(section)),
      model,
    ),
    { inputs, uses: new Map(sections.filter(isKept).map((section) => [section.key, section.uses])) },
  );
}

interface RecordedBeside {
  readonly inputs: Partial<Receipt>;
  readonly kept: ReadonlySet<string>;
}

const nothingMore: RecordedBeside = { inputs: {}, kept: new Set() };

/** Tells what sections depend on, see `usesOfSections`. */
export type UsesOfSections = (
  sections: readonly GeneratedSection[],
  left?: UnsettledIds,
) => ReadonlyMap<string, SectionUses>;

/** Requirements of which sections say something still that is no more, by the keys of the sections. */
export type UnsettledIds = ReadonlyMap<string, ReadonlySet<string>>;

const nothingKnown: UsesOfSections = () => new Map();

/** One call wrote all of them; its tokens are counted once, on the first. */
function withModel(sections: readonly ReceiptSection[], { id, usage }: UsedModel): readonly ReceiptSection[] {
  return sections.map((section, index) => ({
    ...section,
    model: {
      id,
      inputTokens: index === 0 ? (usage?.inputTokens ?? 0) : 0,
      outputTokens: index === 0 ? (usage?.outputTokens ?? 0) : 0,
    },
  }));
}

/** Changes the JSON itself, so that fields of another version of Tech Spec stay. */
function withSections(
  text: string,
  gone: ReadonlySet<string>,
  sections: readonly ReceiptSection[],
  beside: {
    readonly inputs: Partial<Receipt>;
    /** Of sections that stay as they are recorded otherwise. */
    readonly uses: ReadonlyMap<string, SectionUses | undefined>;
  },
): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const data = JSON.parse(text.slice(mark.length)) as { sections: readonly ReceiptSection[] };
  const now = new Map(sections.map((section) => [section.key, section]));
  const kept = data.sections.filter(({ key }) => !gone.has(key) || now.has(key));
  const known = new Set(kept.map(({ key }) => key));
  const result = kept.map((section): ReceiptSection => ({
    ...section,
    ...now.get(section.key),
    ...(beside.uses.has(section.key) ? { uses: beside.uses.get(section.key) } : {}),
  }));
  // What the answer added stands behind the section it came with.
  const last = result.findLastIndex(({ key }) => now.has(key));
  result.splice(last + 1, 0, ...sections.filter(({ key }) => !known.has(key)));
  const json = sortedJson({ ...data, ...beside.inputs, sections: result });
  return mark + (/\r\n/u.test(text) ? json.replaceAll('\n', '\r\n') : json);
}
