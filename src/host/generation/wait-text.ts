import { t } from '@vscode/l10n';
import type { ModelWait } from '../../core/ports/language-model';

/** Why the model is not asked at once, and when it will be. */
export function waitText({ reason, seconds }: Pick<ModelWait, 'reason' | 'seconds'>): string {
  switch (reason) {
    case 'rate-limited':
      return t('Rate limited: next attempt in {0} s', seconds);
    case 'server':
      return t('The server failed: next attempt in {0} s', seconds);
    case 'unreachable':
      return t('No connection: next attempt in {0} s', seconds);
    case 'timeout':
      return t('No answer: next attempt in {0} s', seconds);
  }
}
