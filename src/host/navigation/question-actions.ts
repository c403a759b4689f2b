import * as vscode from 'vscode';
import { namesQuestion, openQuestionsAt } from '../../core/navigation/open-questions-at';
import { editorRange } from '../review/report/review-spec';
import { checkOf } from '../review/problems/to-diagnostic';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import { goToPlaces } from './go-to-places';

/** A row of a table may wait for many; more offers than these hide the others. */
const mostQuestions = 3;

/**
 * The way to an answer for each question that stands open on these lines, or that a finding there names: what was asked before the draft is answered where it was
 * asked; what only the spec asks is answered where the spec waits for it, so that leads there.
 */
export function questionActions(
  { uri, report }: Pick<ReviewedSpec, 'uri' | 'report'>,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const said = diagnostics.filter((one) => checkOf(one) !== null).map(({ message }) => message);
  const here = openQuestionsAt(report, range.start.line + 1, range.end.line + 1, said);
  const actions = here.flatMap(({ id, asked, declared, waiting }) => {
    if (asked !== null)
      return {
        id,
        command: {
          title: vscode.l10n.t('Answer {0}...', id),
          command: 'techSpec.editAnswers',
          arguments: [uri, asked.id],
        },
      };
    if (!declared || waiting.length === 0) return [];
    const title = vscode.l10n.t('Go to where {0} waits for its answer', id);
    const places = waiting.map((place) => new vscode.Location(uri, editorRange(place)));
    return { id, command: goToPlaces(title, uri, range.start, places) };
  });
  return actions.slice(0, mostQuestions).map(({ id, command }) => {
    const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
    action.command = command;
    action.diagnostics = diagnostics.filter(({ message }) => namesQuestion(message, id));
    return action;
  });
}
