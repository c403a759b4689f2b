import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { it } from 'vitest';
import { packageVsix } from '../../../scripts/package.mjs';
import { launch, type VsCode } from '../../harness/vs-code';
import { keepResults, median, type Result } from '../result';

const samples = 7;
const spec = 'tech-specs/completed/audit-log.md';

/** Milliseconds by what took them; `load:NAME` is reading, compiling and starting a bundle without what it loads. */
type Times = Record<string, number>;

/** Notes what the product's bundles and its `activate` take, from before the product starts. */
const watch = join(import.meta.dirname, 'watch');

let vsCode: VsCode;

function times(): Promise<Times> {
  return vsCode.evaluate(() => (globalThis as Record<string, unknown>)['techSpecTimes'] as Times);
}

async function until(done: (times: Times) => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if (done(await times())) return;
  throw new Error(`Waited in vain: ${JSON.stringify(await times())}`);
}

async function show(path: string): Promise<void> {
  await vsCode.evaluate(async (vscode, path) => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (root === undefined) throw new Error('No folder is open.');
    await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path));
  }, path);
}

it('activation', async () => {
  const all: Times[] = [];
  let early: readonly string[] = [];
  let sizesOfFiles: Result | undefined;
  for (let sample = 0; sample < samples; sample++) {
    vsCode = await launch({ extraExtensions: [watch] });
    sizesOfFiles ??= await sizes();
    await show('README.md');
    await until((seen) => 'activate' in seen);
    await sleep(500);
    early = Object.keys(await times()).filter((key) => key.startsWith('load:'));
    await show(spec);
    // A product in one piece has nothing to load here.
    await until((seen) => 'load:on-demand' in seen).catch(() => undefined);
    all.push(await times());
    await vsCode.close();
  }
  const row = (label: string, key: string, reach = ''): readonly string[] => {
    const values = all.map((sample) => sample[key]).filter((value) => value !== undefined);
    const shown = (value: number): string => value.toFixed(1);
    if (values.length === 0) return [label, '-', '-', '-', reach];
    return [label, shown(median(values)), shown(Math.min(...values)), shown(Math.max(...values)), reach];
  };
  keepResults('activation', [
    {
      title: 'Activation',
      note:
        `In the extension host of a real VS Code, ${samples} times: the product starts with the window, README.md opens (it is no spec, and ` +
        `loaded only ${early.map((key) => `\`${key.slice('load:'.length)}.js\``).join(', ')}), then a spec. Milliseconds.`,
      columns: ['what', 'median', 'least', 'most', 'reach'],
      rows: [
        row('`activate()`, own code', 'activate', '30'),
        row('loading `extension.js`', 'load:extension'),
        row('loading `on-demand-*.js`, with the first spec and with what it shares', 'load:on-demand'),
      ],
    },
    ...(sizesOfFiles === undefined ? [] : [sizesOfFiles]),
  ]);
});

async function sizes(): Promise<Result> {
  const dir = await vsCode.evaluate(
    (vscode) => vscode.extensions.getExtension('tech-spec.tech-spec')?.extensionPath ?? '',
  );
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  const files = ['dist', 'dist/webview'].flatMap((folder) =>
    readdirSync(join(dir, folder))
      .filter((name) => /\.(js|css|ttf)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const reach: Readonly<Record<string, string>> = {
    'dist/extension.js': '450',
    'dist/webview/wizard.js': '650',
  };
  const vsix = await packageVsix();
  return {
    title: 'Sizes',
    note: 'Files of the package, minified. kB of 1,000 bytes.',
    columns: ['file', 'kB', 'gzip kB', 'reach'],
    rows: [
      ...files.map((file) => {
        const bytes = readFileSync(join(dir, file));
        return [`\`${file}\``, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length), reach[file] ?? ''];
      }),
      ['the VSIX', kilobytes(statSync(vsix).size), '', '3000'],
    ],
  };
}
