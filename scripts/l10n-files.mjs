// The files of translated texts: which there are, what belongs in them, and what is wrong with one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './vscode/cache.mjs';

/** Languages besides English, as VS Code names them. */
export const languages = ['zh-cn', 'ja', 'pt-br', 'es', 'de', 'fr'];

/**
 * The two kinds of texts: `bundle` is what code shows, each English text its own key; `manifest` is what package.json
 * names as `%key%`.
 * @typedef {'bundle' | 'manifest'} Kind
 * @type {readonly Kind[]}
 */
export const kinds = ['bundle', 'manifest'];

/** @typedef {Readonly<Record<string, string>>} Texts key to text */

/**
 * Path of a file of texts.
 * @param {Kind} kind
 * @param {string | null} language null for English
 */
export function textsFile(kind, language) {
  const suffix = language === null ? '' : `.${language}`;
  return kind === 'bundle'
    ? join(rootDir, 'l10n', `bundle.l10n${suffix}.json`)
    : join(rootDir, `package.nls${suffix}.json`);
}

/**
 * @param {Kind} kind
 * @param {string | null} language null for English
 * @returns {Texts | null} null where there is no such file
 */
export function readTexts(kind, language) {
  const file = textsFile(kind, language);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {Kind} kind @returns {Texts} */
export function englishTexts(kind) {
  const texts = readTexts(kind, null);
  if (texts === null) throw new Error(`${textsFile(kind, null)} is missing.`);
  return texts;
}

/**
 * What a language lacks, in English.
 * @param {Kind} kind
 * @param {string} language
 * @returns {Texts}
 */
export function missingTexts(kind, language) {
  const known = readTexts(kind, language) ?? {};
  return Object.fromEntries(Object.entries(englishTexts(kind)).filter(([key]) => !Object.hasOwn(known, key)));
}

/**
 * What a translation must hold exactly as its English text does: places for arguments, icons, targets of links, and names of
 * settings and commands.
 */
const kept = /\{\w+\}|\$\([\w-]+\)|\]\([^)]+\)|\btechSpec(?:\.\w+)+/gu;

/**
 * What is wrong with a translation.
 * @param {string} english
 * @param {unknown} translation
 * @returns {readonly string[]}
 */
export function problemsOf(english, translation) {
  if (typeof translation !== 'string' || translation.trim() === '') return ['it is empty'];
  /** @param {string} text */
  const marks = (text) => new Set(text.match(kept) ?? []);
  const [wanted, found] = [marks(english), marks(translation)];
  return [
    ...[...wanted].filter((mark) => !found.has(mark)).map((mark) => `it lacks ${mark}`),
    ...[...found].filter((mark) => !wanted.has(mark)).map((mark) => `it has ${mark}, which English has not`),
  ];
}
