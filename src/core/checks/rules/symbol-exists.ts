import { filePlan } from '../../spec/file-plan';
import { readPath } from '../../spec/path-like';
import type { CodeSpan, SpecDocument } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import type { TextRange } from '../../text/position';
import type { Check, CheckContext, Problem } from '../check';
import { leavesItOpen, saysItActs, saysItExists, saysItIsNew } from '../grounding/existence-words';
import { mentionAt, sectionNames, type Mention } from '../grounding/mention';
import { nameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { workspacePaths } from '../grounding/workspace-paths';
import { workspaceSymbols, type WorkspaceSymbols } from '../grounding/workspace-symbols';
import { isPastSpec } from '../past-spec';
import { newNamesColumn } from '../../spec/vocabulary/columns';

/** `Member`, `Service.ChangeRole`, `http.Server.list`, `useMembers()`, `NewService(ctx, store)`. */
const symbolShape = /^(?:\*|&)?((?:[A-Za-z_$][\w$]*(?:\.|::|#))*)([A-Za-z_$][\w$]*[!?]?)(?:\([^()]*\))?$/u;
/** Begins as what does something: fields and settings seldom do, so that a pattern would have found its declaration. */
const doing =
  /^(?:add|build|calc|check|clear|close|compute|create|delete|end|fetch|find|format|get|handle|insert|list|load|make|New|new|open|parse|post|publish|put|read|refund|register|release|remove|render|require|reset|run|save|send|start|stop|store|sync|to|update|use|validate|verify|with|write)[A-Z]|^New[A-Z]/u;
/** The same in languages in which some teams name their functions. */
const doingElsewhere =
  /^(?:crear|obtener|guardar|enviar|leer|buscar|borrar|calcular|validar|registrar|criar|obter|salvar|ler|excluir|creer|obtenir|envoyer|lire|chercher|supprimer|calculer|verifier|enregistrer|erstelle|hole|lade|lies|lese|sende|speichere|suche|loesche|berechne|pruefe)(?:n?[A-Z]|_[a-z])/u;
/** Types of two words and more: their declarations have few forms, and the patterns know them. */
const typeShape = /^[A-Z][a-z\d]+[A-Z][A-Za-z\d]+$/u;
/** Names of one word in lower case are words. */
const codeName = /[a-z][A-Z]|[A-Z][a-z]+[A-Z]|^[A-Z][a-z]{3,}|_[a-z]/u;
const calls =
  /(?<![\p{L}])(?:calls?|invokes?|uses?|using|wraps?|through|via|implements?|embeds?|returns?|ruft|usa|appelle)\s+(?:(?:the|an?|our)\s+)?[`*]*$/iu;
/** What stands before something that is called, beside what `calls` knows. */
const calledBefore =
  /(?<!\p{L})(?:callers? of|hands?\s[^.;:]{1,40}\sto|delegates? to|passes?\s[^.;:]{1,40}\sto|asks|ruft)\s+[`*]*$/iu;
/** What stands before the name of what does something, in languages that put the verb there. */
const doneBy =
  /(?<!\p{L})(?:liefert|verschickt|sendet|berechnet|prüft|liest|schreibt|devuelve|envía|calcula|retorna|renvoie|envoie)\s+[`*]*$/iu;
/** What only code does. */
const acts =
  /^[`*_]*(?:\s+in\s+`[^`\n]+`)?\s+(?:answers?|mounts?|serves?|handles?|returns?|registers?|calls?|renders?|validates?|computes?|sends?|decides?|throws?)(?!\p{L})/iu;
/** The file that is said to hold it. */
const inItsFile = /^[`*_]*\s+(?:in|of|from|aus|en|em|dans)\s+`[^`\n]+`/iu;
const behindPath = /^[`*_]*\s+(?:in|of|from|at|of the file|aus|en|em|dans)\s+`([^`\n]{3,200})`/u;

/**
 * Symbols that are said to exist do: `existing X`, `extends X`, `X already exists`, `X in path/to/file` of a file that this spec does
 * not change. What the spec declares itself (in code, in a column of interfaces, as new) is never judged, nor what other
 * packages may declare.
 *
 * Options: none.
 *
 * Good: `reuses Service.ChangeRole` where the type has that method.
 * Bad: `the existing Service.ChangeRoles`; `NewServer in internal/http/router.go` where that file has no such function.
 */
export const symbolExists: Check = {
  id: 'symbol-exists',
  title: 'Every symbol that is said to exist does.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || surroundings.project.symbols.length === 0 || isPastSpec(context)) return;
    const symbols = workspaceSymbols(surroundings.project);
    let declared: ReadonlySet<string> | null = null;
    for (const span of spec.codeSpans) {
      const symbol = readSymbol(span.value);
      if (symbol === null) continue;
      const place = behindPath.exec(mentionAt(spec, span).after)?.[1];
      if (place === undefined && symbols.has(symbol.name, symbol.container)) continue;
      declared ??= declaredNames(spec);
      // Code that uses a type does not declare it.
      if (declared.has(symbol.name) && !(place !== undefined && isOnlyUsed(spec, symbol.name))) continue;
      const mention = mentionAt(spec, span);
      if (saysItIsNew(mention)) continue;
      if (place !== undefined) yield* inFile(symbol, span, place, mention, context, symbols);
      else yield* claimed(symbol, span, mention, context, symbols);
    }
  },
  fixes: replacementFixes,
};

interface WrittenSymbol {
  /** Type, package or module right before the name, or `null`. */
  readonly container: string | null;
  readonly name: string;
  /** Offset of the name in the text. */
  readonly start: number;
}

function readSymbol(text: string): WrittenSymbol | null {
  if (text.length > 120 || readPath(text) !== null) return null;
  const match = symbolShape.exec(text);
  const [, holders = '', name = ''] = match ?? [];
  if (name === '' || name.length < 3) return null;
  const container =
    holders
      .split(/\.|::|#/u)
      .filter((part) => part !== '')
      .at(-1) ?? null;
  if (container === null && !codeName.test(name) && !text.endsWith(')')) return null;
  return { container, name, start: text.indexOf(holders + name) + holders.length };
}

/** `X in path`: the file is there, this spec leaves it alone, and X is not in it. */
function* inFile(
  { container, name, start }: WrittenSymbol,
  span: CodeSpan,
  written: string,
  mention: Mention,
  { spec, surroundings, path: home }: CheckContext,
  symbols: WorkspaceSymbols,
): Iterable<Problem> {
  const path = readPath(written)?.path;
  if (path === undefined || surroundings === null) return;
  const found = workspacePaths(surroundings.project).resolve(path, home);
  if (found.kind !== 'exact' && found.kind !== 'unique') return;
  const inside = symbols.inFile(found.path);
  const isClaim = saysItExists(mention);
  if (inside.size === 0 || (!isClaim && leavesItOpen({ ...mention, under: [] }))) return;
  const range = placeOf(span, start, name);
  if (inside.has(name)) {
    // A type of the same name does not make it a method of another.
    const members = container === null || !symbols.isType(container) ? null : symbols.members(container);
    if (members !== null && members.size > 0 && !members.has(name) && !symbols.has(name, container))
      yield { message: '{1} has no {0}.', args: [name, container ?? ''], severity: 'warning', ...range };
    return;
  }
  const changes = filePlan(spec).filter((file) => file.path === path || file.path === found.path);
  const isChanged = changes.length > 0;
  const similar = nameIndex(inside).nearest(name);
  const isAction = acts.test(mention.after) || calledBefore.test(mention.before);
  if (isChanged && !isClaim) {
    // What the change of the file names may come with it.
    const mayCome = changes.some(
      ({ line, action }) => action !== 'modify' || lineText(spec.lines, line).includes(name),
    );
    if (mayCome || symbols.has(name) || !(isAction && (doing.test(name) || codeName.test(name)))) return;
    yield { message: 'Nothing in the workspace declares {0}.', args: [name], severity: 'warning', ...range };
    return;
  }
  // A pattern may have missed a declaration; that it stands elsewhere, looks like another or is said to exist tells.
  if (similar === null && !symbols.has(name)) {
    // Of a file that stays as it is, whatever is said to be at work there is there.
    const isAtWork =
      saysItActs({ after: mention.after.replace(inItsFile, '') }) || doneBy.test(mention.before);
    const isCalled = container !== null && symbols.isType(container) && calls.test(mention.before);
    if (
      isClaim ||
      isCalled ||
      isAction ||
      isAtWork ||
      doing.test(name) ||
      doingElsewhere.test(name) ||
      typeShape.test(name)
    )
      yield {
        message: 'Nothing in the workspace declares {0}.',
        args: [name],
        severity: 'warning',
        ...range,
      };
    return;
  }
  yield similar === null
    ? { message: '{0} is not in {1} but in {2}.', args: [name, found.path, symbols.fileOf(name)], ...range }
    : { message: '{0} does not exist: did you mean {1}?', args: [name, similar], fixable: true, ...range };
}

function* claimed(
  { container, name, start }: WrittenSymbol,
  span: CodeSpan,
  mention: Mention,
  { spec }: CheckContext,
  symbols: WorkspaceSymbols,
): Iterable<Problem> {
  const isClaim = saysItExists(mention);
  const isCalled = calls.test(mention.before) || (container !== null && calledBefore.test(mention.before));
  if (!isClaim && !(isCalled && !leavesItOpen(mention))) return;
  const range = placeOf(span, start, name);
  const members = container === null ? null : symbols.members(container);
  if (container !== null && members === null) return;
  const similar = members === null ? symbols.similar(name) : nameIndex(members).nearest(name);
  if (similar !== null) {
    yield {
      message: '{0} does not exist: did you mean {1}?',
      args: [name, similar],
      fixable: true,
      ...range,
    };
    return;
  }
  // A package of another's may have the same name; a type of this workspace has no members but its own.
  if (
    container !== null &&
    !symbols.isType(container) &&
    !(isClaim && isRustPath(span.value, symbols, members))
  )
    return;
  if (!isClaim) {
    // A file that the spec changes may get it; fields of a type are not read everywhere, methods are.
    const home = container === null ? '' : symbols.fileOf(container);
    const isMethod = /Async$|\)$/u.test(span.value) || doing.test(name) || (members?.size ?? 0) > 1;
    if (
      container === null ||
      !isMethod ||
      !/^[A-Z]\w*(?:Service|Client|Store|Repository|Handler|Controller|Manager|Job|Worker)$/u.test(container)
    )
      return;
    if (filePlan(spec).some(({ path }) => path === home || home.endsWith(`/${path}`))) return;
  }
  yield {
    message: container === null ? 'Nothing in the workspace declares {0}.' : '{1} has no {0}.',
    args: container === null ? [name] : [name, container],
    severity: 'warning',
    ...range,
  };
}

/** `module::function` where the module is a file of Rust here: its own crate has it, whatever crates of others are called. */
function isRustPath(text: string, symbols: WorkspaceSymbols, members: ReadonlySet<string> | null): boolean {
  if (!text.includes('::')) return false;
  return [...(members ?? [])].some((member) => symbols.fileOf(member).endsWith('.rs'));
}

/** Whether a name stands in the spec's code, and nowhere as what is declared there. */
function isOnlyUsed(spec: SpecDocument, name: string): boolean {
  if (!typeShape.test(name)) return false;
  const declares = new RegExp(
    `(?:\\b(?:class|interface|type|enum|struct|record|trait|object|protocol|def|fn|func|function|const|let|val|var|import|from)\\b[^\\n=;{]*?|^\\s*|schemas:[\\s\\S]*)\\b${name}\\b(?!\\s*[),>|\\]])`,
    'mu',
  );
  const blocks = spec.codeBlocks.filter(
    ({ value, language }) => value.includes(name) && language !== 'mermaid',
  );
  return blocks.length > 0 && blocks.every(({ value }) => !declares.test(value.slice(0, 100_000)));
}

/** Names that the spec declares: in code blocks, under new headings, in columns of interfaces, as new in a sentence. */
function declaredNames(spec: SpecDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { value } of spec.codeBlocks)
    for (const [word] of value.slice(0, 100_000).matchAll(/[A-Za-z_$][\w$]*/gu)) names.add(word);
  for (const table of spec.tables) {
    const isNew = sectionNames(spec, table.section).some((name) => /(?<![\p{L}])new(?![\p{L}])/iu.test(name));
    for (const row of table.rows)
      for (const [at, cell] of row.entries())
        if (isNew || newNamesColumn.test(table.header[at]?.text ?? ''))
          for (const [word] of cell.text.matchAll(/[A-Za-z_$][\w$]*/gu)) names.add(word);
  }
  for (const span of spec.codeSpans) {
    const symbol = readSymbol(span.value);
    if (symbol !== null && (span.host === 'heading' || saysItIsNew(mentionAt(spec, span))))
      names.add(symbol.name);
  }
  return names;
}

function placeOf(span: CodeSpan, start: number, name: string): TextRange {
  const column = span.column + start;
  return { line: span.line, column, endLine: span.line, endColumn: column + name.length };
}
