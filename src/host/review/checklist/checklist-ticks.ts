import * as vscode from 'vscode';
import { hasLinesOf } from '../../../core/spec/written-text';
import type { SpecLibrary } from '../library/spec-library';

/** A box that a person clicked. */
export interface Tick {
  readonly document: vscode.TextDocument | null;
  /** Id of the checklist item; `null` where no person ticks what was clicked. */
  readonly item: string | null;
  readonly state: vscode.TreeItemCheckboxState;
}

/** Writes the boxes that people click into the Markdown task lists of specs, which are their only store. */
export class ChecklistTicks {
  readonly #library: SpecLibrary;
  readonly #refused: () => void;
  /** Made and not written yet. */
  #waiting: readonly Tick[] = [];
  #writing: Promise<void> = Promise.resolve();
  /** Notes about who ticked, in the order of the ticks. */
  #signing: Promise<void> = Promise.resolve();

  /** @param refused called where ticks could not be written: boxes are to show what the file has */
  constructor(library: SpecLibrary, refused: () => void) {
    this.#library = library;
    this.#refused = refused;
  }

  add(ticks: readonly Tick[]): void {
    this.#waiting = [...this.#waiting, ...ticks];
    this.#writing = this.#writing.then(() => this.#writeNext());
  }

  /**
   * Writes what waits, one document after the other: a tick made while another is being saved would find the document
   * unsaved and leave it so. Those made meanwhile go together, with one check and one save.
   */
  async #writeNext(): Promise<void> {
    const [first] = this.#waiting;
    if (first === undefined) return;
    const ticks = this.#waiting.filter(({ document }) => document === first.document);
    this.#waiting = this.#waiting.filter(({ document }) => document !== first.document);
    if (first.document !== null && (await this.#write(first.document, ticks))) return;
    this.#refused();
    void vscode.window.showWarningMessage(vscode.l10n.t('The spec was being changed; tick again.'));
  }

  /**
   * Saved at once where nothing else was unsaved.
   *
   * @returns whether they are in the text; never rejects
   */
  async #write(document: vscode.TextDocument, ticks: readonly Tick[]): Promise<boolean> {
    try {
      const clean = !document.isDirty;
      const edit = new vscode.WorkspaceEdit();
      // The view may be a moment behind the text: places are those of the text as it is now.
      const spec = await this.#library.review(document);
      if (spec === null || !hasLinesOf(spec.report.spec, document.getText())) return false;
      // A box clicked twice counts as it was left.
      const wanted = new Map(
        ticks.flatMap(({ item, state }) =>
          item === null ? [] : [[item, state === vscode.TreeItemCheckboxState.Checked] as const],
        ),
      );
      const ticked: [string, boolean][] = [];
      for (const entry of spec.report.checklist) {
        const checked = wanted.get(entry.id);
        const change = checked === undefined ? null : spec.tick(entry, checked);
        if (checked === undefined || change === null) continue;
        edit.replace(document.uri, change.range, change.newText);
        ticked.push([entry.id, checked]);
      }
      // Clicked there and back: the text is as it should be.
      if (edit.size === 0) return wanted.size > 0;
      if (!(await vscode.workspace.applyEdit(edit))) return false;
      if (clean) await document.save();
      // The tick is in the list, whatever comes of the note about who made it; git may take its time to tell, and the next tick must not.
      this.#signing = this.#signing.then(async () => {
        await Promise.all(
          ticked.map(([item, checked]) => spec.signOff(item, checked).catch(() => undefined)),
        );
      });
      return true;
    } catch {
      return false;
    }
  }
}
