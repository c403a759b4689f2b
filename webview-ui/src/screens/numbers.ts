import * as l10n from '@vscode/l10n';

/** A number as the language writes it. */
export function formatted(value: number): string {
  const language = document.documentElement.lang;
  return new Intl.NumberFormat(language === '' ? undefined : language).format(value);
}

/** A token estimate as people read it, such as `1,240 tokens`. */
export function tokenCount(tokens: number): string {
  return tokens === 1 ? l10n.t('1 token') : l10n.t('{0} tokens', formatted(tokens));
}

/** Milliseconds as `m:ss`. */
export function elapsedTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
