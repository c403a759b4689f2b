import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './vscode/cache.mjs';

/** Packages whose own files lack the text of the licence that they declare; it is theirs all the same. @type {Readonly<Record<string, string>>} */
const declaredElsewhere = { format: 'MIT, http://sjs.mit-license.org' };

/**
 * @typedef {object} ThirdParty
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression
 * @property {string} text the licence as the package has it, its notice with it
 */

/**
 * The packages that bundles are made of, by name.
 * @param {Iterable<string>} inputs files that went into bundles, relative to the project, as esbuild names them
 * @returns {ThirdParty[]}
 * @throws {Error} where a package says nothing of its licence
 */
export function thirdPartiesOf(inputs) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const input of inputs) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  const all = [...folders].map(read);
  // One package in one version may lie in several places.
  const once = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
  );
}

/** @param {string} folder @returns {ThirdParty} */
function read(folder) {
  const dir = join(rootDir, folder);
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  const files = readdirSync(dir)
    .filter((file) => /^(licen[cs]e|copying|notice)(\b|-)/i.test(file))
    .sort();
  const text = files.map((file) => readFileSync(join(dir, file), 'utf8').trim()).join('\n\n');
  const licence = license ?? licenses?.[0]?.type;
  if (typeof licence !== 'string') throw new Error(`${folder}/package.json names no licence.`);
  return {
    name,
    version,
    licence,
    text: text === '' ? (declaredElsewhere[name] ?? `Declared in its package.json: ${licence}`) : text,
  };
}

/**
 * All licences in one text; packages that share theirs to the letter stand together.
 * @param {readonly ThirdParty[]} parties
 */
export function noticesOf(parties) {
  /** @type {Map<string, ThirdParty[]>} */
  const byText = new Map();
  for (const party of parties) byText.set(party.text, [...(byText.get(party.text) ?? []), party]);
  const parts = [...byText].map(([text, of]) => {
    const names = of.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${names.join('\n')}\n\n${text}\n`;
  });
  const line = `\n${'-'.repeat(80)}\n\n`;
  return `Tech Spec contains what follows, each part under its own licence.\n${line}${parts.join(line)}`;
}
