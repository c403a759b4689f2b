import { t } from '@vscode/l10n';

/**
 * `1 error`, `3 errors (in 5 places)`.
 *
 * @param count what waits for one open question counts once
 * @param listed how many the Problems panel lists: each check that says so by itself
 */
export function errorCountText(count: number, listed: number): string {
  return withListed(count === 1 ? t('1 error') : t('{0} errors', count), count, listed);
}

/** As {@link errorCountText}, of warnings. */
export function warningCountText(count: number, listed: number): string {
  return withListed(count === 1 ? t('1 warning') : t('{0} warnings', count), count, listed);
}

function withListed(text: string, count: number, listed: number): string {
  return listed === count ? text : t('{0} (in {1} places)', text, listed);
}
