import * as v from 'valibot';
import { sortedJson } from '../text/sorted-json';

/**
 * Who answered for a checklist item of a person. One small file for each item, so that branches on which two people tick
 * two items merge; whether it is ticked is for the spec's own list to say.
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
}

const short = v.pipe(v.string(), v.maxLength(200));
const schema = v.object({
  version: v.literal(1),
  item: short,
  name: v.nullable(short),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  commit: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/))),
});

/** Folder of a spec's sign-offs: `x.signoffs` for `x.md`. */
export function signOffFolder(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.signoffs`;
}

/** Path of one sign-off. Ids of templates that a workspace brings may hold anything: what no file name may hold is left out. */
export function signOffPath(specPath: string, item: string): string {
  const name = item
    .replace(/[^\p{L}\p{N}_-]+/gu, (found) => (found === '.' ? '.' : '_'))
    .replace(/^\.+/u, '_');
  return `${signOffFolder(specPath)}/${name.slice(0, 120)}.json`;
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
