import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rootDir } from '../../../scripts/vscode/cache.mjs';
import { defaultCss, themeClasses, themeCss, themeKinds, themeNames } from './themes.mjs';

/** @typedef {import('./themes.mjs').ThemeName} ThemeName */

const nonce = 'preview';
/**
 * As strict as the real panel's policy: no inline style or script. The hash is that of an empty style element, with
 * which the control library tests what the browser can (see docs/decisions/0001-control-library.md).
 */
const emptyStyle = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const policy = `default-src 'none'; style-src 'self' '${emptyStyle}'; font-src 'self'; script-src 'nonce-${nonce}'`;

/**
 * Bundles the wizard and the views of coverage and metrics from their sources and serves them on a free port of this machine: a
 * preview without VS Code. `url` gives the address of one scene (see scenes.ts, coverage-host.ts and metrics-host.ts) in one theme.
 */
export async function startPreview() {
  const files = await bundle();
  const codicons = join(rootDir, 'node_modules/@vscode/codicons/dist');
  for (const name of ['codicon.css', 'codicon.ttf'])
    files.set(`/${name}`, await readFile(join(codicons, name)));
  for (const theme of themeNames) files.set(`/${theme}.css`, Buffer.from(themeCss(theme)));
  files.set('/vscode-default.css', Buffer.from(defaultCss));

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview');
    const theme = themeNames.find((name) => name === searchParams.get('theme')) ?? 'dark';
    const body =
      pathname === '/' ? Buffer.from(page(theme, viewOf(searchParams.get('scene')))) : files.get(pathname);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': contentType(pathname) }).end(body);
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The preview has no port.');
  return {
    /** @param {string} scene @param {ThemeName} theme */
    url: (scene, theme) => `http://127.0.0.1:${address.port}/?scene=${scene}&theme=${theme}`,
    /** @returns {Promise<void>} */
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: rootDir,
    entryPoints: [
      { in: 'webview-ui/src/main.tsx', out: 'wizard' },
      { in: 'test/harness/webview-preview/fake-host.ts', out: 'wizard-host' },
      { in: 'webview-ui/src/coverage.tsx', out: 'coverage' },
      { in: 'test/harness/webview-preview/coverage-host.ts', out: 'coverage-host' },
      { in: 'test/harness/webview-preview/metrics-host.ts', out: 'metrics-host' },
    ],
    outdir: '/',
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return new Map(
    outputFiles.map(({ path, contents }) => [path.slice(path.lastIndexOf('/')), Buffer.from(contents)]),
  );
}

/**
 * The views by the beginning of their scenes' names; every other scene is one of the wizard. Coverage and metrics share a page.
 */
const views = /** @type {const} */ ({
  coverage: { page: 'coverage', title: 'Requirement Coverage' },
  metrics: { page: 'coverage', title: 'Workflow Metrics' },
  wizard: { page: 'wizard', title: 'Create Tech Spec' },
});

/** @param {string | null} scene @returns {keyof typeof views} */
function viewOf(scene) {
  if (scene?.startsWith('coverage') === true) return 'coverage';
  return scene?.startsWith('metrics') === true ? 'metrics' : 'wizard';
}

/** @param {ThemeName} theme @param {keyof typeof views} view */
function page(theme, view) {
  const { page: script, title } = views[view];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="/vscode-default.css">
${themeNames.map((name) => `<link rel="stylesheet" href="/${name}.css" data-theme="${name}" media="${name === theme ? 'all' : 'not all'}">`).join('\n')}
<link rel="stylesheet" href="/codicon.css">
<link rel="stylesheet" href="/${script}.css">
<title>${title}</title>
</head>
<body class="${themeClasses[theme]}" data-vscode-theme-kind="${themeKinds[theme]}">
<div id="root"></div>
<script nonce="${nonce}" src="/${view}-host.js"></script>
<script nonce="${nonce}" src="/${script}.js"></script>
</body>
</html>`;
}

/** @param {string} path */
function contentType(path) {
  if (path.endsWith('.css')) return 'text/css';
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.ttf') ? 'font/ttf' : 'text/html';
}
