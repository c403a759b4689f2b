import type { CheckContext } from '../checks/check';
import { workspacePaths } from '../checks/grounding/workspace-paths';
import { holdsCode } from '../checks/grounding/workspace-state';
import { isPastSpec } from '../checks/past-spec';
import type { RelatedPlace } from '../checks/finding';
import type { ProjectIndex } from '../project/project-index';
import { isTestFile } from '../project/test-file';
import type { SpecDocument, SpecTask } from '../spec/spec-document';
import type { Deviation } from './deviation';
import { compare } from './deviations-of';
import { dueWork, taskOwners } from './due-work';
import { endpointFinder } from './keep-endpoints';
import { namePlace, testPlace } from './keep-names';
import { symbolPlace } from './keep-symbols';
import { tableOf } from './find-table';
import type { Promised, Promises } from './promise';
import { promisesOf } from './promises-of';

export type WorkKind = 'file' | 'symbol' | 'endpoint' | 'table' | 'config' | 'event' | 'test';

/**
 * `planned`: not there as promised, and not due yet. `unknown`: nothing of its kind could be read in the workspace, or not
 * in a way that tells.
 */
export type WorkState = 'found' | 'deviating' | 'missing' | 'planned' | 'unknown';

/** One thing that a spec promises, and what of it stands in the workspace. */
export interface BuiltWork {
  readonly kind: WorkKind;
  /** A path, a name, or method and route. */
  readonly name: string;
  readonly state: WorkState;
  /** Line of the spec that promises it first. */
  readonly line: number;
  /** Lines of the spec that promise it or what belongs to it. */
  readonly lines: readonly number[];
  /** What differs first, or probably stands for it; else where it stands. */
  readonly place: RelatedPlace | null;
  /** What differs; of a table its columns and indexes among it, of a type its members. */
  readonly deviations: readonly Deviation[];
  /** Tasks that it belongs to. */
  readonly tasks: readonly SpecTask[];
}

const kept = new WeakMap<ProjectIndex, WeakMap<SpecDocument, readonly BuiltWork[]>>();

/**
 * Everything that a spec promises held against the workspace, whether it is due or not, in the order of kinds and of the
 * document. Tests are what done conditions and sections about testing name, and planned files that are tests. Kept per spec
 * and workspace.
 *
 * @returns `null` where there is no code to look at
 */
export function builtWork(
  context: Pick<CheckContext, 'spec' | 'path' | 'surroundings' | 'template'>,
): readonly BuiltWork[] | null {
  const { spec, surroundings } = context;
  if (surroundings === null || !holdsCode(surroundings.project)) return null;
  const bySpec = kept.get(surroundings.project) ?? new WeakMap<SpecDocument, readonly BuiltWork[]>();
  kept.set(surroundings.project, bySpec);
  const before = bySpec.get(spec);
  if (before !== undefined) return before;
  const found = findWork(spec, context.path, surroundings.project, isPastSpec(context));
  bySpec.set(spec, found);
  return found;
}

/** One thing with everything that is promised of it. */
interface Gathered {
  readonly kind: WorkKind;
  readonly name: string;
  /** `null` where only a part of it is promised. */
  head: Promised | null;
  readonly parts: Promised[];
  /** Where it stands; asked once. */
  readonly find: () => RelatedPlace | null;
  /** Whether it is as promised where nothing is found: a file that had to go, a setting that is bound by its name. */
  readonly needsPlace: boolean;
}

