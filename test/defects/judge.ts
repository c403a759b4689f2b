import { checkSpecFile } from '../../src/core/checks/check-spec-file';
import type { Finding } from '../../src/core/checks/finding';
import { renderFinding } from '../../src/core/checks/render-finding';
import { readSurroundings } from '../../src/core/checks/surroundings';
import type { Template } from '../../src/core/template/template';
import { InMemoryFiles } from '../unit/in-memory-files';
import { seed, specsOf, type Defect, type Fixture } from './fixture';

/** What the checks said about one seeded defect, beyond what they say about the clean twin. */
export interface Verdict {
  readonly fixture: string;
  readonly defect: Defect;
  readonly found: boolean;
  /** Findings that the defect explains. */
  readonly right: readonly string[];
  /** Findings that it does not explain. */
  readonly wrong: readonly string[];
}

export interface FixtureVerdict {
  readonly fixture: string;
  /** Errors and warnings on the clean twin: all of them wrong. */
  readonly clean: readonly string[];
  readonly verdicts: readonly Verdict[];
}

/** Checks a fixture clean and with each of its defects. */
export async function judgeFixture(
  fixture: Fixture,
  templates: readonly Template[],
): Promise<FixtureVerdict> {
  const clean = new Map<string, readonly Finding[]>();
  for (const spec of specsOf(fixture))
    clean.set(spec, await findingsOf(fixture, fixture.files, spec, templates));
  const verdicts: Verdict[] = [];
  for (const defect of fixture.defects) {
    const files = seed(fixture, defect);
    const { spec = fixture.spec } = defect;
    const fresh = without(await findingsOf(fixture, files, spec, templates), clean.get(spec) ?? []);
    const lines = (files[spec] ?? '').split('\n');
    const explains = ({ check }: Finding): boolean =>
      defect.finds.includes(check) || defect.also.includes(check);
    const names = (finding: Finding): boolean =>
      (defect.mentions === undefined && defect.lines.length === 0) ||
      defect.lines.includes(finding.line) ||
      (defect.mentions !== undefined && namedBy(finding, defect.mentions, lines));
    verdicts.push({
      fixture: fixture.name,
      defect,
      found: fresh.some((finding) => defect.finds.includes(finding.check) && names(finding)),
      right: fresh.filter(explains).map(shown),
      wrong: fresh.filter((finding) => !explains(finding)).map(shown),
    });
  }
  return { fixture: fixture.name, clean: [...clean.values()].flat().map(shown), verdicts };
}

/** Whether a finding names something, in its message or on its line. */
function namedBy(finding: Finding, what: string, lines: readonly string[]): boolean {
  return renderFinding(finding).includes(what) || (lines[finding.line - 1] ?? '').includes(what);
}

/** Errors and warnings; information is no accusation. */
async function findingsOf(
  { today }: Fixture,
  files: Readonly<Record<string, string>>,
  spec: string,
  templates: readonly Template[],
): Promise<readonly Finding[]> {
  const ports = { files: new InMemoryFiles(files), git: { read: () => Promise.resolve(null) } };
  const report = await checkSpecFile({
    path: spec,
    text: files[spec] ?? '',
    files: ports.files,
    templates,
    surround: (source) => readSurroundings(ports, { spec, source: source ?? undefined, today }),
  });
  return report.findings.filter(({ severity }) => severity !== 'info');
}

/** Findings that were not there before, whatever their lines are now. */
function without(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

function keyOf({ check, severity, message, args }: Finding): string {
  return [check, severity, message, ...args].join('\n');
}

function shown(finding: Finding): string {
  return `${finding.line}: ${finding.check}: ${renderFinding(finding)}`;
}
