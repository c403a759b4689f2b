import * as vscode from 'vscode';
import {
  checklistShows,
  everything,
  gateName,
  type ChecklistFilter,
  type ChecklistShow,
} from '../../../core/checklist/checklist-view';

type Choice = vscode.QuickPickItem & { readonly filter?: ChecklistFilter };

/** Lets a person choose what the checklist shows; `null` where nothing was chosen. */
export async function chooseFilter(
  current: ChecklistFilter,
  gates: readonly string[],
): Promise<ChecklistFilter | null> {
  const choice = (label: string, filter: ChecklistFilter): Choice => ({
    label,
    filter,
    ...(filter.state === current.state && filter.gate === current.gate
      ? { description: vscode.l10n.t('shown now') }
      : {}),
  });
  const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const choices: Choice[] = [
    choice(showName('all'), everything),
    separator(vscode.l10n.t('By state')),
    ...checklistShows
      .filter((state) => state !== 'all')
      .map((state) => choice(showName(state), { ...current, state })),
    ...(gates.length === 0 ? [] : [separator(vscode.l10n.t('By gate'))]),
    ...gates.map((gate) => choice(gateName(gate), { ...current, gate })),
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Filter the checklist'),
    placeHolder: vscode.l10n.t('Items to show'),
  });
  return picked?.filter ?? null;
}

/** What a filter shows, in words; empty where it shows everything. */
export function filterName({ state, gate }: ChecklistFilter): string {
  return [...(gate === null ? [] : [gateName(gate)]), ...(state === 'all' ? [] : [showName(state)])].join(
    ', ',
  );
}

function showName(show: ChecklistShow): string {
  switch (show) {
    case 'all':
      return vscode.l10n.t('All items');
    case 'unsettled':
      return vscode.l10n.t('What is left to do');
    case 'fail':
      return vscode.l10n.t('Failing items');
    case 'open':
      return vscode.l10n.t('Open items');
    case 'person':
      return vscode.l10n.t('Items for a person');
    case 'pass':
      return vscode.l10n.t('Settled items');
  }
}
