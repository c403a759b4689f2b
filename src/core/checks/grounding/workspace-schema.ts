import type { ProjectIndex, ProjectTable } from '../../project/project-index';
import { nameIndex } from './name-index';
import { workspaceSymbols } from './workspace-symbols';

/** The tables of a workspace by name, whatever its case. */
export interface Schema {
  /** Whether no table of the workspace could be read. */
  readonly isEmpty: boolean;
  table(name: string): ProjectTable | null;
  similar(name: string): string | null;
  /** Whether code declares a name: then `members.rename` may be no column. */
  isCode(name: string): boolean;
}

const known = new WeakMap<ProjectIndex, Schema>();

/** Made once for each state of the code. */
export function schemaOf(project: ProjectIndex): Schema {
  const found = known.get(project);
  if (found !== undefined) return found;
  const tables = new Map(project.tables.map((table) => [table.name.toLowerCase(), table]));
  const names = nameIndex(project.tables.map(({ name }) => name));
  const schema: Schema = {
    isEmpty: project.tables.length === 0,
    table: (name) => tables.get(name.toLowerCase()) ?? null,
    similar: (name) => names.nearest(name),
    isCode: (name) => workspaceSymbols(project).has(name),
  };
  known.set(project, schema);
  return schema;
}