function findWork(
  spec: SpecDocument,
  path: string | null,
  project: ProjectIndex,
  isPast: boolean,
): readonly BuiltWork[] {
  const promises = promisesOf(spec);
  const byPromise = new Map<Promised, Deviation[]>();
  for (const deviation of compare(promises, path, project, { isDue: () => true }, isPast)) {
    const known = byPromise.get(deviation.promise);
    if (known === undefined) byPromise.set(deviation.promise, [deviation]);
    else known.push(deviation);
  }
  const due = dueWork(spec);
  const ownersOf = taskOwners(spec);
  return gather(promises, path, project).map(({ kind, name, head, parts, find, needsPlace }) => {
    const deviations = parts.flatMap((part) => byPromise.get(part) ?? []);
    const own = find();
    const owners = [...new Set(parts.flatMap(ownersOf))];
    const isDue = parts.some((part) => due?.isDue(part) === true);
    const lines = [...new Set(parts.map(({ line }) => line))].sort((a, b) => a - b);
    return {
      ...{ kind, name, lines, deviations, tasks: owners },
      state: stateOf({ isThere: own !== null, needsPlace, isDue, isFile: kind === 'file', deviations }),
      line: head?.line ?? lines[0] ?? 1,
      place: deviations.flatMap(({ places }) => places)[0] ?? own,
    };
  });
}

function stateOf({
  isThere,
  needsPlace,
  isDue,
  isFile,
  deviations,
}: {
  readonly isThere: boolean;
  readonly needsPlace: boolean;
  readonly isDue: boolean;
  readonly isFile: boolean;
  readonly deviations: readonly Deviation[];
}): WorkState {
  const differs = deviations.length > 0;
  if (!differs && (isThere || !needsPlace)) return 'found';
  // A file is there or is not; of all else it may be that nothing could be read.
  if (!differs && !isFile) return 'unknown';
  if (!isDue) return 'planned';
  return isThere ? 'deviating' : 'missing';
}

function gather(promises: Promises, home: string | null, project: ProjectIndex): readonly Gathered[] {
  const items = new Map<string, Gathered>();
  const put = (
    kind: WorkKind,
    name: string,
    promise: Promised,
    isHead: boolean,
    find: () => RelatedPlace | null,
    needsPlace = true,
  ): void => {
    // One file may be written from the root and from its package.
    const key = `${kind} ${isPath(kind, name) ? (find()?.path ?? name) : name.toLowerCase()}`;
    const known = items.get(key) ?? { kind, name, head: null, parts: [], find, needsPlace };
    items.set(key, known);
    known.parts.push(promise);
    if (isHead) known.head ??= promise;
  };
  const paths = workspacePaths(project);
  for (const file of promises.files)
    put(
      isTestFile(file.path) ? 'test' : 'file',
      file.path,
      file,
      true,
      () => {
        const found = paths.resolve(file.path, home);
        return found.kind === 'exact' || found.kind === 'unique' ? { path: found.path, line: 1 } : null;
      },
      file.action !== 'delete',
    );
  for (const symbol of promises.symbols) {
    const { container, name } = symbol;
    const holder = container === null ? symbol : { ...symbol, name: container, container: null, kind: null };
    put('symbol', container ?? name, symbol, container === null, () => symbolPlace(holder, project));
  }
  const findEndpoint = endpointFinder(promises.endpoints, project);
  for (const endpoint of promises.endpoints)
    put('endpoint', `${endpoint.method} ${endpoint.route}`, endpoint, true, () => findEndpoint(endpoint));
  for (const table of promises.tables)
    put('table', table.name, table, true, () => tableOf(table.name, project));
  for (const part of [...promises.columns, ...promises.indexes])
    put('table', part.table, part, false, () => tableOf(part.table, project));
  const isNamed = project.names !== undefined && project.names.length > 0;
  for (const setting of promises.settings)
    put('config', setting.name, setting, true, () => namePlace(setting, project), !isNamed);
  for (const event of promises.events)
    put('event', event.name, event, true, () => namePlace(event, project), !isNamed);
  for (const test of promises.tests) put('test', test.name, test, true, () => testPlace(test, project, home));
  return [...items.values()];
}

function isPath(kind: WorkKind, name: string): boolean {
  return kind === 'file' || (kind === 'test' && name.includes('/'));
}
