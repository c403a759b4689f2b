import type { Language } from '../language';
import { opaque, opaqueParts, words } from '../language';

const sqlName = String.raw`(?:[\w"\`[\]]+\.)?["\`[]?(?<name>\w+)`;

export const sql: Language = {
  name: 'SQL',
  endings: ['.sql'],
  opaque: opaque(
    String.raw`--[^\n]*`,
    String.raw`\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))`,
    String.raw`'(?:''|[^'])*'?`,
  ),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'table',
      within: 'top',
      pattern: new RegExp(
        `^\\s*create\\s+(?:(?:global|local|temp|temporary|unlogged)\\s+)*table\\s+(?:if\\s+not\\s+exists\\s+)?${sqlName}`,
        'i',
      ),
    },
    {
      kind: 'type',
      within: 'top',
      pattern: new RegExp(
        `^\\s*create\\s+(?:or\\s+replace\\s+)?(?:materialized\\s+)?(?:view|type|domain|sequence)\\s+(?:if\\s+not\\s+exists\\s+)?${sqlName}`,
        'i',
      ),
    },
    {
      kind: 'function',
      within: 'top',
      pattern: new RegExp(
        `^\\s*create\\s+(?:or\\s+replace\\s+)?(?:function|procedure|trigger)\\s+${sqlName}`,
        'i',
      ),
    },
    {
      kind: 'constant',
      within: 'top',
      pattern: new RegExp(
        `^\\s*create\\s+(?:unique\\s+)?index\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?${sqlName}`,
        'i',
      ),
    },
  ],
  keywords: words('on ON'),
  exported: () => true,
};

export const protobuf: Language = {
  name: 'Protocol Buffers',
  endings: ['.proto'],
  opaque: opaque(opaqueParts.slashComments, opaqueParts.doubleQuoted),
  nesting: 'brackets',
  patterns: [
    { kind: 'message', within: 'any', opens: 'type', pattern: /^\s*message\s+(?<name>\w+)/ },
    { kind: 'enum', within: 'any', opens: 'type', pattern: /^\s*enum\s+(?<name>\w+)/ },
    { kind: 'service', within: 'top', opens: 'type', pattern: /^\s*service\s+(?<name>\w+)/ },
    { kind: 'method', within: 'member', pattern: /^\s*rpc\s+(?<name>\w+)/ },
    {
      kind: 'property',
      within: 'member',
      pattern: /^\s*(?:(?:optional|repeated|required)\s+)?(?:map\s*<[^>]+>|[\w.]+)\s+(?<name>\w+)\s*=\s*\d+/,
    },
    { kind: 'constant', within: 'member', pattern: /^\s*(?<name>[A-Z][A-Z\d_]*)\s*=\s*\d+/ },
  ],
  keywords: words('reserved option'),
  exported: () => true,
};

export const graphql: Language = {
  name: 'GraphQL',
  endings: ['.graphql', '.graphqls', '.gql'],
  opaque: opaque(String.raw`"""[\s\S]*?(?:"""|$(?![\s\S]))`, String.raw`#[^\n]*`, opaqueParts.doubleQuoted),
  nesting: 'brackets',
  patterns: [
    {
      kind: 'interface',
      within: 'top',
      opens: 'type',
      pattern: /^\s*(?:extend\s+)?interface\s+(?<name>\w+)/,
    },
    { kind: 'enum', within: 'top', opens: 'type', pattern: /^\s*(?:extend\s+)?enum\s+(?<name>\w+)/ },
    {
      kind: 'type',
      within: 'top',
      opens: 'type',
      pattern: /^\s*(?:extend\s+)?(?:type|input|scalar|union|directive)\s+@?(?<name>\w+)/,
    },
    { kind: 'property', within: 'member', pattern: /^\s*(?<name>\w+)\s*(?:\([^)]*\)?)?\s*:/ },
    { kind: 'method', within: 'member', pattern: /^\s*(?<name>\w+)\s*\(/ },
    { kind: 'constant', within: 'member', pattern: /^\s*(?<name>[A-Z][A-Z\d_]*)\s*(?:@.*)?$/ },
  ],
  exported: () => true,
};
