import * as l10n from '@vscode/l10n';
import type { GenerateState, ModelView } from '../../../../src/shared/wizard/generate-state';
import { useDraftText, useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { RadioChoice } from '../../ui/radio-choice';
import { SeverityText } from '../../ui/severity-text';
import { TextField } from '../../ui/text-field';

/** The models as radios; one that is not ready says what is missing and how to get it. */
export function ModelChoice({ generate }: { readonly generate: GenerateState }) {
  const send = useSend();
  return (
    <fieldset className="choices">
      <legend className="legend-heading">{l10n.t('Model')}</legend>
      <div className="choice-list">
        {generate.models.map((model) => (
          <ModelRow key={model.id} model={model} generate={generate} />
        ))}
      </div>
      <div className="button-row">
        <Button icon="refresh" onClick={() => send({ type: 'refreshModels' })}>
          {l10n.t('Look for models again')}
        </Button>
      </div>
    </fieldset>
  );
}

function ModelRow({ model, generate }: { readonly model: ModelView; readonly generate: GenerateState }) {
  const send = useSend();
  const checked = model.id === generate.selectedModel;
  return (
    <RadioChoice
      group="model"
      label={model.label}
      badges={model.ready ? null : <Badge>{l10n.t('Not ready')}</Badge>}
      detail={model.detail === '' ? null : model.detail}
      checked={checked}
      onChoose={() => send({ type: 'selectModel', id: model.id })}
    >
      {checked && model.problem !== null ? (
        <p className="model-problem">
          <SeverityText severity="warning">{model.problem}</SeverityText>
        </p>
      ) : null}
      {checked && model.provider === 'openai' ? <OpenAiSettings openai={generate.openai} /> : null}
    </RadioChoice>
  );
}

function OpenAiSettings({ openai }: { readonly openai: GenerateState['openai'] }) {
  const send = useSend();
  const { baseUrl, modelName, hasKey } = openai;
  const url = useDraftText(baseUrl, (text) => send({ type: 'setOpenAi', baseUrl: text, modelName }));
  const name = useDraftText(modelName, (text) => send({ type: 'setOpenAi', baseUrl, modelName: text }));
  return (
    <div className="model-settings">
      <TextField
        label={l10n.t('Base URL')}
        value={url.value}
        onInput={url.onInput}
        onBlur={url.onBlur}
        placeholder="https://api.openai.com/v1"
        hint={l10n.t('Empty for OpenAI itself; a local server has one like http://localhost:11434/v1.')}
      />
      <TextField
        label={l10n.t('Model name')}
        value={name.value}
        onInput={name.onInput}
        onBlur={name.onBlur}
        hint={l10n.t('As the server lists it.')}
      />
      <div className="key-row">
        <Button icon="key" onClick={() => send({ type: 'enterApiKey' })}>
          {hasKey ? l10n.t('Change API key') : l10n.t('Enter API key')}
        </Button>
        <span className="muted">
          {hasKey
            ? l10n.t('A key is stored in the secret storage of the editor.')
            : l10n.t('No key is stored. Local servers often need none.')}
        </span>
      </div>
    </div>
  );
}
