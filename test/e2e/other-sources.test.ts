import { readdirSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shootInEveryTheme } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

describe('a spec without a document to start from', () => {
  let vsCode: VsCode;
  let example: ExampleWindow;
  let wizard: WizardByKeyboard;

  beforeAll(async () => {
    vsCode = await launch({ settings: { 'techSpec.model.provider': 'outline' } });
    example = new ExampleWindow(vsCode);
    wizard = new WizardByKeyboard(vsCode);
  });
  afterAll(() => vsCode?.close());
  afterEach(() => example.tidy());

  /** Opens the wizard without a document, at the choice of where the source comes from. */
  async function open(way: RegExp): Promise<void> {
    await vsCode.evaluate(async (vscode) => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('techSpec.create');
    });
    await wizard.at('Source');
    await wizard.tabTo(/^(A document|A new initiative|A pasted conversation)/);
    await wizard.arrowTo(way);
  }

  /** Types into the field, in place of what it holds. */
  async function fill(field: string, text: string): Promise<void> {
    // A choice brings its form a moment later; until then Tab leaves the wizard.
    await wizard.frame.getByRole('textbox', { name: field, exact: true }).first().waitFor();
    await wizard.tabTo(field);
    await wizard.page.keyboard.press('ControlOrMeta+A');
    await wizard.page.keyboard.insertText(text);
  }

  const said = (text: string | RegExp) => wizard.frame.getByText(text).first().waitFor();

  it('is made from an initiative that is written in the form, once it says what could be found untrue', async () => {
    await open(/^A new initiative/);
    await fill('Title', 'No deadlocks when orders are placed');
    await fill('Problem', 'The code is messy and hard to work with.');
    await said(/"messy" is a judgement/);
    await wizard.press('Create Initiative');
    await said(/too vague to build on/);
    expect(example.exists('initiatives/no-deadlocks-when-orders-are-placed.md')).toBe(false);
    await shootInEveryTheme(vsCode, 'initiative-vague', 'editor');

    await open(/^A new initiative/);
    await fill('Problem', '`POST /orders` answers 500 for 2 % of the carts with more than 50 items.');
    await fill('Why now', 'The share has doubled since the release of 3 May.');
    await fill('ER-001: statement', 'Order lines are locked in one order.');
    await fill('ER-001: success criteria', 'The load test with 60 items in each cart ends without a 500.');
    await fill('Out of scope', 'Other tables');
    await expect.poll(() => wizard.frame.getByText(/too vague to build on/).count(), patience).toBe(0);
    await wizard.press('Create Initiative');
    const path = 'initiatives/no-deadlocks-when-orders-are-placed.md';
    await expect.poll(() => example.exists(path), patience).toBe(true);
    await wizard.frame.locator('.requirement-table').getByText('ER-001').waitFor();
    expect(example.read(path)).toContain('- **ER-001** (must): Order lines are locked in one order.');

    await wizard.press('Next');
    await wizard.at('Context');
    await said('AGENTS.md');
    await wizard.press('Next');
    await wizard.at('Template');
    await wizard.tabTo(/specification|design document/i);
    await wizard.arrowTo(/^Agent-ready/);
    await wizard.press('Next');
    await wizard.at('Questions');
    await wizard.press('Defer the rest');
    await wizard.press('Next');
    await wizard.at('Generate');
    await wizard.generate(/^Outline/);
    const spec = 'tech-specs/no-deadlocks-when-orders-are-placed.md';
    await example.written(spec);
    expect(example.read(spec)).toContain('ER-001');
  });

  it('is made from a pasted conversation, in which what was decided last counts', async () => {
    await open(/^A pasted conversation/);
    const talk = [
      'Ana: We need a limit of 10 exports per hour in the nightly job.',
      'Ben: Actually, make it 20 exports per hour.',
      'Ana: Fine. Which queue do we use?',
      'Ben: Not sure, let me check.',
    ].join('\n');
    await fill('Conversation', talk);
    await fill('File', 'conversations/limits.md');
    await wizard.press('Save and Use');
    await said('now R-001');
    await said('Which queue do we use?');
    expect(example.read('conversations/limits.md')).toContain(talk);
    await shootInEveryTheme(vsCode, 'conversation-pasted', 'editor');
  });

  it('is offered a PRD starter where a conversation describes what users see', async () => {
    await example.create('conversations/export-members-csv.md');
    await wizard.at('Source');
    await said('R-001');
    await wizard.press('Next');
    await wizard.at('Context');
    await said('AGENTS.md');
    await wizard.press('Next');
    await wizard.at('Template');
    await wizard.tabTo(/specification|design document/i);
    await wizard.arrowTo(/^Agent-ready/);
    await wizard.press('Back');
    await wizard.at('Context');
    await wizard.press('Back');
    await wizard.at('Source');
    await said(/This describes what users of the product see/);
    await shootInEveryTheme(vsCode, 'conversation-product', 'editor');
    await wizard.press('Create PRD Starter');
    const input = vsCode.page.locator('.quick-input-widget:visible input');
    await input.waitFor();
    await vsCode.page.keyboard.type('Export the list of members');
    await vsCode.page.keyboard.press('Enter');
    await expect.poll(() => example.exists('prds/export-the-list-of-members.md'), patience).toBe(true);
    expect(example.read('prds/export-the-list-of-members.md')).toMatch(/^# Export the list of members\n/);
    await expect.poll(() => example.tabs(), patience).toContain('prds/export-the-list-of-members.md');
    // A second one takes nothing away.
    void vsCode.evaluate((vscode) => vscode.commands.executeCommand('techSpec.newPrd'));
    await input.waitFor();
    await vsCode.page.keyboard.type('Export the list of members');
    await vsCode.page.keyboard.press('Enter');
    await expect
      .poll(() => readdirSync(example.path('prds')), patience)
      .toContain('export-the-list-of-members-2.md');
    // It is opened next, and has to be there then.
    await expect.poll(() => example.tabs(), patience).toContain('prds/export-the-list-of-members-2.md');
    rmSync(example.path('prds/export-the-list-of-members-2.md'));
  });
});
