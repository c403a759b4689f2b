import type { Notation } from './parsed-code';

const tags: Readonly<Record<string, Notation>> = {
  sql: 'SQL',
  postgresql: 'SQL',
  postgres: 'SQL',
  pgsql: 'SQL',
  json: 'JSON',
  jsonc: 'JSON',
  yaml: 'YAML',
  yml: 'YAML',
  openapi: 'YAML',
  mermaid: 'Mermaid',
  protobuf: 'Protocol Buffers',
  proto: 'Protocol Buffers',
  graphql: 'GraphQL',
  gql: 'GraphQL',
  go: 'Go',
  golang: 'Go',
  typescript: 'TypeScript',
  ts: 'TypeScript',
  tsx: 'TypeScript',
  python: 'Python',
  py: 'Python',
  java: 'Java',
  rust: 'Rust',
  rs: 'Rust',
  csharp: 'C#',
  cs: 'C#',
  'c#': 'C#',
  kotlin: 'Kotlin',
  kt: 'Kotlin',
};

/** The notation that the tag of a code block names, or `null` for one that is not read. */
export function notationOf(language: string | null): Notation | null {
  const tag = /^[\w+#-]+/u.exec(language ?? '')?.[0].toLowerCase() ?? '';
  return Object.hasOwn(tags, tag) ? (tags[tag] ?? null) : null;
}

/** Whether the tag says that its SQL is PostgreSQL's. */
export function isPostgresTag(language: string | null): boolean {
  return /^(?:postgresql|postgres|pgsql)\b/iu.test(language ?? '');
}
