// Writes the settings of the checks into package.json and package.nls.json, from the checks themselves, and names those whose
// page is missing. A test says when they are stale. Use: node scripts/check-settings.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { bundleAliases } from './bundle-aliases.mjs';
import { cacheDir, rootDir } from './vscode/cache.mjs';

const bundle = join(cacheDir, 'check-settings', 'registries.mjs');
await esbuild.build({
  stdin: {
    contents:
      "export { checks } from './src/core/checks/registry'; export { sourceRules } from './src/core/source/findings/registry';",
    resolveDir: rootDir,
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  alias: bundleAliases(),
  logLevel: 'warning',
});
/** @type {{ checks: { id: string, title: string }[], sourceRules: { id: string, title: string }[] }} */
const { checks, sourceRules } = await import(pathToFileURL(bundle).href);
const all = [...checks, ...sourceRules].sort((a, b) => (a.id < b.id ? -1 : 1));

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(join(rootDir, file), 'utf8'));
/** @param {string} file @param {unknown} value */
const write = (file, value) => writeFileSync(join(rootDir, file), `${JSON.stringify(value, null, 2)}\n`);

const manifest = json('package.json');
const section = manifest.contributes.configuration.find(
  /** @param {{ title: string }} one */ ({ title }) => title === '%configuration.checks%',
);
section.properties = Object.fromEntries(
  all.map(({ id }) => [
    `techSpec.checks.${id}`,
    {
      type: ['string', 'null'],
      enum: [null, 'error', 'warning', 'info', 'off'],
      default: null,
      scope: 'resource',
      description: `%setting.checks.${id}%`,
      enumDescriptions: ['template', 'error', 'warning', 'info', 'off'].map(
        (name) => `%setting.checks.${name}%`,
      ),
    },
  ]),
);
write('package.json', manifest);

const kept = ['template', 'error', 'warning', 'info', 'off'].map((name) => `setting.checks.${name}`);
const texts = Object.fromEntries(
  Object.entries(json('package.nls.json')).filter(
    ([key]) => !key.startsWith('setting.checks.') || kept.includes(key),
  ),
);
write('package.nls.json', {
  ...texts,
  ...Object.fromEntries(all.map(({ id, title }) => [`setting.checks.${id}`, title])),
});

const missing = all.filter(({ id }) => !existsSync(join(rootDir, 'docs', 'checks', `${id}.md`)));
for (const { id } of missing) console.error(`docs/checks/${id}.md is missing`);
process.exitCode = missing.length === 0 ? 0 : 1;
