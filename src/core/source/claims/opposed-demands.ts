import { conditional, demands, forbids, never, opposites, presentState } from '../vocabulary/modality';
import { scenarioStep } from '../vocabulary/story-phrases';
import type { Claim } from './claims';
import { saidApart } from './claims';
import type { Contradiction } from './contradiction';
import { sideOf } from './contradiction';
import { quantitiesOf, withoutBounds } from './quantities';
import { subjectOf } from './subject';

/** Fewer words than this say too little to be the same demand. */
const fewestWords = 2;

interface Said {
  readonly claim: Claim;
  /** Which of two opposites it takes. */
  readonly yes: boolean;
  readonly words: string;
}

/** Statements of which one demands or allows what the other forbids. */
export function opposedDemands(claims: readonly Claim[]): readonly Contradiction[] {
  const said = new Map<string, Said[]>();
  const add = (text: string, entry: Said): void => {
    const subject = subjectOf(text);
    const key = subject.join(' ');
    if (subject.length >= fewestWords) said.set(key, [...(said.get(key) ?? []), entry]);
  };
  for (const claim of claims) {
    const { text } = claim;
    if (scenarioStep.test(text) && !/\bSHALL\b/.test(text)) continue;
    // "Cannot be undone." speaks of what the sentence before named.
    if (!claim.opens && startsWith(text, forbids, never, demands)) continue;
    const forbidden = matchOf(forbids, text);
    const denied = matchOf(never, text);
    const demanded = matchOf(demands, text);
    const quantities = quantitiesOf(text);
    const [quantity] = quantities;
    if (forbidden !== null) add(without(text, forbids), { claim, yes: false, words: forbidden });
    else if (denied !== null && quantities.length === 0)
      add(without(text, never), { claim, yes: false, words: denied });
    else if (denied === null && demanded !== null)
      add(without(text, demands), { claim, yes: true, words: demanded });
    // "Links never expire" is against "Links expire after 7 days".
    if (
      forbidden === null &&
      denied === null &&
      quantity !== undefined &&
      quantities.length === 1 &&
      !presentState.test(text)
    ) {
      const rest = `${text.slice(0, quantity.start)} ${text.slice(quantity.end)}`;
      add(without(withoutBounds(rest), demands), { claim, yes: true, words: quantity.text });
    }
  }
  return pairs(said);
}

/** What is said of nobody else, per language: in front of who may do it. */
const only =
  /^[^\p{L}\p{N}]*(?:only|solely|solo|sólo|solamente|únicamente|apenas|somente|seuls?|seules?|uniquement|nur|ausschließlich|только|chỉ(?: có)?)\s+(?=\p{L})/iu;

/** Statements that let somebody do what another lets only others do. */
export function opposedPermissions(claims: readonly Claim[]): readonly Contradiction[] {
  interface Permission {
    readonly claim: Claim;
    readonly who: readonly string[];
    readonly exclusive: boolean;
    readonly words: string;
  }
  const byDeed = new Map<string, Permission[]>();
  for (const claim of claims) {
    const { text } = claim;
    const modal = text.match(demands)?.[0] ?? '';
    const at = modal === '' ? -1 : text.indexOf(modal);
    if (at <= 0 || matchOf(forbids, text) !== null || matchOf(never, text) !== null || conditional.test(text))
      continue;
    const deed = subjectOf(text.slice(at + modal.length));
    const words = text.slice(0, at).replace(only, '').trim();
    const permission = { claim, who: subjectOf(words), exclusive: only.test(text), words };
    const key = deed.join(' ');
    if (deed.length >= fewestWords && permission.who.length > 0)
      byDeed.set(key, [...(byDeed.get(key) ?? []), permission]);
  }
  return [...byDeed].flatMap(([subject, permissions]): readonly Contradiction[] => {
    const owner = permissions.find(({ exclusive }) => exclusive);
    const other = permissions.find(
      ({ who, claim }) =>
        owner !== undefined && saidApart(owner.claim, claim) && !who.some((word) => owner.who.includes(word)),
    );
    if (owner === undefined || other === undefined) return [];
    const [first, second] =
      permissions.indexOf(owner) < permissions.indexOf(other) ? [owner, other] : [other, owner];
    return [
      {
        subject,
        first: sideOf(first.claim, first.words),
        second: sideOf(second.claim, second.words),
      },
    ];
  });
}

/** Statements that give one thing opposite states: required and optional. */
export function opposedStates(claims: readonly Claim[]): readonly Contradiction[] {
  const said = new Map<string, Said[]>();
  for (const claim of claims) {
    const { text } = claim;
    if (matchOf(forbids, text) !== null || matchOf(never, text) !== null || scenarioStep.test(text)) continue;
    for (const [at, sides] of opposites.entries()) {
      const found = sides.map(
        (words) => words.map((word) => stateIn(text, word)).find((match) => match !== null) ?? null,
      );
      // The second side may contain the first (`unencrypted`), which is then no word of its own.
      const [yes, no] = found;
      if ((yes === null || yes === undefined) === (no === null || no === undefined)) continue;
      const state = yes ?? no;
      if (state === null || state === undefined) continue;
      const rest = `${text.slice(0, state.index)} ${text.slice(state.index + state.word.length)}`;
      const subject = subjectOf(without(rest, demands));
      if (subject.length < fewestWords) continue;
      const key = `${at} ${subject.join(' ')}`;
      said.set(key, [...(said.get(key) ?? []), { claim, yes: yes === state, words: state.word }]);
    }
  }
  return pairs(said);
}

function pairs(said: ReadonlyMap<string, readonly Said[]>): readonly Contradiction[] {
  return [...said].flatMap(([subject, entries]) => {
    const yes = entries.find((entry) => entry.yes);
    const no = entries.find((entry) => !entry.yes && yes !== undefined && saidApart(yes.claim, entry.claim));
    if (yes === undefined || no === undefined) return [];
    const [first, second] = entries.indexOf(yes) < entries.indexOf(no) ? [yes, no] : [no, yes];
    return [
      {
        subject,
        first: sideOf(first.claim, first.words),
        second: sideOf(second.claim, second.words),
      },
    ];
  });
}

function matchOf(pattern: RegExp, text: string): string | null {
  return text.match(pattern)?.[0] ?? null;
}

function startsWith(text: string, ...patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => text.search(pattern) === 0);
}

function without(text: string, pattern: RegExp): string {
  return text.replace(pattern, ' ');
}

/** A state word where it begins a word, with its ending. */
function stateIn(text: string, beginning: string): { readonly index: number; readonly word: string } | null {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(beginning); at !== -1; at = lower.indexOf(beginning, at + 1)) {
    const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(beginning);
    if (spaced && /[\p{L}\p{N}-]$/u.test(lower.slice(0, at))) continue;
    if (!spaced && /[不非未]$/u.test(lower.slice(0, at))) continue;
    const ending = spaced ? (/^[\p{L}]*/u.exec(lower.slice(at + beginning.length))?.[0] ?? '') : '';
    return { index: at, word: text.slice(at, at + beginning.length + ending.length) };
  }
  return null;
}
