import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

describe('the Context step', () => {
  let vsCode: VsCode;
  beforeAll(async () => {
    vsCode = await launch();
  });
  afterAll(() => vsCode.close());

  it('lets the stack be set right by keyboard, shows what the code has and what specs declare', async () => {
    const example = new ExampleWindow(vsCode);
    const wizard = new WizardByKeyboard(vsCode);
    const { frame, page } = wizard;
    await example.create(example.copyOfPrd('stack-set-right'));
    await wizard.at('Source');
    await frame.getByText('US-010').first().waitFor();
    await wizard.press('Next');
    await wizard.at('Context');
    const counts = frame.getByRole('list', { name: 'Found in the code' });
    await counts.getByText('endpoints').waitFor();
    await expect.poll(() => counts.innerText(), patience).toMatch(/[1-9]\d*\s+endpoints/);
    await frame
      .getByText(/^Declares \d+ facts/)
      .first()
      .waitFor();

    // Closed until somebody asks: Next is near for everybody else.
    await wizard.press(/^Stack/);
    await wizard.press(/^Change Go /);
    await frame.getByRole('group', { name: /^Change Go / }).waitFor();
    // The value is selected when its form opens, so typing replaces it.
    const value = frame.getByRole('textbox', { name: 'Languages' });
    const selected = (): Promise<boolean> =>
      value.evaluate(
        (input: HTMLInputElement) =>
          input.selectionStart === 0 && input.selectionEnd === input.value.length && input.value !== '',
      );
    await expect.poll(selected, patience).toBe(true);
    await page.keyboard.type('Go 1.99');
    await expect.poll(() => value.inputValue(), patience).toBe('Go 1.99');
    await page.keyboard.press('Enter');
    await frame.getByText(/^by you; detected: Go /).waitFor();
    await frame.getByRole('button', { name: 'Change Go 1.99' }).waitFor();
    await vsCode.screenshot('stack-set-right');

    await wizard.press('Next');
    await wizard.at('Template');
    await wizard.tabTo(/specification/i);
    await wizard.arrowTo(/^Agent-ready/);
    await wizard.press('Next');
    await wizard.at('Questions');
    await wizard.press('Defer the rest');
    await wizard.press('Next');
    await wizard.at('Generate');
    await wizard.generate(/^Outline/);
    const spec = 'tech-specs/stack-set-right.md';
    await example.written(spec);
    expect(example.read(spec)).toMatch(/\| Go \| language \| 1\.99 \| stated by hand \|/);
    const receipt = example.read('tech-specs/stack-set-right.receipt.json');
    expect(receipt).toContain('"value": "Go 1.99"');
    expect(receipt).toMatch(/"project": "[0-9a-f]{64}"/);
    await expect.poll(() => example.exists(spec), patience).toBe(true);
  });
});
