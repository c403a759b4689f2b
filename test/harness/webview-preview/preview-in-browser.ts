import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../../scripts/vscode/browser.mjs';
import { startPreview } from './preview-server.mjs';
import type { ThemeName } from './themes.mjs';

/** The preview of the webviews in a browser of its own, for the tests of one file. */
export interface PreviewInBrowser {
  /** The page of these tests. There from the first test on. */
  readonly page: Page;
  /** A further page, whose complaints count as well. */
  newPage(options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
  /** Opens a scene and waits for its heading; in the page of these tests where no other is named. */
  open(scene: string, options?: { readonly theme?: ThemeName; readonly page?: Page }): Promise<void>;
}

/**
 * Starts preview and browser before the tests of the `describe` it is called in, and ends both after them. A test fails when a
 * page wrote an error or a warning to its console meanwhile.
 */
export function previewInBrowser(): PreviewInBrowser {
  let preview: Awaited<ReturnType<typeof startPreview>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  async function newPage(options?: Parameters<Browser['newPage']>[0]): Promise<Page> {
    const made = await browser.newPage(options);
    made.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    made.on('pageerror', (error) => complaints.push(String(error)));
    return made;
  }

  beforeAll(async () => {
    preview = await startPreview();
    browser = await launchBrowser();
    page = await newPage();
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  return {
    get page() {
      return page;
    },
    newPage,
    async open(scene, { theme = 'dark', page: where = page } = {}) {
      await where.goto(preview.url(scene, theme));
      await where.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}
