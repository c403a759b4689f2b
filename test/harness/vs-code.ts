import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import type { FrameLocator, Page } from 'playwright-core';
import type * as VsCodeApi from 'vscode';
import { defaultExample, makeExampleWorkspace } from '../../scripts/example-workspace.mjs';
import { packageVsix } from '../../scripts/package.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { cacheDir, rootDir } from '../../scripts/vscode/cache.mjs';
import { gatherExtensions, openTestPage } from '../../scripts/vscode/page.mjs';
import { installVsix, startServer } from '../../scripts/vscode/server.mjs';

const readyTimeoutMs = 90_000;
const harnessDir = join(rootDir, 'test', 'harness');

/** Folder of the extension that offers fake chat models; for `extraExtensions`. */
export const fakeModelProvider: string = join(harnessDir, 'fake-model-provider');

/** The themes in which the product is looked at, by VS Code's own ids. */
export const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

export type ThemeName = keyof typeof themes;

export interface LaunchOptions {
  /** Absolute path of the VSIX to install; default: the packaged product, made when it is older than its sources; `null`: none. */
  readonly vsix?: string | null;
  /** Absolute path of the folder to open; default: a fresh copy of the example, removed at `close`; `null`: no folder. */
  readonly workspace?: string | null;
  /** Settings by their full name, on top of those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Absolute paths of further extension folders, loaded as extensions under development. */
  readonly extraExtensions?: readonly string[];
  /** Environment of the extension host, added to that of the test. */
  readonly env?: Readonly<Record<string, string>>;
  /** CSS pixels; default 1280 x 900. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** `true` leaves workspace trust on, as users have it; default: every folder is trusted. */
  readonly workspaceTrust?: boolean;
}

