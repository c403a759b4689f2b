import * as v from 'valibot';
import { readGuarded, type DataProblem } from '../text/guarded-yaml';

/** A language that specs are written in, as data: how the phrases of templates are said in it. */
export interface LanguagePack {
  /** As VS Code names it: `pt-br`. */
  readonly id: string;
  /** In itself: `Deutsch`. */
  readonly name: string;
  /** In English, for the order to a model: `German`. */
  readonly english: string;
  /** English phrase, as a template has it, to what it is in this language. */
  readonly phrases: ReadonlyMap<string, string>;
}

/** What templates are written in, and what a spec is in where no other language is chosen. */
export const english: LanguagePack = { id: 'en', name: 'English', english: 'English', phrases: new Map() };

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const schema = v.strictObject({
  version: v.literal(1),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[a-z]{2,4})?$/u)),
  name: text,
  english: text,
  phrases: v.record(text, text),
});

/** A language, or what is wrong with its file, each mistake at its line. */
export type ReadLanguagePack =
  { readonly pack: LanguagePack } | { readonly problems: readonly DataProblem[] };

/** Reads a file such as `templates/languages/de.json`. Never throws. */
export function readLanguagePack(yaml: string): ReadLanguagePack {
  const before = readBefore.get(yaml);
  if (before !== undefined) return before;
  const read = readAnew(yaml);
  const [oldest] = readBefore.keys();
  if (readBefore.size >= mostKept && oldest !== undefined) readBefore.delete(oldest);
  readBefore.set(yaml, read);
  return read;
}

/** Languages are large, and read with the templates, again and again. */
const readBefore = new Map<string, ReadLanguagePack>();
const mostKept = 20;

function readAnew(yaml: string): ReadLanguagePack {
  const read = readGuarded(yaml, schema, 1);
  if ('problems' in read) return read;
  const { language, name, english: inEnglish, phrases } = read.value;
  const kept = Object.entries(phrases);
  const broken = kept.flatMap(([phrase, said]) => {
    const lost = placesIn(phrase).find((place) => !placesIn(said).includes(place));
    return lost === undefined
      ? []
      : [{ line: read.lineOf(['phrases', phrase]), message: 'This phrase lacks {0}.', args: [lost] }];
  });
  if (broken.length > 0) return { problems: broken };
  return { pack: { id: language, name, english: inEnglish, phrases: new Map(kept) } };
}

/** Places for values in a phrase: `{{title}}`, `{covered}`, `{0}`. */
export function placesIn(phrase: string): readonly string[] {
  return phrase.match(/\{\{[^{}]*\}\}|\{\w+\}/gu) ?? [];
}

/** Says English phrases in one language, with arguments in the places `{0}`, `{1}`. */
export type Say = (phrase: string, ...args: readonly string[]) => string;

/** What a phrase is in a language, with its arguments put in; the phrase itself where the language does not know it. */
export function sayIn(pack: LanguagePack, phrase: string, ...args: readonly string[]): string {
  const said = pack.phrases.get(phrase) ?? phrase;
  return args.length === 0
    ? said
    : said.replace(/\{(\d)\}/gu, (whole, index: string) => args[Number(index)] ?? whole);
}
