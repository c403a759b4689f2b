import type { SymbolKind } from '../project-index';

/** How one sort of declaration looks in a language, on the line that opens it. */
export interface SymbolPattern {
  readonly kind: SymbolKind;
  /** Matched against a line without comments and strings; names the symbol by its group `name`, its holder by `container`. */
  readonly pattern: RegExp;
  /**
   * Where it counts: `top` at the file's own level or in a namespace, `member` directly in a type, `group` in a
   * declaration block such as Go's `const ( ... )` that {@link SymbolPattern.opens} named; `any` everywhere.
   */
  readonly within: 'top' | 'member' | 'group' | 'any';
  /** What the bracket after it holds: members of a type, declarations of a namespace, entries of a group, or neither. */
  readonly opens?: 'type' | 'namespace' | 'group';
  /** For `group`: which one. */
  readonly group?: string;
  /** A line that only opens a holder (`impl`, `extension`, `const (`) and declares nothing itself. */
  readonly silent?: boolean;
}

export interface Language {
  readonly name: string;
  /** Endings of file names, with the dot. */
  readonly endings: readonly string[];
  /** Comments and string literals; global. What it matches is blank to the patterns. */
  readonly opaque: RegExp;
  /** How a declaration's extent shows. */
  readonly nesting: 'brackets' | 'indentation';
  /** The first that matches a line wins. */
  readonly patterns: readonly SymbolPattern[];
  /** Names no declaration has, which the patterns of members would take for one. */
  readonly keywords?: ReadonlySet<string>;
  /** Whether the declaration on this line may be used from other files; a member counts only in a holder that may. */
  exported(line: string, name: string, within: SymbolPattern['within']): boolean;
}

/** A set of the words of one string. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Whether one of these words stands before the name, its parameters and its value; annotations apart. */
export function hasModifier(line: string, pattern: RegExp): boolean {
  return pattern.test(line.replace(/[@#]\[?\w+\([^)]*\)\]?/g, '').split(/[(=]/, 1)[0] ?? '');
}

const slashComments = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))`;
const doubleQuoted = String.raw`"(?:\\.|[^"\\\n])*"?`;
const singleQuoted = String.raw`'(?:\\.|[^'\\\n])*'?`;

/** Parts of {@link Language.opaque} that languages share. */
export const opaqueParts = { slashComments, doubleQuoted, singleQuoted };

export function opaque(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join('|'), 'g');
}
