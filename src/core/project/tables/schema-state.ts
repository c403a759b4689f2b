import type { ProjectColumn, ProjectTable, ProjectTableIndex } from '../project-index';

/** Where something of the schema is said. */
export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Tables while migrations are applied to them, one after the other. What is done to an unknown table changes nothing. */
export class SchemaState {
  readonly #tables = new Map<string, ProjectTable>();
  readonly #partial: boolean;
  /** Names by which a framework knows a table that is called otherwise. */
  readonly #aliases = new Map<string, string>();

  /** @param partial whether what is added to an unknown table makes one of that alone: the change is all that is shown */
  constructor(partial = false) {
    this.#partial = partial;
  }

  /** The table that a framework means by a name of its own. */
  nameOf(written: string): string {
    return this.#tables.has(written) ? written : (this.#aliases.get(written) ?? written);
  }

  alias(written: string, table: string): void {
    if (written !== table) this.#aliases.set(written, table);
  }

  has(table: string): boolean {
    return this.#tables.has(table);
  }

  /** @param columns empty where they are not known */
  create(name: string, columns: readonly ProjectColumn[], place: Place): void {
    this.#tables.set(name, { name, columns, indexes: [], ...place });
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
    if (this.#partial && !this.#tables.has(table)) {
      this.create(table, [column], { path: column.path, line: column.line });
      return;
    }
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

  /** Notes a constraint that stands apart from its column. */
  appendDeclared(table: string, column: string, constraint: string): void {
    this.#change(table, (columns) =>
      columns.map((known) =>
        known.name.toLowerCase() === column.toLowerCase()
          ? { ...known, declared: `${known.declared} ${constraint}` }
          : known,
      ),
    );
  }

  /** Notes with its columns that a foreign key is gone, by its name or by the one that PostgreSQL gives it. */
  dropForeignKey(table: string, name: string): void {
    this.#change(table, (columns) =>
      columns.map((known) =>
        known.declared.toLowerCase().includes(`constraint ${name.toLowerCase()} references`) ||
        name.toLowerCase() === `${table}_${known.name}_fkey`.toLowerCase()
          ? { ...known, declared: `${known.declared} DROP REFERENCES` }
          : known,
      ),
    );
  }

  /** One with the same columns or name is replaced. */
  addIndex(table: string, index: ProjectTableIndex): void {
    if (this.#partial && !this.#tables.has(table)) this.create(table, [], index);
    const known = this.#tables.get(table);
    if (known === undefined || index.columns.length === 0) return;
    const others = known.indexes.filter(
      (other) =>
        (index.name === null || other.name !== index.name) &&
        (other.unique !== index.unique || other.columns.join() !== index.columns.join()),
    );
    this.#tables.set(table, { ...known, indexes: [...others, index] });
  }

  dropIndex(name: string): void {
    for (const [table, known] of this.#tables)
      if (known.indexes.some((index) => index.name === name))
        this.#tables.set(table, { ...known, indexes: known.indexes.filter((index) => index.name !== name) });
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
