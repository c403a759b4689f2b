import { config } from '@vscode/l10n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CoverageScreen } from './screens/coverage/coverage-screen';
import { MetricsScreen } from './screens/metrics/metrics-screen';
import { connectCoverage } from './state/coverage-store';
import type { CoverageApi } from './state/coverage-store';
import { connectMetrics } from './state/metrics-store';
import type { MetricsApi } from './state/metrics-store';
import './styles/base.css';
import './styles/controls.css';
import './styles/coverage.css';
import './styles/metrics.css';

declare function acquireVsCodeApi(): CoverageApi & MetricsApi;

// One page for two views, so that the libraries of both are shipped once: which it is, the host tells by what it sends.
const api = acquireVsCodeApi();
const metrics = connectMetrics(api, window);
const store = connectCoverage(api, window, ({ language, bundle }) => {
  config({ contents: bundle });
  document.documentElement.lang = language;
});

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
createRoot(root).render(
  <StrictMode>
    <CoverageScreen store={store} />
    <MetricsScreen store={metrics} />
  </StrictMode>,
);
