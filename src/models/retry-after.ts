/**
 * Seconds that a server asks to wait, or `undefined` where it does not tell. `retry-after-ms` (OpenAI, Azure) is the
 * exact one; `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3), which is read against the server's own
 * clock where it sends one.
 *
 * @param now milliseconds since 1970
 */
export function retryAfterSeconds(
  headers: { get(name: string): string | null },
  now: number,
): number | undefined {
  const exact = seconds(headers.get('retry-after-ms'));
  if (exact !== undefined) return exact / 1000;
  const told = headers.get('retry-after');
  const plain = seconds(told);
  if (plain !== undefined) return plain;
  const until = Date.parse(told ?? '');
  if (Number.isNaN(until)) return undefined;
  const theirNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, (until - (Number.isNaN(theirNow) ? now : theirNow)) / 1000);
}

function seconds(text: string | null): number | undefined {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
