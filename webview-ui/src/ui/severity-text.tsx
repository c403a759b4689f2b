import * as l10n from '@vscode/l10n';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** `pass` for what was checked and found right. */
export type Severity = 'error' | 'warning' | 'info' | 'pass';

const icons: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  pass: 'pass',
};

function severityName(severity: Severity): string {
  if (severity === 'error') return l10n.t('Error');
  if (severity === 'warning') return l10n.t('Warning');
  return severity === 'pass' ? l10n.t('Passed') : l10n.t('Note');
}

/** A message with its severity told by icon, colour and, for screen readers, by word. */
export function SeverityText({
  severity,
  children,
}: {
  readonly severity: Severity;
  readonly children: ReactNode;
}) {
  return (
    <span className={`severity severity-${severity}`}>
      <Icon name={icons[severity]} />
      <span className="visually-hidden">{`${severityName(severity)}: `}</span>
      <span className="severity-text">{children}</span>
    </span>
  );
}
