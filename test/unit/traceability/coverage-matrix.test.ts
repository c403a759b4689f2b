import { describe, expect, it } from 'vitest';
import { coverageMatrix } from '../../../src/core/traceability/coverage-matrix';
import { at, prd, prdPath, reportOf, spec } from '../navigation/family';

describe('the coverage matrix', () => {
  it('has a row for each requirement with what covers and tests it', async () => {
    const rows = coverageMatrix(await reportOf());
    expect(rows.map(({ id, state }) => `${id} ${String(state)}`)).toEqual([
      'US-001 covered',
      'US-002 covered',
      'US-003 out-of-scope',
    ]);
    expect(rows[0]).toMatchObject({
      stated: { path: prdPath, line: at(prd, '### US-001')[0] },
      mapped: at(spec, '| US-001 | Invite')[0],
      coveredBy: [
        { name: 'T-001', title: 'Create the invites table', line: at(spec, '**T-001')[0] },
        { name: 'T-002', line: at(spec, '**T-002')[0] },
      ],
      criteria: [
        { label: 'US-001/AC-1', text: 'The mail is sent.', test: at(spec, '| US-001/AC-1')[0], gap: null },
        { label: 'US-001/AC-2', test: at(spec, '| US-001/AC-2')[0] },
      ],
    });
    expect(rows[2]?.reason).toBe('exports are planned for the next release');
  });

  it('says what is missing, and what waits for a question', async () => {
    const text = spec
      .replace('| US-002 | Revoke an invite | T-002 |\n', '')
      .replace('_Implements:_ US-001, US-002', '_Implements:_ US-001')
      .replace('| US-001/AC-1 | The mail is sent | `go test ./...` |', '| US-001/AC-1 | OQ-1 | |')
      .replace('| US-001/AC-2 | A member is refused | `go test ./...` |\n', '');
    const rows = coverageMatrix(await reportOf(text));
    expect(rows[1]).toMatchObject({ state: 'uncovered', coveredBy: [], mapped: null });
    expect(rows[0]?.criteria).toMatchObject([
      { test: null, gap: 'OQ-1' },
      { test: null, gap: null },
    ]);
  });

  it('has success criteria last, without a state', async () => {
    const rows = coverageMatrix(
      await reportOf(spec, {
        [prdPath]: prd.replace(
          '## User stories',
          '## Success metrics\n\n- **SC-001:** Half the teams use it.\n\n## User stories',
        ),
      }),
    );
    expect(rows.at(-1)).toMatchObject({ id: 'SC-001', state: null });
  });

  it('is empty where no source is known', async () => {
    expect(coverageMatrix(await reportOf('# Notes\n'))).toEqual([]);
  });
});
