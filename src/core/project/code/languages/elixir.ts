import type { Language } from '../language';
import { opaque, opaqueParts } from '../language';

export const elixir: Language = {
  name: 'Elixir',
  endings: ['.ex', '.exs'],
  opaque: opaque(
    String.raw`"""[\s\S]*?(?:"""|$(?![\s\S]))`,
    String.raw`#(?!\{)[^\n]*`,
    opaqueParts.doubleQuoted,
  ),
  nesting: 'indentation',
  patterns: [
    {
      kind: 'namespace',
      within: 'any',
      opens: 'namespace',
      pattern: /^\s*def(?:module|protocol)\s+(?:[A-Z]\w*\.)*(?<name>[A-Z]\w*)/,
    },
    {
      kind: 'function',
      within: 'any',
      pattern: /^\s*def(?:p|macro|macrop|guard|delegate)?\s+(?<name>[a-z_]\w*[?!]?)/,
    },
    { kind: 'type', within: 'any', pattern: /^\s*@(?:type|typep|opaque)\s+(?<name>[a-z_]\w*)/ },
    { kind: 'property', within: 'any', pattern: /^\s*field\s*(?:\(\s*)?:(?<name>\w+)/ },
  ],
  exported: (line) => !/^\s*(?:defp|defmacrop|@typep)\b/.test(line),
};
