import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { themeClasses, themeKinds } from './themes.mjs';
import type { ThemeName } from './themes.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Changes the theme of an open page, as VS Code does while a webview is open: variables and the class of the body. */
export async function changeTheme(page: Page, theme: ThemeName): Promise<void> {
  await page.evaluate(
    async ({ name, kind, classes }) => {
      const links = document.querySelectorAll<HTMLLinkElement>('link[data-theme]');
      for (const link of links) link.media = link.dataset['theme'] === name ? 'all' : 'not all';
      document.body.className = classes;
      document.body.dataset['vscodeThemeKind'] = kind;
      // The control library follows in the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    { name: theme, kind: themeKinds[theme], classes: themeClasses[theme] },
  );
}

/** What axe finds wrong with the page as it is, one line for each element. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  // What passes is of no interest, and to describe it takes most of the time.
  const run = page.evaluate("axe.run({ resultTypes: ['violations'] })");
  const { violations } = (await run) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  );
}

/** How many pixels the page is wider than its window. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * Texts and controls that nobody can bring into sight: they reach out of the window at a side, or out of an element that hides what
 * goes over its edge. Not counted: what scrolls, what is for screen readers alone, and text that ends in dots on purpose.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth)
          return true;
      return false;
    };
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || element.closest('.visually-hidden') !== null) continue;
      if ((box.left < -0.5 || box.right > width + 0.5) && !scrolls(element))
        found.push(`out of the window: ${element.outerHTML.slice(0, 120)}`);
      const hides = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
      const isCut =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (hides && isCut && style.textOverflow !== 'ellipsis' && style.clipPath === 'none')
        found.push(`cut: ${element.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
}
