import { t } from '@vscode/l10n';

/** Headers to send, or why they can't be. */
export type RequestHeaders =
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  /** Names headers and variables, never a value. */
  | { readonly kind: 'problem'; readonly message: string };

/** What describes the request itself: another value would break it or lead it elsewhere. */
const ours =
  /^(?:host|content-type|content-length|transfer-encoding|connection|upgrade|te|trailer|expect|keep-alive)$/i;

/**
 * Makes headers of what a person set. `${env:NAME}` in a value stands for an environment variable, so that no secret has
 * to be written down.
 *
 * @param entries header names and values as set
 * @param environment value of a variable, `undefined` where it is not set
 */
export function requestHeaders(
  entries: Readonly<Record<string, unknown>>,
  environment: (name: string) => string | undefined,
): RequestHeaders {
  const headers: Record<string, string> = {};
  for (const [name, entered] of Object.entries(entries)) {
    if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name))
      return { kind: 'problem', message: t('{0} is no name of a header.', JSON.stringify(name)) };
    if (ours.test(name))
      return {
        kind: 'problem',
        message: t('The header {0} cannot be set: each request has its own.', name),
      };
    if (typeof entered !== 'string')
      return { kind: 'problem', message: t('The value of the header {0} is no text.', name) };
    let missing: string | null = null;
    const value = entered.replace(/\$\{env:([^}]+)\}/g, (_, variable: string) => {
      const found = environment(variable.trim());
      if (found === undefined) missing ??= variable.trim();
      return found ?? '';
    });
    if (missing !== null)
      return {
        kind: 'problem',
        message: t('The header {0} needs the environment variable {1}, which is not set.', name, missing),
      };
    // eslint-disable-next-line no-control-regex -- these are what a header can't hold
    if (/[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/.test(value))
      return { kind: 'problem', message: t('The value of the header {0} holds what no header can.', name) };
    headers[name] = value;
  }
  return { kind: 'headers', headers };
}
