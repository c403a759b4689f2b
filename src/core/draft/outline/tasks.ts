import type { Requirement, Source } from '../../source/source';
import { idReader, type IdReader } from '../../spec/cite';
import { workKindOf, workKinds, type WorkKind } from './work-kinds';
import { buildable, type WorkArea } from './work-areas';

export interface OutlineTask {
  /** Such as `T-001`. */
  readonly id: string;
  readonly kind: WorkKind;
  readonly requirement: Requirement;
  readonly area: WorkArea | null;
  /** Ids of earlier tasks. */
  readonly dependencies: readonly string[];
}

/** One place of a template for tasks, and the kinds of work that go there. */
export interface Phase {
  /** As the template names it after `tasks.`, such as `backend+events` or `all`. */
  readonly name: string;
  readonly tasks: readonly OutlineTask[];
}

/**
 * One task that builds each requirement and one that tests it, numbered in the order in which the template's phases
 * stand. Kinds of work that the template has no phase for go to the phase of the nearest earlier kind.
 *
 * @param phaseNames distinct names in document order; `all` takes every kind
 */
export function planTasks(
  source: Source,
  areas: readonly WorkArea[],
  phaseNames: readonly string[],
): readonly Phase[] {
  const requirements = buildable(source);
  // Nobody cites a derived id, which its author has not seen.
  const ids = idReader(requirements.flatMap(({ id, explicitId }) => (explicitId === null ? [] : [id])));
  const phaseOf = phasesByKind(phaseNames);
  const open = requirements.flatMap((requirement, order) => {
    const area = areas.find((candidate) => candidate.requirements.includes(requirement)) ?? null;
    return ([workKindOf(requirement), 'tests'] as const).map((kind) => ({
      kind,
      requirement,
      area,
      order,
      phase: phaseOf.get(kind) ?? 0,
    }));
  });
  open.sort(
    (a, b) => a.phase - b.phase || workKinds.indexOf(a.kind) - workKinds.indexOf(b.kind) || a.order - b.order,
  );
  const builtBy = new Map<string, string>();
  const phases = phaseNames.map((): OutlineTask[] => []);
  for (const [index, { kind, requirement, area, phase }] of open.entries()) {
    const id = `T-${String(index + 1).padStart(3, '0')}`;
    const needed = kind === 'tests' ? [requirement.id] : citedIn(requirement, ids);
    const dependencies = needed.flatMap((cited) => builtBy.get(cited) ?? []);
    if (kind !== 'tests') builtBy.set(requirement.id, id);
    phases[phase]?.push({ id, kind, requirement, area, dependencies });
  }
  return phaseNames.map((name, index) => ({ name, tasks: phases[index] ?? [] }));
}

function phasesByKind(phaseNames: readonly string[]): ReadonlyMap<WorkKind, number> {
  const phaseOf = new Map<WorkKind, number>();
  let latest = 0;
  for (const kind of workKinds) {
    const named = phaseNames.findIndex((name) => name === 'all' || name.split('+').includes(kind));
    if (named >= 0) latest = named;
    phaseOf.set(kind, latest);
  }
  return phaseOf;
}

/** Other requirements that a requirement's own text names, so that their work is needed first. */
function citedIn({ id, text, acceptance }: Requirement, ids: IdReader): readonly string[] {
  const said = [text, ...acceptance.map((criterion) => criterion.text)].join(' ');
  return ids.cited(said).filter((cited) => cited !== id);
}
