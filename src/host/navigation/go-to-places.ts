import type * as vscode from 'vscode';

/** Goes to the one place, or lets choose among several. */
export function goToPlaces(
  title: string,
  document: vscode.Uri,
  from: vscode.Position,
  places: readonly vscode.Location[],
): vscode.Command {
  const command = 'editor.action.goToLocations';
  const arguments_ = [document, from, [...places], places.length === 1 ? 'goto' : 'peek', ''];
  return { title, command, arguments: arguments_ };
}
