/** Most features that a sketch keeps. */
const size = 40;
/** Inflected forms of one word mostly agree this far, in letters. */
const stemLength = 5;
/** Words of so few letters mostly hold a sentence together, in any language. */
const longestParticle = 2;
/** Hexadecimal digits of one feature. */
const digits = 4;

/** Scripts whose words are not set apart by spaces, and Hangul, whose particles cling to words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What texts are compared by: the kept features, lowest first, and whether there were more. */
export interface Sketch {
  readonly features: readonly number[];
  readonly complete: boolean;
}

/**
 * Small stand-in for a text, by which the similarity of two texts can be estimated without keeping either: the lowest
 * hashes of its word stems (pairs of characters where the script has no spaces). The same in every language and on
 * every machine.
 *
 * @returns four hexadecimal digits for each feature, ascending, at most 40 features
 */
export function sketchOf(text: string): string {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const telling = runs.filter(
    (run) => run.length > longestParticle || unspaced.test(run) || /\p{N}/u.test(run),
  );
  const hashes = new Set((telling.length > 0 ? telling : runs).flatMap(featuresOf).map(hash));
  return [...hashes].sort().slice(0, size).join('');
}

/** Reads what {@link sketchOf} wrote; what is none of it is dropped. */
export function readSketch(sketch: string): Sketch {
  const features = (sketch.match(/[0-9a-f]{4}/g) ?? []).map((digits) => parseInt(digits, 16));
  return { features: [...new Set(features)].sort((a, b) => a - b), complete: features.length < size };
}

function featuresOf(run: string): readonly string[] {
  if (!unspaced.test(run)) return [run.slice(0, stemLength)];
  const characters = [...run];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, at) => (characters[at] ?? '') + character);
}

/** FNV-1a, folded: short, well spread, no cryptography needed. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  const folded = ((value >>> 16) ^ value) & 0xffff;
  return folded.toString(16).padStart(digits, '0');
}
