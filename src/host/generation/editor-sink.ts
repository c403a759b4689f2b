import * as vscode from 'vscode';
import { SpecWriter } from '../editor/spec-writer';
import type { SinkResult, TextSink } from './generation-run';

/** Streams into a new tab and saves it at the target. */
export class EditorSink implements TextSink {
  readonly #writer: SpecWriter;

  private constructor(writer: SpecWriter) {
    this.#writer = writer;
  }

  /** @throws when an unsaved document with this path is open already */
  static async open(target: vscode.Uri, column: vscode.ViewColumn): Promise<EditorSink> {
    return new EditorSink(await SpecWriter.open(target, column));
  }

  /**
   * Goes on where a draft ended.
   *
   * @param draft all of it so far
   * @throws when the document there can't be gone on with
   */
  static async goOn(target: vscode.Uri, column: vscode.ViewColumn, draft: string): Promise<EditorSink> {
    return new EditorSink(await SpecWriter.goOn(target, column, draft));
  }

  write(text: string): void {
    this.#writer.write(text);
  }

  async finish(isWhole: boolean): Promise<SinkResult> {
    try {
      const result = await this.#writer.save();
      if (isWhole && result.kind === 'saved') this.#writer.showStart(result.document);
      switch (result.kind) {
        case 'saved':
          return { kind: 'saved', text: result.document.getText() };
        case 'not-saved':
          return result;
        case 'target-exists':
          return {
            kind: 'not-saved',
            reason: vscode.l10n.t('Another file was created there meanwhile, and it is not overwritten.'),
          };
      }
    } finally {
      this.#writer.dispose();
    }
  }
}
