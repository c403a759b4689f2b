import * as v from 'valibot';
import { readRecords } from '../life/read-records';
import type { FileSystem } from '../ports/file-system';
import { sha256Hex } from '../text/hash';
import { nameInPath } from '../text/name-in-path';
import { sortedJson } from '../text/sorted-json';
import { compareText } from '../text/path-order';

/**
 * Who answered for a checklist item of a person. One small file for each, so that branches on which people tick items merge, be it
 * the same one; whether it is ticked is for the spec's own list to say.
 */
export interface SignOff {
  readonly version: 1;
  /** Id of the item. */
  readonly item: string;
  /** As git knows the person; `null` where it does not. */
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Head commit at that time; `null` where there was none. */
  readonly commit: string | null;
  /** What was signed, see `SignedState`; absent in older records. */
  readonly spec?: string | undefined;
  /** Absent where there was no source, too. */
  readonly source?: string | undefined;
}

const short = v.pipe(v.string(), v.maxLength(200));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const schema = v.object({
  version: v.literal(1),
  item: short,
  name: v.nullable(short),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  commit: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/))),
  spec: v.optional(hash),
  source: v.optional(hash),
});

/** Folder of a spec's sign-offs: `x.signoffs` for `x.md`. */
export function signOffFolder(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.signoffs`;
}

/**
 * Path of one sign-off: item and person for whoever looks, and a part of a hash, so that no two have one name. Ids of templates that
 * a workspace brings may hold anything: what no file name may hold is left out.
 */
export function signOffPath(specPath: string, signOff: SignOff): string {
  const item = signOff.item
    .replace(/[^\p{L}\p{N}_-]+/gu, (found) => (found === '.' ? '.' : '_'))
    .replace(/^\.+/u, '_');
  const who = nameInPath(signOff.name ?? 'unknown', 40).toLowerCase() || 'unknown';
  const own = sha256Hex(serialiseSignOff(signOff)).slice(0, 8);
  return `${signOffFolder(specPath)}/${item.slice(0, 80)}.${who}.${own}.json`;
}

/** All that is recorded about the items of a spec, the newest last; in files of earlier versions too. Never rejects. */
export async function readSignOffs(
  files: FileSystem,
  specPath: string,
): Promise<readonly { readonly path: string; readonly record: SignOff }[]> {
  const found = await readRecords(files, signOffFolder(specPath), parseSignOff);
  return [...found].sort((a, b) => compareText(a.record.date, b.record.date));
}

/** Reads one; `null` where it is none, which counts as no word about the item. */
export function parseSignOff(text: string): SignOff | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Equal sign-offs give equal bytes. */
export function serialiseSignOff(signOff: SignOff): string {
  return sortedJson(signOff);
}
