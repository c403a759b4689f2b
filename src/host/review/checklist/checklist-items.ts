import * as vscode from 'vscode';
import type { ChecklistEntry, ChecklistState } from '../../../core/checklist/checklist';
import type { SignOff } from '../../../core/checklist/sign-off';
import type { SignedPart } from '../../../core/checklist/signed-state';
import type { ReviewedFinding } from '../report/reviewed-spec';
import type { SignedItem } from '../report/sign-offs';

/** What the view shows of an item. */
export interface ShownItem {
  readonly entry: ChecklistEntry;
  readonly findings: readonly ReviewedFinding[];
  /** Who ticked it, where that is recorded. */
  readonly signOff: SignedItem | null;
}

const stateIcons: Readonly<Record<ChecklistState, vscode.ThemeIcon>> = {
  pass: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  fail: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  open: new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground')),
  'not-applicable': new vscode.ThemeIcon('circle-slash'),
};

/** @param reveal the command that shows a line, from 1 */
export function checklistItem(
  { entry, findings, signOff }: ShownItem,
  reveal: (line: number) => vscode.Command,
): vscode.TreeItem {
  const collapsible =
    findings.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  // The sidebar has room for some thirty characters at its usual width, and the state stands behind them.
  const item = new vscode.TreeItem(entry.short ?? entry.text, collapsible);
  const state = signOff === null ? stateLabel(entry) : signOffLabel(signOff);
  item.id = entry.id;
  item.description = state;
  const commit = signOff?.record.commit?.slice(0, 10);
  const detail = commit === undefined ? state : vscode.l10n.t('{0}, at commit {1}', state, commit);
  const lines = [entry.text, detail, ...(signOff?.changed.map(changeText) ?? [])];
  item.tooltip = new vscode.MarkdownString().appendText(lines.join('\n'));
  item.accessibilityInformation = { label: `${entry.text}, ${state}` };
  item.contextValue = `techSpec.item.${entry.verifiedBy}`;
  if (entry.verifiedBy === 'person' && entry.line !== null) {
    const checked = entry.state === 'pass';
    item.checkboxState = {
      state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: checked ? vscode.l10n.t('Take the tick back') : vscode.l10n.t('Tick as reviewed'),
      accessibilityInformation: { label: entry.text, role: 'checkbox' },
    };
  } else {
    item.iconPath = stateIcons[entry.state];
  }
  if (entry.line !== null) item.command = reveal(entry.line);
  return item;
}

/** One that decides the item above it. */
export function findingItem({ text, severity, line }: ReviewedFinding): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.iconPath = new vscode.ThemeIcon(severity);
  item.description = vscode.l10n.t('line {0}', line);
  item.tooltip = new vscode.MarkdownString().appendText(text);
  // The icon alone tells how grave it is.
  item.accessibilityInformation = { label: `${severityName(severity)}, ${text}, ${item.description}` };
  return item;
}

function severityName(severity: ReviewedFinding['severity']): string {
  if (severity === 'error') return vscode.l10n.t('Error');
  return severity === 'warning' ? vscode.l10n.t('Warning') : vscode.l10n.t('Note');
}

function signOffLabel({ record, changed }: SignedItem): string {
  const who = signedBy(record);
  // First, since a narrow view cuts the end.
  return changed.length === 0 ? who : vscode.l10n.t('changed since {0}', who);
}

function signedBy({ name, date }: SignOff): string {
  return name === null ? vscode.l10n.t('ticked {0}', date) : vscode.l10n.t('{0}, {1}', name, date);
}

function changeText(part: SignedPart): string {
  return part === 'spec'
    ? vscode.l10n.t('The spec has changed since this was ticked. To sign it as it is now, tick it anew.')
    : vscode.l10n.t('What the source asks for has changed since this was ticked.');
}

function stateLabel({ verifiedBy, state }: ChecklistEntry): string {
  if (verifiedBy === 'person') {
    return state === 'pass' ? vscode.l10n.t('ticked') : vscode.l10n.t('for a person to review');
  }
  switch (state) {
    case 'pass':
      return vscode.l10n.t('verified');
    case 'fail':
      return vscode.l10n.t('fails');
    case 'open':
      return verifiedBy === 'model' ? vscode.l10n.t('no opinion yet') : vscode.l10n.t('open question');
    case 'not-applicable':
      return vscode.l10n.t('does not apply');
  }
}
