import * as vscode from 'vscode';
import type { ChecklistEntry } from '../../../core/checklist/checklist';
import type { ModelReview, Verdict } from '../../../core/opinions/opinion';
import type { ReviewedSpec } from '../report/reviewed-spec';

/** What the view shows of one opinion or remark. */
export interface ShownOpinion {
  /** The item's text, or the remark. */
  readonly label: string;
  /** `null` for a remark. */
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly lines: readonly number[];
}

/** Opinions on items that the checklist has, in its order, then remarks. */
export function shownOpinions(
  review: ModelReview | null,
  checklist: readonly ChecklistEntry[],
): readonly ShownOpinion[] {
  if (review === null) return [];
  const opinions = checklist.flatMap(({ id, text }) =>
    review.opinions
      .filter(({ item }) => item === id)
      .map(({ verdict, reason, lines }): ShownOpinion => ({ label: text, verdict, reason, lines })),
  );
  return [
    ...opinions,
    ...review.remarks.map(({ text, lines }): ShownOpinion => ({
      label: text,
      verdict: null,
      reason: '',
      lines,
    })),
  ];
}

/** Who thinks so, since when, and whether of the text as it is. */
export function opinionsOf(opinions: ReviewedSpec['opinions']): string {
  if (opinions === null) return '';
  const { review, stale } = opinions;
  return stale
    ? vscode.l10n.t('{0}, {1}, of an earlier text', review.model, review.date)
    : vscode.l10n.t('{0}, {1}', review.model, review.date);
}

const icons: Readonly<Record<Verdict, string>> = {
  holds: 'thumbsup',
  doubtful: 'question',
  fails: 'thumbsdown',
};

/** One opinion with its reason; nothing of it is read as Markdown. */
export function opinionItem({ label, verdict, reason, lines }: ShownOpinion): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  const at = lines.length === 0 ? '' : vscode.l10n.t('lines {0}', lines.join(', '));
  const name = verdict === null ? vscode.l10n.t('remark') : verdictName(verdict);
  item.iconPath = new vscode.ThemeIcon(verdict === null ? 'comment' : icons[verdict]);
  item.description = [name, reason, at].filter((part) => part !== '').join(' · ');
  item.tooltip = new vscode.MarkdownString().appendText(`${label}\n${item.description}`);
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.contextValue = 'techSpec.opinion';
  return item;
}

function verdictName(verdict: Verdict): string {
  switch (verdict) {
    case 'holds':
      return vscode.l10n.t('holds');
    case 'doubtful':
      return vscode.l10n.t('doubtful');
    case 'fails':
      return vscode.l10n.t('fails');
  }
}

/** @param of who said it and when, and whether of another text; `''` where nobody did */
export function opinionsItem(of: string): vscode.TreeItem {
  const label = vscode.l10n.t("Models' opinions");
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = 'opinions';
  item.description = [vscode.l10n.t('no proof'), ...(of === '' ? [] : [of])].join(' · ');
  item.tooltip = new vscode.MarkdownString().appendText(item.description);
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.iconPath = new vscode.ThemeIcon('comment-discussion');
  return item;
}
