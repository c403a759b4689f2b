import * as l10n from '@vscode/l10n';
import type { textFields } from '../../../../src/shared/wizard/source-writing';
import type { WritingState } from '../../../../src/shared/wizard/source-writing';
import { useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { NoticeBox } from '../../ui/notice-box';
import { InitiativeField } from './initiative-field';
import { InitiativeRequirement } from './initiative-requirement';
import { TargetField } from '../target-field';

type TextName = (typeof textFields)[number];

/** An engineering initiative as a form. What is vague is questioned; the file is written from what is left. */
export function InitiativeFormView({ writing }: { readonly writing: WritingState }) {
  const send = useSend();
  const { initiative, weak, editing, initiativeTarget, refused } = writing;
  const field = (name: TextName, label: string, hint: string, rows: number) => (
    <InitiativeField
      label={label}
      hint={hint}
      value={initiative[name]}
      rows={rows}
      weak={weak.filter((one) => one.field === name)}
      onChange={(text) => send({ type: 'editInitiative', field: name, text })}
    />
  );
  return (
    <section className="form" aria-labelledby="initiative-title">
      <h2 id="initiative-title" tabIndex={-1}>
        {editing === null ? l10n.t('New initiative') : l10n.t('Edit {0}', editing)}
      </h2>
      {field('title', l10n.t('Title'), l10n.t('The change in a few words.'), 1)}
      {field(
        'problem',
        l10n.t('Problem'),
        l10n.t(
          'What goes wrong, where, and how often or how much: somebody else could look and find it untrue.',
        ),
        4,
      )}
      {field('whyNow', l10n.t('Why now'), l10n.t('What happens, and when, if it waits.'), 2)}
      <h3>{l10n.t('Engineering requirements')}</h3>
      {initiative.requirements.map((requirement, index) => (
        <InitiativeRequirement
          key={index}
          index={index}
          requirement={requirement}
          weak={weak.filter((one) => one.requirement === index)}
          removable={initiative.requirements.length > 1}
        />
      ))}
      <div className="button-row">
        <Button icon="add" onClick={() => send({ type: 'addRequirement' })}>
          {l10n.t('Add Requirement')}
        </Button>
      </div>
      {field('constraints', l10n.t('Constraints'), l10n.t('What is fixed. One a line.'), 2)}
      {field(
        'outOfScope',
        l10n.t('Out of scope'),
        l10n.t('What readers may expect and will not get. One a line.'),
        2,
      )}
      {editing === null ? (
        <TargetField
          target={initiativeTarget}
          onChange={(path) => send({ type: 'setInitiativePath', path })}
        />
      ) : null}
      <NoticeBox notice={refusal(writing)} onAction={() => send({ type: 'saveInitiative', asItIs: true })} />
      <div className="button-row">
        <Button
          appearance="primary"
          description={refused ? l10n.t('Weak fields must be said better first.') : initiativeTarget.path}
          onClick={() => send({ type: 'saveInitiative', asItIs: false })}
        >
          {editing === null ? l10n.t('Create Initiative') : l10n.t('Save Initiative')}
        </Button>
        <Button onClick={() => send({ type: 'newInitiative' })}>{l10n.t('Clear Form')}</Button>
      </div>
    </section>
  );
}

/** Why nothing was written, and the way out for who can not say it better now. */
function refusal({ weak, refused, editing, initiativeTarget }: WritingState) {
  if (editing !== null && initiativeTarget.problem !== null)
    return { severity: 'error' as const, text: initiativeTarget.problem, actions: [] };
  if (!refused) return null;
  const text =
    weak.length === 1
      ? l10n.t('One thing is too vague to build on. It is marked above.')
      : l10n.t('{0} things are too vague to build on. They are marked above.', weak.length);
  const titled = !weak.some(({ field }) => field === 'title');
  return {
    severity: 'warning' as const,
    text: titled ? `${text} ${l10n.t('Saved as it is, each becomes a question before the draft.')}` : text,
    actions: titled ? [{ id: 'asItIs', label: l10n.t('Save as It Is') }] : [],
  };
}
