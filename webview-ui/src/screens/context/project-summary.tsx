import * as l10n from '@vscode/l10n';
import type { ProjectView } from '../../../../src/shared/wizard/context-state';
import { useSend } from '../../state/use-wizard';
import { Busy } from '../../ui/busy';
import { Button } from '../../ui/button';

/** What the code has, in numbers. It is read while the person goes on, and can be stopped. */
export function ProjectSummary({ project }: { readonly project: ProjectView }) {
  const send = useSend();
  const { state, counts } = project;
  if (state === 'waiting') return null;
  return (
    <section aria-labelledby="project-title">
      <h2 id="project-title">{l10n.t('Existing code')}</h2>
      {state === 'reading' ? (
        <div className="bar">
          <Busy text={l10n.t('Reading the code. You can go on meanwhile.')} />
          <Button icon="debug-stop" onClick={() => send({ type: 'stopProject' })}>
            {l10n.t('Stop Reading')}
          </Button>
        </div>
      ) : null}
      {state === 'stopped' || state === 'failed' ? (
        <div className="bar">
          <p className="bar-text">
            {state === 'stopped'
              ? l10n.t('The code was not read: the spec will not name what it has.')
              : l10n.t('The code could not be read: the spec will not name what it has.')}
          </p>
          <Button icon="refresh" onClick={() => send({ type: 'readProject' })}>
            {l10n.t('Read the Code')}
          </Button>
        </div>
      ) : null}
      {counts === null ? null : (
        <>
          <ul className="counts" aria-label={l10n.t('Found in the code')}>
            {countRows(counts).map(({ label, count }) => (
              <li key={label}>
                <strong>{count.toLocaleString()}</strong> {label}
              </li>
            ))}
          </ul>
          {counts.skipped === 0 ? null : (
            <p className="field-hint">
              {counts.skipped === 1
                ? l10n.t('1 file of code was not read: too large, or not readable.')
                : l10n.t(
                    '{0} files of code were not read: too many, too large, or not readable.',
                    counts.skipped,
                  )}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function countRows(counts: NonNullable<ProjectView['counts']>) {
  return [
    { label: counts.files === 1 ? l10n.t('file') : l10n.t('files'), count: counts.files },
    { label: counts.symbols === 1 ? l10n.t('symbol') : l10n.t('symbols'), count: counts.symbols },
    { label: counts.endpoints === 1 ? l10n.t('endpoint') : l10n.t('endpoints'), count: counts.endpoints },
    { label: counts.tables === 1 ? l10n.t('table') : l10n.t('tables'), count: counts.tables },
    { label: counts.commands === 1 ? l10n.t('command') : l10n.t('commands'), count: counts.commands },
    { label: counts.packages === 1 ? l10n.t('package') : l10n.t('packages'), count: counts.packages },
  ];
}
