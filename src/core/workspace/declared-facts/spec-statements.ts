import type { Nodes, PhrasingContent, Root } from 'mdast';
import { treeOf } from '../../markdown/parse-by-parts';
import { plainText } from '../../markdown/plain-text';
import type { CodeBlock, SpecDocument } from '../../spec/spec-document';

/** A name in the text, set as code. */
export interface CodeName {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** A piece of a spec that says something by itself. */
export interface SpecStatement {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** Plain text on one line; cells of a row are joined by ` | `. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly codes: readonly CodeName[];
  /** Headings that it stands under, the outermost first, in lower case; a heading stands under itself, too. */
  readonly headings: readonly string[];
  /** Plain text of the cells of a row; empty for all else. */
  readonly cells: readonly string[];
  /** Plain text of the header of a row's table, in lower case; empty for all else. */
  readonly header: readonly string[];
}

export interface SpecCode extends CodeBlock {
  readonly headings: readonly string[];
}

/** Statements and code blocks of a spec in document order, those left out that speak of what is not built. */
export interface SpecStatements {
  readonly statements: readonly SpecStatement[];
  readonly code: readonly SpecCode[];
}

/** Sections that name what was not chosen, is not known yet or belongs to the past. */
export const unbuilt =
  /\b(?:alternatives?|out of scope|non-?goals?|open questions?|rejected|deferred|future|not in scope|fora do escopo|fuera de alcance|hors p[eé]rim[eè]tre|nicht im umfang)\b|范围外|不在范围|対象外|범위 외|вне рамок/iu;

/** What a spec states. Total: any text gives statements, if only none. */
export function specStatements(spec: SpecDocument): SpecStatements {
  const statements: SpecStatement[] = [];
  const pathOf = headingPaths(spec);
  const add = (
    kind: SpecStatement['kind'],
    node: Nodes,
    headings: readonly string[],
    cells: readonly Nodes[] = [],
    header: readonly string[] = [],
  ): void => {
    if (headings.some((heading) => unbuilt.test(heading))) return;
    const parts = (cells.length === 0 ? [node] : cells).map((part) => oneLine(plainText(part)));
    statements.push({
      kind,
      text: parts.join(' | '),
      line: node.position?.start.line ?? 1,
      codes: codesIn(node),
      headings,
      cells: cells.length === 0 ? [] : parts,
      header,
    });
  };
  walk(treeOf(spec.parts), (node) => {
    const headings = pathOf(node.position?.start.offset ?? 0);
    switch (node.type) {
      case 'heading':
        add('heading', node, headings);
        return false;
      case 'paragraph':
        add('paragraph', node, headings);
        return false;
      case 'listItem':
        // Its first paragraph is the item; what is nested speaks for itself.
        for (const [index, child] of node.children.entries())
          if (index === 0 && child.type === 'paragraph') add('item', child, headings);
        return true;
      case 'table': {
        const [head, ...rows] = node.children;
        const header = (head?.children ?? []).map((cell) => oneLine(plainText(cell)).toLowerCase());
        for (const row of rows) add('row', row, headings, row.children, header);
        return false;
      }
      default:
        return true;
    }
  });
  return {
    statements: withoutDoubles(statements),
    code: spec.codeBlocks
      .map((block) => ({ ...block, headings: headingsOf(spec, block.section) }))
      .filter(({ headings }) => !headings.some((heading) => unbuilt.test(heading))),
  };
}

/** Visits nodes in document order; `enter` says whether those inside are visited. */
function walk(node: Root | Nodes, enter: (node: Nodes) => boolean): void {
  if (node.type !== 'root' && !enter(node)) return;
  if ('children' in node) for (const child of node.children) walk(child, enter);
}

/** The first paragraph of a list item is visited once as the item and once as itself. */
function withoutDoubles(statements: readonly SpecStatement[]): readonly SpecStatement[] {
  const items = new Set(statements.filter(({ kind }) => kind === 'item').map(({ line }) => line));
  return statements.filter(({ kind, line }) => kind !== 'paragraph' || !items.has(line));
}

function codesIn(node: Nodes): readonly CodeName[] {
  const codes: CodeName[] = [];
  const visit = (inner: Nodes | PhrasingContent): void => {
    if (inner.type === 'delete') return;
    if (inner.type === 'inlineCode') {
      codes.push({ text: oneLine(inner.value), line: inner.position?.start.line ?? 1 });
    } else if ('children' in inner) for (const child of inner.children) visit(child);
  };
  visit(node);
  return codes;
}

function headingPaths(spec: SpecDocument): (offset: number) => readonly string[] {
  let next = 0;
  return (offset) => {
    // Asked in document order.
    while (next < spec.sections.length && (spec.sections[next]?.start ?? 0) <= offset) next += 1;
    return next === 0 ? [] : headingsOf(spec, next - 1);
  };
}

function headingsOf(spec: SpecDocument, index: number | null): readonly string[] {
  const section = index === null ? undefined : spec.sections[index];
  return section === undefined ? [] : [...headingsOf(spec, section.parent), section.name.toLowerCase()];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
