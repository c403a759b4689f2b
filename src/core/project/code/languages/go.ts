import type { Language } from '../language';
import { opaque, opaqueParts } from '../language';

export const go: Language = {
  name: 'Go',
  endings: ['.go'],
  opaque: opaque(opaqueParts.slashComments, opaqueParts.doubleQuoted, '`[^`]*`?', opaqueParts.singleQuoted),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'method',
      within: 'top',
      pattern: /^func\s+\(\s*(?:\w+\s+)?\*?(?<container>\w+)(?:\[[^\]]*\])?\s*\)\s*(?<name>\w+)/,
    },
    { kind: 'function', within: 'top', pattern: /^func\s+(?<name>\w+)/ },
    {
      kind: 'interface',
      within: 'top',
      opens: 'type',
      pattern: /^type\s+(?<name>\w+)(?:\[[^\]]*\])?\s+interface\b/,
    },
    {
      kind: 'class',
      within: 'top',
      opens: 'type',
      pattern: /^type\s+(?<name>\w+)(?:\[[^\]]*\])?\s+struct\b/,
    },
    { kind: 'type', within: 'top', pattern: /^type\s+(?<name>\w+)/ },
    { kind: 'constant', within: 'top', pattern: /^const\s+(?<name>\w+)/ },
    { kind: 'variable', within: 'top', pattern: /^var\s+(?<name>\w+)/ },
    {
      kind: 'constant',
      within: 'top',
      opens: 'group',
      group: 'const',
      silent: true,
      pattern: /^(?<name>const)\s*\(/,
    },
    {
      kind: 'variable',
      within: 'top',
      opens: 'group',
      group: 'var',
      silent: true,
      pattern: /^(?<name>var)\s*\(/,
    },
    {
      kind: 'type',
      within: 'top',
      opens: 'group',
      group: 'type',
      silent: true,
      pattern: /^(?<name>type)\s*\(/,
    },
    { kind: 'constant', within: 'group', group: 'const', pattern: /^\s*(?<name>[A-Za-z_]\w*)/ },
    { kind: 'variable', within: 'group', group: 'var', pattern: /^\s*(?<name>[A-Za-z_]\w*)/ },
    {
      kind: 'interface',
      within: 'group',
      group: 'type',
      opens: 'type',
      pattern: /^\s*(?<name>\w+)\s+interface\b/,
    },
    { kind: 'class', within: 'group', group: 'type', opens: 'type', pattern: /^\s*(?<name>\w+)\s+struct\b/ },
    { kind: 'type', within: 'group', group: 'type', pattern: /^\s*(?<name>[A-Za-z_]\w*)/ },
    { kind: 'method', within: 'member', pattern: /^\s*(?<name>[A-Za-z_]\w*)\(/ },
    { kind: 'property', within: 'member', pattern: /^\s*(?<name>[A-Za-z_]\w*)(?:\s*,\s*\w+)*\s+[\w*[\]<(]/ },
  ],
  // Capital letters are what Go exports.
  exported: (_line, name) => /^\p{Lu}/u.test(name),
};
