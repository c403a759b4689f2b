import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WebviewMessage } from '../../src/shared/wizard/protocol';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { startPreview } from '../harness/webview-preview/preview-server.mjs';
import { scenes } from '../harness/webview-preview/scenes';
import { themeNames } from '../harness/webview-preview/themes.mjs';
import type { ThemeName } from '../harness/webview-preview/themes.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const steps = ['source', 'context', 'template', 'questions', 'generate'];

describe('the wizard in a browser', () => {
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
  beforeEach(async () => {
    complaints.length = 0;
    await page.setViewportSize({ width: 900, height: 800 });
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  async function open(scene: string, theme: ThemeName = 'dark') {
    await page.goto(preview.url(scene, theme));
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  async function violations(): Promise<readonly string[]> {
    await page.evaluate(axeSource);
    const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
    );
  }

  const sent = () => page.evaluate(() => window.sent);
  const lastSent = async (): Promise<WebviewMessage | undefined> => (await sent()).at(-1);
  const show = (name: string) =>
    page.evaluate(([state, input]) => window.show({ type: 'state', state, input } as never), [
      scenes[name],
      { ...storedInput, step: scenes[name]?.step },
    ] as const);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);

  it.each(Object.keys(scenes))('has no axe violation and no console complaint in scene %s', async (scene) => {
    await open(scene);
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(
    themeNames.flatMap((theme) =>
      [...steps, 'source-error', 'generate-done'].map((step) => [theme, step] as const),
    ),
  )('has no axe violation in theme %s, scene %s', async (theme, step) => {
    await open(step, theme);
    expect(await violations()).toEqual([]);
  });

  it.each(Object.keys(scenes))('needs no sideways scrolling at 320 pixels in scene %s', async (scene) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await open(scene);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it('puts the focus on the heading when the step changes, and not when the same step is drawn again', async () => {
    await open('context');
    await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'goTo', step: 'template' });
    await show('template');
    await expect.poll(focused).toBe('Template');
    await page.getByRole('button', { name: 'Back', exact: true }).focus();
    await show('template-problems');
    await page.getByText('cannot be used').waitFor();
    expect(await focused()).toBe('Back');
  });

  it('gives the focus to the document once the form that had it has become one', async () => {
    await open('source-initiative');
    await page.getByRole('button', { name: 'Create Initiative' }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'saveInitiative', asItIs: false });
    await show('source');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('source');
  });

  it('explains a blocked Next and sends nothing when it is pressed all the same', async () => {
    await open('questions');
    const next = page.getByRole('button', { name: 'Next', exact: true });
    expect(await next.isDisabled()).toBe(true);
    const reason = '1 blocking question is still open. Answer, assume or defer it.';
    expect(await next.getAttribute('aria-description')).toBe(reason);
    await page.getByText(reason).waitFor();
    const before = await sent();
    await next.press('Enter');
    expect(await sent()).toEqual(before);
  });

  it('sends typed text before the step is left', async () => {
    await open('questions');
    await page.getByRole('textbox', { name: 'Your answer' }).last().pressSequentially('Behind a flag');
    await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');
    expect((await sent()).slice(1)).toEqual([
      { type: 'answer', answer: { kind: 'text', questionId: 'Q4', text: 'Behind a flag' } },
      { type: 'goTo', step: 'template' },
    ]);
  });

  it('keeps what is being typed when the host echoes an older text', async () => {
    await open('generate');
    const output = page.getByRole('textbox', { name: 'Write the spec to' });
    await output.fill('specs/new.md');
    await show('generate');
    await page.waitForTimeout(50);
    expect(await output.inputValue()).toBe('specs/new.md');
    await expect.poll(lastSent).toEqual({ type: 'setOutput', path: 'specs/new.md' });
  });

  it('answers by option, assumes it, defers it and clears it', async () => {
    await open('questions');
    const question = page.getByRole('group', { name: /“quickly”/ });
    await question.getByRole('radio', { name: /Within a minute/ }).press('Space');
    const text = 'Within a minute, by a background worker';
    expect(await lastSent()).toEqual({ type: 'answer', answer: { kind: 'text', questionId: 'Q1', text } });
    await question.getByRole('button', { name: 'Assume' }).click();
    expect(await lastSent()).toEqual({ type: 'answer', answer: { kind: 'assume', questionId: 'Q1', text } });
    expect(await question.getByRole('button', { name: 'Assume' }).getAttribute('aria-pressed')).toBe('true');
    await question.getByRole('button', { name: 'Defer' }).click();
    expect(await lastSent()).toEqual({ type: 'answer', answer: { kind: 'defer', questionId: 'Q1' } });
    expect(await question.getByRole('radio', { checked: true }).count()).toBe(0);
    await question.getByRole('button', { name: 'Defer' }).click();
    expect(await lastSent()).toEqual({ type: 'clearAnswer', questionId: 'Q1' });
  });

  it('moves through a radio group by arrows', async () => {
    await open('template');
    await page.getByRole('radio', { name: /Team tech spec/ }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await lastSent()).toEqual({ type: 'selectTemplate', id: 'feature' });
    await page.keyboard.press('ArrowDown');
    expect(await lastSent()).toEqual({ type: 'selectTemplate', id: 'architecture' });
  });

  it('leaves a document out by the keyboard, once for each press', async () => {
    await open('context');
    const box = page.getByRole('checkbox', { name: 'Working on Roster' });
    await box.press('Space');
    expect((await sent()).slice(1)).toEqual([
      { type: 'toggleDocuments', paths: ['AGENTS.md'], included: false },
    ]);
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('false');
    await show('context');
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('true');
    expect(await sent()).toHaveLength(2);
  });

  it('shows three hundred documents as closed groups, and opens, filters and turns them by the keyboard', async () => {
    await open('context-many');
    const boxes = page.getByRole('checkbox');
    expect(await boxes.count()).toBe(0);
    const rules = page.getByRole('button', { name: /^Rules 85 of 100/ });
    expect(await rules.getAttribute('aria-expanded')).toBe('false');
    await rules.press('Enter');
    expect(await boxes.count()).toBe(85);
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'What is left out (43)' });
    expect(await boxes.count()).toBe(15);
    // A row that is put in stays in sight, with the focus on it.
    await boxes.first().press('Space');
    await expect.poll(() => boxes.first().getAttribute('aria-checked')).toBe('true');
    expect(await boxes.count()).toBe(15);
    await page.getByRole('textbox', { name: 'Filter documents' }).fill('rule-2');
    await page.getByRole('button', { name: 'Include all: Research' }).press('Enter');
    const last = await lastSent();
    expect(last).toMatchObject({ type: 'toggleDocuments', included: true });
  });

  it('turns a whole group at once, of it what is shown', async () => {
    await open('context');
    await page.getByRole('button', { name: 'Leave out all: Rules' }).press('Enter');
    expect(await lastSent()).toEqual({
      type: 'toggleDocuments',
      paths: ['AGENTS.md', '.cursor/rules/go-services.mdc'],
      included: false,
    });
  });

  it('does nothing on Escape', async () => {
    await open('generate-running');
    await page.keyboard.press('Escape');
    expect(await sent()).toHaveLength(1);
  });

  it('keeps the focus in the page when Generate gives way to Stop, away from Stop', async () => {
    await open('generate');
    await page.getByRole('button', { name: 'Generate', exact: true }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'generate' });
    await show('generate-running');
    await expect.poll(focused).toBe('Writing the spec');
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    expect(await lastSent()).toEqual({ type: 'stop' });
  });

  it('announces the phase and not the tokens', async () => {
    await open('generate-running');
    const announced = page.locator('[aria-live=polite]');
    expect(await announced.textContent()).toBe('Writing the spec');
    await show('generate-done');
    await expect.poll(() => announced.textContent()).toContain('5 of 6 requirements covered');
  });

  it('reaches every control by Tab, headings and steps included', async () => {
    await open('questions');
    const names: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (name === 'Back') break;
      names.push(name);
    }
    expect(names[0]).toBe('Defer the rest');
    expect(names).toContain('prds/team-invites.md:68');
    expect(names.filter((name) => name === 'Assume')).toHaveLength(5);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Next');
  });
});

const storedInput = {
  source: null,
  kind: null,
  excludedDocuments: [],
  includedDocuments: [],
  template: null,
  answers: [],
  model: null,
  output: null,
};
