import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sidewaysOverflow } from '../harness/webview-preview/page-checks';
import { previewInBrowser } from '../harness/webview-preview/preview-in-browser';

describe('the views of coverage and metrics in a browser', () => {
  const preview = previewInBrowser();
  let page: Page;

  beforeAll(() => {
    page = preview.page;
  });

  async function open(scene: string, width = 1200) {
    await page.setViewportSize({ width, height: 800 });
    await preview.open(scene);
  }
  const lastSent = () => page.evaluate(() => (window.sent as readonly unknown[]).at(-1));

  it('needs no sideways scrolling beside an editor', async () => {
    await open('coverage', 700);
    expect(await sidewaysOverflow(page)).toBe(0);
  });

  it('says why it shows more rows than it counts requirements', async () => {
    await open('coverage');
    const sum = await page.locator('.coverage-sum').innerText();
    expect(sum).toMatch(/ Success criteria, which are measured and not counted here: 1\.$/);
  });

  it('copies the brief of a task, and opens what stands in the code or is missing there', async () => {
    await open('coverage');
    await page.getByRole('button', { name: 'Copy T-002 as Agent Brief' }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'copyBrief', task: 'T-002' });
    await page.getByRole('button', { name: 'Mark T-002 as Open' }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'tickTask', task: 'T-002', done: false });
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

  it('filters by arrows and says how many requirements are left', async () => {
    await open('coverage');
    const status = page.getByRole('status');
    // Nothing is said of what the page shows at first; the region is there, as what is put into a new one is not read.
    expect(await status.textContent()).toBe('');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: /^Covered/ }).isChecked()).toBe(true);
    expect(await status.textContent()).toBe('2 of 5 shown');
    await page.keyboard.press('ArrowLeft');
    expect(await status.textContent()).toBe('5 of 5 shown');
  });

  it('exports the metrics and scrolls their table by the keyboard', async () => {
    await open('metrics', 320);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await lastSent()).toEqual({ type: 'exportCsv' });
    await page.keyboard.press('Tab');
    const table = page.getByRole('region', { name: 'Phases' });
    expect(await table.evaluate((region) => region === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });

  it('says what of the metrics changed while they are in sight, and nothing before', async () => {
    await open('metrics-none');
    const status = page.getByRole('status');
    expect(await status.textContent()).toBe('');
    await page.evaluate(() => window.showMetrics('metrics'));
    await expect.poll(() => status.textContent()).toBe('Features: 2. Finished: 1.');
  });
});
