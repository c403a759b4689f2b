import { similarityIn } from '../identity/similarity';
import { sketchOf } from '../identity/sketch';
import type { Requirement } from '../source';
import type { CorrectionState, Target } from './correction';

/** A requirement that is less like its former self than this is taken for another one. */
const stillTheSame = 0.5;
/** Of a statement this much is kept to know it by, in characters. */
const keptText = 300;

/** What to remember of a requirement in order to find it again. */
export function targetOf({ id, fingerprint, text }: Requirement): Target {
  return { id, fingerprint, text: text.slice(0, keptText) };
}

/** The requirement that a correction is about, and how far it is still the one that the correction was made for. */
export function findTarget(
  requirements: readonly Requirement[],
  target: Target,
): { readonly state: CorrectionState; readonly requirement: Requirement | null } {
  const requirement = requirements.find(({ id }) => id === target.id) ?? null;
  if (requirement?.fingerprint === target.fingerprint) return { state: 'applied', requirement };
  // The same text under another id is the same: the author has renumbered, say.
  const same = requirements.filter(({ fingerprint }) => fingerprint === target.fingerprint);
  if (same.length === 1 && same[0] !== undefined) return { state: 'applied', requirement: same[0] };
  if (requirement === null) return { state: 'vanished', requirement };
  const [before = '', after = ''] = [target.text, requirement.text.slice(0, keptText)].map(sketchOf);
  const likeness = similarityIn([before], [after])(before, after);
  return { state: likeness >= stillTheSame ? 'reworded' : 'held', requirement };
}
