import { beforeAll, describe, expect, it } from 'vitest';
import type { SpecFileReport } from '../../../../src/core/checks/check-spec-file';
import type { Template } from '../../../../src/core/template/template';
import { builtInTemplates } from '../../draft/brief-for';
import { listing } from '../builders';
import { byKind, mutantsOf, sampleByKind, type Mutant } from './mutants';
import { broughtUpToDate, passingSpecs, type PassingSpec } from './passing-specs';

/** Mutants of each kind that are tried, of all specs together: more say little more, and take long. */
const mostOfKind = 6;
const seed = 'tech-spec';

interface SpecMutant extends Mutant {
  readonly spec: PassingSpec;
}

interface Tried extends SpecMutant {
  readonly noticed: boolean;
}

let templates: readonly Template[] = [];
let specs: readonly PassingSpec[] = [];

beforeAll(async () => {
  templates = await builtInTemplates();
  specs = await passingSpecs(templates);
}, 60_000);

function errorsOf(report: SpecFileReport): readonly string[] {
  return listing(report).filter((line) => line.includes(' error '));
}

/** Whether `check` would exit 1. */
function fails({ findings }: SpecFileReport): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

async function mutantsOfPassing(spec: PassingSpec): Promise<readonly SpecMutant[]> {
  const report = await spec.check(broughtUpToDate(spec.text, await spec.check(spec.text)));
  // That a good spec passes is for its own tests to say; here it only can not be used.
  if (fails(report)) {
    console.warn(`SKIPPED: ${spec.name} does not pass: ${errorsOf(report).join('; ')}`);
    return [];
  }
  return mutantsOf(report).map((mutant) => ({ ...mutant, spec }));
}

/** How many of each kind were noticed, and each that was not. */
function table(tried: readonly Tried[]): string {
  const kinds = [...byKind(tried)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...kinds.map(([kind, all]) => `${kind}: ${all.filter(({ noticed }) => noticed).length} of ${all.length}`),
    ...tried
      .filter(({ noticed }) => !noticed)
      .map(({ spec, line, kind, what }) => `unnoticed: ${spec.name}:${line}: ${kind}: ${what}`),
  ].join('\n');
}

describe('a passing spec', () => {
  it('fails in 95 of 100 cases where a section, an id, a task field or a telling cell is removed or damaged', async () => {
    const all: SpecMutant[] = [];
    for (const spec of specs) all.push(...(await mutantsOfPassing(spec)));
    expect(new Set(all.map(({ spec }) => spec)).size).toBeGreaterThanOrEqual(5);
    const tried: Tried[] = [];
    for (const mutant of sampleByKind(all, mostOfKind, seed)) {
      tried.push({ ...mutant, noticed: fails(await mutant.spec.check(mutant.text)) });
    }
    expect(tried.length).toBeGreaterThanOrEqual(150);
    const noticed = tried.filter((mutant) => mutant.noticed).length;
    console.info(`${noticed} of ${tried.length} mutants were noticed.`);
    expect(noticed / tried.length, table(tried)).toBeGreaterThanOrEqual(0.95);
  }, 600_000);

  it('gives the same mutants every time', async () => {
    const [spec] = specs;
    if (spec === undefined) throw new Error('there is no spec');
    const names = async (): Promise<readonly string[]> =>
      sampleByKind(mutantsOf(await spec.check(spec.text)), 3, seed).map(
        ({ kind, what }) => `${kind} ${what}`,
      );
    expect(await names()).toEqual(await names());
    expect((await names()).length).toBeGreaterThan(10);
  }, 60_000);
});
