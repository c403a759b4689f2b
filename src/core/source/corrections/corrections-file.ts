import * as v from 'valibot';
import { withoutSecretsIn } from '../../secrets/mask-secrets';
import { isAbsolutePath } from '../../text/path';
import { sortedJson } from '../../text/sorted-json';
import { idsSchema } from '../identity/ids-schema';
import type { SourceIds } from '../identity/known-ids';
import type { Correction } from './correction';
import { dropWays, splitWays } from './correction';

/** More corrections than this were not made by hand. */
const mostCorrections = 2000;
const mostText = 10_000;

const text = v.pipe(v.string(), v.maxLength(mostText));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const target = v.object({ id, fingerprint: v.pipe(v.string(), v.maxLength(64)), text });
const kind = v.picklist(['story', 'functional', 'non-functional', 'ears', 'success-criterion', 'other']);

const correctionSchema = v.variant('type', [
  v.object({
    ...{ type: v.literal('merge'), target },
    merged: v.pipe(v.array(target), v.minLength(1), v.maxLength(mostCorrections)),
  }),
  v.object({
    ...{ type: v.literal('split'), target, by: v.picklist(splitWays) },
    ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostCorrections)),
  }),
  v.object({
    ...{ type: v.literal('add'), id, kind, title: v.pipe(text, v.minLength(1)), text },
    line: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.object({ type: v.literal('drop'), target, as: v.picklist(dropWays), reason: text }),
  v.object({ type: v.literal('retype'), target, kind }),
  v.object({ type: v.literal('retitle'), target, title: v.pipe(text, v.minLength(1)) }),
]);

const fileSchema = v.object({
  version: v.literal(1, 'is not 1: the corrections were written by another version of Tech Spec'),
  /** Relative to the workspace root. */
  source: v.pipe(
    v.string(),
    v.check((path) => !isAbsolutePath(path.replace(/\\/g, '/')), 'is not relative to the workspace'),
  ),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  corrections: v.pipe(v.array(correctionSchema), v.maxLength(mostCorrections)),
  ids: v.optional(idsSchema),
});

/** The corrections of one source as they lie beside a spec, as `<name>.corrections.json`. */
export interface CorrectionsFile {
  readonly version: 1;
  /** Path of the source, relative to the workspace root. */
  readonly source: string;
  /** Grows with each change, so that of two files the later is known. */
  readonly revision: number;
  readonly corrections: readonly Correction[];
  /** Ids as they were given when the corrections were made: there may be no receipt yet. */
  readonly ids?: SourceIds | undefined;
}

export type ParsedCorrections = { readonly file: CorrectionsFile } | { readonly error: string };

/** Reads a corrections file. Never throws; fields that are not known are dropped, secrets are taken out. */
export function parseCorrections(json: string): ParsedCorrections {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return { error: 'it is not JSON' };
  }
  const parsed = v.safeParse(fileSchema, data);
  if (parsed.success) return { file: withoutSecretsIn(parsed.output) };
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  return { error: place === null ? issue.message : `${place}: ${issue.message}` };
}

/** Corrections out of untrusted data; those that are none are left out. */
export function readCorrections(value: unknown): readonly Correction[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostCorrections).flatMap((one) => {
    const parsed = v.safeParse(correctionSchema, one);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Path of the corrections that lie beside a spec: `x.corrections.json` for `x.md`. */
export function correctionsPath(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.corrections.json`;
}

/** JSON text of corrections: equal ones give equal bytes, and no secret is in them. */
export function serialiseCorrections(file: CorrectionsFile): string {
  return sortedJson(withoutSecretsIn(file));
}
