import { describe, expect, it } from 'vitest';
import { englishTexts, kinds, languages, problemsOf, readTexts } from '../../../scripts/l10n-files.mjs';

/** Languages whose files are there: a language is shipped as a whole or not at all. */
const shipped = languages.filter((language) => kinds.some((kind) => readTexts(kind, language) !== null));

describe.each(shipped)('texts in %s', (language) => {
  it.each(kinds)('has the %s of every English text, and no other', (kind) => {
    const texts = readTexts(kind, language) ?? {};
    const english = englishTexts(kind);
    expect({
      missing: Object.keys(english).filter((key) => !Object.hasOwn(texts, key)),
      unknown: Object.keys(texts).filter((key) => !Object.hasOwn(english, key)),
    }).toEqual({ missing: [], unknown: [] });
  });

  it.each(kinds)('keeps places for arguments, icons, links and names of the %s', (kind) => {
    const english = englishTexts(kind);
    const problems = Object.entries(readTexts(kind, language) ?? {}).flatMap(([key, text]) =>
      problemsOf(english[key] ?? '', text).map((problem) => `${key}: ${problem}`),
    );
    expect(problems).toEqual([]);
  });
});

describe('a translation', () => {
  it.each([
    ['{0} of {1} sections', '{1} Abschnitte, davon {0}', []],
    ['{0} of {1} sections', '{0} Abschnitte', ['it lacks {1}']],
    ['Line {0}', 'Zeile {0} {1}', ['it has {1}, which English has not']],
    ['$(save) Write 1 File', '1 Datei schreiben', ['it lacks $(save)']],
    ['[Open](command:techSpec.create)', '[Öffnen](command:techSpec.create)', []],
    [
      '[Open](command:techSpec.create)',
      '[Öffnen](command:techSpec.check)',
      [
        'it lacks ](command:techSpec.create)',
        'it has ](command:techSpec.check), which English has not',
      ],
    ],
    ['Next', ' ', ['it is empty']],
  ])('of "%s" as "%s" is judged by what it must keep', (english, translation, problems) => {
    expect(problemsOf(english, translation)).toEqual(problems);
  });
});
