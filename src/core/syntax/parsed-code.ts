import type { ContractType, Signature, TypeAlias, WireType } from './contract-type';
import type { SqlScript } from './sql/sql-script';

/** What a code block is written in, as a person calls it. */
export type Notation =
  'SQL' | 'JSON' | 'YAML' | 'OpenAPI' | 'Mermaid' | 'Protocol Buffers' | 'GraphQL' | ProgrammingLanguage;

export type ProgrammingLanguage = 'Go' | 'TypeScript' | 'Python' | 'Java' | 'Rust' | 'C#' | 'Kotlin';

/** Where and why a text is no text of its notation. Offsets are those of the block's value. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  /** In the words of the parser, in English. */
  readonly reason: string;
  /** Whether the sample leaves parts out on purpose (`...`, `<id>`, a comment in JSON), so that it can not parse as a whole. */
  readonly elided: boolean;
}

/** What was read from one code block. */
export interface ParsedCode {
  readonly notation: Notation;
  /** The first thing that is wrong, or `null`. Programming languages have none: specs leave code out at will. */
  readonly problem: SyntaxProblem | null;
  /** Why nothing was parsed although it should have been; absent where it was. */
  readonly unread?: string;
  readonly types: readonly ContractType[];
  readonly aliases: readonly TypeAlias[];
  /** What methods without a body take and return. */
  readonly signatures: readonly Signature[];
  /** Values of JSON, each as the type that it shows; a field that is `null` may be missing, no other may. */
  readonly examples: readonly WireType[];
  /** `null` where the block is no SQL, or none that could be parsed. */
  readonly sql: SqlScript | null;
}

/** A result with nothing wrong and nothing found in it. */
export function parsedCode(notation: Notation, rest: Partial<ParsedCode> = {}): ParsedCode {
  return {
    notation,
    problem: null,
    types: [],
    aliases: [],
    signatures: [],
    examples: [],
    sql: null,
    ...rest,
  };
}
