// Does in the page what a person does, while the suites of the web build run in its extension host.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Walks the wizard from Source to Generate with all that is open deferred, generates an outline, and notes in the workspace what the
 * Review Checklist then shows.
 * @param {import('playwright-core').Page} page
 * @param {string} folder absolute path of the example in the workspace
 */
export async function walkWizard(page, folder) {
  page.setDefaultTimeout(60_000);
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  /** @param {string} name */
  const press = (name) => frame.getByRole('button', { name, exact: true }).click();
  /** @param {string} step */
  const at = (step) => frame.locator('h1', { hasText: step }).waitFor();
  // The wizard opens after the suites that run before it, which take their time on a busy machine.
  await frame.locator('h1', { hasText: 'Source' }).waitFor({ timeout: 600_000 });
  await frame.getByText('US-010').first().waitFor();
  await press('Next');
  await at('Context');
  await frame.getByText('AGENTS.md').first().waitFor();
  await press('Next');
  await at('Template');
  await frame
    .getByText(/^Agent-ready/)
    .first()
    .click();
  await press('Next');
  await at('Questions');
  await press('Defer the rest');
  await press('Next');
  await at('Generate');
  await frame
    .getByText(/^Outline/)
    .first()
    .click();
  await press('Generate');
  await frame.getByText('The spec is written').first().waitFor();
  await page.locator('.activitybar .action-label[aria-label="Tech Spec"]').click();
  const items = page.locator('.monaco-list-row', {
    has: page.locator('.custom-view-tree-node-item-checkbox'),
  });
  await items.first().waitFor();
  // An item is called by a short name, and read aloud as the spec has it.
  const said = await Promise.all((await items.all()).map((row) => row.getAttribute('aria-label')));
  const shown = said.map((text) => text?.replace(/, for a person to review$/, '') ?? '');
  writeFileSync(join(folder, 'checklist-seen.txt'), shown.join('\n'));
}
