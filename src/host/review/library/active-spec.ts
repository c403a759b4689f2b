import * as vscode from 'vscode';
import type { ReviewedSpec } from '../report/reviewed-spec';
import type { SpecLibrary } from './spec-library';

/** How long after the last keystroke a spec is checked again, in milliseconds. */
const quiet = 250;

/**
 * Follows the spec a person works on: the active editor's, or the last one while something else (its source, the wizard, a
 * terminal) has the focus and a tab still has it. Checks it again after each change and drops results that came too late.
 */
export class ActiveSpec implements vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #current: ReviewedSpec | null = null;
  #document: vscode.TextDocument | null = null;
  #generation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(library: SpecLibrary) {
    this.#library = library;
    this.#subscriptions.push(
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.#follow(editor?.document)),
      // A spec that appears beside the wizard is shown without taking the focus.
      vscode.window.onDidChangeVisibleTextEditors(
        () => void this.#follow(vscode.window.activeTextEditor?.document),
      ),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document) this.#later();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.#show(null, null);
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) void this.#follow(vscode.window.activeTextEditor?.document);
      }),
      library.onDidChange(() => void this.#follow(vscode.window.activeTextEditor?.document)),
    );
    void this.#follow(vscode.window.activeTextEditor?.document);
  }

  /** The spec with its newest report, or `null`. */
  get current(): ReviewedSpec | null {
    return this.#current;
  }

  get document(): vscode.TextDocument | null {
    return this.#document;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Takes the active document; where that is no spec, the last one or one in sight: spec and source are read in turns. */
  async #follow(active: vscode.TextDocument | undefined): Promise<void> {
    const generation = ++this.#generation;
    const inSight = vscode.window.visibleTextEditors.map(({ document }) => document);
    const last = this.#document === null || !hasTab(this.#document) ? [] : [this.#document];
    const candidates = active !== undefined ? [active, ...last, ...inSight] : [...inSight, ...last];
    for (const document of candidates) {
      const spec = await this.#library.isSpec(document);
      if (generation !== this.#generation) return;
      if (spec) return this.#check(document, generation);
    }
    this.#show(null, null);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#document !== null) void this.#check(this.#document, ++this.#generation);
    }, quiet);
  }

  async #check(document: vscode.TextDocument, generation: number): Promise<void> {
    const version = document.version;
    const spec = await this.#library.review(document);
    if (generation === this.#generation && document.version === version) this.#show(document, spec);
    // Typed on while the check ran: a document that is not followed yet has nobody else to look again.
    else if (generation === this.#generation) await this.#check(document, generation);
  }

  #show(document: vscode.TextDocument | null, spec: ReviewedSpec | null): void {
    if (document === null && this.#document === null) return;
    this.#document = document;
    this.#current = spec;
    this.#changed.fire();
  }
}

/** A document that is closed in the window may live on unseen for a while. */
function hasTab({ uri }: vscode.TextDocument): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => {
      const shown =
        input instanceof vscode.TabInputText
          ? input.uri
          : input instanceof vscode.TabInputTextDiff
            ? input.modified
            : null;
      return shown?.toString() === uri.toString();
    });
}
