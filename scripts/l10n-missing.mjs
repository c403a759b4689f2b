// Prints as JSON the English texts that a language lacks: { "bundle": { text: text }, "manifest": { key: text } }.
// Put the translations in place of the values and give the file to scripts/l10n-add.mjs.
// Use: node scripts/l10n-missing.mjs LANGUAGE [--count]
import { parseArgs } from 'node:util';
import { kinds, languages, missingTexts } from './l10n-files.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'boolean', default: false } },
});
const [language = ''] = positionals;
if (languages.includes(language)) {
  const missing = Object.fromEntries(kinds.map((kind) => [kind, missingTexts(kind, language)]));
  const counts = Object.fromEntries(
    Object.entries(missing).map(([kind, texts]) => [kind, Object.keys(texts).length]),
  );
  console.log(JSON.stringify(values.count ? counts : missing, null, 2));
} else {
  console.error(`Name one of ${languages.join(', ')}.`);
  process.exitCode = 2;
}
