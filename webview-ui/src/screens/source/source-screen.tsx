import * as l10n from '@vscode/l10n';
import { useEffect, useRef, type Ref } from 'react';
import type { WizardState } from '../../../../src/shared/wizard/protocol';
import type { SourceCandidate, SourceState } from '../../../../src/shared/wizard/source-state';
import { useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { Busy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { NoticeBox } from '../../ui/notice-box';
import { RadioChoice } from '../../ui/radio-choice';
import { SelectField } from '../../ui/select-field';
import { ConversationForm } from './conversation-form';
import { ConversationPick } from './conversation-pick';
import { InitiativeFormView } from './initiative-form';
import { useKeptFocus } from '../kept-focus';
import { sourceKindHint, sourceKindName } from '../kind-names';
import type { SourceKind } from '../kind-names';
import { SourceModeChoice } from './source-mode-choice';
import { SourceSummary } from './source-summary';
import { StepFrame } from '../step-frame';
import { takenOutNotice } from './taken-out-notice';

const kinds: readonly SourceKind[] = ['prd', 'initiative', 'conversation'];

/** Step 1: which document the spec is made from, and what was found in it. */
export function SourceScreen({ state }: { readonly state: WizardState }) {
  const send = useSend();
  const { source } = state;
  const { writing } = source;
  const way = useKeptFocus(writing.mode);
  return (
    <StepFrame
      state={state}
      intro={l10n.t('Choose what the spec is made from: a PRD, an engineering initiative or a conversation.')}
      nextBlocked={whyBlocked(source)}
    >
      <SourceModeChoice mode={writing.mode} />
      <NoticeBox notice={source.offer} onAction={(id) => send({ type: 'noticeAction', id })} />
      <div ref={way} className="way">
        {writing.mode === 'initiative' ? <InitiativeFormView writing={writing} /> : null}
        {writing.mode === 'conversation' ? <ConversationForm writing={writing} /> : null}
        {writing.mode === 'documents' ? <Documents state={state} /> : null}
      </div>
    </StepFrame>
  );
}

/** The documents that are there, and what was found in the chosen one. */
function Documents({ state }: { readonly state: WizardState }) {
  const send = useSend();
  const { source } = state;
  const list = useChosenInView(source.selected, source.candidates.length);
  return (
    <>
      <fieldset className="choices">
        <legend>{l10n.t('Documents')}</legend>
        {source.candidates.length === 0 && source.selected === null ? (
          <p className="empty">
            {state.workspace === null
              ? l10n.t(
                  'No folder is open. Browse for a document, or open a folder to have likely ones listed here.',
                )
              : l10n.t('No likely document was found in {0}. Browse for one.', state.workspace)}
          </p>
        ) : (
          <div ref={list} className="choice-list choice-list-tall">
            {offered(source).map((candidate) => (
              <RadioChoice
                key={candidate.path}
                group="source"
                label={candidate.title}
                badges={<Badge>{sourceKindName(candidate.kind)}</Badge>}
                detail={
                  <>
                    <span className="path">{candidate.path}</span>
                    {candidate.reason === '' ? null : ` · ${candidate.reason}`}
                  </>
                }
                checked={candidate.path === source.selected}
                onChoose={() => send({ type: 'selectSource', path: candidate.path })}
              />
            ))}
          </div>
        )}
      </fieldset>
      <div className="button-row">
        <Button icon="folder-opened" onClick={() => send({ type: 'browseSource' })}>
          {l10n.t('Browse...')}
        </Button>
        {source.writing.editable ? (
          <Button icon="edit" onClick={() => send({ type: 'openInForm' })}>
            {l10n.t('Edit in Form')}
          </Button>
        ) : null}
      </div>
      <NoticeBox notice={takenOutNotice(source.writing)} onAction={() => undefined} />
      <NoticeBox notice={source.notice} onAction={(id) => send({ type: 'noticeAction', id })} />
      <NoticeBox notice={state.existing} onAction={(id) => send({ type: 'noticeAction', id })} />
      {source.loading ? <Busy text={l10n.t('Reading the document...')} /> : null}
      {source.summary && source.selected !== null ? (
        <>
          <SelectField
            label={l10n.t('Read it as')}
            value={source.summary.kind}
            options={kinds.map((kind) => ({ value: kind, label: sourceKindName(kind) }))}
            hint={sourceKindHint(source.summary.kind)}
            onChange={(kind) => send({ type: 'setKind', kind })}
          />
          <ConversationPick conversations={source.writing.conversations} />
          <SourceSummary path={source.selected} summary={source.summary} />
        </>
      ) : null}
    </>
  );
}

/** Scrolls a list so far that the chosen row is whole in it; the page stays where it is. */
function useChosenInView(chosen: string | null, count: number): Ref<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector('.choice-checked');
    if (!list.current || !row) return;
    const [inner, outer] = [row.getBoundingClientRect(), list.current.getBoundingClientRect()];
    if (inner.top < outer.top) list.current.scrollTop -= outer.top - inner.top;
    else if (inner.bottom > outer.bottom) list.current.scrollTop += inner.bottom - outer.bottom;
  }, [chosen, count]);
  return list;
}

/** The candidates, led by the selected document where it was browsed for and is none of them. */
function offered({ candidates, selected, summary }: SourceState): readonly SourceCandidate[] {
  if (selected === null || candidates.some(({ path }) => path === selected)) return candidates;
  const title = summary?.title ?? selected.slice(selected.lastIndexOf('/') + 1);
  return [
    { path: selected, title, kind: summary?.kind ?? 'prd', reason: l10n.t('chosen by you') },
    ...candidates,
  ];
}

function whyBlocked({ selected, loading, summary, writing }: SourceState): string | null {
  if (writing.mode === 'initiative') return l10n.t('Create the initiative first, or choose a document.');
  if (writing.mode === 'conversation') return l10n.t('Save the conversation first, or choose a document.');
  if (selected === null) return l10n.t('Choose a document first.');
  if (loading) return l10n.t('The document is still being read.');
  return summary ? null : l10n.t('This document cannot be used. Choose another one.');
}
