import { describe, expect, it } from 'vitest';
import { renderFinding } from '../../../src/core/checks/render-finding';
import {
  conformanceFindings,
  shown,
  withDeviations,
  type BuiltRepository,
  type PlantedDeviation,
} from './built-repository';
import { expressRepository } from './express-repository';
import { fastapiRepository } from './fastapi-repository';
import { goRepository } from './go-repository';
import { railsRepository } from './rails-repository';

const repositories: readonly BuiltRepository[] = [
  goRepository,
  fastapiRepository,
  expressRepository,
  railsRepository,
];

describe('what was built against its spec', () => {
  it.each(repositories.map((repository) => [repository.name, repository] as const))(
    'is reported nowhere where all was built so: %s',
    async (_, { spec, files }) => {
      expect((await conformanceFindings(spec, files)).map(shown)).toEqual([]);
    },
  );

  it('is reported where it differs, with the place in the code', async () => {
    const missed: string[] = [];
    const without: string[] = [];
    let planted = 0;
    let reported = 0;
    let extra = 0;
    for (const repository of repositories) {
      const { name, spec, deviations } = repository;
      const findings = await conformanceFindings(spec, withDeviations(repository, deviations));
      const isOf = (deviation: PlantedDeviation) => (finding: (typeof findings)[number]) =>
        finding.check === deviation.check && renderFinding(finding).includes(deviation.says);
      planted += deviations.length;
      reported += findings.length;
      extra += findings.filter((finding) => !deviations.some((one) => isOf(one)(finding))).length;
      for (const deviation of deviations) {
        const found = findings.find(isOf(deviation));
        if (found === undefined)
          missed.push(`${name}: ${deviation.what}\n  ${findings.map(shown).join('\n  ')}`);
        else if (found.places === undefined) without.push(`${name}: ${deviation.what} ${shown(found)}`);
      }
    }
    const found = planted - missed.length;
    console.log(
      `conformance: ${found} of ${planted} planted deviations found (recall ${(found / planted).toFixed(2)}), ` +
        `${reported} findings, ${extra} besides those that were looked for${missed.map((one) => `\n${one}`).join('')}`,
    );
    expect(planted).toBeGreaterThanOrEqual(40);
    expect(found / planted, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
    // What was left out has no place in the code, all else has one.
    expect(without.length, without.join('\n')).toBeLessThanOrEqual(6);
  });
});
