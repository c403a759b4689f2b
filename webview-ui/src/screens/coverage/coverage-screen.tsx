import { t } from '@vscode/l10n';
import { useState, useSyncExternalStore } from 'react';
import { coverageStates } from '../../../../src/shared/coverage-protocol';
import type { CoverageState, CoverageView } from '../../../../src/shared/coverage-protocol';
import type { CoverageStore } from '../../state/coverage-store';
import { CoverageTable } from './coverage-table';
import type { CoverageActions } from './coverage-table';
import { stateName } from './coverage-names';

type Filter = CoverageState | 'all';

/** Requirements of the spec in work against what covers and tests them. */
export function CoverageScreen({ store }: { readonly store: CoverageStore }) {
  const coverage = useSyncExternalStore(store.subscribe, store.getCoverage);
  const actions: CoverageActions = {
    open: (place) => store.send({ type: 'open', place }),
    copyBrief: (task) => store.send({ type: 'copyBrief', task }),
    tickTask: (task, done) => store.send({ type: 'tickTask', task, done }),
  };
  if (coverage === undefined) return null;
  if (coverage === null)
    return (
      <main className="coverage">
        <h1>{t('Requirement coverage')}</h1>
        <p className="muted">{t('Open a spec: its requirements are shown here.')}</p>
      </main>
    );
  return <Matrix coverage={coverage} actions={actions} />;
}

function Matrix({
  coverage,
  actions,
}: {
  readonly coverage: CoverageView;
  readonly actions: CoverageActions;
}) {
  const [wanted, setWanted] = useState<Filter>('all');
  const [chosen, setChosen] = useState(false);
  const choose = (state: Filter): void => {
    setWanted(state);
    setChosen(true);
  };
  const { rows, title, path, source } = coverage;
  const count = (state: CoverageState): number => rows.filter((row) => row.state === state).length;
  const states = coverageStates.filter((state) => count(state) > 0);
  // The last requirement of a state may be gone: what is shown then is all.
  const filter = wanted === 'all' || states.includes(wanted) ? wanted : 'all';
  const shown = filter === 'all' ? rows : rows.filter(({ state }) => state === filter);
  const counted = rows.length - count('measured');
  const settled = count('covered') + count('out-of-scope');
  return (
    <main className="coverage">
      <header className="coverage-header">
        <h1>{t('Requirement coverage')}</h1>
        <p className="muted">
          {title} · <span className="path">{path}</span>
        </p>
        {rows.length === 0 ? (
          <p>
            {source === null
              ? t('No source was found, so there is nothing to cover. Link it in the metadata of the spec.')
              : t('The source has no requirements.')}
          </p>
        ) : (
          <p className="coverage-sum">
            {counted === 1
              ? t('{0} of 1 requirement is covered or out of scope with a reason.', settled)
              : t('{0} of {1} requirements are covered or out of scope with a reason.', settled, counted)}
            {/* Rows are more than are counted where there are any. */}
            {count('measured') > 0
              ? ` ${t('Success criteria, which are measured and not counted here: {0}.', count('measured'))}`
              : null}
          </p>
        )}
      </header>
      {rows.length > 0 ? (
        <>
          <fieldset className="coverage-filter">
            <legend className="visually-hidden">{t('Show requirements by state')}</legend>
            <FilterChoice
              label={t('All')}
              count={rows.length}
              checked={filter === 'all'}
              onChoose={() => choose('all')}
            />
            {states.map((state) => (
              <FilterChoice
                key={state}
                label={stateName(state)}
                count={count(state)}
                checked={filter === state}
                onChoose={() => choose(state)}
              />
            ))}
          </fieldset>
          <CoverageTable rows={shown} actions={actions} />
          {/* Silent until the person chooses: then what came of it. */}
          <p className="visually-hidden" role="status">
            {chosen ? t('{0} of {1} shown', shown.length, rows.length) : ''}
          </p>
        </>
      ) : null}
    </main>
  );
}

interface FilterChoiceProps {
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

/** Native radios: arrows move among them, Tab leaves them. */
function FilterChoice({ label, count, checked, onChoose }: FilterChoiceProps) {
  return (
    <label className={checked ? 'filter-choice filter-choice-checked' : 'filter-choice'}>
      <input type="radio" name="coverage-state" checked={checked} onChange={onChoose} />
      <span>{label}</span> <span className="filter-count">{count}</span>
    </label>
  );
}
