import { parentPath } from '../../text/path';
import type { StackItem, WorkspaceContext } from '../../workspace/context';
import { screenFile } from './frontend';
import type { WorkKind } from './work-kinds';

/** Whether a test goes through the whole product, as a person would. */
export type TestScope = 'any' | 'end-to-end';

const endToEnd = /e2e|end-?to-?end|playwright|cypress/iu;
/** Chooses among the workspace's test commands by the manifest each comes from. */
export class TestCommands {
  readonly #commands: readonly StackItem[];
  /** Folder of the manifest to which most screens belong, or `null` where there are none. */
  readonly #screens: string | null;

  constructor({ stack, files }: Pick<WorkspaceContext, 'stack' | 'files'>) {
    this.#commands = stack.testCommands;
    this.#screens = this.#folderOfMost(files.filter((file) => screenFile.test(file)));
  }

  /**
   * @param work.module folder where the work is done, or `null` where it is not known
   * @returns the command as it is typed, or `null` where the workspace shows none
   */
  commandFor(work: {
    readonly kind: WorkKind;
    readonly module: string | null;
    readonly scope: TestScope;
  }): string | null {
    const folder =
      work.module === null ? (work.kind === 'ui' ? this.#screens : null) : this.#folderAround(work.module);
    const near = this.#commands.filter((command) => folderOf(command) === folder);
    const elsewhere = this.#commands.filter((command) => folderOf(command) !== this.#screens);
    const [first] =
      work.scope === 'end-to-end'
        ? [...near, ...this.#commands].filter(({ name }) => endToEnd.test(name))
        : [...near, ...elsewhere, ...this.#commands].filter(({ name }) => !endToEnd.test(name));
    // What runs unit tests drives no browser: which tool does is asked.
    if (first === undefined && work.scope === 'end-to-end') return null;
    return (first ?? near[0] ?? this.#commands[0])?.name ?? null;
  }

  /** Folder of the nearest manifest with a command at or above a path. */
  #folderAround(path: string): string | null {
    const folders = this.#commands.map(folderOf);
    for (let folder = path; ; folder = parentPath(folder)) {
      if (folders.includes(folder)) return folder;
      if (folder === '') return null;
    }
  }

  #folderOfMost(files: readonly string[]): string | null {
    const counts = new Map<string, number>();
    for (const file of files) {
      const folder = this.#folderAround(parentPath(file));
      if (folder !== null) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
  }
}

function folderOf({ evidence }: StackItem): string {
  return parentPath(evidence);
}
