import type { ModelOptions } from '../drafting/chosen-model';

/** The options that choose a model, as they would be typed. */
export function modelArguments(options: ModelOptions): readonly string[] {
  const { model, baseUrl, header = {}, firstByteTimeout, idleTimeout, maxOutputTokens, record } = options;
  const valued = [
    ['--model', model],
    ['--base-url', baseUrl],
    ['--first-byte-timeout', firstByteTimeout],
    ['--idle-timeout', idleTimeout],
    ['--max-output-tokens', maxOutputTokens],
    ['--record', record],
    ...Object.entries(header).map(([name, value]) => ['--header', `${name}: ${value}`] as const),
  ] as const;
  return valued.flatMap(([option, value]) => (value === undefined ? [] : [option, String(value)]));
}
