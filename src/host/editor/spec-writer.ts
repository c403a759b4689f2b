import * as vscode from 'vscode';
import { continuedDocument, type ContinuedDocument } from './continued-document';
import { documentAt } from './document-at';
import { FollowedEnd } from './followed-end';
import { InsertionPoint } from './insertion-point';
import { notSaved, saveDraft, shownNow, type SaveResult } from './save-draft';
import { WaitingText, type Put } from './waiting-text';

/** How often text that arrived is put into the document, in milliseconds: one edit a token would take 20 ms each. */
const bufferTime = 60;
/** An edit fails when the document changed under it; fast typing makes that happen many times in a row. Milliseconds. */
const insistence = { longest: 1_500, pause: 20 } as const;
/** No further text asks again. */
const insistenceAtEnd = { longest: 30_000, pause: 20 } as const;

/**
 * Streams text into a new, unsaved document whose path is already the target's, so that saving needs no dialog.
 * The person may type in it, switch tabs and scroll; the text still arrives whole and as one undo step while its
 * editor is visible and nobody types. While it is hidden the text is kept back and arrives at once.
 */
export class SpecWriter implements vscode.Disposable {
  readonly document: vscode.TextDocument;
  readonly #target: vscode.Uri;
  readonly #column: vscode.ViewColumn;
  readonly #point: InsertionPoint;
  readonly #end = new FollowedEnd();
  readonly #subscriptions: vscode.Disposable[];
  readonly #waiting = new WaitingText();
  #received = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pumping: Promise<void> | undefined;
  #final = false;
  #firstEdit = true;
  #closed = false;

