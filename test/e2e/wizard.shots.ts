import { afterAll, beforeAll, describe, it } from 'vitest';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { pictureSettings, shootInEveryTheme } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

/** Walks the product on the example and takes the pictures of README and docs, and those to look at, in order. */
describe('pictures of the wizard', () => {
  let vsCode: VsCode;
  let example: ExampleWindow;
  let wizard: WizardByKeyboard;
  let server: ModelServer;
  /** Text of the finished spec. */
  let finished = '';

  beforeAll(async () => {
    server = await startModelServer();
    vsCode = await launch({
      settings: {
        ...pictureSettings,
        // A service of the person's own, as many have it; nothing is asked of it.
        'techSpec.model.baseUrl': 'http://localhost:11434/v1',
        'techSpec.model.name': 'qwen3-coder:30b',
        'techSpec.model.provider': 'outline',
      },
      viewport: { width: 1280, height: 800 },
    });
    example = new ExampleWindow(vsCode);
    wizard = new WizardByKeyboard(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
    await server?.close();
  });

  const run = (command: string, ...args: readonly unknown[]): Promise<unknown> =>
    vsCode.evaluate(
      async (vscode, id, given) => void (await vscode.commands.executeCommand(id, ...given)),
      command,
      args,
    );
  const choose = (name: RegExp): Promise<void> => wizard.frame.getByRole('radio', { name }).first().check();

  /** Takes a picture of each step, with answers as a person gives them. */
  async function walk(shootStep: (step: string) => Promise<unknown>): Promise<void> {
    const next = async (step: string): Promise<void> => {
      await shootStep(step);
      await wizard.frame.getByRole('button', { name: 'Next', exact: true }).click();
    };
    await wizard.frame.getByText('US-010').first().waitFor();
    await shootStep('source-top');
    // What was found in the document is what this step is about; it stands below the choice.
    // Not scrollIntoView, which moves the frames around the page as well.
    await wizard.frame.locator('.summary').evaluate((summary) => {
      const view = summary.ownerDocument.defaultView;
      view?.scrollTo(0, view.scrollY + summary.getBoundingClientRect().top);
    });
    await next('source');
    await wizard.frame.getByText('AGENTS.md').first().waitFor();
    await next('context');
    await choose(/^Agent-ready/);
    await next('template');
    await wizard.frame.locator('.question').first().waitFor();
    await wizard.frame.locator('.question').first().getByRole('radio').first().check();
    await wizard.frame.locator('.question').nth(1).getByRole('button', { name: /Defer/ }).click();
    await wizard.frame.locator('h1').evaluate((heading) => {
      heading.focus({ preventScroll: true });
      heading.ownerDocument.defaultView?.scrollTo(0, 0);
    });
    await shootStep('questions');
    await wizard.frame.getByRole('button', { name: 'Defer the rest' }).click();
    await wizard.frame.getByRole('button', { name: 'Next', exact: true }).click();
    await wizard.frame.getByText('qwen3-coder:30b').first().waitFor();
    await shootStep('generate');
  }

  it('the steps in a panel of 400 pixels', async () => {
    await run('workbench.action.closeSidebar');
    await run('vscode.setEditorLayout', { orientation: 0, groups: [{ size: 0.325 }, { size: 0.675 }] });
    await example.create('prds/team-invites.md');
    const panel = vsCode.page.locator('.editor-group-container').first();
    await walk((step) => shootInEveryTheme(vsCode, `narrow-${step}`, panel));
    await run('workbench.action.closeAllEditors');
    await run('workbench.action.editorLayoutSingle');
  });

  it('the steps, and the finished spec with its checklist', async () => {
    await run('workbench.view.explorer');
    await example.create('initiatives/member-query-fanout.md');
    await example.create('prds/team-invites.md');
    await walk((step) => shootInEveryTheme(vsCode, step, 'editor'));

    await wizard.frame.getByRole('button', { name: 'Generate', exact: true }).click();
    await example.written('tech-specs/team-invites.md');
    await example.showChecklist('tech-specs/team-invites.md');
    await vsCode.evaluate((vscode) => {
      const editor = vscode.window.visibleTextEditors.find(({ document }) =>
        document.uri.path.endsWith('tech-specs/team-invites.md'),
      );
      editor?.revealRange(new vscode.Range(0, 0, 0, 0), vscode.TextEditorRevealType.AtTop);
    });
    await run('notifications.clearAll');
    // The Specs view was opened just now, and looks through the workspace first.
    await vsCode.page.getByRole('treeitem', { name: /Audit log/ }).waitFor();
    await shootInEveryTheme(vsCode, 'overview');
    await shootInEveryTheme(vsCode, 'sidebar', 'sidebar');
    finished = example.read('tech-specs/team-invites.md');
  });

  it('a draft under way, stopped and refused', async () => {
    server.reply({ kind: 'stream', text: finished, tokensPerSecond: 150 });
    await wizard.frame.getByRole('radio', { name: 'qwen3-coder:30b' }).check();
    // The address of the test server, entered as a person does: README shows one that is the same in each run.
    const address = wizard.frame.getByRole('textbox', { name: 'Base URL' });
    await address.fill(server.baseUrl);
    await address.blur();
    await wizard.frame.getByText(server.baseUrl).first().waitFor();
    const generate = wizard.frame.getByRole('button', { name: 'Generate', exact: true });
    await generate.click();
    await wizard.frame.getByText('writing', { exact: true }).first().waitFor();
    await shootInEveryTheme(vsCode, 'streaming');
    await wizard.frame.getByRole('button', { name: 'Stop' }).click();
    await wizard.frame.getByText('What came so far is kept').first().waitFor();
    await example.idle();
    await shootInEveryTheme(vsCode, 'stopped');

    server.reply({ kind: 'error', status: 401 });
    await generate.click();
    await wizard.frame.getByRole('alert').first().waitFor();
    await run('workbench.action.closeSidebar');
    await shootInEveryTheme(vsCode, 'refused');
  });
});
