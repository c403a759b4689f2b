import { idReader } from '../../spec/cite';
import { oncePer } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import type { SpecSection } from '../../spec/spec-document';
import type { Check, CheckContext, CheckedRequirement } from '../check';
import { isTracedAsImported } from '../coverage/trace-imported';
import { textsOption } from '../reading/options';
import { isWithin } from '../../spec/place';
import { ShingleIndex, shinglesOf } from '../reading/shingles';
import { statementsIn, statementsOf } from '../reading/statements';

/** So much of a sentence has to be the requirement's own words. */
const copied = 0.85;

/**
 * The spec says how, and leaves what is wanted to its source: no sentence repeats a requirement or criterion nearly word by word.
 *
 * Options: `quoting`, keys of further sections that may quote. Tables (mappings, tests) may anyway, so may a line that cites the
 * requirement's id, and what is mapped or put out of scope. A spec that an import made has the words of its documents by nature.
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
    // An import copies the documents, the requirements among them, and nothing tells what was written since.
    if (isTracedAsImported(context)) return;
    const listing = quotingSections(context);
    for (const { repeats, section, place } of statementsOf(context, restatementsOf(requirements ?? [])))
      if (!listing.some((holder) => isWithin(spec, section, holder)))
        yield {
          message: 'This repeats {0} nearly word by word: say how it is built, and cite the requirement.',
          args: [repeats],
          ...place,
        };
  },
};

/** Finds the statements of a part that repeat one of these requirements, each with the first id. */
const restatementsOf = oncePer((requirements: readonly CheckedRequirement[]) => {
  const wanted = wantedBy(requirements);
  const reader = idReader(requirements.flatMap(({ id, acceptance }) => [id, ...acceptance]));
  return oncePer((part: SpecPart) =>
    statementsIn(part).flatMap((statement) => {
      const closest = sentencesOf(statement.text)
        .map((sentence) => wanted.closest(shinglesOf(sentence)))
        .find((found) => found !== null && found.held >= copied);
      if (closest === undefined || closest === null || reader.cited(statement.text).length > 0) return [];
      return [{ ...statement, repeats: closest.value }];
    }),
  );
});

function wantedBy(requirements: readonly CheckedRequirement[]): ShingleIndex<string> {
  const wanted = new ShingleIndex<string>();
  for (const { id, title, stated } of requirements) {
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
