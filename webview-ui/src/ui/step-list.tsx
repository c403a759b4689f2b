import * as l10n from '@vscode/l10n';
import { Icon } from './icon';

export interface StepView<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly reachable: boolean;
  readonly complete: boolean;
}

interface StepListProps<Id extends string> {
  readonly steps: readonly StepView<Id>[];
  readonly current: Id;
  readonly onGo: (id: Id) => void;
}

/** The way through the wizard. Steps that can be opened are buttons; the others are text. */
export function StepList<Id extends string>({ steps, current, onGo }: StepListProps<Id>) {
  return (
    <nav className="steps" aria-label={l10n.t('Steps')}>
      <ol>
        {steps.map((step, index) => {
          const isCurrent = step.id === current;
          const mark = (
            <>
              <span className="step-mark" aria-hidden="true">
                {step.complete && !isCurrent ? <Icon name="check" /> : index + 1}
              </span>
              <span className="step-name" aria-hidden="true">
                {step.name}
              </span>
              <span className="visually-hidden">{readAloud(step, index + 1)}</span>
            </>
          );
          const currentAttribute = isCurrent ? { 'aria-current': 'step' as const } : {};
          return (
            // In a narrow panel only the current step shows its name; the pointer finds the others'.
            <li key={step.id} title={step.name} className={isCurrent ? 'step step-current' : 'step'}>
              {step.reachable || isCurrent ? (
                <button
                  type="button"
                  className="step-button"
                  {...currentAttribute}
                  onClick={() => onGo(step.id)}
                >
                  {mark}
                </button>
              ) : (
                <span className="step-button step-closed">{mark}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** One text instead of pieces, so that the name is no mere "Generate", which is what the button of that step is called. */
function readAloud(step: StepView<string>, number: number): string {
  if (step.complete) return l10n.t('Step {0}: {1}, done', number, step.name);
  return step.reachable
    ? l10n.t('Step {0}: {1}', number, step.name)
    : l10n.t('Step {0}: {1}, not open yet', number, step.name);
}
