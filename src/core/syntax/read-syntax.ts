import type { CodeBlock, SpecDocument } from '../spec/spec-document';
import { isPostgresTag, notationOf } from './notations';
import { parseGraphql } from './parse-graphql';
import { parseJson } from './parse-json';
import { parseMermaid } from './parse-mermaid';
import { parseOpenApiJson } from './parse-openapi';
import { parseProtobuf } from './parse-protobuf';
import { parseTypes } from './types/parse-types';
import { parseYaml } from './parse-yaml';
import { parsedCode, type Notation, type ParsedCode } from './parsed-code';
import { parseSql } from './sql/parse-sql';

export type SpecSyntax = ReadonlyMap<CodeBlock, ParsedCode>;

export interface SyntaxOptions {
  /** Whether SQL without a dialect of its own is PostgreSQL's. */
  readonly postgres: boolean;
}

/** Longer blocks are no samples; parsing them would be felt. */
const longestBlock = 200_000;
/** Blocks whose result is kept: those of some large specs. */
const mostKept = 1000;

/** Results by notation and text, the longest unused first. */
const known = new Map<string, Promise<ParsedCode>>();

/** What the blocks of a document say, and of which dialect their SQL was taken to be: while it is edited, most stay the same. */
const ofBlocks = new WeakMap<
  SpecDocument['codeBlocks'],
  { readonly postgres: boolean; readonly syntax: SpecSyntax }
>();

/**
 * Parses the code blocks of a spec with the parser of their notation, each loaded when the first block needs it. What was
 * parsed before is remembered by notation and text. Blocks in other notations have no entry. Never throws: a parser that
 * can not be loaded is said in `unread`.
 */
export async function readSyntax(spec: SpecDocument, options: SyntaxOptions): Promise<SpecSyntax> {
  const before = ofBlocks.get(spec.codeBlocks);
  if (before?.postgres === options.postgres) return before.syntax;
  const entries = await Promise.all(
    spec.codeBlocks.map(async (block): Promise<readonly [CodeBlock, ParsedCode] | null> => {
      const notation = notationOf(block.language);
      if (notation === null || block.value.length > longestBlock) return null;
      const postgres = options.postgres || isPostgresTag(block.language);
      return [block, await parseOnce(notation, block, postgres)];
    }),
  );
  const syntax = new Map(entries.filter((entry) => entry !== null));
  // What could not be read is tried again.
  if ([...syntax.values()].every(({ unread }) => unread === undefined))
    ofBlocks.set(spec.codeBlocks, { postgres: options.postgres, syntax });
  return syntax;
}

function parseOnce(
  notation: Notation,
  { language, value }: CodeBlock,
  postgres: boolean,
): Promise<ParsedCode> {
  const comments = /^jsonc\b/iu.test(language ?? '');
  const tsx = /^tsx\b/iu.test(language ?? '');
  const key = `${notation} ${String(postgres)} ${String(comments)} ${String(tsx)}\n${value}`;
  const before = known.get(key);
  if (before !== undefined) {
    known.delete(key);
    known.set(key, before);
    return before;
  }
  const parsed = parse(notation, value, { postgres, comments, tsx }).catch((error: unknown) => {
    known.delete(key);
    return parsedCode(notation, { unread: error instanceof Error ? error.message : String(error) });
  });
  known.set(key, parsed);
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break;
    known.delete(oldest);
  }
  return parsed;
}

async function parse(
  notation: Notation,
  text: string,
  flags: { readonly postgres: boolean; readonly comments: boolean; readonly tsx: boolean },
): Promise<ParsedCode> {
  switch (notation) {
    case 'SQL':
      return parseSql(text, flags.postgres);
    case 'JSON': {
      const parsed = parseJson(text, flags.comments);
      return parsed.problem === null ? ((await parseOpenApiJson(text)) ?? parsed) : parsed;
    }
    case 'YAML':
    case 'OpenAPI':
      return parseYaml(text);
    case 'Mermaid':
      return parseMermaid(text);
    case 'Protocol Buffers':
      return parseProtobuf(text);
    case 'GraphQL':
      return parseGraphql(text);
    default:
      return parseTypes(notation, text, flags.tsx);
  }
}
