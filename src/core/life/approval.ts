import * as v from 'valibot';
import { withoutSecretsIn } from '../secrets/mask-secrets';
import { sha256Hex } from '../text/hash';
import { nameInPath } from '../text/name-in-path';
import { climbsOut, isAbsolutePath } from '../text/path';
import { sortedJson } from '../text/sorted-json';

/**
 * A person's word that a spec is to be built as it stands. One small file for each, so that branches on which two people approve
 * merge. It holds as long as the text does.
 */
export interface Approval {
  readonly version: 1;
  /** Counts the approvals of a spec, from 1; two made on two branches may share a number. */
  readonly number: number;
  /** As git knows the person; `null` where it does not. */
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Head commit at that time; `null` where there was none. */
  readonly commit: string | null;
  /** Where the spec lay then, relative to the root: there git knows the text by that commit. */
  readonly path: string;
  /** Of what is approved, see `approvedText`. */
  readonly sha256: string;
  /** The whole text where no commit has it; `null` where one does. */
  readonly text: string | null;
}

const short = v.pipe(v.string(), v.maxLength(200));
const schema = v.object({
  version: v.literal(1),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.nullable(short),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  commit: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/))),
  path: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(1000),
    v.check((path) => !climbsOut(path) && !isAbsolutePath(path)),
  ),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  text: v.nullable(v.pipe(v.string(), v.maxLength(5_000_000))),
});

/** Folder of a spec's approvals: `x.approvals` for `x.md`. */
export function approvalFolder(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.approvals`;
}

/** Path of one: its number and who, for whoever looks, and enough of a hash that no two have one name. */
export function approvalPath(specPath: string, approval: Approval): string {
  const who = nameInPath(approval.name ?? 'unknown', 40);
  const own = sha256Hex(serialiseApproval(approval)).slice(0, 8);
  return `${approvalFolder(specPath)}/${String(approval.number).padStart(3, '0')}-${who}-${own}.json`;
}

/** Reads one; `null` where it is none, which approves nothing. */
export function parseApproval(text: string): Approval | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Equal ones give equal bytes; no secret is in them. */
export function serialiseApproval(approval: Approval): string {
  return sortedJson(withoutSecretsIn(approval));
}
