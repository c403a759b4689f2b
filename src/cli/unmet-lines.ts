import { t } from '@vscode/l10n';
import type { UnmetNeed } from '../core/life/needs';

/** So many are told; a person who has mended these asks again. */
const told = 5;

/** How a reason is given here. */
export const reasonHint = ' Give it with --reason TEXT or --successor SPEC.';

/** What is lacking for a status in words, without a place. */
export function unmetMessage({ message, args }: UnmetNeed): string {
  return t(message, ...args);
}

/** Where it is lacking, behind its message; empty where each thing is told with its own place, see {@link unmetItems}. */
export function unmetPlace({ lines, items }: UnmetNeed): string {
  if (items.length > 0 || lines.length === 0) return '';
  const more = lines.length > told ? ', …' : '';
  return ` (line ${lines.slice(0, told).join(', ')}${more})`;
}

/**
 * The first things of what is lacking, a line each with its place, and how many more there are.
 *
 * @param shown path of the spec, relative to the current folder
 */
export function unmetItems(shown: string, { items }: UnmetNeed): readonly string[] {
  const more = items.length - told;
  return [
    ...items.slice(0, told).map(({ line, text }) => `${line === null ? shown : `${shown}:${line}`}: ${text}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
