import { checkSpec } from '../../../src/core/checks/check-spec';
import type { Finding } from '../../../src/core/checks/finding';
import { checks } from '../../../src/core/checks/registry';
import { renderFinding } from '../../../src/core/checks/render-finding';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { surroundingsOf } from '../checks/surroundings';

/** A change to the code of a repository that its spec does not know of. */
export interface PlantedDeviation {
  readonly what: string;
  readonly file: string;
  /** A text of the file and what stands there instead; `null` moves the file to `to`. */
  readonly from: string | null;
  readonly to: string;
  /** The check that has to tell of it, and a text that its message holds. */
  readonly check: string;
  readonly says: string;
}

/** A small repository that was built as its spec says, and what can be built otherwise. */
export interface BuiltRepository {
  readonly name: string;
  readonly spec: string;
  readonly files: Readonly<Record<string, string>>;
  readonly deviations: readonly PlantedDeviation[];
}

const conformance = checks.filter(({ id }) => id.startsWith('conformance-'));
export const specPath = 'docs/specs/invites.md';

/** The files with some of the deviations planted. */
export function withDeviations(
  { files }: BuiltRepository,
  deviations: readonly PlantedDeviation[],
): Readonly<Record<string, string>> {
  const changed = new Map(Object.entries(files));
  const movedTo = new Map<string, string>();
  for (const { file, from, to } of deviations) {
    const path = movedTo.get(file) ?? file;
    const text = changed.get(path);
    if (text === undefined) throw new Error(`No file ${file}`);
    if (from === null) {
      changed.delete(path);
      changed.set(to, text);
      movedTo.set(file, to);
    } else {
      if (!text.includes(from)) throw new Error(`Not in ${file}: ${from}`);
      changed.set(path, text.replace(from, to));
    }
  }
  return Object.fromEntries(changed);
}

/** Findings of the checks of conformance on a spec in a workspace of these files. */
export async function conformanceFindings(
  spec: string,
  files: Readonly<Record<string, string>>,
  path = specPath,
): Promise<readonly Finding[]> {
  const surroundings = await surroundingsOf({ ...files, [path]: spec }, path);
  return checkSpec({
    ...{ spec: parseSpec(spec), template: null, requirements: null, path },
    ...{ surroundings, checks: conformance },
  }).findings;
}

export function shown(finding: Finding): string {
  const places = (finding.places ?? []).map(({ path, line }) => ` -> ${path}:${line}`).join('');
  return `${finding.line}: ${renderFinding(finding)} (${finding.check})${places}`;
}
