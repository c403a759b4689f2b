import * as vscode from 'vscode';
import type { RequirementState } from '../../core/checks/coverage/trace';

/** A requirement's state in words. */
export function stateLabel(state: RequirementState): string {
  switch (state) {
    case 'covered':
      return vscode.l10n.t('covered');
    case 'out-of-scope':
      return vscode.l10n.t('out of scope');
    case 'open':
      return vscode.l10n.t('open question');
    case 'uncovered':
      return vscode.l10n.t('not covered');
  }
}
