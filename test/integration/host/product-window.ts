import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as vscode from 'vscode';
import { product } from './workspace-under-test';

/** An item of a list to pick from. */
export interface Offered extends vscode.QuickPickItem {
  readonly id?: string;
}

/** A message that the product showed. */
export interface Said {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly buttons: readonly string[];
  /** Presses one of its buttons, as a person does. */
  press(button: string): void;
}

const shows = {
  error: 'showErrorMessage',
  warning: 'showWarningMessage',
  info: 'showInformationMessage',
} as const;

/**
 * Sees what the product's own commands say, and answers what they ask, in the place of the person: the `vscode` that the
 * product was given is an object of its own, whose functions can be put others in the place of.
 */
export class ProductWindow {
  readonly said: Said[] = [];
  /** Which item of a list is taken: its place, or what a person takes of a list with that title. */
  pick: number | null | ((title: string, items: readonly Offered[]) => unknown) = null;
  /** What is entered where a text is asked for, or what a person enters below that title. */
  typed: string | undefined | ((title: string) => string | undefined);
  /** Where a person says that a file goes. */
  saveAs: vscode.Uri | undefined;
  /** What was entered and refused, with the reason. */
  readonly refused: string[] = [];
  /** Titles of the inputs that were asked for. */
  readonly asked: string[] = [];
  /** What the product has put into the status bar since and not taken away. */
  readonly statusItems = new Set<vscode.StatusBarItem>();
  readonly #own = new Map<string, unknown>();

  takeOver(): void {
    for (const severity of ['error', 'warning', 'info'] as const)
      this.#put(shows[severity], (text: string, ...rest: readonly unknown[]) => {
        const buttons = rest.filter((button) => typeof button === 'string');
        return new Promise((resolve) => this.said.push({ severity, text, buttons, press: resolve }));
      });
    this.#put(
      'showQuickPick',
      async (
        items: readonly Offered[] | PromiseLike<readonly Offered[]>,
        options?: vscode.QuickPickOptions,
      ) =>
        typeof this.pick === 'function'
          ? this.pick(options?.title ?? '', await items)
          : (await items)[this.pick ?? 0],
    );
    this.#put('showInputBox', async (options: vscode.InputBoxOptions) => {
      this.asked.push(options.title ?? '');
      const entered = typeof this.typed === 'function' ? this.typed(options.title ?? '') : this.typed;
      const reason = entered === undefined ? null : await options.validateInput?.(entered);
      if (reason === null || reason === undefined) return entered;
      this.refused.push(`${entered ?? ''}: ${typeof reason === 'string' ? reason : reason.message}`);
      return undefined;
    });
    this.#put('showSaveDialog', () => Promise.resolve(this.saveAs));
    const create = productWindow()['createStatusBarItem'] as (...args: never[]) => vscode.StatusBarItem;
    this.#put('createStatusBarItem', (...args: never[]) => {
      const item = create(...args);
      this.statusItems.add(item);
      const dispose = item.dispose.bind(item);
      item.dispose = () => {
        this.statusItems.delete(item);
        dispose();
      };
      return item;
    });
  }

  giveBack(): void {
    const window = productWindow();
    for (const [name, own] of this.#own) window[name] = own;
    this.#own.clear();
  }

  forget(): void {
    this.said.length = 0;
    this.refused.length = 0;
    this.asked.length = 0;
    this.statusItems.clear();
  }

  #put(name: string, replacement: (...args: never[]) => unknown): void {
    const window = productWindow();
    this.#own.set(name, window[name]);
    window[name] = replacement;
  }
}

function productWindow(): Record<string, unknown> {
  const entry = join(realpathSync(product().extensionUri.fsPath), 'dist', 'extension.js');
  const api = createRequire(entry)('vscode') as typeof vscode;
  return api.window as unknown as Record<string, unknown>;
}

/** What the product keeps of drafts that did not end well. */
export interface KeptDraft {
  /** Where the spec goes. */
  readonly output: string;
  /** All files of the journal, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** The answers, one behind the other. */
  readonly text: string;
}

/** The journals on this machine: in the storage that the editor gave the product. */
export function keptDrafts(): readonly KeptDraft[] {
  const storage = join(dirname(process.env['TECH_SPEC_RESULTS_FILE'] ?? ''), 'server');
  const folders = readdirSync(storage, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /tech-spec\.tech-spec[\\/]drafts[\\/][^\\/]+$/.test(path),
  );
  return folders.map((folder) => {
    const names = readdirSync(join(storage, folder)).sort();
    const files = new Map(names.map((name) => [name, readFileSync(join(storage, folder, name), 'utf8')]));
    const header = JSON.parse(files.get('draft.json') ?? '{}') as { output?: string };
    const answers = names.filter((name) => name.startsWith('answer-'));
    return {
      output: header.output ?? '',
      files,
      text: answers.map((name) => files.get(name) ?? '').join(''),
    };
  });
}
