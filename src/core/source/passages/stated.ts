import { normalText } from '../requirements/fingerprint';

/** What was read at lines on which something begins, in words alone. */
export function statedBy(
  read: readonly { readonly line: number; readonly text: string }[],
): ReadonlyMap<number, string> {
  const stated = new Map<number, string>();
  for (const { line, text } of read) stated.set(line, `${stated.get(line) ?? ''} ${normalText(text)}`);
  return stated;
}
