import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { VsCode } from '../harness/vs-code';

/** How long something is waited for, and how often it is looked at meanwhile, in milliseconds. */
export interface Patience {
  readonly timeout: number;
  readonly interval: number;
}

/**
 * Longest that anything in these tests may take, in milliseconds: two slow cores that others use as well, nothing that waits
 * for the network. What is there is seen at once.
 */
export const patience: Patience = { timeout: 90_000, interval: 100 };

const prd = 'prds/team-invites.md';

/** What the tests ask of a window with the example, and leave behind. Paths are relative to the workspace. */
export class ExampleWindow {
  readonly #vsCode: VsCode;
  readonly #patience: Patience;

  /** @param timeout longest that anything may take, in milliseconds */
  constructor(vsCode: VsCode, timeout: number = patience.timeout) {
    this.#vsCode = vsCode;
    this.#patience = { ...patience, timeout };
  }

  path(relative: string): string {
    return join(this.#vsCode.workspace ?? '', relative);
  }

  exists(relative: string): boolean {
    return existsSync(this.path(relative));
  }

  read(relative: string): string {
    return readFileSync(this.path(relative), 'utf8');
  }

  /**
   * A copy of the example's PRD under another title, so that a test has a wizard session and a target of its own.
   *
   * @returns its path; the spec goes to `tech-specs/NAME.md`
   */
  copyOfPrd(name: string): string {
    const copy = `prds/${name}.md`;
    copyFileSync(this.path(prd), this.path(copy));
    writeFileSync(this.path(copy), this.read(copy).replace(/^# .*/, `# PRD: ${name}`));
    return copy;
  }

  /** Right-clicks a document in the explorer and takes the entry that starts the wizard. */
  async createFromExplorer(folder: string, document: string): Promise<void> {
    const { page } = this.#vsCode;
    await this.#vsCode.evaluate((vscode) => vscode.commands.executeCommand('workbench.view.explorer'));
    const rows = page.locator('.explorer-folders-view .monaco-list-row');
    const parent = rows.filter({ hasText: new RegExp(`^${folder}$`) });
    await parent.waitFor();
    if ((await parent.getAttribute('aria-expanded')) !== 'true') await parent.click();
    await rows
      .filter({ hasText: new RegExp(`^${document.replaceAll('.', '\\.')}$`) })
      .first()
      .click({ button: 'right' });
    // The editor ignores a click that follows the opening of a menu too fast to be a person's.
    const entry = page.locator('.context-view .action-label', { hasText: /^Create Tech Spec$/ });
    await entry.waitFor();
    await page.waitForTimeout(600);
    await entry.click();
  }

  /** Starts the wizard as the palette does; `document` stands for the open one. */
  async create(document: string): Promise<void> {
    await this.#vsCode.evaluate(async (vscode, path) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder === undefined) throw new Error('No folder is open.');
      await vscode.commands.executeCommand('techSpec.create', vscode.Uri.joinPath(folder.uri, path));
    }, document);
  }

  /** Drafts an outline without the wizard: the command, and the template as the only pick. */
  async quickCreate(document: string, template: string): Promise<void> {
    const { page } = this.#vsCode;
    // Not awaited there: the command is done when its spec is.
    await this.#vsCode.evaluate((vscode, path) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder === undefined) throw new Error('No folder is open.');
      const uri = vscode.Uri.joinPath(folder.uri, path);
      void vscode.commands.executeCommand('techSpec.quickCreate', uri);
    }, document);
    const pick = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
    await pick.filter({ hasText: template }).first().waitFor();
    await page.keyboard.type(template);
    await expect.poll(() => pick.count(), this.#patience).toBe(1);
    await page.keyboard.press('Enter');
  }

  /** Waits until a spec, and with its receipt the whole draft, has reached the disk. */
  async written(spec: string): Promise<void> {
    const receipt = spec.replace(/md$/, 'receipt.json');
    await expect.poll(() => this.exists(spec) && this.exists(receipt), this.#patience).toBe(true);
    await this.idle();
  }

  /** Opens the checklist and waits until it is the one of a spec. */
  async showChecklist(spec: string): Promise<void> {
    const { page } = this.#vsCode;
    await this.#vsCode.evaluate((vscode) => vscode.commands.executeCommand('techSpec.checklist.focus'));
    const name = spec.slice(spec.lastIndexOf('/') + 1);
    await page.locator('.pane-header', { hasText: ` · ${name}` }).waitFor();
    await page.locator('.custom-view-tree-node-item-checkbox').first().waitFor();
  }

  /** Text of the spec that is being written, saved or not; empty before it is open. */
  async streamed(spec: string): Promise<string> {
    return this.#vsCode.evaluate(
      (vscode, path) =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(path))?.getText() ?? '',
      spec,
    );
  }

  /**
   * Waits for a message and returns it: in the list of all, which is opened, as a window under test shows none by itself, and a
   * later one covers an earlier one.
   *
   * @param text a part of it; exactly one message may have it
   */
  async message(text: string): Promise<Locator> {
    const found = this.#vsCode.page.locator('.notifications-center .notification-list-item', {
      hasText: text,
    });
    await expect
      .poll(async () => {
        await this.#vsCode.evaluate((vscode) => vscode.commands.executeCommand('notifications.showList'));
        return found.count();
      }, this.#patience)
      .toBe(1);
    return found;
  }

  /** The files that have a tab of their own. */
  async tabs(): Promise<readonly string[]> {
    return this.#vsCode.evaluate((vscode) =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.flatMap(({ input, isPreview }) =>
          input instanceof vscode.TabInputText && !isPreview
            ? [vscode.workspace.asRelativePath(input.uri)]
            : [],
        ),
      ),
    );
  }

  /** Waits until what the window restores after a reload holds these texts together; it stores that now and then. */
  async remembered(...texts: readonly string[]): Promise<void> {
    const stored = (): Promise<boolean> =>
      this.#vsCode.page.evaluate(async (wanted) => {
        const done = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error ?? new Error('The database can not be read.'));
          });
        for (const { name } of await indexedDB.databases()) {
          if (name === undefined || !name.startsWith('vscode-web-state-db-')) continue;
          const database = await done(indexedDB.open(name));
          const values = await done(database.transaction('ItemTable').objectStore('ItemTable').getAll());
          database.close();
          const unquoted = values.map((value) => String(value).replaceAll('\\', ''));
          if (unquoted.some((value) => wanted.every((part) => value.includes(part)))) return true;
        }
        return false;
      }, texts);
    await expect.poll(stored, this.#patience).toBe(true);
  }

  /** Ends what a test, failed or not, may have left: a draft under way, open editors, messages. */
  async tidy(): Promise<void> {
    await this.#vsCode.evaluate(async (vscode) => {
      const run = async (command: string): Promise<void> => {
        // The link to stop a draft exists only once a wizard was open.
        if ((await vscode.commands.getCommands(true)).includes(command))
          await vscode.commands.executeCommand(command);
      };
      await run('techSpec.internal.stop');
    });
    await this.idle();
    await this.#vsCode.evaluate(async (vscode) => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
  }

  /** Waits until the status bar shows no draft under way. */
  async idle(): Promise<void> {
    const spinning = this.#vsCode.page.locator('.statusbar-item .codicon-loading');
    await expect.poll(() => spinning.count(), this.#patience).toBe(0);
  }
}
