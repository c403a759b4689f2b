import { describe, expect, it } from 'vitest';
import { coverageView, placesIn } from '../../../src/host/coverage-view/coverage-data';
import { readToCoverageView } from '../../../src/shared/coverage-protocol';
import { prdPath, reportOf, specPath } from '../navigation/family';

describe('what the coverage view gets', () => {
  it('passes its guard, and has the places of source and spec only', async () => {
    const coverage = coverageView(await reportOf());
    expect(readToCoverageView({ type: 'coverage', coverage })).toEqual({ type: 'coverage', coverage });
    expect(coverage.rows[0]).toMatchObject({
      id: 'US-001',
      state: 'covered',
      coveredBy: [{ name: 'T-001' }, { name: 'T-002' }],
      criteria: [
        { name: 'AC-1', state: 'tested' },
        { name: 'AC-2', state: 'tested' },
      ],
    });
    expect(new Set(placesIn(coverage).map(({ path }) => path))).toEqual(new Set([prdPath, specPath]));
  });
});
