import { idReader } from '../../spec/cite';
import type { SpecSection } from '../../spec/spec-document';
import type { Check, CheckContext } from '../check';
import { textsOption } from '../options';
import { isWithin } from '../place';
import { ShingleIndex, shinglesOf } from '../shingles';
import { statementsOf } from '../statements';

/** So much of a sentence has to be the requirement's own words. */
const copied = 0.85;

/**
 * The spec says how, and leaves what is wanted to its source: no sentence repeats a requirement or criterion nearly word by word.
 *
 * Options: `quoting`, keys of further sections that may quote. Tables (mappings, tests) may anyway, so may a line that cites the
 * requirement's id, and what is mapped or put out of scope.
 *
 * Good: "The handler answers 409 when a pending invitation has the same address."
 * Bad: "An owner can invite a colleague by entering an e-mail address and choosing a role.", word by word from the PRD.
 */
export const restatesPrd: Check = {
  id: 'restates-prd',
  title: 'The spec says how, not again what.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: true,
  *run(context) {
    const { requirements, spec } = context;
    const wanted = wantedIn(context);
    const reader = idReader((requirements ?? []).flatMap(({ id, acceptance }) => [id, ...acceptance]));
    const listing = quotingSections(context);
    for (const { text, section, place } of statementsOf(context)) {
      if (listing.some((holder) => isWithin(spec, section, holder)) || reader.cited(text).length > 0)
        continue;
      for (const sentence of sentencesOf(text)) {
        const closest = wanted.closest(shinglesOf(sentence));
        if (closest === null || closest.held < copied) continue;
        yield {
          message: 'This repeats {0} nearly word by word: say how it is built, and cite the requirement.',
          args: [closest.value],
          ...place,
        };
        break;
      }
    }
  },
};

function wantedIn({ requirements }: CheckContext): ShingleIndex<string> {
  const wanted = new ShingleIndex<string>();
  for (const { id, title, stated } of requirements ?? []) {
    for (const text of [
      title,
      ...(stated === undefined ? [] : [stated.text, ...stated.criteria.map((each) => each.text)]),
    ])
      for (const sentence of [text, ...sentencesOf(text)]) wanted.add(id, shinglesOf(sentence));
  }
  return wanted;
}

/** Where requirements stand in their own words by design: mappings, exclusions, and what the options name. */
function quotingSections({ sections, template, options }: CheckContext): readonly SpecSection[] {
  const keys = [
    ...(template?.covers ?? []).map(({ mapping }) => mapping),
    template?.outOfScope ?? '',
    ...textsOption(options, 'quoting', []),
  ];
  return keys.flatMap((key) => sections.get(key) ?? []);
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+|(?<=[。！？])|\n/u);
}
