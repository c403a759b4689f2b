import * as l10n from '@vscode/l10n';
import { useEffect, useRef, useState } from 'react';
import type { CorrectionWish, RequirementView } from '../../../../src/shared/wizard/source-state';
import { requirementKinds } from '../../../../src/shared/wizard/source-state';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { requirementKindName } from '../../../../src/shared/wizard/requirement-kind-name';

type SplitWay = RequirementView['splits'][number];
type DropWay = Extract<CorrectionWish, { type: 'drop' }>['as'];

interface RequirementEditorProps {
  readonly requirement: RequirementView;
  readonly onCorrect: (wish: CorrectionWish) => void;
  readonly onClose: () => void;
}

/** What can be set right about one requirement. Enter saves the title, Escape closes. */
export function RequirementEditor({ requirement, onCorrect, onClose }: RequirementEditorProps) {
  const { id, kind, text, splits } = requirement;
  const [title, setTitle] = useState(requirement.title);
  const [way, setWay] = useState<DropWay>('out-of-scope');
  const [reason, setReason] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    // In braces: newer browsers return a promise, which is no way to end an effect.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const saveTitle = () => onCorrect({ type: 'retitle', id, title });
  const unchanged = title.trim() === '' || title.trim() === requirement.title;
  return (
    <div
      ref={box}
      className="requirement-editor"
      role="group"
      aria-label={l10n.t('Corrections of {0}', id)}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {text === '' ? null : <p className="requirement-statement">{text}</p>}
      <div
        className="editor-line"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !unchanged && !isButton(event.target)) saveTitle();
        }}
      >
        <TextField label={l10n.t('Title')} value={title} onInput={setTitle} />
        <Button
          blocked={unchanged ? l10n.t('Change the title first.') : null}
          description={l10n.t('Title of {0}', id)}
          onClick={saveTitle}
        >
          {l10n.t('Save Title')}
        </Button>
      </div>
      <SelectField
        label={l10n.t('Kind')}
        value={kind}
        options={requirementKinds.map((value) => ({
          value: value as string,
          label: requirementKindName(value),
        }))}
        onChange={(chosen) => {
          const known = requirementKinds.find((value) => value === chosen);
          if (known) onCorrect({ type: 'retype', id, kind: known });
        }}
      />
      {splits.length === 0 ? null : (
        <div className="field">
          <span id={`split-${id}`}>{l10n.t('Split into several requirements')}</span>
          <div className="button-row" role="group" aria-labelledby={`split-${id}`}>
            {splits.map((by) => (
              <Button key={by} icon="split-vertical" onClick={() => onCorrect({ type: 'split', id, by })}>
                {splitName(by)}
              </Button>
            ))}
          </div>
        </div>
      )}
      <div className="editor-line">
        <SelectField
          label={l10n.t('Leave out as')}
          value={way}
          options={[
            { value: 'out-of-scope', label: l10n.t('Out of scope') },
            { value: 'not-a-requirement', label: l10n.t('Not a requirement') },
          ]}
          onChange={setWay}
        />
        <TextField
          label={l10n.t('Reason')}
          placeholder={l10n.t('Why, for whoever reads the spec')}
          value={reason}
          onInput={setReason}
        />
        <Button icon="trash" onClick={() => onCorrect({ type: 'drop', id, as: way, reason })}>
          {l10n.t('Leave Out')}
        </Button>
      </div>
    </div>
  );
}

function splitName(by: SplitWay): string {
  switch (by) {
    case 'criteria':
      return l10n.t('By Acceptance Criteria');
    case 'sentences':
      return l10n.t('By Sentences');
    case 'lines':
      return l10n.t('By Lines');
  }
}

/** Enter on a button is its own click. */
function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.button') !== null;
}
