import type { Language } from '../language';
import { hasModifier, opaque, opaqueParts, words } from '../language';

export const ruby: Language = {
  name: 'Ruby',
  endings: ['.rb', '.rake'],
  opaque: opaque(
    String.raw`^=begin\b[\s\S]*?(?:^=end\b|$(?![\s\S]))`,
    String.raw`#(?!\{)[^\n]*`,
    opaqueParts.doubleQuoted,
    opaqueParts.singleQuoted,
  ),
  nesting: 'indentation',
  patterns: [
    { kind: 'class', within: 'any', opens: 'type', pattern: /^\s*class\s+(?:[A-Z]\w*::)*(?<name>[A-Z]\w*)/ },
    {
      kind: 'namespace',
      within: 'any',
      opens: 'namespace',
      pattern: /^\s*module\s+(?:[A-Z]\w*::)*(?<name>[A-Z]\w*)/,
    },
    {
      kind: 'method',
      within: 'member',
      pattern: /^\s*(?:private\s+|protected\s+)?def\s+(?:self\.)?(?<name>[A-Za-z_]\w*[?!=]?)/,
    },
    { kind: 'function', within: 'top', pattern: /^\s*def\s+(?:self\.)?(?<name>[A-Za-z_]\w*[?!=]?)/ },
    { kind: 'property', within: 'member', pattern: /^\s*attr_(?:accessor|reader|writer)\s+:(?<name>\w+)/ },
    { kind: 'constant', within: 'any', pattern: /^\s*(?<name>[A-Z][A-Z\d_]*)\s*=(?!=)/ },
  ],
  exported: (line) => !/^\s*(?:private|protected)\b/.test(line),
};

const phpModifiers = String.raw`(?:(?:public|private|protected|static|abstract|final|readonly)\s+)*`;

export const php: Language = {
  name: 'PHP',
  endings: ['.php'],
  opaque: opaque(
    opaqueParts.slashComments,
    String.raw`#(?!\[)[^\n]*`,
    opaqueParts.doubleQuoted,
    opaqueParts.singleQuoted,
  ),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${phpModifiers}(?:class|trait)\\s+(?<name>\\w+)`),
    },
    { kind: 'interface', within: 'any', opens: 'type', pattern: /^\s*interface\s+(?<name>\w+)/ },
    { kind: 'enum', within: 'any', opens: 'type', pattern: /^\s*enum\s+(?<name>\w+)/ },
    {
      kind: 'method',
      within: 'member',
      pattern: new RegExp(`^\\s*${phpModifiers}function\\s+&?(?<name>\\w+)`),
    },
    { kind: 'function', within: 'top', pattern: /^\s*function\s+&?(?<name>\w+)/ },
    {
      kind: 'constant',
      within: 'any',
      pattern: new RegExp(`^\\s*${phpModifiers}const\\s+(?:\\w+\\s+)?(?<name>[A-Z]\\w*)\\s*=`),
    },
    { kind: 'constant', within: 'member', pattern: /^\s*case\s+(?<name>\w+)/ },
    {
      kind: 'property',
      within: 'member',
      pattern: new RegExp(`^\\s*${phpModifiers}(?:\\??[\\w\\\\|]+\\s+)?\\$(?<name>\\w+)`),
    },
  ],
  keywords: words('if for foreach while switch catch return new else'),
  exported: (line) => !hasModifier(line, /\b(?:private|protected)\b/),
};

const swiftModifiers = String.raw`(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|private|fileprivate|internal|open|package|static|class(?=\s+(?:func|var|let))|final|override|mutating|nonmutating|lazy|weak|unowned|required|convenience|indirect|nonisolated|async)(?:\(\w+\))?\s+)*`;

export const swift: Language = {
  name: 'Swift',
  endings: ['.swift'],
  opaque: opaque(
    opaqueParts.slashComments,
    String.raw`"""[\s\S]*?(?:"""|$(?![\s\S]))`,
    opaqueParts.doubleQuoted,
  ),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${swiftModifiers}(?:class|struct|actor)\\s+(?<name>\\w+)`),
    },
    {
      kind: 'enum',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${swiftModifiers}enum\\s+(?<name>\\w+)`),
    },
    {
      kind: 'interface',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${swiftModifiers}protocol\\s+(?<name>\\w+)`),
    },
    {
      kind: 'class',
      within: 'top',
      opens: 'type',
      silent: true,
      pattern: new RegExp(`^\\s*${swiftModifiers}extension\\s+(?:\\w+\\.)*(?<name>\\w+)`),
    },
    {
      kind: 'type',
      within: 'any',
      pattern: new RegExp(`^\\s*${swiftModifiers}(?:typealias|associatedtype)\\s+(?<name>\\w+)`),
    },
    { kind: 'method', within: 'member', pattern: new RegExp(`^\\s*${swiftModifiers}func\\s+(?<name>\\w+)`) },
    { kind: 'function', within: 'top', pattern: new RegExp(`^\\s*${swiftModifiers}func\\s+(?<name>\\w+)`) },
    {
      kind: 'property',
      within: 'member',
      pattern: new RegExp(`^\\s*${swiftModifiers}(?:let|var)\\s+(?<name>\\w+)`),
    },
    { kind: 'constant', within: 'top', pattern: new RegExp(`^\\s*${swiftModifiers}let\\s+(?<name>\\w+)`) },
    { kind: 'variable', within: 'top', pattern: new RegExp(`^\\s*${swiftModifiers}var\\s+(?<name>\\w+)`) },
    { kind: 'constant', within: 'member', pattern: /^\s*(?:indirect\s+)?case\s+(?<name>\w+)(?!.*:\s*$)/ },
  ],
  exported: (line) => !hasModifier(line, /\b(?:private|fileprivate)\b/),
};
