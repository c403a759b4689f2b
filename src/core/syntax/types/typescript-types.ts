import type { SyntaxNode, Tree } from '@lezer/common';
import type { ContractField, ContractType, Signature, TypeAlias } from '../contract-type';
import { unknownType } from '../contract-type';
import { childrenOf, leavesOut, nodesNamed, partsOf, textOf, typeTextOf } from './code-tree';
import { readType, typeByName, typeReader, type PlainTypes, type ReadType } from './type-reader';

const plain: PlainTypes = {
  string: 'string',
  number: 'number',
  bigint: 'number',
  boolean: 'boolean',
  any: 'any',
  unknown: 'unknown',
  object: 'any',
  Date: 'string',
};

/** Reads interfaces and type aliases. What extends another type, or has an index signature, is open. */
export function typescriptTypes(
  tree: Tree,
  text: string,
): {
  readonly types: readonly ContractType[];
  readonly aliases: readonly TypeAlias[];
  readonly signatures: readonly Signature[];
} {
  const types: ContractType[] = [];
  const aliases: TypeAlias[] = [];
  for (const node of nodesNamed(tree, 'InterfaceDeclaration', 'TypeAliasDeclaration')) {
    const name = node.getChild('TypeDefinition');
    const generic = node.getChild('TypeParamList') !== null;
    if (name === null || generic) continue;
    const body =
      node.name === 'InterfaceDeclaration'
        ? node.getChild('ObjectType')
        : partsOf(node).findLast(({ from }) => from >= (node.getChild('Equals')?.to ?? Infinity));
    if (body === null || body === undefined) continue;
    const parts = body.name === 'IntersectionType' ? partsOf(body) : [body];
    const objects = parts.filter((part) => part.name === 'ObjectType');
    if (objects.length === 0) {
      const type = wireType(body, text).type;
      aliases.push({
        name: textOf(name, text),
        notation: 'TypeScript',
        type,
        typeText: typeTextOf(body, text),
      });
      continue;
    }
    types.push({
      name: textOf(name, text),
      notation: 'TypeScript',
      fields: objects.flatMap((object) => fieldsOf(object, text, (part) => wireType(part, text))),
      open:
        node.getChild('extends') !== null ||
        leavesOut(body, text) ||
        objects.length < parts.length ||
        objects.some((object) =>
          childrenOf(object).some(({ name, type }) => name === 'IndexSignature' || type.isError),
        ),
      exactNames: true,
      start: name.from,
      end: name.to,
    });
  }
  return { types, aliases, signatures: [...signaturesOf(tree, text)] };
}

/** Methods that are declared without a body, from their parameters to what they return; code that shows how is no contract. */
function* signaturesOf(tree: Tree, text: string): Iterable<Signature> {
  for (const node of nodesNamed(tree, 'MethodType', 'MethodDeclaration')) {
    const name = textOf(node.getChild('PropertyDefinition'), text);
    const parameters = node.getChild('ParamList');
    if (name === '' || parameters === null || node.getChild('Block') !== null) continue;
    const end = (node.getChild('TypeAnnotation') ?? parameters).to;
    const holder = textOf(
      node.parent?.parent?.getChild('TypeDefinition') ?? node.parent?.parent?.getChild('VariableDefinition'),
      text,
    );
    yield {
      name: holder === '' ? name : `${holder}.${name}`,
      typeText: { text: text.slice(parameters.from, end), start: parameters.from },
    };
  }
}

function fieldsOf(
  object: SyntaxNode,
  text: string,
  read: (node: SyntaxNode | undefined) => ReadType,
): readonly ContractField[] {
  return object.getChildren('PropertyType').flatMap((property) => {
    const name = property.getChild('PropertyDefinition') ?? property.getChild('String');
    const annotation = property.getChild('TypeAnnotation');
    const typeNode = annotation === null ? undefined : partsOf(annotation).at(0);
    if (name === null) return [];
    const { type, optional } = read(typeNode);
    return [
      {
        name: textOf(name, text).replace(/^(['"])(.*)\1$/u, '$2'),
        type,
        optional: property.getChild('Optional') !== null || optional,
        start: name.from,
        end: name.to,
        typeText: typeTextOf(typeNode, text),
      },
    ];
  });
}

const wireType = typeReader((node, text, inner) => {
  switch (node.name) {
    case 'TypeName': {
      return readType(typeByName(textOf(node, text), plain));
    }
    case 'NullType':
      return readType(unknownType, true);
    case 'UnionType': {
      const parts = partsOf(node).map((part) => ({ part, text: textOf(part, text) }));
      const values = parts.filter((entry) => entry.text !== 'null' && entry.text !== 'undefined');
      const types = values.map(({ part }) => inner.whole(part));
      const kinds = new Set(
        types.map(({ type }) => (type.kind === 'named' ? `named ${type.name}` : type.kind)),
      );
      const [first] = types;
      // Unions of one kind (`'a' | 'b'`) are that kind; others may be anything.
      const nullable = values.length < parts.length || types.some((type) => type.optional);
      return readType(kinds.size === 1 && first !== undefined ? first.type : unknownType, nullable);
    }
    case 'LiteralType': {
      const value = textOf(node, text);
      if (value === 'null' || value === 'undefined') return readType(unknownType, true);
      if (/^['"`]/u.test(value)) return readType({ kind: 'string' });
      if (/^-?\d/u.test(value)) return readType({ kind: 'number' });
      return readType(/^(?:true|false)$/u.test(value) ? { kind: 'boolean' } : unknownType);
    }
    case 'TemplateType':
      return readType({ kind: 'string' });
    case 'ArrayType':
      return readType({ kind: 'list', of: inner.of(partsOf(node)[0]) });
    case 'ReadonlyType':
    case 'ParenthesizedType': {
      return inner.whole(partsOf(node).findLast(({ name }) => name !== 'readonly'));
    }
    case 'ObjectType':
      return readType(
        node.getChild('IndexSignature') === null
          ? { kind: 'object', fields: fieldsOf(node, text, inner.whole) }
          : { kind: 'map', of: unknownType },
      );
    case 'ParameterizedType': {
      const name = textOf(partsOf(node)[0], text);
      const args = node.getChild('TypeArgList');
      const types = args === null ? [] : partsOf(args);
      if (['Array', 'ReadonlyArray', 'Set'].includes(name))
        return readType({ kind: 'list', of: inner.of(types[0]) });
      if (['Record', 'Map', 'ReadonlyMap'].includes(name))
        return readType({ kind: 'map', of: inner.of(types[1]) });
      return readType(unknownType);
    }
    default:
      return readType(unknownType);
  }
});
