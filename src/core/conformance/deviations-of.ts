import type { CheckContext, Problem } from '../checks/check';
import { holdsCode } from '../checks/grounding/workspace-state';
import { isKeptForRecord, isPastSpec } from '../checks/past-spec';
import type { ProjectIndex } from '../project/project-index';
import type { SpecDocument } from '../spec/spec-document';
import type { Deviation, DeviationKind } from './deviation';
import { dueWork, type DueWork } from './due-work';
import { keepEndpoints } from './keep-endpoints';
import { keepFiles } from './keep-files';
import { keepEvents, keepPackages, keepScripts, keepSettings, keepTests } from './keep-names';
import { keepSymbols } from './keep-symbols';
import { keepTables } from './keep-tables';
import type { Promised, Promises } from './promise';
import { promisesOf } from './promises-of';

type Known = WeakMap<ProjectIndex, WeakMap<SpecDocument, readonly Deviation[]>>;
const known: Known = new WeakMap();
const knownAsBuilt: Known = new WeakMap();

/**
 * Where what was built differs from what a spec promises, as far as it is due: by its status all of it, else what belongs to
 * the tasks that are done. Kept per spec and workspace.
 *
 * @param context with `asBuilt`, all of it is due whatever the status says
 */
export function deviationsOf(
  context: Pick<CheckContext, 'spec' | 'path' | 'surroundings' | 'template' | 'asBuilt'>,
): readonly Deviation[] {
  const { spec, path, surroundings, asBuilt = false } = context;
  if (surroundings === null || !holdsCode(surroundings.project)) return [];
  const { project } = surroundings;
  const kept = asBuilt ? knownAsBuilt : known;
  const bySpec = kept.get(project) ?? new WeakMap<SpecDocument, readonly Deviation[]>();
  kept.set(project, bySpec);
  const before = bySpec.get(spec);
  if (before !== undefined) return before;
  const due = asBuilt ? { isDue: (): boolean => true } : dueWork(spec);
  const isPast = asBuilt || isPastSpec(context);
  const found = due === null ? [] : [...compare(promisesOf(spec), path, project, due, isPast)];
  bySpec.set(spec, found);
  return found;
}

/**
 * Where the code differs from promises.
 *
 * @param due which of them are looked at
 * @param isPast whether the spec is kept for the record
 */
export function* compare(
  all: Promises,
  path: string | null,
  project: ProjectIndex,
  due: Pick<DueWork, 'isDue'>,
  isPast: boolean,
): Iterable<Deviation> {
  const dueOf = <T extends Promised>(promises: readonly T[]): readonly T[] =>
    promises.filter((one) => due.isDue(one));
  // That files which change are there is said by `path-exists` while the spec is under way.
  yield* keepFiles(
    dueOf(all.files).filter(({ action }) => isPast || action !== 'modify'),
    project,
    path,
    all.symbols,
  );
  yield* keepSymbols(dueOf(all.symbols), project, path);
  yield* keepEndpoints(dueOf(all.endpoints), project);
  yield* keepTables(
    { tables: dueOf(all.tables), columns: dueOf(all.columns), indexes: dueOf(all.indexes) },
    project,
  );
  yield* keepSettings(dueOf(all.settings), project);
  yield* keepEvents(dueOf(all.events), project);
  yield* keepScripts(dueOf(all.scripts), project);
  yield* keepTests(dueOf(all.tests), project, path);
  yield* keepPackages(dueOf(all.packages), project);
}

/**
 * The deviations of one kind as problems. In a spec that is kept for the record they are warnings: what came later may have
 * changed what it tells of, and is told of in specs of its own.
 */
export function* problemsOf(context: CheckContext, wanted: DeviationKind): Iterable<Problem> {
  const severity = isKeptForRecord(context.path) ? ({ severity: 'warning' } as const) : {};
  for (const { kind, ...problem } of deviationsOf(context))
    if (kind === wanted) yield { ...problem, ...severity };
}
