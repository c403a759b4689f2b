import { describe, expect, it } from 'vitest';
import { changedSince, signedState } from '../../../src/core/checklist/signed-state';
import { prd, prdPath, reportOf, spec } from '../navigation/family';

describe('what a person signed who ticked an item', () => {
  const added = `${prd}\n### US-004: Resend an invite\n\nAs an admin, I want to resend an invite, so that it arrives.\n`;
  const changed = async (text: string, source: string): Promise<readonly string[]> => {
    const { spec: own, source: asked } = signedState(await reportOf());
    const now = signedState(await reportOf(text, { [prdPath]: source }));
    return changedSince({ spec: own, source: asked ?? undefined }, now);
  };

  it('is the same while nothing but ticks, dates and white space change', async () => {
    expect(await changed(spec, prd)).toEqual([]);
    expect(await changed(spec.replace('- [ ]', '- [x]'), prd)).toEqual([]);
    expect(await changed(spec, prd.replace('the list, so', 'the list,  so'))).toEqual([]);
  });

  it('is another one where a requirement is added to the source, or the spec is edited', async () => {
    expect(await changed(spec, added)).toEqual(['source']);
    expect(await changed(spec.replace('Admins invite', 'Owners invite'), prd)).toEqual(['spec']);
    expect(await changed(spec, prd.replace('A member is refused.', 'A member is told.'))).toEqual(['source']);
  });

  it('is not known of records of earlier versions, which say nothing of a change', async () => {
    expect(changedSince({}, signedState(await reportOf()))).toEqual([]);
  });
});
