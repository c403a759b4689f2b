import { afterEach, describe, expect, it } from 'vitest';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

describe('a window in which no spec can be drafted', () => {
  let vsCode: VsCode | undefined;
  afterEach(() => vsCode?.close());

  it('shows all steps in an untrusted workspace, says why nothing is generated and how to go on', async () => {
    vsCode = await launch({
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    expect(await vsCode.evaluate((vscode) => vscode.workspace.isTrusted)).toBe(false);
    const example = new ExampleWindow(vsCode);
    const wizard = new WizardByKeyboard(vsCode);
    await example.create('prds/team-invites.md');
    await wizard.walkToGenerate();
    const notice = wizard.frame.locator('.notice');
    await notice
      .getByText(/Restricted Mode/)
      .first()
      .waitFor();
    await notice.getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
    await wizard.press('Generate');
    // The button that had the focus went away and came back; the reason has it now.
    await wizard.frame.locator('.notice:focus', { hasText: 'Restricted Mode' }).waitFor();
    expect(example.exists('tech-specs/team-invites.md')).toBe(false);

    await wizard.press('Manage Workspace Trust');
    await vsCode.page.locator('.workspace-trust-editor').waitFor();
  });

  it('asks for a folder where none is open', async () => {
    vsCode = await launch({ workspace: null });
    await vsCode.evaluate((vscode) => vscode.commands.executeCommand('techSpec.create'));
    const wizard = new WizardByKeyboard(vsCode);
    await wizard.at('Source');
    await wizard.frame.getByText('Open the folder of your project first').first().waitFor();
    await wizard.press('Open Folder');
    await vsCode.page.locator('.quick-input-widget:visible').waitFor();
  });
});
