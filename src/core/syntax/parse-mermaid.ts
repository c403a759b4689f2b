import { isElided } from './elided';
import { parsedCode, type ParsedCode, type SyntaxProblem } from './parsed-code';
import { blanked } from '../text/blanked';

/** Kinds whose grammar is here, by the word that opens their diagrams. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['flow', /^(?:graph|flowchart(?:-elk)?)(?![\w-])/u],
  ['sequence', /^sequenceDiagram\b/u],
  ['class', /^classDiagram(?:-v2)?(?![\w-])/u],
  ['state', /^stateDiagram(?:-v2)?(?![\w-])/u],
  ['er', /^erDiagram\b/u],
  ['c4', /^C4(?:Context|Container|Component|Dynamic|Deployment)\b/u],
  ['gantt', /^gantt\b/u],
  ['journey', /^journey\b/u],
  ['timeline', /^timeline\b/u],
  ['mindmap', /^mindmap\b/u],
  ['quadrant', /^quadrantChart\b/u],
  ['requirement', /^requirement(?:Diagram)?\b/u],
];
/** Words that open other kinds; those diagrams are not looked at. */
const otherKinds =
  /^(?:pie|gitGraph|zenuml|sankey|xychart|block|packet|kanban|architecture|radar|treemap|info|error|venn|ishikawa|swimlane|wardley|cynefin|railroad|agentflow|treeView|abnf|ebnf|peg|eventmodeling|usecase|network)/iu;

/**
 * Parses a diagram with Mermaid's own grammar. Kinds whose grammar is not here are taken as they are.
 *
 * @throws when the grammars can not be loaded
 */
export async function parseMermaid(text: string): Promise<ParsedCode> {
  const diagram = prepared(text);
  const opening = diagram.length - diagram.trimStart().length;
  const word = diagram.slice(opening);
  if (word === '' || otherKinds.test(word)) return parsedCode('Mermaid');
  const kind = kinds.find(([, pattern]) => pattern.test(word))?.[0];
  if (kind === undefined) {
    const end = opening + (/^\S+/u.exec(word)?.[0].length ?? 0);
    const reason = `"${text.slice(opening, end)}" is no kind of diagram`;
    return parsedCode('Mermaid', { problem: { start: opening, end, reason, elided: isElided(text) } });
  }
  const { grammars } = await import('mermaid-grammars');
  const grammar = grammars[kind];
  if (grammar === undefined) return parsedCode('Mermaid');
  grammar.parser.yy = listeners(grammar.calls);
  try {
    grammar.parser.parse(`${word}\n`);
    return parsedCode('Mermaid');
  } catch (error) {
    const problem = problemOf(error, text, opening);
    return parsedCode('Mermaid', problem === null ? {} : { problem });
  }
}

/** What Mermaid takes out before it parses, replaced by spaces so that places stay. */
function prepared(text: string): string {
  return text
    .replace(/^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?=\n)/u, (found) => blanked(found))
    .replace(/%%\{[\s\S]*?\}%%/gu, (found) => blanked(found))
    .replace(/^[ \t]*%%.*$/gmu, (found) => blanked(found))
    .replace(/^(?![ \t]*(?:style|classDef|linkStyle)\b).*$/gmu, (line) =>
      line.replace(/#\w+;/gu, (entity) => 'x'.repeat(entity.length)),
    )
    .replace(/<\w[^<>\n]*>/gu, (tag) => tag.replace(/="([^"]*)"/gu, "='$1'"))
    .replace(/\}[ \t]+$/gmu, '}');
}

/** Takes every call that the grammar's actions make and answers each with itself: only the form counts. */
function listeners(calls: readonly string[]): Record<string, unknown> {
  const answer: unknown = new Proxy(() => undefined, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === Symbol.iterator ? undefined : answer),
    apply: () => answer,
    set: () => true,
  });
  let first = true;
  // The word `graph` opens a diagram once; later it is a word like others.
  const lex = { firstGraph: () => first && !(first = false) };
  return { ...Object.fromEntries(calls.map((name) => [name, answer])), lex };
}

interface JisonHash {
  readonly text?: string;
  readonly line?: number;
  readonly loc?: { readonly first_line: number; readonly first_column: number };
  readonly expected?: readonly string[];
}

/** `null` for an error that is not the grammar's. */
function problemOf(error: unknown, text: string, opening: number): SyntaxProblem | null {
  if (!(error instanceof Error) || !('hash' in error)) return null;
  const hash = error.hash as JisonHash;
  const lines = text.split('\n');
  const skipped = text.slice(0, opening).split('\n').length - 1;
  const line = Math.min(Math.max(hash.loc?.first_line ?? (hash.line ?? 0) + 1, 1) + skipped, lines.length);
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const shown = lines[line - 1] ?? '';
  const token = (hash.text ?? '').trim();
  const at = token === '' ? -1 : shown.indexOf(token, Math.min(hash.loc?.first_column ?? 0, shown.length));
  const start = at === -1 ? before + shown.length - shown.trimStart().length : before + at;
  const end = at === -1 ? before + shown.trimEnd().length : start + token.length;
  const reason =
    token === '' || at === -1 ? 'the line is not complete' : `"${token.slice(0, 40)}" is not expected here`;
  return {
    start: Math.min(start, text.length),
    end: Math.min(Math.max(end, start), text.length),
    reason,
    elided: isElided(text.replace(/<br\s*\/?>/giu, '')),
  };
}
