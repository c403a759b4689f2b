import type { SyntaxNode, Tree } from '@lezer/common';
import type { TypeText } from '../contract-type';

/** Nesting below which a type is not read: what is that deep was not written by a person. */
export const deepestType = 30;

/** Direct children of a node. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** Every node of one of these names, in document order. */
export function* nodesNamed(tree: Tree, ...names: readonly string[]): Iterable<SyntaxNode> {
  const cursor = tree.cursor();
  do {
    if (names.includes(cursor.name)) yield cursor.node;
  } while (cursor.next());
}

/** Whether a type says that it leaves fields out: `// ...`. */
export function leavesOut(node: SyntaxNode, text: string): boolean {
  return /\.{3}|…/u.test(textOf(node, text));
}

export function textOf(node: SyntaxNode | null | undefined, text: string): string {
  return node === null || node === undefined ? '' : text.slice(node.from, node.to);
}

export function typeTextOf(node: SyntaxNode | null | undefined, text: string): TypeText {
  return { text: textOf(node, text), start: node?.from ?? 0 };
}

/** Children that say something: without brackets, commas and operators. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).filter(
    ({ name }) => /^[A-Za-z]/u.test(name) && !/^(?:ArithOp|LogicOp|BitOp|AssignOp)$/u.test(name),
  );
}
