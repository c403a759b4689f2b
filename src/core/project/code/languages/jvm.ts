import type { Language } from '../language';
import { hasModifier, opaque, opaqueParts, words } from '../language';

const javaModifiers = String.raw`(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed|synchronized|default|native|strictfp|transient|volatile)\s+)*`;
const annotations = String.raw`(?:@[\w.]+(?:\([^)]*\))?\s+)*`;
const textBlock = String.raw`"""[\s\S]*?(?:"""|$(?![\s\S]))`;

export const java: Language = {
  name: 'Java',
  endings: ['.java'],
  opaque: opaque(opaqueParts.slashComments, textBlock, opaqueParts.doubleQuoted, opaqueParts.singleQuoted),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${annotations}${javaModifiers}(?:class|record)\\s+(?<name>\\w+)`),
    },
    {
      kind: 'interface',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${annotations}${javaModifiers}@?interface\\s+(?<name>\\w+)`),
    },
    {
      kind: 'enum',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${annotations}${javaModifiers}enum\\s+(?<name>\\w+)`),
    },
    {
      kind: 'method',
      within: 'member',
      pattern: new RegExp(
        `^\\s*${annotations}${javaModifiers}(?:<[^(]+>\\s+)?(?:[\\w.$]+(?:<[^(]*>)?(?:\\[\\])*\\s+)(?<name>\\w+)\\s*\\(`,
      ),
    },
    {
      kind: 'method',
      within: 'member',
      pattern: /^\s*(?:public|protected|private)\s+(?<name>[A-Z]\w*)\s*\(/,
    },
    {
      kind: 'property',
      within: 'member',
      pattern: new RegExp(
        `^\\s*${annotations}${javaModifiers}(?:[\\w.$]+(?:<[^=;]*>)?(?:\\[\\])*\\s+)(?<name>\\w+)\\s*(?:=|;|,)`,
      ),
    },
    {
      kind: 'constant',
      within: 'member',
      pattern: /^\s*(?<name>[A-Z][A-Z\d_]*)\s*(?:\(.*\)\s*)?(?:[,;{]|$)/,
    },
  ],
  keywords: words(
    'if for while switch catch return new else throw super this try do synchronized assert package import',
  ),
  exported: (line) => !hasModifier(line, /\bprivate\b/),
};

const kotlinModifiers = String.raw`(?:(?:public|internal|private|protected|open|abstract|final|sealed|data|inner|override|suspend|inline|value|annotation|enum|companion|lateinit|const|operator|infix|tailrec|external|expect|actual|fun(?=\s+interface))\s+)*`;

export const kotlin: Language = {
  name: 'Kotlin',
  endings: ['.kt', '.kts'],
  opaque: opaque(opaqueParts.slashComments, textBlock, opaqueParts.doubleQuoted, opaqueParts.singleQuoted),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${annotations}${kotlinModifiers}(?:class|object)\\s+(?<name>\\w+)`),
    },
    {
      kind: 'interface',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${annotations}${kotlinModifiers}interface\\s+(?<name>\\w+)`),
    },
    {
      kind: 'class',
      within: 'member',
      opens: 'namespace',
      silent: true,
      pattern: /^\s*(?<name>companion)\s+object\s*\{/,
    },
    { kind: 'type', within: 'top', pattern: new RegExp(`^\\s*${kotlinModifiers}typealias\\s+(?<name>\\w+)`) },
    {
      kind: 'method',
      within: 'member',
      pattern: new RegExp(
        `^\\s*${annotations}${kotlinModifiers}fun\\s+(?:<[^>]*>\\s*)?(?:[\\w.<>?]+\\.)?(?<name>\\w+)\\s*\\(`,
      ),
    },
    {
      kind: 'function',
      within: 'top',
      pattern: new RegExp(
        `^\\s*${annotations}${kotlinModifiers}fun\\s+(?:<[^>]*>\\s*)?(?:[\\w.<>?]+\\.)?(?<name>\\w+)\\s*\\(`,
      ),
    },
    {
      kind: 'property',
      within: 'member',
      pattern: new RegExp(`^\\s*${annotations}${kotlinModifiers}va[lr]\\s+(?<name>\\w+)`),
    },
    { kind: 'constant', within: 'top', pattern: new RegExp(`^\\s*${kotlinModifiers}val\\s+(?<name>\\w+)`) },
    { kind: 'variable', within: 'top', pattern: new RegExp(`^\\s*${kotlinModifiers}var\\s+(?<name>\\w+)`) },
    {
      kind: 'constant',
      within: 'member',
      pattern: /^\s*(?<name>[A-Z][A-Z\d_]*)\s*(?:\(.*\)\s*)?(?:[,;{]|$)/,
    },
  ],
  exported: (line) => !hasModifier(line, /\bprivate\b/),
};
