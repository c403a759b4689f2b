import type { FileSystem } from '../ports/file-system';
import { compareText } from '../workspace/path-order';
import { mapConcurrently } from '../workspace/map-concurrently';
import { approvalFolder, parseApproval, type Approval } from './approval';

const readsAtOnce = 16;
/** More than these are not read for one spec. */
const mostRecords = 1000;

/**
 * The small files of a folder beside a spec, by name; those that are none of what is looked for are left out, and so is a folder
 * that is not there. Never rejects.
 */
export async function readRecords<T>(
  files: FileSystem,
  folder: string,
  parse: (text: string) => T | null,
): Promise<readonly { readonly path: string; readonly record: T }[]> {
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
export async function readApprovals(files: FileSystem, spec: string): Promise<readonly Approval[]> {
  const found = await readRecords(files, approvalFolder(spec), parseApproval);
  return found.map(({ record }) => record).sort((a, b) => b.number - a.number || compareText(b.date, a.date));
}
