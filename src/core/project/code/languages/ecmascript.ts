import type { Language } from '../language';
import { hasModifier, opaque, opaqueParts, words } from '../language';

const modifiers = String.raw`(?:(?:public|private|protected|static|async|readonly|override|abstract|declare|accessor|get|set)\s+)*`;
const exported = String.raw`^\s*(?:export\s+)?(?:default\s+)?(?:declare\s+)?`;

/** A slash that begins a literal, by what stands before it: elsewhere it divides, or closes a tag. */
const regularExpression = String.raw`(?<=[=(,:[!&|?{};]\s{0,40}|=>\s{0,40}|\breturn\s{1,40})\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\/\\\n[])+\/[a-z]*`;

/** JavaScript and TypeScript, with JSX. */
export const ecmascript: Language = {
  name: 'TypeScript',
  endings: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
  opaque: opaque(
    opaqueParts.slashComments,
    regularExpression,
    opaqueParts.doubleQuoted,
    opaqueParts.singleQuoted,
    '`(?:\\\\[\\s\\S]|[^`\\\\])*`?',
  ),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'class',
      within: 'any',
      opens: 'type',
      pattern: new RegExp(`${exported}(?:abstract\\s+)?class\\s+(?<name>[\\w$]+)`),
    },
    {
      kind: 'interface',
      within: 'top',
      opens: 'type',
      pattern: new RegExp(`${exported}interface\\s+(?<name>[\\w$]+)`),
    },
    {
      kind: 'enum',
      within: 'top',
      opens: 'type',
      pattern: new RegExp(`${exported}(?:const\\s+)?enum\\s+(?<name>[\\w$]+)`),
    },
    {
      kind: 'type',
      within: 'top',
      opens: 'type',
      pattern: new RegExp(`${exported}type\\s+(?<name>[\\w$]+)\\s*[=<]`),
    },
    {
      kind: 'namespace',
      within: 'top',
      opens: 'namespace',
      pattern: new RegExp(`${exported}(?:namespace|module)\\s+(?<name>[\\w$.]+)`),
    },
    {
      kind: 'function',
      within: 'top',
      pattern: new RegExp(`${exported}(?:async\\s+)?function\\s*\\*?\\s*(?<name>[\\w$]+)`),
    },
    {
      kind: 'function',
      within: 'top',
      pattern: new RegExp(
        `${exported}(?:const|let|var)\\s+(?<name>[\\w$]+)\\s*(?::[^=]+)?=\\s*(?:async\\s*)?(?:function\\b|(?:<[^>]*>\\s*)?\\([^)]*\\)\\s*(?::[^=]+)?=>|[\\w$]+\\s*=>)`,
      ),
    },
    { kind: 'constant', within: 'top', pattern: new RegExp(`${exported}const\\s+(?<name>[\\w$]+)`) },
    { kind: 'variable', within: 'top', pattern: new RegExp(`${exported}(?:let|var)\\s+(?<name>[\\w$]+)`) },
    {
      kind: 'method',
      within: 'member',
      pattern: new RegExp(`^\\s*${modifiers}\\*?(?<name>#?[\\w$]+)\\s*\\??\\s*(?:<[^(]*>)?\\(`),
    },
    {
      kind: 'property',
      within: 'member',
      pattern: new RegExp(`^\\s*${modifiers}(?<name>#?[\\w$]+)\\s*[?!]?\\s*(?:[:=;,]|$)`),
    },
  ],
  keywords: words(
    'if for while switch catch return function super new await throw typeof else do import export constructor',
  ),
  exported: (line, name, within) =>
    within === 'member'
      ? !hasModifier(line, /\b(?:private|protected)\b/) && !name.startsWith('#')
      : /^\s*export\b/.test(line),
};
