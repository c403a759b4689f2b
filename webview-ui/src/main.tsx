import { config } from '@vscode/l10n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StoreProvider } from './state/use-wizard';
import { connectWizard } from './state/wizard-store';
import type { WebviewApi } from './state/wizard-store';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/screens.css';
import { Wizard } from './wizard';

declare function acquireVsCodeApi(): WebviewApi;

const store = connectWizard(acquireVsCodeApi(), window, ({ language, bundle }) => {
  config({ contents: bundle });
  document.documentElement.lang = language;
});

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
createRoot(root).render(
  <StrictMode>
    <StoreProvider value={store}>
      <Wizard />
    </StoreProvider>
  </StrictMode>,
);
