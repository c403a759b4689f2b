import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleAliases } from '../../../scripts/bundle-aliases.mjs';
import { cacheDir, rootDir } from '../../../scripts/vscode/cache.mjs';
import { launch, type VsCode } from '../../harness/vs-code';
import { keepResults, median } from '../result';
import type { Received, StreamingBench } from './in-host';
import { startTokenServer, type TokenServer } from './token-server';

interface Pace {
  readonly tokensPerSecond: number;
  readonly tokens: number;
  readonly repetitions: number;
  /** Ratio that the product is to keep below. */
  readonly reach: number;
}

const paces: readonly Pace[] = [
  { tokensPerSecond: 100, tokens: 2_000, repetitions: 3, reach: 1.02 },
  { tokensPerSecond: 1_000, tokens: 20_000, repetitions: 2, reach: 1.05 },
  { tokensPerSecond: 5_000, tokens: 20_000, repetitions: 5, reach: 1.1 },
];
/** An edit takes about 20 ms, so that a whole document would take minutes. */
const editEachToken = { tokensPerSecond: 1_000, tokens: 1_000 };
const tokenCharacters = 4;

const text = readFileSync(
  join(rootDir, 'examples', 'team-invites', 'tech-specs', 'completed', 'audit-log.md'),
  'utf8',
);

/** Tokens of a Markdown document as long as is needed, with a heading first. */
function tokensOf(count: number): readonly string[] {
  const document = `# Streamed\n\n${text.repeat(Math.ceil((count * tokenCharacters) / text.length))}`;
  return Array.from({ length: count }, (_, index) =>
    document.slice(index * tokenCharacters, (index + 1) * tokenCharacters),
  );
}

/** The bench as an extension of its own, in .cache. */
async function makeExtension(): Promise<string> {
  const dir = join(cacheDir, 'bench', 'streaming-bench');
  mkdirSync(dir, { recursive: true });
  await esbuild.build({
    entryPoints: [join(rootDir, 'test', 'bench', 'streaming', 'in-host.ts')],
    outfile: join(dir, 'extension.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'libpg-query'],
    // As the product is built: a package's main file can't be bundled.
    alias: bundleAliases(),
    logLevel: 'warning',
  });
  const manifest = {
    name: 'streaming-bench',
    publisher: 'tech-spec-test',
    version: '0.0.1',
    engines: { vscode: '^1.101.0' },
    main: './extension.js',
    activationEvents: [],
  };
  writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest));
  return dir;
}

let vsCode: VsCode;
let server: TokenServer;
beforeAll(async () => {
  server = await startTokenServer();
  vsCode = await launch({ extraExtensions: [await makeExtension()] });
  await vsCode.evaluate(async (vscode) => {
    const bench = vscode.extensions.getExtension('tech-spec-test.streaming-bench');
    await ((await bench?.activate()) as StreamingBench).prepare('prds/team-invites.md');
  });
});
afterAll(async () => {
  await vsCode.close();
  await server.close();
});

/** @returns milliseconds */
async function measure(
  way: 'bare' | 'product' | 'editEachToken',
  { tokensPerSecond, tokens }: Pick<Pace, 'tokensPerSecond' | 'tokens'>,
): Promise<number> {
  const sent = tokensOf(tokens);
  server.reply(sent, tokensPerSecond);
  const received = await vsCode.evaluate(
    (vscode, way, url): Promise<Received> =>
      (vscode.extensions.getExtension('tech-spec-test.streaming-bench')?.exports as StreamingBench)[way](url),
    way,
    server.baseUrl,
  );
  // A time for another text would mean nothing.
  expect(received.text, way).toBe(sent.join(''));
  return received.milliseconds;
}

it('streaming', async () => {
  const short = { tokensPerSecond: 5_000, tokens: 500 };
  await measure('bare', short);
  await measure('product', short);

  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
  const rows: (readonly (string | number)[])[] = [];
  for (const pace of paces) {
    const bare: number[] = [];
    const product: number[] = [];
    for (let repetition = 0; repetition < pace.repetitions; repetition++) {
      bare.push(await measure('bare', pace));
      product.push(await measure('product', pace));
    }
    const ratio = median(product) / median(bare);
    const figures = [seconds(median(bare)), seconds(median(product)), ratio.toFixed(3), pace.reach];
    rows.push(['spec writer', pace.tokensPerSecond, pace.tokens, ...figures]);
  }
  const bare = await measure('bare', editEachToken);
  const each = await measure('editEachToken', editEachToken);
  const { tokensPerSecond, tokens } = editEachToken;
  const ratio = (each / bare).toFixed(3);
  rows.push(['one edit a token', tokensPerSecond, tokens, seconds(bare), seconds(each), ratio, '']);

  keepResults('streaming', [
    {
      title: 'Streaming into the editor',
      note:
        'In a real VS Code, from the request until the whole text is in the document, against reading the same ' +
        'stream with the bare SDK in the same extension host; medians, in seconds. Saving and checking come after. ' +
        'One edit a token is what a simple loop would take.',
      columns: ['way', 'tokens/s', 'tokens', 'bare SDK', 'in the editor', 'ratio', 'reach'],
      rows,
    },
  ]);
});
