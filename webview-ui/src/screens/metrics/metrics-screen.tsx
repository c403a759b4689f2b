import { t } from '@vscode/l10n';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { MetricsView } from '../../../../src/shared/metrics-protocol';
import type { MetricsStore } from '../../state/metrics-store';
import { LinkButton } from '../../ui/link-button';
import { ScrollRegion } from '../../ui/scroll-region';
import { BarChart } from './bar-chart';

/** Cycle times, throughput and rework as bars, and everything they are made from as a table beneath. */
export function MetricsScreen({ store }: { readonly store: MetricsStore }) {
  const metrics = useSyncExternalStore(store.subscribe, store.getMetrics);
  return metrics === undefined ? null : (
    <Metrics metrics={metrics} onExport={() => store.send({ type: 'exportCsv' })} />
  );
}

function Metrics({ metrics, onExport }: { readonly metrics: MetricsView; readonly onExport: () => void }) {
  const news = useNews(standing(metrics));
  const { features, cycleTimes, throughput, reworkShare, onTimeShare } = metrics;
  return (
    <main className="metrics">
      <header className="metrics-header">
        <h1>{t('Workflow metrics')}</h1>
        {features.length === 0 ? null : <LinkButton onClick={onExport}>{t('Export CSV')}</LinkButton>}
      </header>
      {features.length === 0 ? (
        <p className="muted">{t('No feature was begun yet: its dates will be shown here.')}</p>
      ) : (
        <>
          <dl className="metrics-sums">
            <Sum name={t('Features')} value={String(features.length)} />
            <Sum
              name={t('Finished')}
              value={String(features.filter(({ finished }) => finished !== null).length)}
            />
            <Sum name={t('Rework')} value={percent(reworkShare)} />
            <Sum name={t('Phases on time')} value={percent(onTimeShare)} />
          </dl>
          <BarChart
            title={t('Cycle time by phase, median days')}
            empty={t('No phase was closed yet.')}
            bars={cycleTimes.map(({ phase, name, median }) => ({ id: phase, name, value: median }))}
          />
          <BarChart
            title={t('Features finished by month')}
            empty={t('No feature was finished yet.')}
            bars={throughput.map(({ month, finished }) => ({ id: month, name: month, value: finished }))}
          />
          <h2 id="metrics-table">{t('Phases')}</h2>
          <ScrollRegion label={t('Phases')}>
            <PhaseTable features={features} />
          </ScrollRegion>
        </>
      )}
      {/* The view follows the records while it is in sight: what changed is told, the first state is read with the page. */}
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </main>
  );
}

function Sum({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="metrics-sum">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function PhaseTable({ features }: Pick<MetricsView, 'features'>) {
  return (
    <table className="metrics-table" aria-labelledby="metrics-table">
      <thead>
        <tr>
          <th scope="col">{t('Feature')}</th>
          <th scope="col">{t('Phase')}</th>
          <th scope="col">{t('Started')}</th>
          <th scope="col">{t('Closed')}</th>
          <th scope="col">{t('Days')}</th>
          <th scope="col">{t('Expected')}</th>
          <th scope="col">{t('Rework')}</th>
          <th scope="col">{t('Overrides')}</th>
        </tr>
      </thead>
      {features.map(({ feature, title, phases, started, finished, days, estimate }) => (
        <tbody key={feature}>
          {phases.map(({ phase, name, ...one }) => (
            <tr key={phase}>
              <td>{title}</td>
              <th scope="row">{name}</th>
              <td>{one.started ?? none}</td>
              <td>{one.closed ?? none}</td>
              <td className={isLate(one) ? 'metrics-late' : undefined}>
                {one.days ?? none}
                {isLate(one) ? <span className="visually-hidden"> {t('longer than expected')}</span> : null}
              </td>
              <td>{one.expected ?? none}</td>
              <td>{one.rework}</td>
              <td>{one.overrides}</td>
            </tr>
          ))}
          <tr className="metrics-total">
            <td>{title}</td>
            <th scope="row">{t('All phases')}</th>
            <td>{started}</td>
            <td>{finished ?? none}</td>
            <td>{days ?? none}</td>
            <td>{estimate === null ? none : t('{0} (estimates of the tasks)', estimate)}</td>
            <td>{phases.reduce((sum, { rework }) => sum + rework, 0)}</td>
            <td>{phases.reduce((sum, { overrides }) => sum + overrides, 0)}</td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/**
 * What a screen reader is told once the view has changed: nothing at first, as the page is read then anyway.
 *
 * @param text said when it differs from the first one
 */
function useNews(text: string): string {
  const first = useRef(text);
  const [news, setNews] = useState('');
  useEffect(() => {
    if (first.current === text) return;
    first.current = text;
    setNews(text);
  }, [text]);
  return news;
}

function standing({ features }: MetricsView): string {
  const finished = features.filter((feature) => feature.finished !== null).length;
  return t('Features: {0}. Finished: {1}.', features.length, finished);
}

const none = '\u2013';

function isLate({
  days,
  expected,
}: {
  readonly days: number | null;
  readonly expected: number | null;
}): boolean {
  return days !== null && expected !== null && days > expected;
}

function percent(share: number | null): string {
  return share === null ? none : `${Math.round(share * 100)} %`;
}
