import * as l10n from '@vscode/l10n';
import { sourceModes } from '../../../../src/shared/wizard/source-writing';
import type { SourceMode } from '../../../../src/shared/wizard/source-writing';
import { useSend } from '../../state/use-wizard';
import { RadioChoice } from '../../ui/radio-choice';

/** Where the source comes from: a document that is there, a form, or a pasted text. */
export function SourceModeChoice({ mode }: { readonly mode: SourceMode }) {
  const send = useSend();
  return (
    <fieldset className="choices">
      <legend>{l10n.t('Make the spec from')}</legend>
      <div className="choice-list choice-row-of-three">
        {sourceModes.map((one) => (
          <RadioChoice
            key={one}
            group="source-mode"
            label={modeName(one)}
            detail={modeDetail(one)}
            checked={one === mode}
            onChoose={() => send({ type: 'setSourceMode', mode: one })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function modeName(mode: SourceMode): string {
  switch (mode) {
    case 'documents':
      return l10n.t('A document');
    case 'initiative':
      return l10n.t('A new initiative');
    case 'conversation':
      return l10n.t('A pasted conversation');
  }
}

function modeDetail(mode: SourceMode): string {
  switch (mode) {
    case 'documents':
      return l10n.t('A PRD, initiative or chat export of the workspace');
    case 'initiative':
      return l10n.t('What engineering wants to change, written in a form');
    case 'conversation':
      return l10n.t('A chat or notes from the clipboard');
  }
}
