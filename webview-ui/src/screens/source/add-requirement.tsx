import * as l10n from '@vscode/l10n';
import { useEffect, useRef, useState } from 'react';
import type { CorrectionWish } from '../../../../src/shared/wizard/source-state';
import { requirementKinds } from '../../../../src/shared/wizard/source-state';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { requirementKindName } from '../../../../src/shared/wizard/requirement-kind-name';

interface AddRequirementProps {
  readonly onAdd: (wish: CorrectionWish) => void;
  readonly onClose: () => void;
}

/** A form for what the source should have said. It stays open for the next one. */
export function AddRequirement({ onAdd, onClose }: AddRequirementProps) {
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<(typeof requirementKinds)[number]>('functional');
  const form = useRef<HTMLDivElement>(null);
  const focusStatement = () => {
    form.current?.querySelector<HTMLElement>('.field-control')?.focus();
  };
  useEffect(focusStatement, []);
  const add = () => {
    if (title.trim() === '') return;
    onAdd({ type: 'add', kind, title, text: title });
    setTitle('');
    focusStatement();
  };
  return (
    <div
      ref={form}
      className="requirement-editor"
      role="group"
      aria-label={l10n.t('Add Requirement')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter' && !(event.target as Element).closest('.button, select')) add();
      }}
    >
      <div className="editor-line">
        <TextField
          label={l10n.t('What must the product do or satisfy?')}
          placeholder={l10n.t('One statement that can be tested')}
          value={title}
          onInput={setTitle}
        />
        <SelectField
          label={l10n.t('Kind')}
          value={kind}
          options={requirementKinds.map((value) => ({ value, label: requirementKindName(value) }))}
          onChange={setKind}
        />
      </div>
      <div className="button-row">
        <Button
          appearance="primary"
          blocked={title.trim() === '' ? l10n.t('Write the statement first.') : null}
          onClick={add}
        >
          {l10n.t('Add')}
        </Button>
        <Button onClick={onClose}>{l10n.t('Close')}</Button>
      </div>
    </div>
  );
}
