import * as l10n from '@vscode/l10n';
import type { ReactNode, Ref } from 'react';
import type { GenerateState, SectionProgress } from '../../../../src/shared/wizard/generate-state';
import { sectionCount } from '../../../../src/shared/wizard/section-count';
import { Icon } from '../../ui/icon';
import { ProgressBar } from '../../ui/progress-bar';
import { isHalfWritten, isRunning, phaseName, waitText } from './generation-phase';
import { GenerationResult } from './generation-result';
import { elapsedTime, tokenCount } from '../numbers';

interface GenerationProgressProps {
  readonly generate: GenerateState;
  /** Gets the heading, which takes the focus where the buttons that had it go away. */
  readonly heading: Ref<HTMLHeadingElement>;
  /** Its notice. Right below the heading, which has the focus when a draft ends: Tab comes to what can be done. */
  readonly children: ReactNode;
}

/** How far the draft is: phase, time, tokens, and the sections with their state. */
export function GenerationProgress({ generate, heading, children }: GenerationProgressProps) {
  const { phase, sections, receivedTokens, wait, elapsed, result, output } = generate;
  const running = isRunning(phase);
  // A model that failed at once wrote nothing, and nowhere.
  const came = running || receivedTokens > 0;
  const { done, of } = sectionCount(sections);
  return (
    <section className="progress" aria-labelledby="progress-title">
      <h2 id="progress-title" ref={heading} tabIndex={-1}>
        {phaseName(generate)}
      </h2>
      {children}
      {came || result ? <p className="path">{result?.path ?? output}</p> : null}
      {came ? (
        <>
          <p className="progress-numbers">
            <span>{elapsedTime(elapsed)}</span>
            <span>{tokenCount(receivedTokens)}</span>
            {sections.length > 0 ? <span>{sectionText(done, running ? of : null)}</span> : null}
          </p>
          {wait === null ? null : (
            <p className="progress-wait">
              <Icon name="watch" />
              <span>{waitText(wait)}</span>
            </p>
          )}
        </>
      ) : null}
      {running && sections.length > 0 ? (
        <ProgressBar label={l10n.t('Sections written')} value={done} max={of} />
      ) : null}
      {result ? <GenerationResult result={result} halfWritten={isHalfWritten(phase)} /> : null}
      {came && sections.length > 0 ? (
        <details className="details" open={running}>
          <summary>{l10n.t('Sections')}</summary>
          <ol className="section-states">
            {sections.map((section) => (
              <SectionRow key={section.key} section={section} running={running} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

/** @param of how many there will be, or `null` where no more come: a template's sections need not all apply */
function sectionText(done: number, of: number | null): string {
  if (of !== null)
    return of === 1 ? l10n.t('{0} of 1 section', done) : l10n.t('{0} of {1} sections', done, of);
  return done === 1 ? l10n.t('1 section') : l10n.t('{0} sections', done);
}

interface SectionRowProps {
  readonly section: SectionProgress;
  readonly running: boolean;
}

function SectionRow({ section, running }: SectionRowProps) {
  const { heading, level, state, issue } = section;
  const nested = level > 2 ? ' section-nested' : '';
  return (
    <li className={`section-state section-${issue === undefined ? state : 'issue'}${nested}`}>
      <Icon name={issue === undefined ? sectionIcon(state) : 'warning'} />
      <span>{heading}</span>
      <span className="section-word">
        {issue === undefined ? sectionWord(state, running) : issueWord(issue)}
      </span>
    </li>
  );
}

function issueWord(issue: NonNullable<SectionProgress['issue']>): string {
  switch (issue) {
    case 'missing':
      return l10n.t('missing');
    case 'repeated':
      return l10n.t('there twice');
    case 'misplaced':
      return l10n.t('out of order');
  }
}

function sectionIcon(state: SectionProgress['state']): string {
  if (state === 'done') return 'check';
  return state === 'writing' ? 'edit' : 'circle-outline';
}

function sectionWord(state: SectionProgress['state'], running: boolean): string {
  if (state === 'done') return l10n.t('written');
  if (!running) return l10n.t('not written');
  return state === 'writing' ? l10n.t('writing') : l10n.t('to do');
}
