import type { FileSystem } from '../ports/file-system';
import { artefactHash, withHashesOf } from './artefact-hash';
import type { Standing } from './changes';
import { artefactsToCheck, featureState } from './derive-state';
import type { ArtefactReport } from './feature-state';
import { readFeature, type RecordProblem } from './read-feature';
import type { WrittenArtefact } from './artefact-source';
import { artefactPath, type Workflow } from './workflow';

export interface LoadedFeature {
  readonly name: string;
  /** `null` where the feature, or its workflow, is not known; the problems say why. */
  readonly standing: Standing | null;
  /** Texts of the artefacts that exist, by id. */
  readonly artefacts: ReadonlyMap<string, WrittenArtefact>;
  readonly problems: readonly RecordProblem[];
}

/**
 * Reads where a feature stands; never rejects.
 *
 * @param check what is true of an artefact, see `checkSpecFile`; asked only for those that decide on the current phase, and
 *   `null` to ask for none, so that what checks verify counts as open
 */
export async function loadFeature(
  files: FileSystem,
  name: string,
  workflows: readonly Workflow[],
  check: ((artefact: WrittenArtefact, template: string) => Promise<ArtefactReport>) | null,
): Promise<LoadedFeature> {
  const { records, problems } = await readFeature(files, name);
  const artefacts = new Map<string, WrittenArtefact>();
  const nothing = { name, standing: null, artefacts };
  if (records === null) return { ...nothing, problems };
  const workflow = workflows.find(({ id }) => id === records.feature.workflow);
  if (workflow === undefined) {
    const message = 'There is no workflow {0}. Add it to .tech-spec/workflows, or correct its name.';
    const problem = {
      path: `.tech-spec/features/${name}/feature.json`,
      line: 1,
      message,
      args: [records.feature.workflow],
    };
    return { ...nothing, problems: [...problems, problem] };
  }
  const hashes = new Map<string, string>();
  for (const [id, artefact] of Object.entries(workflow.artefacts)) {
    const path = artefactPath(artefact, name);
    const bytes = await files.readFile(path).catch(() => null);
    if (bytes === null) continue;
    const text = new TextDecoder().decode(bytes);
    artefacts.set(id, { path, text });
    hashes.set(id, artefactHash(text));
  }
  const texts = new Map([...artefacts.values()].map(({ path, text }) => [path, text]));
  const input = { workflow, records: withHashesOf(records, texts), hashes };
  const reports = new Map<string, ArtefactReport>();
  for (const id of artefactsToCheck(input)) {
    const artefact = artefacts.get(id);
    const template = workflow.artefacts[id]?.template;
    if (artefact === undefined || template === undefined) continue;
    reports.set(id, check === null ? nothingRan : await check(artefact, template));
  }
  return { name, standing: { input, state: featureState({ ...input, reports }) }, artefacts, problems };
}

const nothingRan: ArtefactReport = {
  ...{ findings: [], ran: new Set(), off: new Set() },
  ...{ sections: new Map(), template: null },
};
