/** `auto` makes several calls where the template asks for them and the spec will be long. */
export const callModes = ['auto', 'one', 'several'] as const;
export type CallMode = (typeof callModes)[number];

/** Whether a text from a setting is a mode; what is none counts as `auto`. */
export function callModeOf(value: unknown): CallMode {
  return callModes.find((mode) => mode === value) ?? 'auto';
}
