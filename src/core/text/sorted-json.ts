/**
 * JSON text with keys sorted at every level, two spaces, a new line at the end. Equal values give equal bytes, whatever
 * order their fields were set in.
 */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(value, (_key, one: unknown) => sortKeys(one), 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // By code unit, as the default order of `sort` is.
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, (value as Readonly<Record<string, unknown>>)[key]]),
  );
}
