import type * as vscode from 'vscode';
import type { SpecLibrary } from '../review/library/spec-library';
import { ApprovedTexts } from './approved-texts';
import { approveSpec, markImplemented, setStatus, type LifeRequest } from './life-actions';

/** What may be done about the life of a spec. Without a clicked spec the active one is meant. */
export interface Life {
  setStatus(clicked: vscode.Uri | null, request: LifeRequest): Promise<void>;
  approve(clicked: vscode.Uri | null): Promise<void>;
  markImplemented(clicked: vscode.Uri | null): Promise<void>;
  showChanges(clicked: vscode.Uri | null): Promise<void>;
}

export function createLife(context: vscode.ExtensionContext, library: SpecLibrary): Life {
  let texts: ApprovedTexts | undefined;
  return {
    setStatus: (clicked, request) => setStatus(library, clicked, request),
    approve: (clicked) => approveSpec(library, clicked),
    markImplemented: (clicked) => markImplemented(library, clicked),
    showChanges: (clicked) => {
      if (texts === undefined) {
        texts = new ApprovedTexts();
        context.subscriptions.push(texts);
      }
      return texts.showChanges(library, clicked);
    },
  };
}
