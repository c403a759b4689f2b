import * as vscode from 'vscode';
import type { UnfinishedDraft } from '../journal/draft-journals';

export interface DraftChoice {
  readonly kind: 'resume' | 'open' | 'discard';
  readonly draft: UnfinishedDraft;
}

interface DraftItem extends vscode.QuickPickItem {
  readonly draft: UnfinishedDraft;
}

/** Lets the person pick one of the drafts and what becomes of it; `undefined` where they think better of it. */
export async function pickDraft(drafts: readonly UnfinishedDraft[]): Promise<DraftChoice | undefined> {
  const open = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open What Came') };
  const discard = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Discard') };
  const pick = vscode.window.createQuickPick<DraftItem>();
  pick.title = vscode.l10n.t('Resume Draft');
  pick.placeholder = vscode.l10n.t('The draft to go on with');
  pick.items = drafts.map((draft) => ({
    label: draft.header.output,
    description: draft.header.modelName ?? draft.header.model,
    detail: vscode.l10n.t(
      '{0}, begun {1}, {2} characters',
      draft.header.source.path,
      new Date(draft.header.begun).toLocaleString(vscode.env.language),
      (draft.calls?.all ?? draft.written).length,
    ),
    buttons: [open, discard],
    draft,
  }));
  try {
    return await new Promise<DraftChoice | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        resolve(item === undefined ? undefined : { kind: 'resume', draft: item.draft });
      });
      pick.onDidTriggerItemButton(({ item, button }) =>
        resolve({ kind: button === discard ? 'discard' : 'open', draft: item.draft }),
      );
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
