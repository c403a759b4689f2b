import type { Finding } from '../../checks/finding';
import { normalText } from '../requirements/fingerprint';
import type { Requirement, Source } from '../source';
import type { KnownId, SourceIds } from './known-ids';
import { derivedId, derivedNumber } from './known-ids';
import { matchRequirements } from './match-requirements';
import { nextIds } from './next-ids';
import { sketchOf } from './sketch';

/**
 * Gives requirements without an id of their own the ids they had before: reworded or moved they keep them, new ones get
 * the next free number, and the number of one that is gone is never given to another. The author's ids stay as they
 * are.
 *
 * @param previous what receipts of this source know, the newest first; none at first sight
 * @param promised ids that are not free, though nothing had them yet
 * @returns the source with `ids` set, its requirements and the findings about them renamed
 */
export function keepIds(
  source: Source,
  previous: readonly SourceIds[],
  promised: readonly string[] = [],
): Source {
  const { requirements } = source;
  const recognised =
    previous.length === 0 ? numbered(requirements, promised) : recognise(requirements, previous);
  const known = previous.flatMap((list) => list.known.map(({ id }) => id));
  const ids = idsFor(requirements, recognised, [...known, ...promised]);
  const renamed = requirements.map((requirement, index) => ({
    ...requirement,
    id: ids[index] ?? requirement.id,
  }));
  const names = new Map(requirements.map(({ id }, index) => [id, ids[index] ?? id]));
  return {
    ...source,
    requirements: renamed,
    findings: source.findings.map((finding) => rename(finding, names)),
    ...(source.superseded === undefined
      ? {}
      : { superseded: source.superseded.map((one) => ({ ...one, by: renamedId(one.by, names) })) }),
    ids: nextIds(renamed.map(knownIdOf), previous),
  };
}

/** What is to be remembered of a requirement. */
export function knownIdOf({ id, fingerprint, group, title, text, acceptance }: Requirement): KnownId {
  const said = [title, text, ...acceptance.map((criterion) => criterion.text)].join('\n');
  return { id, fingerprint, group, sketch: sketchOf(said) };
}

/** What a requirement is called apart from what it says; a title that is all of it tells no more than its text. */
function ownTitle({ title, text }: Requirement): string | undefined {
  return normalText(title) === normalText(text) ? undefined : title;
}

/** Earlier ids by the position of the requirement that had them. */
function recognise(
  requirements: readonly Requirement[],
  previous: readonly SourceIds[],
): ReadonlyMap<number, string> {
  const traits = requirements.map((requirement) => ({
    ...knownIdOf(requirement),
    title: ownTitle(requirement),
  }));
  const found = new Map<number, string>();
  // A list adds what those in front of it have never heard of, as after two branches were merged.
  const heard = new Set<string>();
  for (const { known } of previous) {
    const candidates = known.filter(({ id }) => !heard.has(id));
    const open = traits.flatMap((trait, index) => (found.has(index) ? [] : [{ trait, index }]));
    const matches = matchRequirements(
      candidates,
      open.map(({ trait }) => trait),
      sameExplicitId(
        open.map(({ index }) => requirements[index]),
        candidates,
      ),
    );
    for (const [number, candidate] of matches) {
      const index = open[number]?.index;
      const id = candidates[candidate]?.id;
      if (index !== undefined && id !== undefined) found.set(index, id);
    }
    for (const { id } of known) heard.add(id);
  }
  return found;
}

/** What the author calls the same is the same. */
function sameExplicitId(
  requirements: readonly (Requirement | undefined)[],
  candidates: readonly KnownId[],
): ReadonlyMap<number, number> {
  const known = new Map(candidates.map(({ id }, index) => [id, index]));
  return new Map(
    requirements.flatMap((requirement, number) => {
      const candidate = requirement?.explicitId === null ? undefined : known.get(requirement?.id ?? '');
      return candidate === undefined ? [] : [[number, candidate] as const];
    }),
  );
}

/** At first sight the numbers in document order stand, as far as nobody was promised them. */
function numbered(
  requirements: readonly Requirement[],
  promised: readonly string[],
): ReadonlyMap<number, string> {
  return new Map(
    requirements.flatMap(({ id }, index) => (promised.includes(id) ? [] : [[index, id] as const])),
  );
}

function idsFor(
  requirements: readonly Requirement[],
  recognised: ReadonlyMap<number, string>,
  known: readonly string[],
): readonly string[] {
  const explicit = new Set(requirements.filter(({ explicitId }) => explicitId !== null).map(({ id }) => id));
  const given = [...explicit, ...known, ...recognised.values()];
  let last = given.reduce((highest, id) => Math.max(highest, derivedNumber(id) ?? 0), 0);
  return requirements.map(({ id, explicitId }, index) => {
    if (explicitId !== null) return id;
    const earlier = recognised.get(index);
    return earlier !== undefined && !explicit.has(earlier) ? earlier : derivedId((last += 1));
  });
}

function renamedId(id: string | null, names: ReadonlyMap<string, string>): string | null {
  return id === null ? null : (names.get(id) ?? id);
}

function rename(finding: Finding, names: ReadonlyMap<string, string>): Finding {
  return { ...finding, args: finding.args.map((arg) => names.get(arg) ?? arg) };
}
