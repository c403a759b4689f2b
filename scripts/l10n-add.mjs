// Adds translations to the files of a language, sorted as the English ones are, and drops texts that English has no more.
// Nothing is written where a translation lacks a place for an argument, or has a key that English does not know.
// Use: node scripts/l10n-add.mjs LANGUAGE [FILE...]     (what scripts/l10n-missing.mjs printed, translated)
import { readFileSync, writeFileSync } from 'node:fs';
import { englishTexts, kinds, languages, problemsOf, readTexts, textsFile } from './l10n-files.mjs';

const [language = '', ...files] = process.argv.slice(2);
if (!languages.includes(language)) {
  console.error(`Name one of ${languages.join(', ')}, then the files with translations.`);
  process.exit(2);
}
/** @type {readonly Partial<Record<import('./l10n-files.mjs').Kind, Readonly<Record<string, unknown>>>>[]} */
const given = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));

/** @type {string[]} */
const problems = [];
const written = kinds.map((kind) => {
  const english = englishTexts(kind);
  const added = Object.assign({}, ...given.map((file) => file[kind] ?? {}));
  for (const [key, translation] of Object.entries(added)) {
    const text = english[key];
    const found = text === undefined ? ['English has no such text'] : problemsOf(text, translation);
    problems.push(...found.map((problem) => `${kind}: ${JSON.stringify(key)}: ${problem}`));
  }
  const all = { ...readTexts(kind, language), ...added };
  const sorted = Object.keys(english).flatMap((key) => (Object.hasOwn(all, key) ? [[key, all[key]]] : []));
  return { file: textsFile(kind, language), texts: Object.fromEntries(sorted) };
});

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else
  for (const { file, texts } of written) {
    writeFileSync(file, `${JSON.stringify(texts, null, 2)}\n`);
    console.log(`${Object.keys(texts).length} texts in ${file}`);
  }
