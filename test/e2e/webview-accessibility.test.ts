import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GenerateState } from '../../src/shared/wizard/generate-state';
import type { WebviewMessage, WizardState } from '../../src/shared/wizard/protocol';
import { previewInBrowser } from '../harness/webview-preview/preview-in-browser';
import { scenes } from '../harness/webview-preview/scenes';

describe('the wizard in a browser', () => {
  const preview = previewInBrowser();
  let page: Page;

  beforeAll(() => {
    page = preview.page;
  });
  beforeEach(async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.setViewportSize({ width: 900, height: 800 });
  });

  const open = (scene: string) => preview.open(scene);
  const sent = () => page.evaluate(() => window.sent);
  const lastSent = async (): Promise<WebviewMessage | undefined> => (await sent()).at(-1);
  const show = (name: string) =>
    page.evaluate(([state, input]) => window.show({ type: 'state', state, input } as never), [
      scenes[name],
      { ...storedInput, step: scenes[name]?.step },
    ] as const);
  const showState = (change: Partial<GenerateState>) =>
    page.evaluate(
      async ([state, input]) => {
        window.show({ type: 'state', state, input } as never);
        await new Promise((resolve) => setTimeout(resolve));
      },
      [
        { ...scenes['generate'], generate: { ...scenes['generate']?.generate, ...change } },
        { ...storedInput, step: 'generate' },
      ] as const,
    );
  const focused = () => page.evaluate(() => document.activeElement?.textContent);

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

  it('puts the focus on the answer of the question that one came for, also where the step is opened by that', async () => {
    await open('context');
    await show('questions-editing');
    const answer = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.closest('[data-question]')?.getAttribute('data-question'));
    await expect.poll(answer).toBe('Q3');
    expect(await page.evaluate(() => document.activeElement?.matches('input:checked'))).toBe(true);
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

  it('announces phase, quarters and result, and not the tokens', async () => {
    await open('generate');
    // The region is there and empty before anything happens: what is put into a new one is not read.
    const announced = page.locator('[aria-live=polite]');
    expect(await announced.textContent()).toBe('');
    const texts = await page.evaluateHandle(() => {
      const heard: string[] = [];
      const region = document.querySelector('[aria-live=polite]');
      const hear = () => heard.push(region?.textContent ?? '');
      if (region)
        new MutationObserver(hear).observe(region, { subtree: true, childList: true, characterData: true });
      return heard;
    });
    const sections = scenes['generate-running']?.generate.sections ?? [];
    for (let done = 0; done <= sections.length; done += 1)
      for (const receivedTokens of [1, 2, 3])
        await showState({
          phase: 'streaming',
          receivedTokens: done * 100 + receivedTokens,
          sections: sections.map((section, at) => ({ ...section, state: at < done ? 'done' : 'todo' })),
        });
    await show('generate-done');
    await expect.poll(() => announced.textContent()).toContain('5 of 6 requirements covered');
    expect(await texts.jsonValue()).toEqual([
      'Writing the spec',
      'Writing the spec, 25 % of the sections are there',
      'Writing the spec, 50 % of the sections are there',
      'Writing the spec, 75 % of the sections are there',
      'The spec is written. 5 of 6 requirements covered, 1 out of scope; no errors; 3 warnings.',
    ]);
  });

  it('tells a failure at once, and what failed as an alert', async () => {
    await open('generate-running');
    await show('generate-failed');
    await page.getByRole('alert').getByText('The server closed the connection.').waitFor();
    expect(await page.locator('[aria-live=polite]').textContent()).toBe('The model failed');
  });

  it('shows why a draft failed and how to go on above what came, and folds the findings of the half', async () => {
    await page.setViewportSize({ width: 430, height: 600 });
    await open('generate-refused');
    const notice = page.getByRole('alert');
    const resume = notice.getByRole('button', { name: 'Resume' });
    await resume.waitFor();
    const end = await resume.evaluate((button) => button.getBoundingClientRect().bottom);
    expect(end).toBeLessThan(500);
    const findings = page.getByText('Findings in the part that is written');
    expect(await page.getByText('neither covered').first().isVisible()).toBe(false);
    await findings.click();
    const shown = () => page.getByText('neither covered').locator('visible=true').count();
    expect(await shown()).toBe(5);
    await page.getByRole('button', { name: '9 more' }).press('Enter');
    expect(await shown()).toBe(14);
    // The wheel moves the page wherever it is turned: nothing scrolls within it.
    const scrolling = await page
      .locator('.progress *')
      .evaluateAll((all) => all.filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY)).length);
    expect(scrolling).toBe(0);
    expect(await page.getByText('Passed:').count()).toBe(0);
  });

  it('shows the chosen document whole in its list, wherever it stands there', async () => {
    const isWhole = () =>
      page.locator('.choice-list-tall').evaluate((list) => {
        const [outer, row] = [list, list.querySelector('.choice-checked')].map((one) =>
          one?.getBoundingClientRect(),
        );
        return outer !== undefined && row !== undefined && row.top >= outer.top && row.bottom <= outer.bottom;
      });
    await open('source-many');
    for (const area of [40, 6, 1]) {
      const scene = scenes['source-many'] as WizardState;
      const selected = `product/areas/area-${area}/requirements/requirements-document.md`;
      await page.evaluate(([state, input]) => window.show({ type: 'state', state, input } as never), [
        { ...scene, source: { ...scene.source, selected } },
        { ...storedInput, step: 'source' },
      ] as const);
      await expect.poll(isWhole).toBe(true);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    }
  });

  it('tells how many requirements and documents a filter leaves', async () => {
    const heard = () =>
      page
        .getByRole('status')
        .evaluateAll((all) => all.map(({ textContent }) => textContent).filter(Boolean));
    await open('source-many');
    await page.getByRole('textbox', { name: 'Filter requirements' }).pressSequentially('12');
    await expect.poll(heard).toContainEqual(expect.stringMatching(/^\d+ of 150 shown$/));
    await open('context-many');
    expect((await heard()).join()).not.toContain('shown');
    await page.getByRole('textbox', { name: 'Filter documents' }).pressSequentially('rule-2');
    await expect.poll(heard).toContainEqual(expect.stringMatching(/^\d+ of 300 shown$/));
  });

  it('shows what was not read as requirements, closed, and makes one of a passage by the keyboard', async () => {
    await open('source');
    const passages = page.locator('.passage-list');
    expect(await passages.count()).toBe(0);
    const heading = page.getByRole('button', { name: 'Not read as requirements 6 · 2 could be one' });
    expect(await heading.getAttribute('aria-expanded')).toBe('false');
    await heading.focus();
    await page.keyboard.press('Enter');
    // What could be one, and what nothing told; what a heading explains stays closed.
    expect(await passages.locator('.passage-text').allTextContents()).toEqual([
      'A shared account must never be needed to try the product.Problem · background',
      'Names of workspaces can be copied with one click.Notes from the call · nothing told what it is',
      expect.stringContaining('Priya showed the list'),
    ]);
    const make = (text: string) => page.getByRole('button', { name: `Make it a requirement: ${text}` });
    await make('A shared account').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Names of',
    );
    await page.keyboard.press('Enter');
    expect(await lastSent()).toEqual({
      type: 'correct',
      wish: { type: 'promote', line: 105, text: 'Names of workspaces can be copied with one click.' },
    });
    const answered = structuredClone(scenes['source']) as WizardState;
    const { summary } = answered.source;
    for (const section of summary?.unread ?? [])
      section.passages = section.passages.filter(({ line }) => line !== 105);
    summary?.corrections.push({ text: 'R-001 added: Names of workspaces', problem: null });
    await page.evaluate(([state, input]) => window.show({ type: 'state', state, input } as never), [
      answered,
      { ...storedInput, step: 'source' },
    ] as const);
    await expect
      .poll(() => page.getByRole('status').allTextContents())
      .toContainEqual('R-001 added: Names of workspaces');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Make it a requirement: A shared account',
    );
    // The last one takes its list along; the heading has the focus then.
    await make('Priya showed the list').focus();
    await page.keyboard.press('Enter');
    if (summary) summary.unread = [];
    await page.evaluate(([state, input]) => window.show({ type: 'state', state, input } as never), [
      answered,
      { ...storedInput, step: 'source' },
    ] as const);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('Not read as requirements');
  });

  it('filters hundreds of passages, and opens the sections in which one matches', async () => {
    await open('source-many');
    await page.getByRole('button', { name: 'Not read as requirements 240 · 8 could be one' }).click();
    expect(await page.locator('.passage-list').count()).toBe(1);
    await page.getByRole('textbox', { name: 'Filter passages' }).pressSequentially('area 37 passage 4');
    await expect.poll(() => page.locator('.passage-text').count()).toBe(1);
    await page
      .locator('.passage-list')
      .getByRole('button', { name: /^Line 1265/ })
      .click();
    expect(await lastSent()).toMatchObject({ type: 'openFile', line: 1265 });
  });

  it.each(['source-loading', 'context-reading', 'questions-asking', 'generate-running'])(
    'moves nothing in scene %s for who wants less motion, by the system or by the editor',
    async (scene) => {
      const moving = () => page.evaluate(() => document.getAnimations().length);
      const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
      await open(scene);
      // Where something is awaited without a bar, a ring turns: so this can fail.
      const isAwaiting = (await page.locator('.busy').count()) > 0;
      expect((await moving()) > 0).toBe(isAwaiting);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect([await moving(), await scrolling()]).toEqual([0, 'auto']);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      expect((await moving()) > 0).toBe(isAwaiting);
      await page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
      expect([await moving(), await scrolling()]).toEqual([0, 'auto']);
    },
  );

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
