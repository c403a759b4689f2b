import * as vscode from 'vscode';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { completeAt, type Completion } from '../../core/navigation/complete-ids';
import { editorRange } from '../review/report/review-spec';

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  requirement: vscode.CompletionItemKind.Reference,
  criterion: vscode.CompletionItemKind.Reference,
  task: vscode.CompletionItemKind.Event,
  question: vscode.CompletionItemKind.Issue,
  path: vscode.CompletionItemKind.File,
};

/** Ids and paths that may stand at a position of a spec. */
export function completionsAt(report: SpecFileReport, position: vscode.Position): vscode.CompletionList {
  const { items, range, more } = completeAt(report, position.line + 1, position.character + 1);
  return new vscode.CompletionList(
    items.map(({ kind, text, detail }, index) => {
      const item = new vscode.CompletionItem(
        detail === '' ? text : { label: text, description: detail.slice(0, 80) },
        kinds[kind],
      );
      item.range = editorRange(range);
      // In document order, which is how a reader knows them.
      item.sortText = String(index).padStart(6, '0');
      item.filterText = text;
      return item;
    }),
    more,
  );
}
