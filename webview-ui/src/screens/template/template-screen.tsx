import * as l10n from '@vscode/l10n';
import type { WizardState } from '../../../../src/shared/wizard/protocol';
import type { TemplateState, TemplateView } from '../../../../src/shared/wizard/template-state';
import { useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { LinkButton } from '../../ui/link-button';
import { SelectField } from '../../ui/select-field';
import { RadioChoice } from '../../ui/radio-choice';
import { SeverityText } from '../../ui/severity-text';
import { stackFacetName } from '../context/stack-names';
import { StepFrame } from '../step-frame';

/** Step 3: which shape the spec gets. */
export function TemplateScreen({ state }: { readonly state: WizardState }) {
  const { items, selected, problems } = state.template;
  const allSuit = items.every(({ suits }) => suits);
  return (
    <StepFrame
      state={state}
      intro={l10n.t('The template sets the sections of the spec and the checks it must pass.')}
      nextBlocked={selected === null ? l10n.t('Choose a template first.') : null}
    >
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      <fieldset className="choices">
        <legend className="visually-hidden">{l10n.t('Templates')}</legend>
        {items.length === 0 ? <p className="empty">{l10n.t('No template could be read.')}</p> : null}
        <div className="cards">
          {items.map((item) => (
            <TemplateCard key={item.id} item={item} checked={item.id === selected} marksFit={!allSuit} />
          ))}
        </div>
      </fieldset>
      <SpecLanguage template={state.template} />
    </StepFrame>
  );
}

/** The language of the spec: the source's, unless another is chosen. */
function SpecLanguage({ template }: { readonly template: TemplateState }) {
  const send = useSend();
  const { languages, language, spoken } = template;
  if (languages.length === 0) return null;
  return (
    <SelectField
      label={l10n.t('Language of the spec')}
      value={language}
      options={[
        { value: 'auto', label: l10n.t('As the source') },
        ...languages.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      hint={l10n.t('Headings, statuses and questions will be in: {0}', spoken)}
      onChange={(id) => send({ type: 'selectLanguage', id })}
    />
  );
}

interface TemplateCardProps {
  readonly item: TemplateView;
  readonly checked: boolean;
  /** Whether it says that it suits the source: no news where all do. */
  readonly marksFit: boolean;
}

function TemplateCard({ item, checked, marksFit }: TemplateCardProps) {
  const send = useSend();
  return (
    <RadioChoice
      group="template"
      label={item.name}
      badges={
        <>
          {item.recommended ? <Badge strong>{l10n.t('Recommended')}</Badge> : null}{' '}
          {marksFit && item.suits ? <Badge>{l10n.t('Suits the source')}</Badge> : null}
        </>
      }
      // A team template without a summary has its path there, which the origin below says.
      detail={item.summary === item.path ? null : item.summary}
      checked={checked}
      onChoose={() => send({ type: 'selectTemplate', id: item.id })}
    >
      <Origin path={item.path} />
      {item.mismatches.map(({ facet, expected, found }) => (
        <SeverityText key={`${facet} ${expected}`} severity="warning">
          {found.length === 0
            ? l10n.t('Made for {0}: {1}. The workspace shows none.', stackFacetName(facet), expected)
            : l10n.t(
                'Made for {0}: {1}. The workspace has {2}.',
                stackFacetName(facet),
                expected,
                found.join(', '),
              )}
        </SeverityText>
      ))}
      <details className="details">
        <summary>
          {item.sections.length === 1 ? l10n.t('1 section') : l10n.t('{0} sections', item.sections.length)}
          <span className="visually-hidden">{` (${item.name})`}</span>
        </summary>
        <ol className="sections">
          {item.sections.map((section, index) => (
            <li key={index}>{section}</li>
          ))}
        </ol>
      </details>
    </RadioChoice>
  );
}

function Origin({ path }: { readonly path: string | null }) {
  const send = useSend();
  if (path === null) return <span className="muted">{l10n.t('Built in')}</span>;
  return (
    <span className="muted">
      {l10n.t('From this workspace:')}{' '}
      <LinkButton onClick={() => send({ type: 'openFile', path })}>{path}</LinkButton>
    </span>
  );
}

function Problems({ problems }: { readonly problems: TemplateState['problems'] }) {
  const send = useSend();
  return (
    <section className="notice notice-warning" aria-labelledby="template-problems">
      <h2 id="template-problems" className="notice-title">
        {problems.length === 1
          ? l10n.t('A template of this workspace cannot be used')
          : l10n.t('{0} problems in templates of this workspace', problems.length)}
      </h2>
      <ul className="line-list">
        {problems.map(({ path, message, line }, index) => (
          <li key={index}>
            <SeverityText severity="warning">{message}</SeverityText>
            <LinkButton
              label={l10n.t('{0}:{1}, open the template', path, line)}
              onClick={() => send({ type: 'openFile', path, line })}
            >
              {`${path}:${line}`}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
