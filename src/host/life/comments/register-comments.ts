import * as vscode from 'vscode';
import { ShownComment } from './shown-thread';
import type { SpecComments } from './spec-comments';

/** What the buttons of a thread and of its comments do; the editor hands over what they stand at. */
export function registerComments(comments: SpecComments): readonly vscode.Disposable[] {
  const ofComment = (id: string, run: (comment: ShownComment) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`techSpec.comments.${id}`, async (comment: unknown) => {
      if (comment instanceof ShownComment) await run(comment);
    });
  const ofThread = (id: string, run: (thread: vscode.CommentThread) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`techSpec.comments.${id}`, async (thread: unknown) => {
      if (isThread(thread)) await run(thread);
    });
  return [
    ...['start', 'reply'].map((id) =>
      vscode.commands.registerCommand(`techSpec.comments.${id}`, async (said: unknown) => {
        if (isReply(said)) await comments.say(said);
      }),
    ),
    ofThread('resolve', (thread) => comments.settle(thread, true)),
    ofThread('reopen', (thread) => comments.settle(thread, false)),
    ofComment('edit', (comment) => comments.edit(comment)),
    ofComment('save', (comment) => comments.save(comment)),
    ofComment('cancel', (comment) => comments.cancel(comment)),
    ofComment('delete', async (comment) => {
      const label = vscode.l10n.t('Delete');
      const question = vscode.l10n.t('Delete this comment?');
      if ((await vscode.window.showWarningMessage(question, { modal: true }, label)) === label)
        await comments.delete(comment);
    }),
  ];
}

function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'uri' in value && 'comments' in value;
}

function isReply(value: unknown): value is vscode.CommentReply {
  if (typeof value !== 'object' || value === null || !('thread' in value) || !('text' in value)) return false;
  return isThread(value.thread) && typeof value.text === 'string';
}
