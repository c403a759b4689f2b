import * as v from 'valibot';
import { readGuarded, type DataProblem } from '../text/guarded-yaml';
import { sha256Hex } from '../text/hash';
import { nameInPath } from '../text/name-in-path';
import { sortedJson } from '../text/sorted-json';
import { workflowId } from './parse-workflow';

/** Where the state of features lies: small files, so that branches on which two people do two things merge. */
export const featuresFolder = '.tech-spec/features';

const short = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const long = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(2000));
/** Below the root: a file that anybody may have written chooses no other. */
const inside = v.pipe(long, v.regex(/^(?![/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/));
const day = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const who = {
  name: v.nullable(short),
  date: day,
  /** Head commit at that time. */
  commit: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/))),
};
/** Path of an artefact to its hash, see `artefactHash`. */
const hashes = v.record(v.pipe(v.string(), v.maxLength(400)), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));
const version = v.literal(1);

export const recordSchemas = {
  feature: v.strictObject({ version, workflow: workflowId, title: short, source: inside, ...who }),
  signOff: v.strictObject({ version, criterion: workflowId, artefacts: hashes, ...who, name: short }),
  override: v.strictObject({
    version,
    gate: workflowId,
    /** Which time the phase was gone through. */
    round: count,
    reason: long,
    /** What was open then, and is let through. */
    criteria: v.pipe(v.array(workflowId), v.readonly()),
    ...who,
  }),
  verdict: v.strictObject({
    version,
    phase: workflowId,
    verdict: v.picklist(['go', 'no-go']),
    improvements: v.pipe(v.array(long), v.readonly()),
    artefacts: hashes,
    ...who,
    name: short,
  }),
  event: v.strictObject({
    version,
    phase: workflowId,
    kind: v.picklist(['start', 'close']),
    round: count,
    artefacts: hashes,
    ...who,
  }),
};

/** What a feature is, and who began it. */
export type FeatureRecord = v.InferOutput<(typeof recordSchemas)['feature']>;
/** Who answered for a criterion, and for which artefacts. */
export type SignOffRecord = v.InferOutput<(typeof recordSchemas)['signOff']>;
/** Who let a gate pass with open criteria, and why. */
export type OverrideRecord = v.InferOutput<(typeof recordSchemas)['override']>;
/** What a reviewer says. */
export type VerdictRecord = v.InferOutput<(typeof recordSchemas)['verdict']>;
/** That a phase began or ended. */
export type EventRecord = v.InferOutput<(typeof recordSchemas)['event']>;

/** Folders below a feature's own, by what they hold. */
export const recordFolders = {
  signOff: 'signoffs',
  override: 'overrides',
  verdict: 'verdicts',
  event: 'events',
} as const;

/**
 * Reads one record.
 *
 * @param schema which of the kinds it has to be
 * @returns the record, or each mistake at its line: conflict markers, unknown fields, other versions
 */
export function parseRecord<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): { readonly record: v.InferOutput<Schema> } | { readonly problems: readonly DataProblem[] } {
  const read = readGuarded(text, schema, 1);
  return 'problems' in read ? read : { record: read.value };
}

/** Equal records give equal bytes. */
export function serialiseRecord(
  record: FeatureRecord | SignOffRecord | OverrideRecord | VerdictRecord | EventRecord,
): string {
  return sortedJson(record);
}

/** Path of the file that says what a feature is. */
export function featurePath(feature: string): string {
  return `${featuresFolder}/${feature}/feature.json`;
}

/**
 * Path of a sign-off: who signed what, for whoever looks, and a part of a hash, so that no two have one name and whatever two
 * branches sign merges. So it is with overrides and events. Older files, without hash, are read like these.
 */
export function signOffFile(feature: string, record: SignOffRecord): string {
  return recordFile(feature, 'signOff', `${record.criterion}.${slugOf(record.name)}`, record);
}

export function overrideFile(feature: string, number: number, record: OverrideRecord): string {
  return recordFile(feature, 'override', `${record.gate}.${number}`, record);
}

export function eventFile(feature: string, record: EventRecord): string {
  return recordFile(feature, 'event', `${record.phase}.${record.round}.${record.kind}`, record);
}

/**
 * One verdict for each reviewer and phase; a later one takes its place. Without a hash: that a reviewer says go on one branch and
 * no-go on another is for them to settle.
 */
export function verdictFile(feature: string, phase: string, reviewer: string): string {
  return `${featuresFolder}/${feature}/${recordFolders.verdict}/${phase}.${slugOf(reviewer)}.json`;
}

function recordFile(
  feature: string,
  kind: keyof typeof recordFolders,
  name: string,
  record: SignOffRecord | OverrideRecord | EventRecord,
): string {
  const own = sha256Hex(serialiseRecord(record)).slice(0, 8);
  return `${featuresFolder}/${feature}/${recordFolders[kind]}/${name}.${own}.json`;
}

function slugOf(name: string): string {
  return nameInPath(name.toLowerCase(), 60) || 'reviewer';
}

const featureName = /^[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*$/u;

/** Whether a text can name a feature: it becomes a folder. */
export function isFeatureName(name: string): boolean {
  return name.length <= 80 && featureName.test(name) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
}
