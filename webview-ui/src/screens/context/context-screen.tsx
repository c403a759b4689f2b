import * as l10n from '@vscode/l10n';
import type { ContextState } from '../../../../src/shared/wizard/context-state';
import type { WizardState } from '../../../../src/shared/wizard/protocol';
import { useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { Busy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { NoticeBox } from '../../ui/notice-box';
import { ContextBudget } from './context-budget';
import { DocumentList } from './document-list';
import { ProjectSummary } from './project-summary';
import { StackProfile } from './stack-profile';
import { StepFrame } from '../step-frame';
import { WithheldList } from './withheld-list';

/** Step 2: what of the workspace goes into the spec, and why. */
export function ContextScreen({ state }: { readonly state: WizardState }) {
  const send = useSend();
  const { context } = state;
  return (
    <StepFrame
      state={state}
      intro={l10n.t(
        'What was found in the workspace and goes along with the source, each with the reason. Clear a box to leave a document out, check one to put it in.',
      )}
      nextBlocked={context.loading ? l10n.t('The workspace is still being read.') : null}
    >
      <NoticeBox notice={context.notice} onAction={(id) => send({ type: 'noticeAction', id })} />
      <div className="bar bar-wrapping">
        <ContextBudget context={context} />
        <div className="bar-actions">
          <Button icon="add" onClick={() => send({ type: 'browseDocument' })}>
            {l10n.t('Add Document')}
          </Button>
          <Button icon="refresh" onClick={() => send({ type: 'refreshContext' })}>
            {l10n.t('Refresh')}
          </Button>
        </div>
      </div>
      {context.loading ? <Busy text={l10n.t('Reading the workspace...')} /> : null}
      {context.documents.length === 0 && !context.loading ? (
        <p className="empty">
          {l10n.t(
            'No rules, completed specs or research were found. The spec is made from the source and the stack alone.',
          )}
        </p>
      ) : (
        <DocumentList documents={context.documents} />
      )}
      {context.stack.length > 0 ? <StackProfile stack={context.stack} /> : null}
      <ProjectSummary project={context.project} />
      {context.git ? <Git git={context.git} /> : null}
      {context.withheld.length > 0 ? <WithheldList withheld={context.withheld} /> : null}
    </StepFrame>
  );
}

function Git({ git }: { readonly git: NonNullable<ContextState['git']> }) {
  return (
    <section aria-labelledby="git-title">
      <h2 id="git-title">{l10n.t('Git')}</h2>
      <dl className="facts">
        <div className="fact">
          <dt>{l10n.t('Branch')}</dt>
          <dd>
            {git.branch ?? l10n.t('none (detached)')}{' '}
            {git.dirty ? <Badge>{l10n.t('uncommitted changes')}</Badge> : <Badge>{l10n.t('clean')}</Badge>}
          </dd>
        </div>
        <div className="fact">
          <dt>{l10n.t('Commit')}</dt>
          <dd>
            <code>{git.commit?.slice(0, 12) ?? l10n.t('none yet')}</code>
          </dd>
        </div>
        {git.userName === null ? null : (
          <div className="fact">
            <dt>{l10n.t('Author')}</dt>
            <dd>{git.userName}</dd>
          </div>
        )}
        {git.recent.length === 0 ? null : (
          <div className="fact">
            <dt>{l10n.t('Recent commits')}</dt>
            <dd>
              <ul className="plain-list">
                {git.recent.map((subject, index) => (
                  <li key={index}>{subject}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
