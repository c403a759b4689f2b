type Options = Readonly<Record<string, unknown>>;

/** An option that names one thing, or `null` where it is absent or of another type. */
export function textOption(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** An option that lists names; what is no text in it is left out. */
export function textsOption(options: Options, name: string, fallback: readonly string[]): readonly string[] {
  const value = options[name];
  if (!Array.isArray(value)) return fallback;
  return value.filter((entry): entry is string => typeof entry === 'string');
}

/** An option that is a number of things, at least 1, or `null` where it is absent or of another type. */
export function numberOption(options: Options, name: string): number | null {
  const value = options[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= 1 ? value : null;
}
