import * as vscode from 'vscode';
import type { SpecLibrary } from '../review/library/spec-library';
import type { KnownSources } from '../source-review/known-sources';
import type { EditorFeatures } from './editor-features';

/** Registered so that `source.fixAll` in `editor.codeActionsOnSave` finds it. */
const fixAll = vscode.CodeActionKind.SourceFixAll.append('techSpec');

/**
 * Puts up what the editor offers within specs and PRDs. Every request first makes sure that the document is one: on any
 * other Markdown nothing happens and nothing loads.
 */
export function registerNavigation(
  context: vscode.ExtensionContext,
  library: SpecLibrary,
  sources: KnownSources,
  features: () => Promise<EditorFeatures>,
): void {
  const documents: vscode.DocumentSelector = [{ language: 'markdown' }, { language: 'plaintext' }];
  const specs: vscode.DocumentSelector = { language: 'markdown' };
  const isKnown = async (document: vscode.TextDocument): Promise<boolean> =>
    (await library.isSpec(document)) || (await sources.isSource(document));

  /** Asks where the document is known; a request that was taken back meanwhile is not worth the work. */
  async function ask<T>(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    request: (from: EditorFeatures) => Promise<T | null>,
  ): Promise<T | undefined> {
    if (!(await isKnown(document)) || token.isCancellationRequested) return undefined;
    return (await request(await features())) ?? undefined;
  }

  const lensesChanged = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    lensesChanged,
    library.onDidChange(() => lensesChanged.fire()),
    vscode.languages.registerHoverProvider(documents, {
      provideHover: (document, position, token) =>
        ask(document, token, (from) => from.hover(document, position)),
    }),
    vscode.languages.registerDefinitionProvider(documents, {
      provideDefinition: (document, position, token) =>
        ask(document, token, (from) => from.definition(document, position)),
    }),
    vscode.languages.registerReferenceProvider(documents, {
      provideReferences: (document, position, { includeDeclaration }, token) =>
        ask(document, token, (from) => from.references(document, position, includeDeclaration)),
    }),
    vscode.languages.registerDocumentHighlightProvider(documents, {
      provideDocumentHighlights: (document, position, token) =>
        ask(document, token, (from) => from.highlights(document, position)),
    }),
    vscode.languages.registerRenameProvider(documents, {
      prepareRename: (document, position, token) =>
        ask(document, token, (from) => from.prepareRename(document, position)),
      provideRenameEdits: (document, position, newName, token) =>
        ask(document, token, (from) => from.rename(document, position, newName)),
    }),
    vscode.languages.registerDocumentSymbolProvider(
      documents,
      {
        provideDocumentSymbols: (document, token) => ask(document, token, (from) => from.symbols(document)),
      },
      { label: 'Tech Spec' },
    ),
    vscode.languages.registerCompletionItemProvider(
      specs,
      {
        provideCompletionItems: (document, position, token) =>
          ask(document, token, (from) => from.completions(document, position)),
      },
      ...['`', '/', '-'],
    ),
    vscode.languages.registerCodeLensProvider(documents, {
      onDidChangeCodeLenses: lensesChanged.event,
      provideCodeLenses: (document, token) => {
        const settings = vscode.workspace.getConfiguration('techSpec', document);
        return settings.get<boolean>('codeLens.enabled') === true
          ? ask(document, token, (from) => from.lenses(document))
          : undefined;
      },
    }),
    vscode.languages.registerCodeActionsProvider(
      specs,
      {
        provideCodeActions: async (document, range, asked, token) =>
          // PRDs have fixes of their own.
          (await library.isSpec(document))
            ? ask(document, token, (from) => from.actions(document, range, asked))
            : undefined,
        resolveCodeAction: async (action, token) => (await features()).complete(action, token),
      },
      {
        providedCodeActionKinds: [
          vscode.CodeActionKind.QuickFix,
          vscode.CodeActionKind.RefactorRewrite,
          fixAll,
        ],
      },
    ),
  );
}
