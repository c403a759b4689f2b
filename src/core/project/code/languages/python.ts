import type { Language } from '../language';
import { opaque, opaqueParts } from '../language';

export const python: Language = {
  name: 'Python',
  endings: ['.py', '.pyi'],
  opaque: opaque(
    String.raw`"""[\s\S]*?(?:"""|$(?![\s\S]))`,
    String.raw`'''[\s\S]*?(?:'''|$(?![\s\S]))`,
    '#[^\\n]*',
    opaqueParts.doubleQuoted,
    opaqueParts.singleQuoted,
  ),
  nesting: 'indentation',
  patterns: [
    { kind: 'class', within: 'any', opens: 'type', pattern: /^\s*class\s+(?<name>\w+)/ },
    { kind: 'method', within: 'member', pattern: /^\s*(?:async\s+)?def\s+(?<name>\w+)/ },
    { kind: 'function', within: 'top', pattern: /^(?:async\s+)?def\s+(?<name>\w+)/ },
    { kind: 'constant', within: 'top', pattern: /^(?<name>[A-Z][A-Z\d_]*)\s*(?::[^=]+)?=(?!=)/ },
    { kind: 'type', within: 'top', pattern: /^type\s+(?<name>\w+)/ },
    { kind: 'variable', within: 'top', pattern: /^(?<name>[A-Za-z_]\w*)\s*(?::[^=]+)?=(?!=)/ },
    { kind: 'property', within: 'member', pattern: /^\s+(?<name>[A-Za-z_]\w*)\s*(?::|=(?!=))/ },
  ],
  exported: (_line, name) => !name.startsWith('_') || /^__\w+__$/.test(name),
};
