import { t } from '@vscode/l10n';
import type { Finding } from './finding';

/** The message of a finding in the language that `@vscode/l10n` was set up for, English by default. */
export function renderFinding(finding: Pick<Finding, 'message' | 'args' | 'count'>): string {
  const message = t(finding.message, ...finding.args);
  const more = (finding.count ?? 1) - 1;
  if (more < 1) return message;
  return more === 1 ? t('{0} (and 1 more place)', message) : t('{0} (and {1} more places)', message, more);
}
