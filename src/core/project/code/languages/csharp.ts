import type { Language } from '../language';
import { hasModifier, opaque, opaqueParts, words } from '../language';

const modifiers = String.raw`(?:(?:public|private|protected|internal|static|abstract|sealed|partial|readonly|ref|override|virtual|async|extern|unsafe|new|const|required|volatile|file)\s+)*`;
const type = String.raw`[\w.]+(?:<[^()=;]*>)?\??(?:\[,*\])*\??`;

export const csharp: Language = {
  name: 'C#',
  endings: ['.cs'],
  opaque: opaque(
    opaqueParts.slashComments,
    String.raw`"""[\s\S]*?(?:"""|$(?![\s\S]))`,
    String.raw`\$?@\$?"(?:""|[^"])*"?`,
    opaqueParts.doubleQuoted,
    opaqueParts.singleQuoted,
  ),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'namespace',
      within: 'top',
      opens: 'namespace',
      silent: true,
      pattern: /^\s*namespace\s+(?<name>[\w.]+)/,
    },
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(
        `^\\s*${modifiers}(?:class|struct|record(?:\\s+(?:class|struct))?)\\s+(?<name>\\w+)`,
      ),
    },
    {
      kind: 'interface',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${modifiers}interface\\s+(?<name>\\w+)`),
    },
    {
      kind: 'enum',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`^\\s*${modifiers}enum\\s+(?<name>\\w+)`),
    },
    {
      kind: 'method',
      within: 'member',
      pattern: new RegExp(`^\\s*${modifiers}${type}\\s+(?<name>\\w+)\\s*(?:<[^(]*>)?\\(`),
    },
    {
      kind: 'method',
      within: 'member',
      pattern: /^\s*(?:public|protected|private|internal)\s+(?<name>[A-Z]\w*)\s*\(/,
    },
    {
      kind: 'property',
      within: 'member',
      pattern: new RegExp(`^\\s*${modifiers}${type}\\s+(?<name>\\w+)\\s*(?:\\{|=|;|$)`),
    },
    { kind: 'constant', within: 'member', pattern: /^\s*(?<name>[A-Z]\w*)\s*(?:=\s*[\w|<\s]+)?,?\s*$/ },
  ],
  keywords: words(
    'if for foreach while switch catch return new else throw base this using lock await get set add remove when where',
  ),
  exported: (line) => !hasModifier(line, /\bprivate\b/),
};
