import * as vscode from 'vscode';
import { randomNonce } from '../wizard/nonce';
import { wizardHtml } from '../wizard/wizard-html';

/**
 * Puts the page into a panel that coverage and metrics share. It says `ready` when messages reach it, again each time that its
 * tab comes back into sight.
 *
 * @param extension folder of the extension
 */
export function showReportPage(panel: vscode.WebviewPanel, extension: vscode.Uri, title: string): void {
  const resources = vscode.Uri.joinPath(extension, 'dist', 'webview');
  panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
  panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
  const address = (file: string): string =>
    panel.webview.asWebviewUri(vscode.Uri.joinPath(resources, file)).toString();
  panel.webview.html = wizardHtml({
    cspSource: panel.webview.cspSource,
    nonce: randomNonce(),
    language: vscode.env.language,
    title,
    script: address('coverage.js'),
    styles: [address('codicon.css'), address('coverage.css')],
  });
}
