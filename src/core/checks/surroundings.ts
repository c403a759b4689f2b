import type { FileSystem } from '../ports/file-system';
import type { Git, GitState } from '../ports/git';
import type { ProjectIndex } from '../project/project-index';
import { ProjectReader } from '../project/read-project';
import type { Source } from '../source/source';
import type { ContextDocument, StackProfile } from '../workspace/context';
import { factsOfDocument } from '../workspace/declared-facts/declared-facts';
import type { DeclaredFact } from '../workspace/declared-facts/declared-fact';
import type { ExtraGlobs } from '../workspace/documents/find-documents';
import { gatherContext } from '../workspace/gather-context';
import type { FileListing } from '../workspace/files/list-files';
import type { ReadAhead } from '../workspace/read-ahead';

/** What lies around a spec in its workspace, for its statements to be held against. Immutable; read before checks run. */
export interface Surroundings {
  /** Files, symbols, scripts, dependencies, endpoints and tables of the code as it is now. */
  readonly project: ProjectIndex;
  readonly stack: StackProfile;
  /** Rules, steering, research and completed specs that count for the source, and all decisions, whole. */
  readonly documents: readonly ContextDocument[];
  /** What completed specs other than the checked one declare. */
  readonly facts: readonly DeclaredFact[];
  readonly git: GitState | null;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface SurroundingsOptions extends ExtraGlobs {
  readonly source?: Source | undefined;
  /** Path of the spec, relative to the root: it is no past of its own. */
  readonly spec: string;
  readonly listing?: FileListing | undefined;
  /** Documents that were read for another spec of the same run; each is read anew by default. */
  readonly read?: ReadAhead | undefined;
  /** Reads the code, keeping what it has read from one check to the next; everything is read anew by default. */
  readonly project?: (files: readonly string[], signal?: AbortSignal) => Promise<ProjectIndex>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Reads what lies around a spec.
 *
 * @throws the signal's reason when aborted, and nothing else: what can't be read is left out
 */
export async function readSurroundings(
  ports: { readonly files: FileSystem; readonly git: Git },
  { spec, source, listing, read, project, today, ...globs }: SurroundingsOptions,
  signal?: AbortSignal,
): Promise<Surroundings> {
  const context = await gatherContext(
    ports,
    {
      ...{ ...globs, source, listing, documents: read, target: spec },
      ...{ allDecisions: true, maxTokens: Number.MAX_SAFE_INTEGER },
    },
    signal,
  );
  const readProject =
    project ?? ((files: readonly string[]) => new ProjectReader(ports.files).read(files, signal));
  const documents = context.documents.filter(({ path, kind }) => path !== spec && kind !== 'source');
  return {
    project: await readProject(context.files, signal),
    stack: context.stack,
    documents,
    facts: documents.flatMap(factsOfDocument),
    git: context.git,
    today,
  };
}
