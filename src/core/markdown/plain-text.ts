import type { Nodes } from 'mdast';

/**
 * What a reader sees of a node, without markup. Comments, tags, footnote marks and struck-through text are left out (a
 * struck-through id is no citation); line breaks, `<br>` among them, become new lines.
 */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return /^<br\s*\/?>$/iu.test(node.value) ? '\n' : '';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'delete':
    case 'footnoteReference':
    case 'definition':
    case 'yaml':
      return '';
    default:
      return 'children' in node ? node.children.map(plainText).join(isFlow(node) ? '\n' : '') : '';
  }
}

function isFlow(node: Nodes): boolean {
  return (
    node.type === 'root' ||
    node.type === 'list' ||
    node.type === 'listItem' ||
    node.type === 'blockquote' ||
    node.type === 'table' ||
    node.type === 'footnoteDefinition'
  );
}
