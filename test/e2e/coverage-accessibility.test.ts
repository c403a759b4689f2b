import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { startPreview } from '../harness/webview-preview/preview-server.mjs';
import { themeNames } from '../harness/webview-preview/themes.mjs';
import type { ThemeName } from '../harness/webview-preview/themes.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const scenes = ['coverage', 'coverage-documents', 'coverage-none'];

describe('the coverage view in a browser', () => {
  let preview: Awaited<ReturnType<typeof startPreview>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    preview = await startPreview();
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  async function open(scene: string, theme: ThemeName = 'dark', width = 1200) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(preview.url(scene, theme));
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  const lastSent = () => page.evaluate(() => (window.sent as readonly unknown[]).at(-1));

  it.each([
    ...themeNames.map((theme) => ['coverage', theme] as const),
    ...scenes.map((scene) => [scene, 'dark'] as const),
  ])('has no axe violation and no console complaint in scene %s, theme %s', async (scene, theme) => {
    await open(scene, theme);
    await page.evaluate(axeSource);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([320, 700])('needs no sideways scrolling at %i pixels', async (width) => {
    await open('coverage', 'dark', width);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it('copies the brief of a task, and opens what stands in the code or is missing there', async () => {
    await open('coverage');
    await page.getByRole('button', { name: 'Copy T-002 as Agent Brief' }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'copyBrief', task: 'T-002' });
    const code = page.getByRole('list', { name: 'US-001, Code' });
    await code.getByRole('button', { name: 'loans, differs' }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'open', place: { path: 'migrations/0007_loans.sql', line: 6 } });
    await code.getByRole('button', { name: 'internal/loans/notify.go, is missing' }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'open', place: { path: 'tech-specs/loans.md', line: 96 } });
  });

  it('shows the rest of a long list on request, and keeps the focus on what does', async () => {
    await open('coverage');
    const code = page.getByRole('list', { name: 'US-001, Code' });
    expect(await code.getByRole('listitem').count()).toBe(4);
    await page.getByRole('button', { name: '3 more, US-001, Code' }).press('Enter');
    expect(await code.getByRole('listitem').count()).toBe(7);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show fewer');
  });
});
