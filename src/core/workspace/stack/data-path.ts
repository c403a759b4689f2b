import { parse } from 'smol-toml';

/** A TOML document as plain data; an empty table where it can't be parsed. */
export function parseToml(text: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch {
    return {};
  }
}

/** The value at a path of keys, or `undefined`. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let at = value;
  for (const key of keys) at = isTable(at) ? at[key] : undefined;
  return at;
}

/** The table at a path of keys; empty where there is none. */
export function tableAt(value: unknown, ...keys: readonly string[]): Readonly<Record<string, unknown>> {
  const at = valueAt(value, ...keys);
  return isTable(at) ? at : {};
}

/** The string at a path of keys, or `null`. */
export function stringAt(value: unknown, ...keys: readonly string[]): string | null {
  const at = valueAt(value, ...keys);
  return typeof at === 'string' ? at : null;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
