import type { ProjectColumn, ProjectTable } from '../project-index';

/** Where something of the schema is said. */
export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Tables while migrations are applied to them, one after the other. What is done to an unknown table changes nothing. */
export class SchemaState {
  readonly #tables = new Map<string, ProjectTable>();

  has(table: string): boolean {
    return this.#tables.has(table);
  }

  /** @param columns empty where they are not known */
  create(name: string, columns: readonly ProjectColumn[], place: Place): void {
    this.#tables.set(name, { name, columns, ...place });
  }

  drop(table: string): void {
    this.#tables.delete(table);
  }

  rename(table: string, name: string): void {
    const known = this.#tables.get(table);
    if (known === undefined) return;
    this.#tables.delete(table);
    this.#tables.set(name, { ...known, name });
  }

  addColumn(table: string, column: ProjectColumn): void {
    this.#change(table, (columns) =>
      columns.some(({ name }) => name === column.name) ? columns : [...columns, column],
    );
  }

  dropColumn(table: string, column: string): void {
    this.#change(table, (columns) => columns.filter(({ name }) => name !== column));
  }

  changeColumn(table: string, column: string, change: Partial<ProjectColumn>): void {
    this.#change(table, (columns) =>
      columns.map((known) => (known.name === column ? { ...known, ...change } : known)),
    );
  }

  /** Sorted by name. */
  tables(): readonly ProjectTable[] {
    return [...this.#tables.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  #change(table: string, of: (columns: readonly ProjectColumn[]) => readonly ProjectColumn[]): void {
    const known = this.#tables.get(table);
    // A table whose columns are not known does not get to know one of them alone.
    if (known !== undefined && known.columns.length > 0)
      this.#tables.set(table, { ...known, columns: of(known.columns) });
  }
}
