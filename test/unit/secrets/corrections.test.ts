import { expect, it } from 'vitest';
import { parseCorrections } from '../../../src/core/source/corrections/corrections-file';
import { withCorrection } from '../../../src/core/source/corrections/make-correction';
import { source } from '../draft/brief-for';
import { plantedSecrets } from './planted-secrets';

const { value = '', line = '' } = plantedSecrets(7).find(({ kind }) => kind === 'GitHub token') ?? {};

it('a secret that a person pastes into a correction is taken out', () => {
  const wish = { type: 'add', kind: 'functional', title: `Open the door: ${line}`, text: line } as const;
  const made = withCorrection([], wish, source(), source());
  expect(made).toHaveLength(1);
  expect(JSON.stringify(made)).not.toContain(value);
  expect(JSON.stringify(made)).toContain('[secret removed: GitHub token]');
});

it('a secret in a file of corrections is taken out', () => {
  const correction = { type: 'add', id: 'R-901', kind: 'functional', title: line, text: line };
  const parsed = parseCorrections(
    JSON.stringify({
      version: 1,
      source: { path: 'prds/a.md', sha256: 'a'.repeat(64) },
      corrections: [correction],
    }),
  );
  expect(JSON.stringify(parsed)).not.toContain(value);
});
