import type { ProjectSymbol } from '../project-index';
import type { Language, SymbolPattern } from './language';

const longestSignature = 400;
/** Parameters are followed over so many lines. */
const mostSignatureLines = 15;
/** A longer line is generated or data; patterns are not run over it. */
const longestLine = 2000;

/** A bracket or an indented block that is open, and what it holds. */
interface Scope {
  readonly opens: SymbolPattern['opens'] | null;
  readonly name: string | null;
  readonly group: string | null;
  readonly exported: boolean;
  /** Indentation of the line that opened it; only where indentation nests. */
  readonly indent: number;
}

/** Same length and lines as the text, with comments and string literals blank. */
export function maskCode(text: string, language: Pick<Language, 'opaque'>): string {
  return text.replace(language.opaque, (part) => part.replace(/[^\n]/g, ' '));
}

/**
 * Declarations of one file, in document order, found line by line with the patterns of its language. No parser: what
 * a macro makes, or a declaration spread oddly over lines, is missed.
 */
export function findSymbols(path: string, text: string, language: Language): readonly ProjectSymbol[] {
  const original = text.split('\n');
  const lines = maskCode(text, language).split('\n');
  const walk = language.nesting === 'brackets' ? new BracketScopes() : new IndentedScopes();
  const symbols: ProjectSymbol[] = [];
  for (const [index, line] of lines.entries()) {
    walk.enter(line);
    const found = line.length > longestLine ? null : declarationOn(line, walk, language);
    if (found !== null) {
      const { pattern, name } = found;
      const holder = walk.holder();
      const exported =
        language.exported(line, name, pattern.within) &&
        (holder === null || holder.exported || holder.name === null);
      if (pattern.silent !== true)
        symbols.push({
          name,
          kind: pattern.kind,
          container: found.container ?? holder?.name ?? null,
          path,
          line: index + 1,
          exported,
          signature: signatureAt(original, lines, index),
        });
      walk.declare({
        opens: pattern.opens ?? null,
        name: pattern.opens === 'group' ? null : name,
        group: pattern.group ?? null,
        exported: pattern.silent === true || exported,
        indent: indentOf(line),
      });
    }
    walk.leave(line);
  }
  return symbols;
}

/** The line, with those after it while its parentheses are open, and one more where the result stands there. */
function signatureAt(original: readonly string[], masked: readonly string[], index: number): string {
  let depth = 0;
  let end = index;
  for (; end < masked.length && end < index + mostSignatureLines; end++) {
    for (const character of masked[end] ?? '') {
      if (character === '(') depth += 1;
      else if (character === ')') depth -= 1;
    }
    if (depth <= 0) break;
  }
  // What never closes is no list of parameters.
  if (depth > 0) end = index;
  const text = original
    .slice(index, end + 1)
    .map((line) => line.trim())
    .join(' ');
  return text.slice(0, longestSignature);
}

interface Declaration {
  readonly pattern: SymbolPattern;
  readonly name: string;
  readonly container: string | null;
}

function declarationOn(line: string, walk: Scopes, language: Language): Declaration | null {
  if (line.trim() === '') return null;
  for (const pattern of language.patterns) {
    if (!walk.allows(pattern)) continue;
    const groups = pattern.pattern.exec(line)?.groups;
    if (groups === undefined) continue;
    const name = groups['name'] ?? '';
    if (language.keywords?.has(name) === true) continue;
    return { pattern, name, container: groups['container'] ?? null };
  }
  return null;
}

interface Scopes {
  /** Before a line is matched. */
  enter(line: string): void;
  /** What was declared on the line holds what comes next. */
  declare(scope: Scope): void;
  /** After a line was matched. */
  leave(line: string): void;
  allows(pattern: SymbolPattern): boolean;
  /** Innermost type or namespace, where the line stands directly in it. */
  holder(): Scope | null;
}

function allowed(pattern: SymbolPattern, innermost: Scope | null): boolean {
  switch (pattern.within) {
    case 'any':
      return true;
    case 'top':
      return innermost === null || innermost.opens === 'namespace';
    case 'member':
      return innermost?.opens === 'type';
    case 'group':
      return innermost?.opens === 'group' && innermost.group === pattern.group;
  }
}

const anonymous: Scope = { opens: null, name: null, group: null, exported: false, indent: 0 };

class BracketScopes implements Scopes {
  readonly #open: Scope[] = [];
  /** A declaration whose bracket has not opened yet, and how deep it stands. */
  #pending: { readonly scope: Scope; readonly depth: number } | null = null;

  enter(): void {
    // Brackets tell all.
  }

  declare(scope: Scope): void {
    this.#pending = { scope, depth: this.#open.length };
  }

  leave(line: string): void {
    for (const character of line) {
      if (character === '{' || character === '(' || character === '[') {
        const pending = this.#pending;
        // A function's parameters are no block of it; only a group opens with a parenthesis.
        const fits =
          pending !== null &&
          pending.depth === this.#open.length &&
          (character === '{' || (character === '(' && pending.scope.opens === 'group'));
        this.#open.push(fits ? pending.scope : anonymous);
        if (fits) this.#pending = null;
      } else if (character === '}' || character === ')' || character === ']') {
        this.#open.pop();
      } else if (character === ';' && this.#pending?.depth === this.#open.length) {
        this.#pending = null;
      }
    }
  }

  allows(pattern: SymbolPattern): boolean {
    return allowed(pattern, this.#open.at(-1) ?? null);
  }

  holder(): Scope | null {
    const innermost = this.#open.at(-1);
    return innermost?.opens === 'type' || innermost?.opens === 'namespace' ? innermost : null;
  }
}

class IndentedScopes implements Scopes {
  readonly #open: Scope[] = [];
  /** Brackets open at the start of the line: what stands in them continues a statement. */
  #brackets = 0;

  enter(line: string): void {
    if (line.trim() === '' || this.#brackets > 0) return;
    const indent = indentOf(line);
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop();
  }

  declare(scope: Scope): void {
    this.#open.push(scope);
  }

  leave(line: string): void {
    for (const character of line) {
      if ('([{'.includes(character)) this.#brackets += 1;
      else if (')]}'.includes(character)) this.#brackets = Math.max(0, this.#brackets - 1);
    }
  }

  allows(pattern: SymbolPattern): boolean {
    return this.#brackets === 0 && allowed(pattern, this.#open.at(-1) ?? null);
  }

  holder(): Scope | null {
    const innermost = this.#open.at(-1);
    return innermost?.opens === 'type' || innermost?.opens === 'namespace' ? innermost : null;
  }
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}
