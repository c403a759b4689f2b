import * as l10n from '@vscode/l10n';
import type { ActualsView, EstimateView } from '../../../../src/shared/wizard/generate-state';
import { formatted, tokenCount } from '../numbers';

/** What a draft will take, said as the estimate that it is. */
export function DraftEstimate({ estimate }: { readonly estimate: EstimateView | null }) {
  if (estimate === null) return null;
  const { output, cost } = estimate;
  return (
    <p className="muted">
      {[
        ...inputText(estimate),
        l10n.t(
          'The spec will have about {0} to {1} tokens; thoughts of the model, continuations and repairs come on top.',
          formatted(output.min),
          formatted(output.max),
        ),
        cost === null
          ? l10n.t('No price is set for this model (techSpec.model.prices).')
          : l10n.t('Estimated cost: {0} to {1}.', cost.min, cost.max),
      ].join(' ')}
    </p>
  );
}

/** The prompt's own size stands above; what several requests send together, and who counted, does not. */
function inputText({ requests, counted, input, cached }: EstimateView): readonly string[] {
  const counting = counted ? [l10n.t('The prompt was counted by the model.')] : [];
  if (requests < 2) return counting;
  const several = l10n.t(
    'In {0} requests about {1} to {2} tokens are sent, {3} of them more than once, so that the provider may charge less for them.',
    requests,
    formatted(input.min),
    formatted(input.max),
    formatted(cached),
  );
  return [...counting, several];
}

/** What a draft took: counted by the server or said to be estimated, and what each section had of it. */
export function DraftActuals({ actuals }: { readonly actuals: ActualsView }) {
  const { usage, cost, chapters } = actuals;
  return (
    <details className="details">
      <summary>
        {usage === null
          ? l10n.t('Tokens (the service counted none)')
          : [
              l10n.t('Tokens: {0} in, {1} out', formatted(usage.input), formatted(usage.output)),
              ...(cost === null ? [] : [l10n.t('cost {0}', cost)]),
            ].join('; ')}
      </summary>
      {usage === null || (usage.cached === null && usage.thoughts === null) ? null : (
        <p className="field-hint">
          {[
            ...(usage.cached === null
              ? []
              : [l10n.t('From the cache of the provider: {0}.', tokenCount(usage.cached))]),
            ...(usage.thoughts === null
              ? []
              : [l10n.t('Thoughts, among the output: {0}.', tokenCount(usage.thoughts))]),
          ].join(' ')}
        </p>
      )}
      <p className="field-hint">
        {usage === null
          ? l10n.t('Output by section, estimated from its text:')
          : l10n.t('Output by section, apportioned by the length of its text:')}
      </p>
      <ul className="line-list">
        {chapters.map(({ heading, tokens }, index) => (
          <li key={index}>
            <span>{heading}</span>
            <span className="muted">{tokenCount(tokens)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
