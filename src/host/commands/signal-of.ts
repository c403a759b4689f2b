import type * as vscode from 'vscode';

/** The signal that says what a token of the editor's progress says: the person pressed Cancel. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  return stop.signal;
}
