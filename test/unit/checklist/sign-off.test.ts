import { describe, expect, it } from 'vitest';
import {
  parseSignOff,
  serialiseSignOff,
  signOffPath,
  type SignOff,
} from '../../../src/core/checklist/sign-off';

const signOff: SignOff = {
  version: 1,
  item: 'gate-1.value',
  name: 'Ada Moreno',
  date: '2026-03-02',
  commit: '0123456789abcdef0123456789abcdef01234567',
};

describe('sign-offs', () => {
  it('lie beside the spec, one file for each item, whatever its id', () => {
    expect(signOffPath('tech-specs/invites.md', 'gate-1.value')).toBe(
      'tech-specs/invites.signoffs/gate-1.value.json',
    );
    expect(signOffPath('a.markdown', '../../etc/passwd')).toBe('a.signoffs/_etc_passwd.json');
    expect(signOffPath('a.md', '..')).toBe('a.signoffs/_.json');
  });

  it('survive writing and reading', () => {
    expect(parseSignOff(serialiseSignOff(signOff))).toEqual(signOff);
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