export interface VsCode {
  readonly page: Page;
  /** Absolute path of the open folder; undefined when none was opened. */
  readonly workspace: string | undefined;
  /**
   * Runs a function in the extension host, with the `vscode` API as its first argument. The function is sent as text:
   * it sees its arguments and nothing of the test around it. Arguments and result pass as JSON.
   * @throws {Error} what the function threw there
   */
  evaluate<Result, Args extends readonly unknown[]>(
    fn: (vscode: typeof VsCodeApi, ...args: Args) => Result | PromiseLike<Result>,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Inside of the webview that is shown. */
  wizard(): FrameLocator;
  /** Runs a command by its title in the command palette, as a user would. */
  palette(title: string): Promise<void>;
  /** Writes `.cache/screenshots/NAME.png` and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Switches to a theme by its id and waits until it is painted. */
  setTheme(id: string): Promise<void>;
  /** Closes the page and opens the same folder again, as after "Reload Window". */
  reload(): Promise<void>;
  /** What the editor and the extensions wrote to the console so far. */
  log(): string;
  /** What the extension hosts of this server wrote to their logs so far, all windows after one another. */
  hostLog(): string;
  /** What the product wrote to its own log (the output channel "Tech Spec"), all windows after one another. */
  productLog(): string;
  /** Ends browser, server and everything they started, and removes what was made for them. */
  close(): Promise<void>;
}

interface Bridge {
  readonly port: number;
  readonly token: string;
}

/**
 * Starts a VS Code of its own (server, data folder, browser) with the packaged extension installed.
 * Takes about six seconds; the caller closes it.
 * @throws {Error} when it does not come up within 90 seconds, with the end of its log
 */
export async function launch(options: LaunchOptions = {}): Promise<VsCode> {
  const scratch = mkdtempSync(join(tmpdir(), 'tech-spec-e2e-'));
  const bridgeFile = join(scratch, 'bridge.json');
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closers.splice(0).reverse()) await step();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const workspace =
      options.workspace === undefined
        ? makeExampleWorkspace(join(scratch, defaultExample))
        : (options.workspace ?? undefined);
    const dataDir = join(scratch, 'server');
    const vsix = options.vsix === undefined ? await packageVsix() : options.vsix;
    if (vsix !== null) await installVsix(vsix, { dataDir });
    const server = await startServer({
      dataDir,
      forTests: true,
      // The model server of a test says the same again when it is asked to repair.
      settings: { 'techSpec.repair.rounds': 0, ...options.settings },
      workspaceTrust: options.workspaceTrust ?? false,
      env: { ...options.env, TECH_SPEC_BRIDGE_FILE: bridgeFile },
    });
    closers.push(server.stop);
    const browser = await launchBrowser();
    closers.push(() => browser.close());
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 900 } });
    page.setDefaultTimeout(readyTimeoutMs);

    const lines: string[] = [];
    const developmentPath = gatherExtensions(join(scratch, 'development'), [
      join(harnessDir, 'bridge'),
      ...(options.extraExtensions ?? []),
    ]);
    await openTestPage(server, page, {
      ...(workspace === undefined ? {} : { folder: workspace }),
      developmentPath,
      testsPath: join(harnessDir, 'bridge', 'evaluate.cjs'),
      onLog: (type, args) => lines.push(`${type} ${format(...args)}`),
    });
    const log = (): string => lines.join('\n');
    let bridge = await bridgeOf(bridgeFile, log);
    await page.locator('.monaco-workbench').waitFor();

    const vsCode: VsCode = {
      page,
      workspace,
      evaluate: (fn, ...args) => ask(bridge, fn.toString(), args),
      wizard: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
      palette: async (title) => {
        await page.keyboard.press('F1');
        const input = page.locator('.quick-input-widget:visible .quick-input-filter input');
        await input.waitFor();
        await input.fill(`>${title}`);
        await page
          .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
          .filter({ hasText: title })
          .first()
          .waitFor();
        await page.keyboard.press('Enter');
      },
      screenshot: async (name) => {
        const dir = join(cacheDir, 'screenshots');
        mkdirSync(dir, { recursive: true });
        const path = join(dir, `${name}.png`);
        await page.screenshot({ path, animations: 'disabled' });
        return path;
      },
      setTheme: async (id) => {
        const kind = await vsCode.evaluate(async (vscode, theme) => {
          const configuration = vscode.workspace.getConfiguration('workbench');
          const before = vscode.window.activeColorTheme;
          if (configuration.get('colorTheme') !== theme) {
            const changed = new Promise<void>((resolve) => {
              const subscription = vscode.window.onDidChangeActiveColorTheme(() => {
                subscription.dispose();
                resolve();
              });
              setTimeout(resolve, 3000);
            });
            await configuration.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
            if (vscode.window.activeColorTheme === before) await changed;
          }
          return vscode.window.activeColorTheme.kind;
        }, id);
        const painted = ['vs', 'vs-dark', 'hc-black', 'hc-light'][kind - 1];
        await page.locator(`.monaco-workbench.${painted}`).waitFor();
        await sleep(300);
      },
      reload: async () => {
        rmSync(bridgeFile, { force: true });
        await page.reload();
        bridge = await bridgeOf(bridgeFile, log);
        await page.locator('.monaco-workbench').waitFor();
      },
      log,
      hostLog: () => logsOf(join(dataDir, 'data', 'logs'), (path) => path.endsWith('exthost.log')),
      productLog: () =>
        logsOf(
          join(dataDir, 'data', 'logs'),
          (path) => path.includes('tech-spec.tech-spec') && path.endsWith('.log'),
        ),
      close,
    };
    return vsCode;
  } catch (error) {
    await close();
    throw error;
  }
}

function logsOf(folder: string, isWanted: (path: string) => boolean): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isWanted)
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('');
}

async function bridgeOf(file: string, log: () => string): Promise<Bridge> {
  const deadline = Date.now() + readyTimeoutMs;
  while (!existsSync(file)) {
    if (Date.now() > deadline)
      throw new Error(`The extension host did not start the bridge.\n${log().slice(-4000)}`);
    await sleep(50);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Bridge;
}

async function ask<Result>(bridge: Bridge, source: string, args: readonly unknown[]): Promise<Result> {
  const response = await fetch(`http://127.0.0.1:${bridge.port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bridge.token}` },
    body: JSON.stringify({ source, args }),
  });
  const answer = (await response.json()) as { value: Result } | { error: string };
  if ('error' in answer) throw new Error(answer.error);
  return answer.value;
}
