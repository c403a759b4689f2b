import { appendFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';

/** Which of the kills below are done, such as `1-50`; `npm run test:long` does all of them. */
const [first = 1, last = first] = (process.env['TECH_SPEC_KILLS'] ?? '1').split('-').map(Number);
/** Where the long run wants to know what became of each. */
const results = process.env['TECH_SPEC_KILLS_FILE'];
/** The same points in each run. */
const seed = 20261129;
/** Kills come within so many lines; behind them comes as much as streams for longer than a slow machine takes to kill. */
const killed = 120;
const lines = killed + 600;

const answer = (title: string): string =>
  `# Tech Spec: ${title}\n\n## 1. Overview\n\n### Summary\n\n` +
  Array.from({ length: lines }, (_, index) => `Line ${index} of what was streamed to ${title}.\n`).join('');

/** The line at which each kill comes, and how many milliseconds later. */
const points = fc
  .sample(fc.tuple(fc.integer({ min: 1, max: killed }), fc.nat(150)), { seed, numRuns: last })
  .map(([line, delay], index) => ({ number: index + 1, line, delay }))
  .slice(first - 1);

describe('an extension host that is killed while a draft streams', () => {
  let server: ModelServer;
  let vsCode: VsCode;
  let example: ExampleWindow;

  beforeAll(async () => {
    server = await startModelServer();
    vsCode = await launch({
      settings: {
        'techSpec.model.baseUrl': server.baseUrl,
        'techSpec.model.name': 'test-model',
        'techSpec.model.provider': 'openai',
      },
    });
    example = new ExampleWindow(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
    await server?.close();
  });
  afterEach(() => example.tidy());

  /** What there is of a draft that did not go on, on disk and in the editor. */
  async function seen(name: string) {
    const messages = await vsCode.page.locator('.notification-list-item-message').allInnerTexts();
    const documents = await vsCode.evaluate(
      (vscode, part) =>
        vscode.workspace.textDocuments
          .filter(({ uri }) => uri.path.includes(part))
          .map((document) => `${document.uri.toString()} ${document.isDirty} ${document.getText().length}`),
      name,
    );
    const picture = await vsCode.screenshot(name);
    const requests = server.requests().map(({ body }) => body.messages.map(({ role }) => role).join(' '));
    return { files: readdirSync(example.path('tech-specs')), documents, messages, requests, picture };
  }

  it.each(points)(
    'loses nothing that was in the editor, and the draft goes on to its end: kill $number at line $line, $delay ms',
    async ({ number, line, delay }) => {
      const started = Date.now();
      const name = `killed-${number}`;
      const whole = answer(name);
      const spec = `tech-specs/${name}.md`;
      server.forget();
      server.reply(({ messages }) => {
        const written = messages.find(({ role }) => role === 'assistant')?.content;
        return {
          kind: 'stream',
          text: whole.slice(typeof written === 'string' ? written.length : 0),
          ...(written === undefined ? { tokensPerSecond: 400 } : {}),
        };
      });
      await example.quickCreate(example.copyOfPrd(name), 'Agent');
      await expect.poll(() => example.streamed(spec), patience).toContain(`Line ${line} of`);
      await new Promise((resolve) => setTimeout(resolve, delay));
      const host = await vsCode.evaluate(() => process.pid);
      const shown = await example.streamed(spec);
      expect(shown.length).toBeLessThan(whole.length);
      process.kill(host, 'SIGKILL');

      await vsCode.reload();
      // The message comes while the window still opens, when the editor puts it below the bell.
      const left = await example.message(spec);
      // The draft is offered whether the window restored its tab or not.
      const opened = await vsCode.evaluate((vscode) =>
        vscode.workspace.textDocuments.some(({ languageId }) => languageId === 'markdown'),
      );
      await left.getByRole('button', { name: 'Resume' }).click(patience);
      await example.written(spec).catch(async (error: unknown) => {
        throw new Error(`The draft did not go on: ${JSON.stringify(await seen(name))}`, { cause: error });
      });
      // The engine's own line may stand below it already.
      expect(example.read(spec).slice(0, whole.trimEnd().length)).toBe(whole.trimEnd());
      const asked = server
        .requests()
        .at(-1)
        ?.body.messages.find(({ role }) => role === 'assistant')?.content;
      expect(whole.startsWith(String(asked))).toBe(true);
      expect(String(asked).length).toBeGreaterThanOrEqual(shown.length);
      const sizes = { opened, shown: shown.length, kept: String(asked).length, whole: whole.length };
      const seconds = (Date.now() - started) / 1000;
      if (results !== undefined)
        appendFileSync(results, `${JSON.stringify({ number, line, delay, ...sizes, seconds })}\n`);
    },
    600_000,
  );
});
