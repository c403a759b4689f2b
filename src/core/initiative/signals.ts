import { stemPattern } from '../text/stems';
import { judgements, occasions, symptoms, verifications } from './vocabulary/observations';
import { parts, partsUnspaced, unspecific, unspecificNames } from './vocabulary/places';

const symptom = stemPattern(symptoms);
const judgement = stemPattern(judgements);
const occasion = stemPattern(occasions);
const verification = stemPattern(verifications);

/** Longest text that is looked at, in characters. */
const reach = 8000;
const code = /`[^`\n]{1,200}`/gu;
const path =
  /(?:[\w.@-]{1,80}\/){1,12}[\w.{}*-]{0,80}|(?<![\w/])\/[\w{}:-]{1,60}(?:\/[\w{}:.-]{0,60}){0,10}|\b[\w-]{1,60}\.[a-z]{2,5}\b/gu;
const notCounted = [
  code,
  path,
  /\b\d{4}-\d{2}-\d{2}\b/gu,
  /\b[A-Z]{1,8}(?:-[A-Z0-9]{1,12})?-\d{1,6}\b/gu,
  /\bv?\d+(?:\.\d+){1,3}\b(?!\s?(?:%|ms|s\b|sec|min|h\b|x\b|gb|mb|kb))/giu,
  /\b(?:19|20)\d{2}\b/gu,
];
const countWords =
  /\b(?:twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|dozens?) |half of|one in (?:two|three|four|five|ten)|third of)\b/iu;

/** A number that counts or measures: no date, no version, no part of a name. */
export function measures(text: string): boolean {
  const bare = notCounted.reduce((rest, pattern) => rest.replace(pattern, ' '), text.slice(0, reach));
  return (
    /\p{N}/u.test(bare) || countWords.test(bare) || /[一二三四五六七八九十百两][个次条秒分倍成]/u.test(bare)
  );
}

/** Something that shows: it happens or it does not. */
export function showsSymptom(text: string): boolean {
  return symptom.test(text.slice(0, reach));
}

/** The first judgement that nobody could show to be wrong, as written; `null` where there is none. */
export function judgementIn(text: string): string | null {
  return judgement.exec(text.slice(0, reach))?.[0].trim() ?? null;
}

/** Whether a text says when it happens or what waits for it. */
export function namesOccasion(text: string): boolean {
  const start = text.slice(0, reach);
  return /\p{N}/u.test(start) || occasion.test(start);
}

/** Whether somebody else could find out that it is met: a number, a test, something that holds always or never. */
export function isVerifiable(text: string): boolean {
  const start = text.slice(0, reach);
  return (
    measures(start) ||
    verification.test(start) ||
    start.search(code) >= 0 ||
    // That something which shows does not happen can be seen as well.
    (absence.test(start) && showsSymptom(start))
  );
}

const absence =
  /(?<![\p{L}\p{N}])(?:no|not|without|sin|sem|não|sans|ohne|nicht|без|не|không)(?![\p{L}\p{N}])/iu;

const word = /[\p{L}\p{N}_’'-]+/gu;
const partWords: ReadonlySet<string> = new Set(parts.filter((part) => !part.includes(' ')));
const compounds =
  /^\p{L}{4,}(?:dienst|tabelle|modul|schlange|pipeline|endpunkt|seite|datenbank|abfrage|paket)$/iu;
const unspacedPart = new RegExp(`([\\p{L}\\p{N}]{2,12})\\s?(?:${partsUnspaced.join('|')})`, 'gu');
const name = /(?<![.!?。！？:]\s)(?<!^\s{0,4})(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{1,30}(?:\+\+|#)?/gmu;

const capitalisesNouns = /\b(?:der|die|das|und|ist|nicht|wird|unser\w*)\b/u;

/** Whether a place is named where somebody could look: code, a path, a product, or a part of the system with its name. */
export function namesPlace(text: string): boolean {
  const start = text.slice(0, reach);
  if (start.search(code) >= 0 || start.search(path) >= 0) return true;
  if (/\b[a-z]+[A-Z]\w+|\b[A-Z][a-z]+[A-Z]\w*|\w_\w|\b\w+\(\)/u.test(start)) return true;
  if (/^\p{Lu}[\p{L}\p{N}]*\p{Lu}/u.test(start) && !unspecificNames.has(/^\S+/u.exec(start)?.[0] ?? ''))
    return true;
  // Where every noun has a capital, capitals name nothing.
  if (!capitalisesNouns.test(start))
    for (const [found] of start.matchAll(name)) if (!unspecificNames.has(found)) return true;
  if (namedPart(start)) return true;
  for (const [, before] of start.matchAll(unspacedPart))
    if (before !== undefined && ![...unspecific].some((generic) => before.endsWith(generic))) return true;
  return false;
}

/** "checkout service", "servicio de pagos", "Zahlungsdienst". */
function namedPart(text: string): boolean {
  const words = (text.toLowerCase().match(word) ?? []).slice(0, 2000);
  const specific = (at: number): boolean => {
    const candidate = words[at];
    return (
      candidate !== undefined &&
      candidate.length > 2 &&
      !unspecific.has(candidate) &&
      judgementIn(candidate) === null
    );
  };
  return words.some((candidate, at) => {
    if (compounds.test(candidate)) return true;
    const singular = candidate.replace(/s$/u, '');
    if (!partWords.has(candidate) && !partWords.has(singular)) return false;
    const linked = /^(?:de|del|do|da|dos|das|du|des|of|for|für|для|to)$/u.test(words[at + 1] ?? '');
    // Slavic languages put the genitive right after.
    const genitive = /^\p{Script=Cyrillic}/u.test(candidate) && specific(at + 1);
    return specific(at - 1) || genitive || (linked && (specific(at + 2) || specific(at + 3)));
  });
}
