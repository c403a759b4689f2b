import { config } from '@vscode/l10n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CoverageScreen } from './screens/coverage-screen';
import { connectCoverage } from './state/coverage-store';
import type { CoverageApi } from './state/coverage-store';
import './styles/base.css';
import './styles/controls.css';
import './styles/coverage.css';

declare function acquireVsCodeApi(): CoverageApi;

const store = connectCoverage(acquireVsCodeApi(), window, ({ language, bundle }) => {
  config({ contents: bundle });
  document.documentElement.lang = language;
});

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
createRoot(root).render(
  <StrictMode>
    <CoverageScreen store={store} />
  </StrictMode>,
);
