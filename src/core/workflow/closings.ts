import type { FeatureInput } from './feature-state';
import type { EventRecord } from './records';
import { artefactPath, type Phase, type Workflow } from './workflow';

/** Artefacts that sign-offs and closings of a phase are about: its own, or, where it judges or has none, all so far. */
export function boundArtefacts(workflow: Workflow, phase: Phase): readonly string[] {
  if (phase.review === null && phase.artefacts.length > 0) return phase.artefacts;
  return workflow.phases.slice(0, workflow.phases.indexOf(phase) + 1).flatMap(({ artefacts }) => artefacts);
}

/** Path to hash of what a sign-off of a phase is about now. */
export function boundHashes(
  { workflow, records, hashes }: Omit<FeatureInput, 'reports'>,
  phase: Phase,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    boundArtefacts(workflow, phase).flatMap((id) => {
      const [artefact, hash] = [workflow.artefacts[id], hashes.get(id)];
      return artefact === undefined || hash === undefined
        ? []
        : [[artefactPath(artefact, records.name), hash]];
    }),
  );
}

/**
 * The last closing of a phase: of several of one round, as two branches leave them, the one about the artefacts as they are,
 * else the earliest.
 */
export function lastClosing(input: Omit<FeatureInput, 'reports'>, phase: Phase): EventRecord | null {
  const closings = input.records.events.filter(({ phase: id, kind }) => id === phase.id && kind === 'close');
  const round = Math.max(0, ...closings.map((one) => one.round));
  const last = closings.filter((one) => one.round === round).sort(byDate);
  const bound = boundHashes(input, phase);
  return last.find(({ artefacts }) => isSame(artefacts, bound)) ?? last[0] ?? null;
}

/** Whether what a phase was closed with is what there is. */
export function isClosed(input: Omit<FeatureInput, 'reports'>, phase: Phase): boolean {
  const closing = lastClosing(input, phase);
  return closing !== null && isSame(closing.artefacts, boundHashes(input, phase));
}

/** Whether two records are about the same versions of the same artefacts. */
export function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(([key, value]) => b[key] === value)
  );
}

/** Orders records by their day. */
export function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
