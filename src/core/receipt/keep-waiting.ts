import type { WaitingCorrection } from '../source/corrections/correction';
import { normalText } from '../source/requirements/fingerprint';
import type { Requirement, Source } from '../source/source';
import type { Receipt, ReceiptRequirement } from './receipt';

/**
 * A source for a spec that exists: what corrections made that wait stands in it as the receipt knows it, in place of what is read there
 * now, so that nobody takes it for removed, changed or new before a person has decided.
 *
 * @param source with corrections applied
 */
export function keepWaiting(source: Source, receipt: Receipt | null): Source {
  const { corrected } = source;
  if (receipt === null || corrected === undefined || corrected.waiting.length === 0) return source;
  const recorded = receipt.source.requirements;
  const waiting = corrected.waiting.filter((one) => isOpen(one, source, recorded));
  const ids = new Set(waiting.flatMap((one) => one.ids));
  const kept = recorded.filter(({ id }) => ids.has(id));
  const requirements = [...source.requirements];
  for (const one of waiting) {
    const at = requirements.findIndex(({ id }) => one.ids.includes(id));
    const whole = requirements[at];
    const own = kept.filter(({ id }) => one.ids.includes(id));
    // What the receipt does not know yet stays as it is read.
    if (own.length === 0) continue;
    const rest = requirements.filter(({ id }) => !one.ids.includes(id));
    const place = whole === undefined ? placeOf(own, recorded, rest) : at;
    const stand = own.map((was) => standIn(was, whole, source));
    requirements.splice(0, requirements.length, ...rest.slice(0, place), ...stand, ...rest.slice(place));
  }
  return { ...source, requirements, corrected: { ...corrected, waiting } };
}

/** What is gone from the source with all its words is not read otherwise, but gone. */
function isOpen(
  { state, ids }: WaitingCorrection,
  { text }: Source,
  recorded: readonly ReceiptRequirement[],
): boolean {
  if (state === 'held') return true;
  const words = ` ${normalText(text)} `;
  // A title that was cut may end within a word, or in a text without spaces.
  return recorded.some(
    ({ id, title }) =>
      ids.includes(id) &&
      words.includes(title.endsWith('…') ? ` ${normalText(title.slice(0, -1))}` : ` ${wordsOf(title)} `),
  );
}

/** A long title is cut. */
function wordsOf(title: string): string {
  return normalText(title.endsWith('…') ? title.slice(0, title.lastIndexOf(' ')) : title);
}

/** Behind the requirement that stood before them. */
function placeOf(
  own: readonly ReceiptRequirement[],
  recorded: readonly ReceiptRequirement[],
  requirements: readonly Requirement[],
): number {
  const first = recorded.findIndex((one) => own.includes(one));
  const before = new Set(recorded.slice(0, Math.max(first, 0)).map(({ id }) => id));
  return requirements.findLastIndex(({ id }) => before.has(id)) + 1;
}

function standIn(
  { id, kind, title, fingerprint, criteria, acceptance, path }: ReceiptRequirement,
  whole: Requirement | undefined,
  source: Source,
): Requirement {
  const { line, endLine } = whole ?? linesOf(title, source);
  return {
    ...{ id, kind, title, text: title, fingerprint, line, endLine },
    ...{ explicitId: null, priority: null, group: whole?.group ?? null },
    acceptance: acceptance.map(() => ({ id: null, line, text: title })),
    recorded: { criteria },
    ...(path === undefined ? {} : { path }),
  };
}

function linesOf(title: string, { text }: Source): Pick<Requirement, 'line' | 'endLine'> {
  const words = wordsOf(title);
  const line = text.split(/\r\n?|\n/u).findIndex((one) => normalText(one).includes(words)) + 1;
  return { line: Math.max(line, 1), endLine: Math.max(line, 1) };
}
