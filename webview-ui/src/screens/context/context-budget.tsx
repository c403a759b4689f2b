import * as l10n from '@vscode/l10n';
import type { ContextState } from '../../../../src/shared/wizard/context-state';
import { Meter } from '../../ui/meter';
import { formatted, tokenCount } from '../numbers';

/** How many documents go in, and how much of the budget they take. */
export function ContextBudget({ context }: { readonly context: ContextState }) {
  const { documents, tokens, budget } = context;
  const source = documents
    .filter(({ kind, included }) => kind === 'source' && included)
    .reduce((sum, document) => sum + (document.tokens ?? 0), 0);
  const used = Math.max(0, tokens - source);
  return (
    <div className="budget">
      <p className="bar-text" role="status">
        {totals(context)}
      </p>
      {budget === null ? null : (
        <>
          <Meter label={l10n.t('Context budget used')} value={used} max={budget.tokens} />
          <p className="budget-note">
            {l10n.t('{0} of {1} beside the source.', formatted(used), tokenCount(budget.tokens))}{' '}
            {budgetOrigin(budget.from)}
          </p>
        </>
      )}
    </div>
  );
}

function totals({ documents, tokens }: ContextState): string {
  const included = documents.filter((document) => document.included).length;
  return documents.length === 1
    ? l10n.t('{0} of 1 document goes in, about {1}', included, tokenCount(tokens))
    : l10n.t('{0} of {1} documents go in, about {2}', included, documents.length, tokenCount(tokens));
}

function budgetOrigin(from: NonNullable<ContextState['budget']>['from']): string {
  switch (from) {
    case 'model':
      return l10n.t('The budget follows from the context window of the chosen model.');
    case 'setting':
      return l10n.t('The budget is that of the setting techSpec.context.maxTokens.');
    case 'default':
      return l10n.t('This is the usual budget; a model that tells its context window has its own.');
  }
}
