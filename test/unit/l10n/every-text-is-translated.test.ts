import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishTexts, languages, readTexts } from '../../../scripts/l10n-files.mjs';
import { requirementKinds } from '../../../src/shared/wizard/source-state';
import { requirementKindName } from '../../../src/shared/wizard/requirement-kind-name';

const root = join(import.meta.dirname, '../../..');

/** What the command line says alone is in English, and a spec says what it says in its own language. */
const notForTheEditor = /^src\/cli\/|spec-phrases\.ts$/;

/** Texts that a file gives to `t`, `l10n.t` or `vscode.l10n.t` as a plain literal. */
function shownTexts(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  if (!/from '(?:@vscode\/l10n|vscode)'/.test(text)) return [];
  return [...text.matchAll(/(?<![\w$])t\(\s*'((?:[^'\\\n]|\\.)*)'/g)].map(([, literal = '']) =>
    literal.replace(/\\(.)/g, '$1'),
  );
}

describe('what is shown in the editor', () => {
  it('is among the texts to translate, whichever folder of the source says it', () => {
    const files = ['src', 'webview-ui/src']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
          (path) => `${folder}/${path.replaceAll('\\', '/')}`,
        ),
      )
      .filter((path) => /\.tsx?$/.test(path) && !notForTheEditor.test(path));
    const english = englishTexts('bundle');
    const shown = files.map((path) => ({ path, texts: shownTexts(path) }));
    expect(shown.flatMap(({ texts }) => texts).length).toBeGreaterThan(500);
    expect(
      shown.flatMap(({ path, texts }) =>
        texts.filter((text) => !Object.hasOwn(english, text)).map((text) => `${path}: ${text}`),
      ),
    ).toEqual([]);
  });

  it.each(languages)('names each kind of requirement in %s', (language) => {
    const texts = readTexts('bundle', language) ?? {};
    const names = requirementKinds.map(requirementKindName);
    expect(names.filter((name) => !Object.hasOwn(texts, name))).toEqual([]);
  });
});
