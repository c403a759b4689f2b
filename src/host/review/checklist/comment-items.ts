import * as vscode from 'vscode';
import type { CommentThread } from '../../../core/life/comments/threads';

/** Threads that nobody has settled; those that are need nothing any more. */
export function unsettled(threads: readonly CommentThread[]): readonly CommentThread[] {
  return threads.filter(({ resolved }) => resolved === null);
}

/** The group of a spec's open review comments. */
export function commentsItem(count: number): vscode.TreeItem {
  const label = vscode.l10n.t('Review comments');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = 'comments';
  item.description = count === 1 ? vscode.l10n.t('1 open') : vscode.l10n.t('{0} open', count);
  item.iconPath = new vscode.ThemeIcon('comment-unresolved');
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

/** One of them: what was said first, by whom, and at which line. Nothing of it is read as Markdown. */
export function commentItem({ comments, range, isOrphan, anchor }: CommentThread): vscode.TreeItem {
  const [first] = comments;
  const item = new vscode.TreeItem(first?.text.split('\n')[0] ?? '');
  const who = first?.name ?? vscode.l10n.t('Unknown');
  const at = isOrphan ? vscode.l10n.t('its text is gone') : vscode.l10n.t('line {0}', range.line);
  item.description = [who, at].join(' · ');
  const said = comments.map(({ name, text }) => `${name ?? vscode.l10n.t('Unknown')}: ${text}`);
  item.tooltip = new vscode.MarkdownString().appendText([`“${anchor.quote}”`, ...said].join('\n'));
  item.iconPath = new vscode.ThemeIcon(isOrphan ? 'comment-draft' : 'comment');
  item.accessibilityInformation = { label: `${first?.text ?? ''}, ${item.description}` };
  item.contextValue = 'techSpec.comment';
  return item;
}
