// Packages the extension, installs the package as a user would, and looks at what was installed.
// Use: node scripts/check-package.mjs
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageVsix } from './package.mjs';
import { rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';
import { installVsix } from './vscode/server.mjs';

const megabyte = 1_000_000;
const vsixLimit = 3 * megabyte;

/**
 * What loads together has a size it must keep to, in bytes: an entry, or what it loads by `import()`, by the name before the hash, with
 * all that this requires at once. The extension's own loads with every Markdown file, `on-demand` with the first spec, `authoring` with
 * the first command; so it does in a browser.
 * @type {readonly (readonly [string, number])[]}
 */
const budgets = [
  ['dist/extension.js', 55_000],
  ['dist/extension.js > on-demand', 1_870_000],
  ['dist/extension.js > on-demand > authoring', 1_680_000],
  ['dist/extension-web.js', 60_000],
  ['dist/extension-web.js > on-demand', 1_870_000],
  ['dist/extension-web.js > on-demand > authoring', 1_680_000],
  ['dist/cli.js', 2_150_000],
  ['dist/webview/wizard.js', 650_000],
  ['dist/webview/coverage.js', 300_000],
];

/** All that may be in a package. A new kind of file is added here on purpose. */
const allowed = [
  /^package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^(readme|changelog|support)\.md$/i,
  /^license(\.(md|txt))?$/i,
  /^\.vsixmanifest$/,
  /^dist\/[\w.-]+\.js(\.LEGAL\.txt)?$/,
  /^dist\/libpg-query\.wasm$/,
  /^dist\/third-party-licenses\.txt$/,
  /^dist\/webview\/[\w.-]+\.(js|css|ttf)(\.LEGAL\.txt)?$/,
  /^docs\/checks\/[\w-]+\.md$/i,
  /^templates\/.+\.(md|ya?ml|json)$/,
  /^media\/.+\.(png|svg|md|gif)$/,
  /^l10n\/[\w.-]+\.json$/,
];

const required = [
  'package.json',
  'dist/extension.js',
  'dist/extension-web.js',
  'dist/cli.js',
  'dist/webview/wizard.js',
  'dist/webview/coverage.js',
  'dist/third-party-licenses.txt',
];

/** @param {string} dir @param {string} [prefix] @returns {string[]} */
function filesBelow(dir, prefix = '') {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(dir, entry.name), `${prefix}${entry.name}/`)
      : [`${prefix}${entry.name}`],
  );
}

/**
 * A bundle and the chunks that it requires as it loads; what an `import()` waits for is not among them.
 * @param {string} dir @param {string} file below `dir` @param {Set<string>} [known] @returns {Set<string>}
 */
function loadedWith(dir, file, known = new Set()) {
  if (known.has(file)) return known;
  known.add(file);
  // What the entry for browsers requires is inside of it.
  if (file === 'dist/extension-web.js') return known;
  const text = readFileSync(join(dir, file), 'utf8');
  // A deferred one stands behind an arrow: `Promise.resolve().then(()=>a(require("./openai-1234.js")))`.
  for (const [, at = '', name = ''] of text.matchAll(/(=>[\w$]*\(?)?require\("\.\/([\w-]+\.js)"\)/g))
    if (at === '') loadedWith(dir, `${dirname(file)}/${name}`, known);
  return known;
}

/**
 * A bundle by its name, and the names of what it loads.
 * @param {string} dir @param {string} way such as `dist/extension.js > on-demand` @returns {string | null} the file below `dir`
 */
function bundleAt(dir, way) {
  const [entry = '', ...names] = way.split(' > ');
  let file = existsSync(join(dir, entry)) ? entry : null;
  for (const name of names) {
    const text = file === null ? '' : readFileSync(join(dir, file), 'utf8');
    const chunk = new RegExp(`"\\./(${name}-\\w{8}\\.js)"`).exec(text)?.[1];
    file = chunk === undefined ? null : `dist/${chunk}`;
  }
  return file;
}

/** What of this machine must not be in a package. */
async function secretsOfThisMachine() {
  const { output } = await run('npm', ['config', 'get', 'registry'], { shell: process.platform === 'win32' });
  const registry = /https?:\/\/([^/\s]+)/.exec(output)?.[1];
  return [rootDir, join(homedir(), '/'), ...(registry === undefined ? [] : [registry])];
}

const vsix = await packageVsix({ always: true, say: () => undefined });
const scratch = mkdtempSync(join(tmpdir(), 'tech-spec-package-'));
let passed = 0;
let failed = 0;
/** @param {string} name @param {readonly string[]} problems */
const check = (name, problems) => {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  console.log(`  ${problems.length === 0 ? '✔' : '✘'} ${name}`);
  for (const problem of problems) console.log(`      ${problem}`);
};

try {
  await installVsix(vsix, { dataDir: scratch });
  const extensions = join(scratch, 'extensions');
  const [name] = readdirSync(extensions).filter((entry) =>
    existsSync(join(extensions, entry, 'package.json')),
  );
  if (name === undefined) throw new Error('The package installed nothing.');
  const dir = join(extensions, name);
  const files = filesBelow(dir).sort();
  /** @param {string} file */
  const size = (file) => statSync(join(dir, file)).size;

  for (const file of files.filter((path) => path.startsWith('dist/')))
    console.log(`  ${(size(file) / 1000).toFixed(1).padStart(8)} kB  ${file}`);
  const vsixSize = statSync(vsix).size;
  console.log(`  ${(vsixSize / 1000).toFixed(1).padStart(8)} kB  tech-spec.vsix, ${files.length} files`);

  check(
    'holds only files of the kinds that are meant to be shipped',
    files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
  );
  check('holds what it needs to run', [
    ...required.filter((file) => !files.includes(file)),
    ...(files.some((file) => file.startsWith('templates/')) ? [] : ['no templates']),
  ]);
  check('is smaller than 3 MB', vsixSize < vsixLimit ? [] : [`${(vsixSize / megabyte).toFixed(2)} MB`]);
  check(
    'keeps its bundles within their budgets',
    budgets.flatMap(([way, limit]) => {
      const found = bundleAt(dir, way);
      if (found === null) return [`${way}: there is no such bundle`];
      const bytes = [...loadedWith(dir, found)].reduce((sum, path) => sum + size(path), 0);
      console.log(`  ${(bytes / 1000).toFixed(1).padStart(8)} kB  load with ${way}`);
      return bytes > limit ? [`${way}: ${bytes} of ${limit} bytes`] : [];
    }),
  );
  const secrets = await secretsOfThisMachine();
  check(
    'names no path of this machine and no registry',
    files.flatMap((file) => {
      const content = readFileSync(join(dir, file), 'latin1');
      return secrets.filter((secret) => content.includes(secret)).map((secret) => `${file}: ${secret}`);
    }),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
