import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rootDir } from '../../../scripts/vscode/cache.mjs';
import { themeCss, themeKinds, themeNames } from './themes.mjs';

/** @typedef {import('./themes.mjs').ThemeName} ThemeName */

const nonce = 'preview';
/**
 * As strict as the real panel's policy: no inline style or script. The hash is that of an empty style element, with
 * which the control library tests what the browser can (see docs/decisions/0001-control-library.md).
 */
const emptyStyle = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const policy = `default-src 'none'; style-src 'self' '${emptyStyle}'; font-src 'self'; script-src 'nonce-${nonce}'`;

/**
 * Bundles wizard and coverage view from their sources and serves them on a free port of this machine: a preview without VS Code.
 * `url` gives the address of one scene (see scenes.ts, and coverage-host.ts for the coverage view) in one theme.
 */
export async function startPreview() {
  const files = await bundle();
  const codicons = join(rootDir, 'node_modules/@vscode/codicons/dist');
  for (const name of ['codicon.css', 'codicon.ttf'])
    files.set(`/${name}`, await readFile(join(codicons, name)));
  for (const theme of themeNames) files.set(`/${theme}.css`, Buffer.from(themeCss(theme)));

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

/** Scenes whose names begin so are those of the coverage view. @param {string | null} scene */
function viewOf(scene) {
  return scene?.startsWith('coverage') === true ? 'coverage' : 'wizard';
}

/** @param {ThemeName} theme @param {'coverage' | 'wizard'} view */
function page(theme, view) {
  const kind = themeKinds[theme];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="/${theme}.css">
<link rel="stylesheet" href="/codicon.css">
<link rel="stylesheet" href="/${view}.css">
<title>${view === 'wizard' ? 'Create Tech Spec' : 'Requirement Coverage'}</title>
</head>
<body class="${kind}" data-vscode-theme-kind="${kind}">
<div id="root"></div>
<script nonce="${nonce}" src="/${view}-host.js"></script>
<script nonce="${nonce}" src="/${view}.js"></script>
</body>
</html>`;
}

/** @param {string} path */
function contentType(path) {
  if (path.endsWith('.css')) return 'text/css';
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.ttf') ? 'font/ttf' : 'text/html';
}
