import * as vscode from 'vscode';

export const proposalScheme = 'tech-spec-proposal';

/** Has the document's path, so that tab, language and folding are those of the document. */
export function proposalUri(document: vscode.Uri): vscode.Uri {
  return document.with({ scheme: proposalScheme, query: document.scheme });
}

/** What the diff of a whole answer shows: a tab keeps its title, so another one takes its place. */
export function wholeUri(proposal: vscode.Uri): vscode.Uri {
  return proposal.with({ fragment: 'whole' });
}

/** What a proposal goes by, whichever of its two diffs shows it. */
export function keyOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ fragment: '' });
}

/** The proposal that a tab shows, or `null`. */
export function proposalOf({ input }: vscode.Tab): vscode.Uri | null {
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === proposalScheme
    ? keyOf(input.modified)
    : null;
}

export function diffTabs(proposal: vscode.Uri): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter((tab) => proposalOf(tab)?.toString() === proposal.toString());
}

/** Brings the diff to the front, where it stands. */
export async function revealDiff(proposal: vscode.Uri): Promise<void> {
  const [tab] = diffTabs(proposal);
  if (!(tab?.input instanceof vscode.TabInputTextDiff)) return;
  const { original, modified } = tab.input;
  const options: vscode.TextDocumentShowOptions = { preview: false, viewColumn: tab.group.viewColumn };
  await vscode.commands.executeCommand('vscode.diff', original, modified, tab.label, options);
}
