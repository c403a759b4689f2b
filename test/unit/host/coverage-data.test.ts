import { describe, expect, it } from 'vitest';
import { coverageView, placesIn, tasksIn } from '../../../src/host/coverage-view/coverage-data';
import { readToCoverageView } from '../../../src/shared/coverage-protocol';
import { prdPath, reportOf, spec, specPath } from '../navigation/family';

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
    expect(tasksIn(coverage)).toEqual(new Set(['T-001', 'T-002']));
  });

  it('has code and tests with what needs a look first, and the places of the code that is there', async () => {
    const handler = 'internal/invites/handler.go';
    const coverage = coverageView(
      await reportOf(spec.replaceAll(/^- (?=\*\*T-)/gmu, '- [x] '), {
        [handler]: 'package invites\n\nfunc Revoke() {}\n',
      }),
    );
    expect(coverage.rows[0]?.coveredBy[0]).toMatchObject({ task: 'T-001', done: true });
    expect(coverage.rows[0]?.code).toMatchObject([
      { name: 'migrations/0001_invites.sql', state: 'missing', inCode: false, place: { path: specPath } },
      { name: handler, state: 'found', inCode: true, place: { path: handler, line: 1 }, differences: [] },
    ]);
    expect(placesIn(coverage)).toContainEqual({ path: handler, line: 1 });
  });

  it('tells a workspace without code from one that lacks what is planned', async () => {
    const coverage = coverageView(await reportOf(spec, { 'internal/invites/store.go': '' }));
    expect(coverage.rows[0]).toMatchObject({ code: null, tests: null });
  });
});
