import { oncePer } from '../../text/remembered';
import type { SpecSyntax } from '../../syntax/read-syntax';
import type { Check, Problem } from '../check';
import { blockPlace } from '../reading/block-place';
import { textsOption } from '../reading/options';
import { sectionGaps } from '../reading/section-gaps';
import { compareExamples } from '../contracts/compare-example';
import { compareTypes, type Disagreement } from '../contracts/compare-types';
import { contractsOf, matchContracts, type MatchedContracts } from '../contracts/match-contracts';

/**
 * Types that both sides of an interface declare agree: a Go struct (by its JSON tags), a Python model, a Java or C# record, a
 * Kotlin data class, a serde struct or an OpenAPI schema with the TypeScript type of the same name, or of the same name but for an ending such as
 * `Response`; and OpenAPI schemas with either. Names of fields, kinds of values (text, number, list ...) and whether a
 * value may be missing are compared. An example in JSON is held against the type that has its names. What a type embeds, extends or leaves out (`// ...`) is not held against it.
 *
 * Options: `sections`, keys of the sections that hold types; one that only waits for an open question is a gap. None by
 * default.
 *
 * Good: `CreatedAt time.Time `json:"created_at"`` and `created_at: string`.
 * Bad: `Count int `json:"count"`` and `count: string`; `workspaceId` for `workspace_id`; a field that only one side has.
 */
export const contractTypes: Check = {
  id: 'contract-types',
  title: 'Types agree on both sides of an interface.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSyntax: true,
  *run({ spec, sections, syntax, options }) {
    if (syntax === null) return;
    yield* sectionGaps({ spec, sections }, textsOption(options, 'sections', []));
    const { contracts, disagreements } = declaredIn(syntax);
    for (const { match, disagreement } of disagreements) {
      const { start, end } = disagreement.field ?? match.here.type;
      yield { ...said(match, disagreement), ...blockPlace(spec, match.here.block, start, end) };
    }
    for (const disagreement of compareExamples(spec, syntax, contracts)) {
      const { field, block, there } = disagreement;
      yield {
        ...said({ here: there, there }, disagreement),
        ...blockPlace(spec, block, field.start, field.end),
      };
    }
  },
};

/** The types of all blocks, and where two that are one do not agree. */
const declaredIn = oncePer((syntax: SpecSyntax) => {
  const contracts = contractsOf(syntax);
  const disagreements = matchContracts(contracts).flatMap((match) =>
    [...compareTypes(match, contracts)].map((disagreement) => ({ match, disagreement })),
  );
  return { contracts, disagreements };
});

function said(
  { here, there }: MatchedContracts,
  { kind, name, ours, theirs }: Disagreement,
): Pick<Problem, 'message' | 'args' | 'severity'> {
  const other = [there.type.name, there.type.notation];
  switch (kind) {
    case 'missing':
      return {
        message: '{1} has no field "{0}", which {2} ({3}) has.',
        args: [name, here.type.name, ...other],
      };
    case 'extra':
      return { message: 'Field "{0}" is not in {1} ({2}).', args: [name, ...other] };
    case 'name':
      return { message: 'Field "{0}" is "{1}" in {2} ({3}).', args: [ours, theirs, ...other] };
    case 'type':
      return {
        message: 'Field "{0}" is {1} here, but {2} in {3} ({4}).',
        args: [name, ours, theirs, ...other],
      };
    case 'optional-there':
      return {
        message: 'Field "{0}" may be missing or null in {1} ({2}), but not here.',
        args: [name, ...other],
        severity: 'warning',
      };
    case 'optional-here':
      return {
        message: 'Field "{0}" may be missing or null here, but not in {1} ({2}).',
        args: [name, ...other],
        severity: 'warning',
      };
  }
}
