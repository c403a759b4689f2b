import * as vscode from 'vscode';
import { problemCounts } from '../review/problems/problem-counts';
import type { SpecLibrary } from '../review/library/spec-library';
import { nextSteps, tell } from '../messages/tell';

/** Checks the open spec and says what came of it; the findings themselves stand in the Problems panel. */
export async function checkActiveSpec(library: SpecLibrary): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown')
    return tell('info', vscode.l10n.t('Open a tech spec in Markdown to check it.'));
  const spec = await library.review(document);
  if (spec === null) {
    const text = vscode.l10n.t('This document lies outside the workspace. Open its folder to check it.');
    return tell('warning', text, nextSteps.openFolder());
  }
  const { findings, coverage, template, source } = spec.report;
  if (template === null && source === null) {
    return tell(
      'warning',
      vscode.l10n.t(
        'This does not look like a tech spec: it has no receipt, and no template fits its sections.',
      ),
    );
  }
  const { errors, text: problems } = problemCounts(findings);
  const settled = coverage.covered + coverage.outOfScope;
  const text =
    coverage.requirements === 1
      ? vscode.l10n.t('{0}; {1} of 1 requirement covered or out of scope.', problems, settled)
      : vscode.l10n.t(
          '{0}; {1} of {2} requirements covered or out of scope.',
          problems,
          settled,
          coverage.requirements,
        );
  const { showProblems, showChecklist } = nextSteps;
  tell(
    errors > 0 ? 'warning' : 'info',
    text,
    ...(findings.length > 0 ? [showProblems()] : []),
    showChecklist(),
  );
}
