import type { SyntaxNode, Tree } from '@lezer/common';
import type { ContractField, ContractType } from '../contract-type';
import { unknownType } from '../contract-type';
import { leavesOut, nodesNamed, partsOf, textOf, typeTextOf } from './code-tree';
import { readType, typeByName, typeReader, type PlainTypes } from './type-reader';
import { ownValue } from '../../text/own-value';

const plain: PlainTypes = {
  String: 'string',
  str: 'string',
  char: 'string',
  bool: 'boolean',
  Uuid: 'string',
  DateTime: 'string',
  NaiveDate: 'string',
  NaiveDateTime: 'string',
  OffsetDateTime: 'string',
  Value: 'unknown',
};

/** Reads structs that derive `Serialize` or `Deserialize`, with the names that serde gives their fields. */
export function rustTypes(tree: Tree, text: string): readonly ContractType[] {
  return [...nodesNamed(tree, 'StructItem')].flatMap((node) => {
    const name = node.getChild('TypeIdentifier');
    const body = node.getChild('FieldDeclarationList');
    const attributes = node.parent?.name === 'AttributeItem' ? text.slice(node.parent.from, node.from) : '';
    if (name === null || body === null || !/\b(?:Serialize|Deserialize)\b/u.test(attributes)) return [];
    if (node.getChild('TypeParamList') !== null) return [];
    const rename = /rename_all\s*=\s*"([^"]+)"/u.exec(attributes)?.[1] ?? 'none';
    let own: string[] = [];
    const fields: ContractField[] = [];
    let open = false;
    for (const child of partsOf(body)) {
      if (child.name === 'Attribute') own.push(textOf(child, text));
      if (child.name !== 'FieldDeclaration') continue;
      const serde = own.join(' ');
      own = [];
      open ||= /\bflatten\b/u.test(serde);
      if (!/\b(?:flatten|skip)\b/u.test(serde)) fields.push(...fieldOf(child, text, serde, rename));
    }
    return [
      {
        name: textOf(name, text),
        notation: 'Rust',
        fields,
        open: open || leavesOut(body, text),
        exactNames: true,
        start: name.from,
        end: name.to,
      } satisfies ContractType,
    ];
  });
}

function fieldOf(node: SyntaxNode, text: string, serde: string, rename: string): readonly ContractField[] {
  const name = node.getChild('FieldIdentifier');
  const typeNode = partsOf(node).findLast(({ name: kind }) => kind !== 'Vis' && kind !== 'FieldIdentifier');
  if (name === null || typeNode === undefined) return [];
  const own = /\brename\s*=\s*"([^"]+)"/u.exec(serde)?.[1];
  const { type, optional } = wireType(typeNode, text);
  return [
    {
      name: own ?? renamed(textOf(name, text), rename),
      type,
      optional: optional ? true : /\bdefault\b/u.test(serde) ? null : false,
      start: name.from,
      end: name.to,
      typeText: typeTextOf(typeNode, text),
    },
  ];
}

function renamed(name: string, rule: string): string {
  const pascal = name.replace(/(?:^|_)([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
  if (rule === 'camelCase') return pascal.charAt(0).toLowerCase() + pascal.slice(1);
  if (rule === 'PascalCase') return pascal;
  if (rule === 'kebab-case') return name.replaceAll('_', '-');
  if (rule === 'SCREAMING_SNAKE_CASE' || rule === 'UPPERCASE') return name.toUpperCase();
  return name;
}

const wireType = typeReader((node, text, inner) => {
  switch (node.name) {
    case 'TypeIdentifier': {
      const name = textOf(node, text);
      if (/^(?:[iu](?:8|16|32|64|128|size)|f32|f64)$/u.test(name)) return readType({ kind: 'number' });
      return readType(typeByName(name, plain));
    }
    case 'ScopedTypeIdentifier': {
      return inner.whole(partsOf(node).at(-1));
    }
    case 'GenericType': {
      const [head, args] = partsOf(node);
      const parts = args === undefined ? [] : partsOf(args);
      const name = textOf(head, text).split('::').at(-1) ?? '';
      if (name === 'Option') return readType(inner.of(parts[0]), true);
      if (/^(?:Vec|HashSet|BTreeSet)$/u.test(name)) return readType({ kind: 'list', of: inner.of(parts[0]) });
      if (/^(?:HashMap|BTreeMap)$/u.test(name)) return readType({ kind: 'map', of: inner.of(parts[1]) });
      if (/^(?:Box|Arc|Rc)$/u.test(name)) return readType(inner.of(parts[0]));
      return readType(ownValue(plain, name) === 'string' ? { kind: 'string' } : unknownType);
    }
    default:
      return readType(unknownType);
  }
});
