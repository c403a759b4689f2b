import { withoutSecrets } from '../../secrets/mask-secrets';
import { oneLine } from '../../text/said';
import type { StackItem, StackProfile, WorkspaceContext } from '../context';
import type { StackFacet } from './stack-facets';
import { isSingle, itemsOf, itemText, stackFacets, withItems } from './stack-facets';

/**
 * What a person says of the stack instead of what was detected: another value, one more (`detected` is `null`) or none
 * (`value` is `null`).
 */
export interface StackEdit {
  readonly facet: StackFacet;
  /** The value as it was detected, such as `Go 1.24`. */
  readonly detected: string | null;
  readonly value: string | null;
}

/** What a person wants of a value that is shown: `from` `null` adds, `to` `null` removes. */
export interface StackWish {
  readonly facet: StackFacet;
  readonly from: string | null;
  readonly to: string | null;
}

const longestValue = 200;
/** Facets whose values may end in a version. */
const versioned: ReadonlySet<StackFacet> = new Set<StackFacet>([
  'languages',
  'frameworks',
  'orms',
  'databases',
  'uiLibrary',
  'packageManagers',
]);

/**
 * The edits after a wish; the same ones where it changes nothing. A value that is set to what was detected is no edit.
 *
 * @param stack as detected
 */
export function editStack(
  edits: readonly StackEdit[],
  stack: StackProfile,
  { facet, from, to }: StackWish,
): readonly StackEdit[] {
  const detectedTexts = itemsOf(stack, facet).map(itemText);
  const value = to === null ? null : plainValue(to);
  if (value === '') return edits;
  const shown = new Set(itemsOf(applyStackEdits(stack, edits), facet).map(itemText));
  if (value !== null && value !== from && shown.has(value)) return edits;
  // A facet with one value has no second: what is added takes its place.
  const before = from ?? (isSingle(facet) ? ([...shown][0] ?? detectedTexts[0] ?? null) : null);
  const earlier = edits.find((edit) => edit.facet === facet && edit.value !== null && edit.value === before);
  const detected = earlier?.detected ?? (before !== null && detectedTexts.includes(before) ? before : null);
  if (from !== null && earlier === undefined && detected === null) return edits;
  const rest = edits.filter(
    (edit) => edit !== earlier && !(edit.facet === facet && detected !== null && edit.detected === detected),
  );
  if (value === detected || (value === null && detected === null)) return rest;
  return [...rest, { facet, detected, value }];
}

/** The edits without those of one detected value, one facet, or all. */
export function resetStack(
  edits: readonly StackEdit[],
  facet: StackFacet | null,
  detected: string | null,
): readonly StackEdit[] {
  if (facet === null) return [];
  return edits.filter((edit) => edit.facet !== facet || (detected !== null && edit.detected !== detected));
}

/** The profile as a person set it right. What was changed keeps the place of what was detected, and says what it was. */
export function applyStackEdits(stack: StackProfile, edits: readonly StackEdit[]): StackProfile {
  return stackFacets
    .filter((facet) => edits.some((edit) => edit.facet === facet))
    .reduce((profile, facet) => withItems(profile, facet, editedItems(stack, facet, edits)), stack);
}

/** A context with the stack as a person set it right. */
export function withStackEdits(context: WorkspaceContext, edits: readonly StackEdit[]): WorkspaceContext {
  return edits.length === 0
    ? context
    : { ...context, stack: applyStackEdits(context.stack, edits), stackEdits: edits };
}

function editedItems(
  stack: StackProfile,
  facet: StackFacet,
  edits: readonly StackEdit[],
): readonly StackItem[] {
  const own = edits.filter((edit) => edit.facet === facet);
  const detected = itemsOf(stack, facet);
  const kept = detected.flatMap((item): readonly StackItem[] => {
    const edit = own.find((other) => other.detected === itemText(item));
    if (edit === undefined) return [item];
    if (edit.value === null) return [];
    const { evidence, line } = item;
    return [{ ...readValue(facet, edit.value), evidence, line, byHand: { detected: itemText(item) } }];
  });
  const present = new Set(detected.map(itemText));
  const added = own
    // A value that is not detected any more: what a person put in its place stays.
    .filter((edit) => edit.value !== null && (edit.detected === null || !present.has(edit.detected)))
    .map((edit): StackItem => ({
      ...readValue(facet, edit.value ?? ''),
      evidence: '',
      line: 1,
      byHand: { detected: null },
    }));
  return isSingle(facet) ? [...added, ...kept].slice(0, 1) : [...kept, ...added];
}

function readValue(facet: StackFacet, value: string): Pick<StackItem, 'name' | 'version'> {
  const [, name, version] = (versioned.has(facet) ? /^(.*\S)\s+v?(\d[\w.-]*)$/.exec(value) : null) ?? [];
  return name === undefined || version === undefined ? { name: value, version: null } : { name, version };
}

/** One line without secrets: it goes into the prompt and the receipt. */
function plainValue(text: string): string {
  return withoutSecrets(oneLine(text)).slice(0, longestValue).trim();
}
