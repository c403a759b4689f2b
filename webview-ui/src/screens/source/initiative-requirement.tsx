import * as l10n from '@vscode/l10n';
import type {
  InitiativeForm,
  PriorityName,
  WeakFieldView,
} from '../../../../src/shared/wizard/source-writing';
import { useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { InitiativeField } from './initiative-field';

interface InitiativeRequirementProps {
  /** From 0. */
  readonly index: number;
  readonly requirement: InitiativeForm['requirements'][number];
  readonly weak: readonly WeakFieldView[];
  readonly removable: boolean;
}

/** One engineering requirement: what must hold, how that is told, how much it matters. */
export function InitiativeRequirement({ index, requirement, weak, removable }: InitiativeRequirementProps) {
  const send = useSend();
  const id = `ER-${String(index + 1).padStart(3, '0')}`;
  const of = (field: WeakFieldView['field']) => weak.filter((one) => one.field === field);
  return (
    <fieldset className="form-group">
      <legend>{id}</legend>
      <InitiativeField
        label={l10n.t('{0}: statement', id)}
        hint={l10n.t('What must hold when the work is done.')}
        value={requirement.statement}
        rows={1}
        weak={of('statement')}
        onChange={(text) => send({ type: 'editRequirement', index, field: 'statement', text })}
      />
      <InitiativeField
        label={l10n.t('{0}: success criteria', id)}
        hint={l10n.t('How it is told that it holds: a number, a test, what is never seen. One a line.')}
        value={requirement.success}
        rows={2}
        weak={of('success')}
        onChange={(text) => send({ type: 'editRequirement', index, field: 'success', text })}
      />
      <div className="form-row">
        <SelectField
          label={l10n.t('{0}: priority', id)}
          value={requirement.priority}
          options={priorityOptions()}
          onChange={(priority: PriorityName) => send({ type: 'setPriority', index, priority })}
        />
        {removable ? (
          <Button
            icon="trash"
            description={l10n.t('Removes {0}; the ones below it move up.', id)}
            onClick={() => send({ type: 'removeRequirement', index })}
          >
            {l10n.t('Remove {0}', id)}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function priorityOptions(): readonly { readonly value: PriorityName; readonly label: string }[] {
  return [
    { value: 'must', label: l10n.t('must') },
    { value: 'should', label: l10n.t('should') },
    { value: 'may', label: l10n.t('may') },
  ];
}
