import * as vscode from 'vscode';
import type { CommentFile } from '../../../core/life/comments/comment-file';
import type { CommentThread } from '../../../core/life/comments/threads';
import { editorRange } from '../../review/report/review-spec';

/** A comment as the editor shows it: its text as it is, which is never read as Markdown. */
export class ShownComment implements vscode.Comment {
  body: string;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly label: string;
  readonly contextValue = 'comment';
  readonly file: CommentFile;
  readonly parent: vscode.CommentThread;

  constructor(file: CommentFile, parent: vscode.CommentThread) {
    this.file = file;
    this.parent = parent;
    this.body = file.text;
    this.author = { name: file.name ?? vscode.l10n.t('Unknown') };
    this.label = file.date;
  }
}

/** Shows a thread as it is now; comments that are being edited stay so. */
export function showThread(shown: vscode.CommentThread, thread: CommentThread): void {
  const { isOrphan, anchor, resolved } = thread;
  shown.range = editorRange(thread.range);
  const isEdited = shown.comments.some(({ mode }) => mode === vscode.CommentMode.Editing);
  if (!isEdited) shown.comments = thread.comments.map((file) => new ShownComment(file, shown));
  shown.label = isOrphan
    ? vscode.l10n.t('The text is gone: {0}', short(anchor.quote))
    : resolved === null
      ? ''
      : vscode.l10n.t('Settled by {0}, {1}', resolved.name ?? vscode.l10n.t('Unknown'), resolved.date);
  shown.state = resolved === null ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
  shown.contextValue = resolved === null ? 'open' : 'resolved';
  shown.canReply = true;
}

function short(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
