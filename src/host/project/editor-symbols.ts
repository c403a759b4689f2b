import * as vscode from 'vscode';
import type { SymbolSource } from '../../core/ports/symbol-source';
import { calledInCode, implementedType } from '../../core/project/called-in-code';
import type { ProjectSymbol, SymbolKind } from '../../core/project/project-index';
import type { VsCodeFiles } from '../ports/vs-code-files';

/** A language server that has just started can take longer; then the patterns have to do. */
const patienceMs = 2000;
const longestSignature = 200;

/** What the editor calls a symbol, as far as code can name it from elsewhere. */
const kinds: ReadonlyMap<vscode.SymbolKind, SymbolKind> = new Map([
  [vscode.SymbolKind.Class, 'class'],
  [vscode.SymbolKind.Struct, 'class'],
  [vscode.SymbolKind.Interface, 'interface'],
  [vscode.SymbolKind.Enum, 'enum'],
  [vscode.SymbolKind.Function, 'function'],
  [vscode.SymbolKind.Method, 'method'],
  [vscode.SymbolKind.Constructor, 'method'],
  [vscode.SymbolKind.Property, 'property'],
  [vscode.SymbolKind.Field, 'property'],
  [vscode.SymbolKind.EnumMember, 'constant'],
  [vscode.SymbolKind.Constant, 'constant'],
  [vscode.SymbolKind.Variable, 'variable'],
  [vscode.SymbolKind.Namespace, 'namespace'],
  [vscode.SymbolKind.Module, 'namespace'],
  [vscode.SymbolKind.Package, 'namespace'],
  [vscode.SymbolKind.TypeParameter, 'type'],
]);
/** Kinds whose members can be named from elsewhere; what a function holds can't. */
const holders: ReadonlySet<SymbolKind> = new Set<SymbolKind>(['class', 'interface', 'enum', 'namespace']);

/**
 * Symbols as the editor's language extensions know them, exactly and for any language that has one. Where none answers
 * in time, or none says anything, another source is asked.
 */
export class EditorSymbols implements SymbolSource {
  readonly #files: VsCodeFiles;
  readonly #fallback: SymbolSource;
  readonly #patienceMs: number;

  /** @param patience how long an extension may take, in milliseconds */
  constructor(files: VsCodeFiles, fallback: SymbolSource, patience = patienceMs) {
    this.#files = files;
    this.#fallback = fallback;
    this.#patienceMs = patience;
  }

  async symbolsOf(path: string): Promise<readonly ProjectSymbol[]> {
    const known = this.#fallback.symbolsOf(path);
    const [found, patterns] = await Promise.all([this.#ask(path), known]);
    return found.length === 0 ? patterns : withExports(found, patterns);
  }

  async #ask(path: string): Promise<readonly ProjectSymbol[]> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.#patienceMs);
    });
    try {
      const uri = this.#files.uri(path);
      const answer = vscode.commands.executeCommand<
        readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined
      >('vscode.executeDocumentSymbolProvider', uri);
      const symbols = await Promise.race([answer, tooLate]);
      if (symbols === undefined || symbols.length === 0) return [];
      const document = await vscode.workspace.openTextDocument(uri);
      return symbols.flatMap((symbol) => [...project(symbol, null, path, document)]);
    } catch {
      // An extension that fails is like one that is not there.
      return [];
    } finally {
      clearTimeout(timer);
    }
  }
}

function* project(
  symbol: vscode.DocumentSymbol | vscode.SymbolInformation,
  container: string | null,
  path: string,
  document: vscode.TextDocument,
): Iterable<ProjectSymbol> {
  const implemented = implementedType(symbol.name);
  if (implemented !== null) {
    // The block declares nothing; what stands in it belongs to its type.
    for (const child of 'children' in symbol ? symbol.children : [])
      for (const member of project(child, implemented, path, document))
        yield member.kind === 'function' ? { ...member, kind: 'method' } : member;
    return;
  }
  const kind = kinds.get(symbol.kind);
  if (kind === undefined) return;
  const range = 'selectionRange' in symbol ? symbol.selectionRange : symbol.location.range;
  const holder =
    'selectionRange' in symbol || symbol.containerName === ''
      ? container
      : (implementedType(symbol.containerName) ?? symbol.containerName);
  const called = calledInCode(symbol.name);
  yield {
    name: called.name,
    kind,
    container: called.container ?? holder,
    path,
    line: range.start.line + 1,
    exported: false,
    signature: document
      .lineAt(Math.min(range.start.line, document.lineCount - 1))
      .text.trim()
      .slice(0, longestSignature),
  };
  if ('children' in symbol && holders.has(kind))
    for (const child of symbol.children) yield* project(child, called.name, path, document);
}

/** The editor does not tell what other files may use: the patterns do, or the declaration says it. */
function withExports(
  symbols: readonly ProjectSymbol[],
  patterns: readonly ProjectSymbol[],
): readonly ProjectSymbol[] {
  const exported = new Map(patterns.map(({ name, line, exported: is }) => [`${line} ${name}`, is]));
  return symbols.map((symbol) => ({
    ...symbol,
    exported:
      exported.get(`${symbol.line} ${symbol.name}`) ??
      /\b(?:export|public|pub|open)\b/.test(symbol.signature),
  }));
}
