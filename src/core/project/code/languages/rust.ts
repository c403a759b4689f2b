import type { Language } from '../language';
import { opaque, opaqueParts } from '../language';

const visible = String.raw`(?:pub(?:\([^)]*\))?\s+)?`;

export const rust: Language = {
  name: 'Rust',
  endings: ['.rs'],
  // A single quote also begins a lifetime: only what is closed after one character is a literal.
  opaque: opaque(
    opaqueParts.slashComments,
    String.raw`r#+"[\s\S]*?(?:"#+|$(?![\s\S]))`,
    String.raw`"(?:\\[\s\S]|[^"\\])*"?`,
    String.raw`'(?:\\[^\n]{1,8}?|[^'\\\n])'`,
  ),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${visible}(?:struct|union)\\s+(?<name>\\w+)`),
    },
    {
      kind: 'enum',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${visible}enum\\s+(?<name>\\w+)`),
    },
    {
      kind: 'interface',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${visible}(?:unsafe\\s+)?trait\\s+(?<name>\\w+)`),
    },
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      silent: true,
      pattern: /^\s*(?:unsafe\s+)?impl(?:<[^{]*?>)?\s+(?:[^{]*?\bfor\s+)?(?:&\s*)?(?:[\w]+::)*(?<name>\w+)/,
    },
    {
      kind: 'namespace',
      within: 'any',
      opens: 'namespace',
      pattern: new RegExp(`^\\s*${visible}mod\\s+(?<name>\\w+)`),
    },
    {
      kind: 'method',
      within: 'member',
      pattern: new RegExp(`^\\s*${visible}(?:(?:const|async|unsafe|extern)\\s+)*fn\\s+(?<name>\\w+)`),
    },
    {
      kind: 'function',
      within: 'top',
      pattern: new RegExp(`^\\s*${visible}(?:(?:const|async|unsafe|extern)\\s+)*fn\\s+(?<name>\\w+)`),
    },
    { kind: 'function', within: 'top', pattern: /^\s*macro_rules!\s*(?<name>\w+)/ },
    { kind: 'type', within: 'top', pattern: new RegExp(`^\\s*${visible}type\\s+(?<name>\\w+)`) },
    {
      kind: 'constant',
      within: 'any',
      pattern: new RegExp(`^\\s*${visible}(?:const|static(?:\\s+mut)?)\\s+(?<name>[A-Z]\\w*)\\s*:`),
    },
    {
      kind: 'property',
      within: 'member',
      pattern: new RegExp(`^\\s*${visible}(?<name>[a-z_]\\w*)\\s*:(?!:)`),
    },
    { kind: 'constant', within: 'member', pattern: /^\s*(?<name>[A-Z]\w*)\s*(?:[,({=]|$)/ },
  ],
  // Members of traits and variants need no `pub`; whether the holder is one is not looked up.
  exported: (line, _name, within) =>
    within === 'member' || /^\s*(?:pub\b|macro_rules!|(?:unsafe\s+)?impl\b)/.test(line),
};
