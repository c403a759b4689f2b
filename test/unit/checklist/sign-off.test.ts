import { describe, expect, it } from 'vitest';
import {
  parseSignOff,
  readSignOffs,
  serialiseSignOff,
  signOffPath,
  type SignOff,
} from '../../../src/core/checklist/sign-off';
import { InMemoryFiles } from '../in-memory-files';

const signOff: SignOff = {
  version: 1,
  item: 'gate-1.value',
  name: 'Ada Moreno',
  date: '2026-03-02',
  commit: '0123456789abcdef0123456789abcdef01234567',
};

describe('sign-offs', () => {
  it('lie beside the spec, one file for each item and person, whatever their names', () => {
    expect(signOffPath('tech-specs/invites.md', signOff)).toMatch(
      /^tech-specs\/invites\.signoffs\/gate-1\.value\.ada-moreno\.[0-9a-f]{8}\.json$/,
    );
    const named = (item: string, name: string | null): string =>
      signOffPath('a.md', { ...signOff, item, name });
    expect(named('../../etc/passwd', null)).toMatch(/^a\.signoffs\/_etc_passwd\.unknown\.[0-9a-f]{8}\.json$/);
    expect(named('..', '../..')).toMatch(/^a\.signoffs\/_\.unknown\.[0-9a-f]{8}\.json$/);
    expect(named('read', 'Ada')).not.toBe(named('read', 'ada'));
  });

  it('of earlier versions, one file for each item, are read with the others', async () => {
    const later = { ...signOff, name: 'Ben', date: '2026-03-03' };
    const files = new InMemoryFiles({
      'a.signoffs/gate-1.value.json': serialiseSignOff(signOff),
      [signOffPath('a.md', later)]: serialiseSignOff(later),
      'a.signoffs/broken.json': '<<<<<<< ours',
    });
    expect((await readSignOffs(files, 'a.md')).map(({ record }) => record)).toEqual([signOff, later]);
  });

  it('survive writing and reading', () => {
    expect(parseSignOff(serialiseSignOff(signOff))).toEqual(signOff);
    const whole = { ...signOff, spec: '0'.repeat(64), source: 'f'.repeat(64) };
    expect(parseSignOff(serialiseSignOff(whole))).toEqual(whole);
    const nobody = { ...signOff, name: null, commit: null };
    expect(parseSignOff(serialiseSignOff(nobody))).toEqual(nobody);
  });

  it.each(['', '[]', '{}', '{"version":2}', serialiseSignOff({ ...signOff, date: 'yesterday' })])(
    'are not read from %j',
    (text) => {
      expect(parseSignOff(text)).toBeNull();
    },
  );
});