  private constructor(
    document: vscode.TextDocument,
    target: vscode.Uri,
    column: vscode.ViewColumn,
    at = document.getText().length,
  ) {
    this.document = document;
    this.#target = target;
    this.#column = column;
    this.#point = new InsertionPoint(at);
    // What an empty editor shows may be told only when text stands in it: its end was seen all the same.
    if (at === 0) this.#end.scrolled({ first: 0, last: 0 }, 0);
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) this.#point.apply(event.contentChanges);
      }),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed === document) this.#closed = true;
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        // Shown again where the person wants it, it is not to be scrolled away before it tells so.
        const editor = this.#editor();
        if (editor !== undefined) this.#lookAt(editor);
        this.#schedule();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
        const [selection] = selections;
        // A click may only give the document the focus; what is typed behind it tells.
        if (textEditor !== this.#editor() || kind !== vscode.TextEditorSelectionChangeKind.Keyboard) return;
        if (selection !== undefined) this.#end.worksAt(selection.active.line, this.#endLine());
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#lookAt(textEditor)),
    ];
  }

  /**
   * @param target file to be; nothing may exist there (the caller has checked)
   * @param column where the tab opens; the focus stays where it is
   * @throws when an unsaved document with this path is open already
   */
  static async open(target: vscode.Uri, column: vscode.ViewColumn): Promise<SpecWriter> {
    const uri = target.with({ scheme: 'untitled' });
    if (vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) {
      throw new Error(
        vscode.l10n.t(
          'An unsaved document named {0} is open. Save or close it, or choose another name.',
          target.path,
        ),
      );
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: column,
      preserveFocus: true,
      preview: false,
    });
    return new SpecWriter(document, target, editor.viewColumn ?? column);
  }

  /**
   * Goes on in a document that holds a draft so far: the unsaved one that the editor kept, or the file that what came was
   * saved in. Where there is neither, a new one is opened.
   *
   * @param draft all of the draft so far; what the document lacks of it is put in
   * @throws when the document's end is no longer that of the draft
   */
  static async goOn(target: vscode.Uri, column: vscode.ViewColumn, draft: string): Promise<SpecWriter> {
    const held = await documentAt(target);
    if (held === null) {
      const writer = await SpecWriter.open(target, column);
      writer.write(draft);
      return writer;
    }
    const place = continuedDocument(held.getText(), draft);
    if (place === null)
      throw new Error(vscode.l10n.t('{0} does not end as the draft did any more.', target.path));
    const editor = await vscode.window.showTextDocument(held, {
      viewColumn: column,
      preserveFocus: true,
      preview: false,
    });
    await cutTail(held, place);
    const writer = new SpecWriter(held, target, editor.viewColumn ?? column, place.keep);
    writer.write(place.insert);
    return writer;
  }

  /** Everything written so far, whether or not it has reached the document. */
  get received(): string {
    return this.#received;
  }

  /** Whether the person closed the document; what arrives after is only kept in {@link received}. */
  get closed(): boolean {
    return this.#closed;
  }

  write(text: string): void {
    this.#received += text;
    this.#waiting.add(text);
    this.#schedule();
  }

  /**
   * Puts in what is left and leaves the document unsaved.
   *
   * @returns whether all of it is in the document: not where the editor refuses it for long, or the document was closed
   */
  async keep(): Promise<boolean> {
    this.#final = true;
    clearTimeout(this.#timer);
    await this.#pump();
    return this.#waiting.isEmpty;
  }

  /** Puts in what is left and saves it at the target. */
  async save(): Promise<SaveResult> {
    const isWhole = await this.keep();
    if (this.#closed) return { kind: 'not-saved', reason: vscode.l10n.t('The document was closed.') };
    // Saved, it would count as whole, and what else is kept of the draft would go.
    if (!isWhole) return notSaved(this.#target);
    return saveDraft(this.document, this.#target, shownNow(this.#editor(), this.#column));
  }

  /**
   * Shows the start of what was written, where the editor was scrolled along to its end and the person is nowhere in it.
   *
   * @param saved the document as it was saved
   */
  showStart(saved: vscode.TextDocument): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === saved);
    const start = new vscode.Position(0, 0);
    if (
      !this.#end.follows ||
      editor === undefined ||
      !editor.selection.isEqual(new vscode.Selection(start, start))
    )
      return;
    editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The one that text is put in through. */
  #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  #lookAt(editor: vscode.TextEditor): void {
    const [first, last] = [editor.visibleRanges[0], editor.visibleRanges.at(-1)];
    // Where the document is shown twice, the person may read in the other one.
    if (editor !== this.#editor() || first === undefined || last === undefined) return;
    this.#end.scrolled({ first: first.start.line, last: last.end.line }, this.#endLine());
  }

  /** Line where the text goes on, from 0. */
  #endLine(): number {
    return this.document.positionAt(this.#point.offset).line;
  }

  #schedule(): void {
    if (this.#waiting.isEmpty || this.#timer !== undefined || this.#final) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#pump();
    }, bufferTime);
  }

  /** One edit in flight at a time; whoever calls while it runs waits for the same run, and for one after it. */
  async #pump(): Promise<void> {
    while (this.#pumping !== undefined) await this.#pumping;
    this.#pumping = this.#drain().finally(() => {
      this.#pumping = undefined;
    });
    await this.#pumping;
  }

  async #drain(): Promise<void> {
    await this.#waiting.putIn(
      async (text): Promise<Put> => {
        if (this.#closed) return 'later';
        const editor = this.#editor();
        if (editor === undefined && !this.#final) return 'later';
        if (!(await this.#insert(editor, text))) return 'refused';
        this.#firstEdit = false;
        return 'taken';
      },
      this.#final ? insistenceAtEnd : insistence,
    );
  }

  async #insert(editor: vscode.TextEditor | undefined, text: string): Promise<boolean> {
    const at = this.document.positionAt(this.#point.offset);
    if (editor === undefined) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(this.document.uri, at, text);
      return vscode.workspace.applyEdit(edit);
    }
    const held =
      editor.selection.isEmpty && editor.selection.active.isEqual(at) ? editor.selection : undefined;
    if (this.#firstEdit) this.#lookAt(editor);
    try {
      const done = await editor.edit((builder) => builder.insert(at, text), {
        undoStopBefore: this.#firstEdit,
        undoStopAfter: false,
      });
      if (!done) return false;
    } catch {
      // The tab was hidden between looking and editing.
      return false;
    }
    const end = this.document.positionAt(this.#point.offset);
    if (held !== undefined && editor.selection.active.isEqual(end)) editor.selection = held;
    this.#end.edited();
    if (this.#end.follows) {
      editor.revealRange(new vscode.Range(end, end));
      this.#end.revealed();
    }
    return true;
  }
}

/** Takes away the white space at the end that the draft does not have there. */
async function cutTail(document: vscode.TextDocument, { keep }: ContinuedDocument): Promise<void> {
  const end = document.getText().length;
  if (end === keep) return;
  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, new vscode.Range(document.positionAt(keep), document.positionAt(end)));
  await vscode.workspace.applyEdit(edit);
}
