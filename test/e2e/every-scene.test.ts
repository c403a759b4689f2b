import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { focusWalk } from '../harness/webview-preview/focus-walk';
import { axeViolations, changeTheme, cutOff, sidewaysOverflow } from '../harness/webview-preview/page-checks';
import { previewInBrowser } from '../harness/webview-preview/preview-in-browser';
import { reportScenes } from '../harness/webview-preview/report-scenes.mjs';
import { scenes } from '../harness/webview-preview/scenes';
import { themeNames } from '../harness/webview-preview/themes.mjs';

const everyScene = [...Object.keys(scenes), ...reportScenes];
/** What WCAG 2.2 asks of everything that is no text (1.4.11). */
const enoughContrast = 3;

describe('every scene of the wizard and of the views of coverage and metrics', () => {
  const preview = previewInBrowser();
  let page: Page;
  /** A window of 1280 by 800 that is enlarged to 200 %. */
  let enlarged: Page;

  beforeAll(async () => {
    page = preview.page;
    enlarged = await preview.newPage({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  });

  it.each(everyScene)('has no axe violation in any theme: %s', async (scene) => {
    await page.setViewportSize({ width: 900, height: 800 });
    await preview.open(scene);
    for (const theme of themeNames) {
      await changeTheme(page, theme);
      expect(await axeViolations(page), theme).toEqual([]);
    }
  });

  it.each(everyScene)('shows in any theme where the focus is, in front of everything: %s', async (scene) => {
    // Just high enough for the footer to stay at the bottom, over the rest.
    await page.setViewportSize({ width: 900, height: 440 });
    await preview.open(scene);
    const counts: number[] = [];
    for (const theme of themeNames) {
      await changeTheme(page, theme);
      // There and back: what stays at the top covers on the way up what the footer does on the way down.
      const stops = await focusWalk(page, theme.startsWith('high') ? 'Shift+Tab' : 'Tab');
      counts.push(stops.length);
      expect(
        stops.filter(({ coveredBy, contrast }) => coveredBy !== null || contrast < enoughContrast),
        theme,
      ).toEqual([]);
    }
    // The same controls each time, and none at all only where there is nothing but text.
    expect(new Set(counts).size).toBe(1);
    expect(counts[0] === 0).toBe(/-none$/.test(scene));
  });

  it.each(everyScene)('needs no sideways scrolling at 320 pixels: %s', async (scene) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await preview.open(scene);
    expect(await sidewaysOverflow(page)).toBe(0);
  });

  it.each(everyScene)('is whole and in reach at 200 %: %s', async (scene) => {
    await preview.open(scene, { page: enlarged });
    expect(await sidewaysOverflow(enlarged)).toBe(0);
    expect(await cutOff(enlarged)).toEqual([]);
    const stops = await focusWalk(enlarged);
    expect(stops.filter(({ coveredBy }) => coveredBy !== null)).toEqual([]);
  });
});
