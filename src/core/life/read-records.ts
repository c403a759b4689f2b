import type { FileSystem } from '../ports/file-system';
import { compareText } from '../text/path-order';
import { mapConcurrently } from '../workspace/files/map-concurrently';
import { approvalFolder, parseApproval, type Approval } from './approval';

const readsAtOnce = 16;
/** More than these are not read for one spec. */
const mostRecords = 1000;

/** A small file beside a spec, as it was understood. */
export interface FoundRecord<T> {
  readonly path: string;
  readonly record: T;
}

/** Records that were read already, so that a keystroke reads none. Whoever keeps it forgets it when one of them changes. */
export class RecordMemory {
  #folders = new Map<string, readonly FoundRecord<unknown>[]>();

  /** What `read` gave for a folder, which holds records of one kind. */
  async of<T>(
    folder: string,
    read: () => Promise<readonly FoundRecord<T>[]>,
  ): Promise<readonly FoundRecord<T>[]> {
    // What is read while it is forgotten is old already.
    const folders = this.#folders;
    const known = folders.get(folder) as readonly FoundRecord<T>[] | undefined;
    if (known !== undefined) return known;
    const found = await read();
    folders.set(folder, found);
    return found;
  }

  forget(): void {
    this.#folders = new Map();
  }
}

/**
 * The small files of a folder beside a spec, by name; those that are none of what is looked for are left out, and so is a folder
 * that is not there. Never rejects.
 *
 * @param memory what was read before; left out, all is read
 */
export async function readRecords<T>(
  files: FileSystem,
  folder: string,
  parse: (text: string) => T | null,
  memory?: RecordMemory,
): Promise<readonly FoundRecord<T>[]> {
  if (memory !== undefined) return memory.of(folder, () => readRecords(files, folder, parse));
  const entries = await files.readDirectory(folder).catch(() => []);
  const names = entries
    .filter(({ name, type }) => type === 'file' && name.endsWith('.json'))
    .map(({ name }) => name)
    .sort(compareText)
    .slice(0, mostRecords);
  const read = await mapConcurrently(names, readsAtOnce, async (name) => {
    const path = `${folder}/${name}`;
    const bytes = await files.readFile(path).catch(() => null);
    const record = bytes === null ? null : parse(new TextDecoder().decode(bytes));
    return record === null ? null : { path, record };
  });
  return read.filter((one) => one !== null);
}

/** The approvals of a spec, the last one first. */
export async function readApprovals(
  files: FileSystem,
  spec: string,
  memory?: RecordMemory,
): Promise<readonly Approval[]> {
  const found = await readRecords(files, approvalFolder(spec), parseApproval, memory);
  return found.map(({ record }) => record).sort((a, b) => b.number - a.number || compareText(b.date, a.date));
}
