import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '@vscode/l10n';
import { afterEach, expect, it } from 'vitest';
import { secretKindText } from '../../../src/core/secrets/secret-kind-text';
import { root } from '../cli/run-options';

afterEach(() => config({ contents: {} }));

/** Every kind that a rule of this folder names. */
function kinds(): readonly string[] {
  const folder = join(root, 'src/core/secrets');
  return readdirSync(folder)
    .filter((file) => file !== 'secret-kind-text.ts')
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [
        ...text.matchAll(/(?:shape|phrase)\(\s*'([^']+)'/g),
        ...text.matchAll(/'([^'\n]* (?:key|token|password|secret))'/g),
      ].map(([, kind = '']) => kind);
    });
}

it('says every kind of secret as it is in English, and in the language of the editor', () => {
  const all = kinds();
  expect(all.length).toBeGreaterThan(80);
  for (const kind of all) expect(secretKindText(kind)).toBe(kind);
  config({ contents: readFileSync(join(root, 'l10n/bundle.l10n.de.json'), 'utf8') });
  expect(secretKindText('GitHub token')).toBe('GitHub-Token');
  expect(secretKindText('Azure client secret')).toBe('Geheimer Clientschlüssel von Azure');
  // No rule brings a kind that has no text of its own.
  const texts = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8')) as object;
  config({ contents: Object.fromEntries(Object.keys(texts).map((text) => [text, `!${text}`])) });
  for (const kind of all) expect(secretKindText(kind), kind).toMatch(/^!/);
});
