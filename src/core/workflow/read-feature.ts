import type * as v from 'valibot';
import type { FileSystem } from '../ports/file-system';
import type { DataProblem } from '../text/guarded-yaml';
import {
  featurePath,
  featuresFolder,
  isFeatureName,
  parseRecord,
  recordFolders,
  recordSchemas,
  type EventRecord,
  type FeatureRecord,
  type OverrideRecord,
  type SignOffRecord,
  type VerdictRecord,
} from './records';
import { filesNamed, smallText } from './small-files';

/** Everything that was recorded about a feature. */
export interface FeatureRecords {
  /** Its name, that of its folder. */
  readonly name: string;
  readonly feature: FeatureRecord;
  readonly signOffs: readonly SignOffRecord[];
  readonly overrides: readonly OverrideRecord[];
  readonly verdicts: readonly VerdictRecord[];
  readonly events: readonly EventRecord[];
}

export interface RecordProblem extends DataProblem {
  readonly path: string;
}

export interface ReadFeature {
  /** `null` where it is not known what the feature is. */
  readonly records: FeatureRecords | null;
  /** Files that can not be read. They count as not there, and nothing writes over them. */
  readonly problems: readonly RecordProblem[];
}

const largest = 64 * 1024;

/** Names of the features of a workspace, sorted. */
export async function featureNames(files: FileSystem): Promise<readonly string[]> {
  const entries = await files.readDirectory(featuresFolder).catch(() => []);
  return entries
    .filter(({ name, type }) => type === 'directory' && isFeatureName(name))
    .map(({ name }) => name)
    .sort();
}

/** Reads what was recorded about a feature; never rejects. */
export async function readFeature(files: FileSystem, name: string): Promise<ReadFeature> {
  const problems: RecordProblem[] = [];
  const read = async <Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
  ): Promise<v.InferOutput<Schema> | null> => {
    const text = await smallText(files, path, largest);
    const parsed = text === null ? unreadable : parseRecord(schema, text);
    if ('record' in parsed) return parsed.record;
    problems.push(...parsed.problems.map((problem) => ({ ...problem, path })));
    return null;
  };
  const all = async <Schema extends v.GenericSchema>(
    schema: Schema,
    folder: string,
  ): Promise<readonly v.InferOutput<Schema>[]> => {
    const found: v.InferOutput<Schema>[] = [];
    for (const path of await filesNamed(files, `${featuresFolder}/${name}/${folder}`, /\.json$/u)) {
      const record = await read(schema, path);
      if (record !== null) found.push(record);
    }
    return found;
  };
  const feature = await read(recordSchemas.feature, featurePath(name));
  const signOffs = await all(recordSchemas.signOff, recordFolders.signOff);
  const overrides = await all(recordSchemas.override, recordFolders.override);
  const verdicts = await all(recordSchemas.verdict, recordFolders.verdict);
  const events = await all(recordSchemas.event, recordFolders.event);
  return {
    records: feature === null ? null : { name, feature, signOffs, overrides, verdicts, events },
    problems,
  };
}

const unreadable: { readonly problems: readonly DataProblem[] } = {
  problems: [{ line: 1, message: 'The file cannot be read. Restore it from version control.', args: [] }],
};
