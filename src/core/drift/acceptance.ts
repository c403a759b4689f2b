import * as v from 'valibot';
import { withoutSecretsIn } from '../secrets/mask-secrets';
import { sha256Hex } from '../text/hash';
import { sortedJson } from '../text/sorted-json';
import type { Drift } from './drift';

/** Longest note, in characters. */
export const longestNote = 2000;

/**
 * A person's word that a spec may stay as it is in spite of a change. One small file for each, so that branches on which two
 * people accept two drifts merge. It holds until the same thing changes again.
 */
export interface DriftAcceptance {
  readonly version: 1;
  /** Id of the drift. */
  readonly drift: string;
  /** State that was accepted; `null` where what changed is gone. */
  readonly is: string | null;
  /** Why the spec may stay. */
  readonly note: string;
  /** As git knows the person; `null` where it does not. */
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const schema = v.object({
  version: v.literal(1),
  drift: v.pipe(v.string(), v.maxLength(1000)),
  is: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  note: v.pipe(v.string(), v.maxLength(longestNote)),
  name: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
});

/**
 * The word of a person about a drift as it is now.
 *
 * @param word `date` is `YYYY-MM-DD`; `name` is cut to 200 characters, `note` to {@link longestNote} when it is written
 */
export function makeAcceptance(
  { id, is }: Pick<Drift, 'id' | 'is'>,
  { note, name, date }: Pick<DriftAcceptance, 'note' | 'name' | 'date'>,
): DriftAcceptance {
  return { version: 1, drift: id, is, note: note.trim(), name: name?.slice(0, 200) ?? null, date };
}

/** Folder of what was accepted about a spec: `x.accepted` for `x.md`. */
export function acceptanceFolder(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.accepted`;
}

/** Path of one acceptance: words of the drift for whoever looks, and enough of a hash that no two have one name. */
export function acceptancePath(specPath: string, drift: Pick<Drift, 'id'>): string {
  const words = drift.id.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|(?<!-)-+$/gu, '');
  return `${acceptanceFolder(specPath)}/${words.slice(0, 60)}-${sha256Hex(drift.id).slice(0, 8)}.json`;
}

/** Reads one; `null` where it is none, which counts as no word about the drift. */
export function parseAcceptance(text: string): DriftAcceptance | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Equal ones give equal bytes; no secret is in them. */
export function serialiseAcceptance(acceptance: DriftAcceptance): string {
  return sortedJson(withoutSecretsIn({ ...acceptance, note: acceptance.note.slice(0, longestNote) }));
}

/** Each drift with the acceptance that holds for it as it is now. */
export function withAcceptances(
  drifts: readonly Drift[],
  acceptances: readonly DriftAcceptance[],
): readonly Drift[] {
  return drifts.map((drift) => ({
    ...drift,
    accepted: acceptances.find((one) => one.drift === drift.id && one.is === drift.is) ?? null,
  }));
}
