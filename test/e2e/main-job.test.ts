import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { fakeModelProvider, launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

/** What a model answers: characters of every width, and enough of them for several edits. */
const answer = (title: string): string =>
  `# Tech Spec: ${title}\n\n## 1. Overview\n\n### Summary\n\nUmlaut ä, 漢字, 🚀 arrive whole.\n\n` +
  Array.from({ length: 200 }, (_, index) => `Line ${index} of a streamed section.\n`).join('') +
  '\n## Review Checklist\n\n- [ ] Each requirement of the PRD has a task that implements it\n';

describe('creating a tech spec in a real VS Code from the packaged extension', () => {
  let server: ModelServer;
  let vsCode: VsCode;
  let example: ExampleWindow;
  let wizard: WizardByKeyboard;

  beforeAll(async () => {
    server = await startModelServer();
    vsCode = await launch({
      extraExtensions: [fakeModelProvider],
      settings: {
        'techSpec.model.baseUrl': server.baseUrl,
        'techSpec.model.name': 'test-model',
        // Not the last one used: the tests are to be independent of each other.
        'techSpec.model.provider': 'outline',
      },
    });
    example = new ExampleWindow(vsCode);
    wizard = new WizardByKeyboard(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
    await server?.close();
  });
  afterEach(() => example.tidy());

  const checklistItems = () =>
    vsCode.page.locator('.monaco-list-row', {
      has: vsCode.page.locator('.custom-view-tree-node-item-checkbox'),
    });

  /** What the items say in the spec: they are called by short names, and read aloud whole. */
  const checklistTexts = async (): Promise<readonly string[]> => {
    const said = (await checklistItems().all()).map((row) => row.getAttribute('aria-label'));
    return (await Promise.all(said)).map((text) => text?.replace(/, for a person to review$/, '') ?? '');
  };

  it('drafts an outline from a right-click and five steps by keyboard alone, saved where the template says', async () => {
    await example.createFromExplorer('prds', 'team-invites.md');
    await wizard.walkToGenerate();
    await wizard.generate(/^Outline/);
    await example.written('tech-specs/team-invites.md');
    await wizard.frame.getByText('The spec is written').first().waitFor();
    await wizard.frame.getByText('14 of 14 requirements covered').first().waitFor();

    await expect.poll(() => example.tabs(), patience).toContain('tech-specs/team-invites.md');
    const spec = example.read('tech-specs/team-invites.md');
    expect(spec).toContain('| US-001 |');
    expect(spec).not.toMatch(/<!--|\{\{/);
    const receipt = JSON.parse(example.read('tech-specs/team-invites.receipt.json')) as {
      readonly source: { readonly path: string };
      readonly template: { readonly id: string };
    };
    expect(receipt.source.path).toBe('prds/team-invites.md');
    expect(receipt.template.id).toBe('agent-ready');

    // The checklist of the spec beside the wizard, without anybody having clicked into it.
    await example.showChecklist('tech-specs/team-invites.md');
    const shown = await checklistTexts();
    // Only what a person answers for has a box; what checks verify has none.
    expect(shown.length).toBeGreaterThan(1);
    for (const item of shown) expect(spec).toContain(`- [ ] ${item}`);
  });

  it('streams from a local OpenAI-compatible server, byte for byte, beside what exists', async () => {
    const source = example.copyOfPrd('from-the-server');
    const text = answer('From the server');
    await vsCode.evaluate(async (vscode, name) => {
      const root = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
      const taken = vscode.Uri.joinPath(root, name);
      await vscode.workspace.fs.writeFile(taken, new TextEncoder().encode('Somebody else wrote this.'));
    }, 'tech-specs/from-the-server.md');
    server.reply({ kind: 'stream', text, tokensPerSecond: 2000 });
    await example.createFromExplorer('prds', source.slice('prds/'.length));
    await wizard.walkToGenerate();
    await wizard.generate(/^test-model/);
    await example.written('tech-specs/from-the-server-2.md');
    expect(example.read('tech-specs/from-the-server-2.md').slice(0, text.trimEnd().length)).toBe(
      text.trimEnd(),
    );
    expect(example.read('tech-specs/from-the-server.md')).toBe('Somebody else wrote this.');
    const [request] = server.requests().slice(-1);
    expect(JSON.stringify(request?.body)).toContain('US-001/AC-1');
  });

  it("streams from the editor's own models", async () => {
    const source = example.copyOfPrd('from-the-editor');
    const text = answer('From the editor');
    await vsCode.evaluate(
      async (vscode, given) => vscode.commands.executeCommand('fakeModels.set', { text: given }),
      text,
    );
    await example.createFromExplorer('prds', source.slice('prds/'.length));
    await wizard.walkToGenerate();
    await wizard.generate(/^Fake normal/);
    await example.written('tech-specs/from-the-editor.md');
    expect(example.read('tech-specs/from-the-editor.md').slice(0, text.trimEnd().length)).toBe(
      text.trimEnd(),
    );
  });

  it('drafts without the wizard, with the template as the only pick', async () => {
    await example.quickCreate(example.copyOfPrd('quick'), 'Agent-ready');
    await example.written('tech-specs/quick.md');
    await vsCode.page
      .getByText(/tech-specs\/quick\.md: 14 of 14 requirements covered, 0 errors/)
      .first()
      .waitFor();
    expect(example.read('tech-specs/quick.md')).toContain('| US-001 |');
  });

  it('says that a spec of the source is there, or that the file is one, before it makes another', async () => {
    const source = example.copyOfPrd('twice');
    const show = (path: string) =>
      vsCode.evaluate(async (vscode, name) => {
        const [folder] = vscode.workspace.workspaceFolders ?? [];
        if (folder !== undefined)
          await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name), { preview: false });
      }, path);
    const button = vsCode.page.locator('.editor-actions .action-label[aria-label="Create Tech Spec"]');
    await show(source);
    await button.waitFor();
    await show('README.md');
    await button.waitFor({ state: 'detached' });
    await example.quickCreate(source, 'Agent-ready');
    await example.written('tech-specs/twice.md');
    const run = (command: string, path: string) =>
      vsCode.evaluate(
        (vscode, [id, name]) => {
          const [folder] = vscode.workspace.workspaceFolders ?? [];
          if (folder !== undefined)
            void vscode.commands.executeCommand(id, vscode.Uri.joinPath(folder.uri, name));
        },
        [command, path] as const,
      );
    await show(source);
    await vsCode.page.waitForTimeout(500);
    expect(await button.count()).toBe(0);
    await run('techSpec.quickCreate', source);
    const pick = vsCode.page.locator('.quick-input-widget:visible');
    await pick.getByText('tech-specs/twice.md was made from this source already').waitFor();
    for (const label of ['Update It', 'Open It', 'Write a Further Spec'])
      await pick.getByText(label, { exact: true }).waitFor();
    await vsCode.page.keyboard.press('Escape');
    await run('techSpec.create', source);
    await wizard.frame.getByText('tech-specs/twice.md was made from this source already.').waitFor();
    await wizard.frame.getByRole('button', { name: 'Update It' }).waitFor();
    await run('techSpec.create', 'tech-specs/twice.md');
    const told = await example.message('tech-specs/twice.md is a spec already.');
    await told.getByRole('button', { name: 'Update from Its Source' }).waitFor();
    expect(example.exists('tech-specs/twice-2.md')).toBe(false);
  });

  it('writes ticks into the file, each at once and nothing else', async () => {
    await example.quickCreate(example.copyOfPrd('ticked'), 'Agent-ready');
    await example.written('tech-specs/ticked.md');
    await example.showChecklist('tech-specs/ticked.md');
    const items = checklistItems();
    const before = example.read('tech-specs/ticked.md');
    expect(before).not.toContain('- [x]');
    const labels = (await checklistTexts()).slice(0, 3);
    // As fast as a person can who knows what to tick.
    for (const index of labels.keys()) {
      await items.nth(index).locator('.custom-view-tree-node-item-checkbox').click();
    }
    let expected = before;
    for (const label of labels) expected = expected.replace(`- [ ] ${label}`, `- [x] ${label}`);
    expect(expected).not.toBe(before);
    await expect.poll(() => example.read('tech-specs/ticked.md'), patience).toBe(expected);

    await items.first().locator('.custom-view-tree-node-item-checkbox').click();
    expected = expected.replace(`- [x] ${labels[0]}`, `- [ ] ${labels[0]}`);
    await expect.poll(() => example.read('tech-specs/ticked.md'), patience).toBe(expected);
  });

  it("shows the workspace's specs with status and coverage", async () => {
    await example.quickCreate(example.copyOfPrd('listed'), 'Agent-ready');
    await example.written('tech-specs/listed.md');
    await vsCode.evaluate((vscode) => vscode.commands.executeCommand('techSpec.specs.focus'));
    const row = vsCode.page.locator('.pane .monaco-list-row', { hasText: /listed/i }).first();
    await row.getByText('Draft · 14/14').waitFor();
  });

  it("takes a draft back with one undo, the engine's line below it too, and puts both back with one redo", async () => {
    await example.quickCreate(example.copyOfPrd('undone'), 'Agent-ready');
    await example.written('tech-specs/undone.md');
    const lengths = await vsCode.evaluate(async (vscode) => {
      const editor = vscode.window.visibleTextEditors.find(({ document }) =>
        document.uri.path.endsWith('tech-specs/undone.md'),
      );
      if (editor?.viewColumn === undefined) throw new Error('The spec is not in sight.');
      const { document } = await vscode.window.showTextDocument(editor.document, {
        viewColumn: editor.viewColumn,
      });
      const after = async (command: string): Promise<number> => {
        const version = document.version;
        await vscode.commands.executeCommand(command);
        for (let wait = 0; wait < 100 && document.version === version; wait++)
          await new Promise((resolve) => setTimeout(resolve, 50));
        return document.getText().length;
      };
      const whole = document.getText().length;
      return { whole, undone: await after('undo'), redone: await after('redo') };
    });
    expect(lengths.whole).toBeGreaterThan(1000);
    expect(lengths).toMatchObject({ undone: 0, redone: lengths.whole });
    expect(example.read('tech-specs/undone.md')).toContain('_Traceability verified: ');
  });
});
