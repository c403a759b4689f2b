import type { SyntaxNode, Tree } from '@lezer/common';
import type { ContractField, ContractType, Signature, TypeAlias, WireType } from '../contract-type';
import { unknownType } from '../contract-type';
import { childrenOf, deepestType, leavesOut, nodesNamed, partsOf, textOf, typeTextOf } from './code-tree';
import { ownValue } from '../../text/own-value';

const plain: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'any' | 'unknown'>> = {
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
      const type = wireType(body, text, 0).type;
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
      fields: objects.flatMap((object) => fieldsOf(object, text, 0)),
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

function fieldsOf(object: SyntaxNode, text: string, depth: number): readonly ContractField[] {
  return object.getChildren('PropertyType').flatMap((property) => {
    const name = property.getChild('PropertyDefinition') ?? property.getChild('String');
    const annotation = property.getChild('TypeAnnotation');
    const typeNode = annotation === null ? undefined : partsOf(annotation).at(0);
    if (name === null) return [];
    const { type, nullable } =
      typeNode === undefined ? { type: unknownType, nullable: false } : wireType(typeNode, text, depth);
    return [
      {
        name: textOf(name, text).replace(/^(['"])(.*)\1$/u, '$2'),
        type,
        optional: property.getChild('Optional') !== null || nullable,
        start: name.from,
        end: name.to,
        typeText: typeTextOf(typeNode, text),
      },
    ];
  });
}

/** A type, and whether it may be `null` or `undefined` besides. */
function wireType(
  node: SyntaxNode,
  text: string,
  depth: number,
): { readonly type: WireType; readonly nullable: boolean } {
  const of = (type: WireType, nullable = false): { readonly type: WireType; readonly nullable: boolean } => ({
    type,
    nullable,
  });
  if (depth > deepestType) return of(unknownType);
  const inner = (part: SyntaxNode | undefined): WireType =>
    part === undefined ? unknownType : wireType(part, text, depth + 1).type;
  switch (node.name) {
    case 'TypeName': {
      const name = textOf(node, text);
      const kind = ownValue(plain, name);
      return of(kind === undefined ? { kind: 'named', name } : { kind });
    }
    case 'NullType':
      return of(unknownType, true);
    case 'UnionType': {
      const parts = partsOf(node).map((part) => ({ part, text: textOf(part, text) }));
      const values = parts.filter((entry) => entry.text !== 'null' && entry.text !== 'undefined');
      const types = values.map(({ part }) => wireType(part, text, depth + 1));
      const kinds = new Set(
        types.map(({ type }) => (type.kind === 'named' ? `named ${type.name}` : type.kind)),
      );
      const [first] = types;
      // Unions of one kind (`'a' | 'b'`) are that kind; others may be anything.
      const nullable = values.length < parts.length || types.some((type) => type.nullable);
      return of(kinds.size === 1 && first !== undefined ? first.type : unknownType, nullable);
    }
    case 'LiteralType': {
      const value = textOf(node, text);
      if (value === 'null' || value === 'undefined') return of(unknownType, true);
      if (/^['"`]/u.test(value)) return of({ kind: 'string' });
      if (/^-?\d/u.test(value)) return of({ kind: 'number' });
      return of(/^(?:true|false)$/u.test(value) ? { kind: 'boolean' } : unknownType);
    }
    case 'TemplateType':
      return of({ kind: 'string' });
    case 'ArrayType':
      return of({ kind: 'list', of: inner(partsOf(node)[0]) });
    case 'ReadonlyType':
    case 'ParenthesizedType': {
      const part = partsOf(node).findLast(({ name }) => name !== 'readonly');
      return part === undefined ? of(unknownType) : wireType(part, text, depth + 1);
    }
    case 'ObjectType':
      return of(
        node.getChild('IndexSignature') === null
          ? { kind: 'object', fields: fieldsOf(node, text, depth + 1) }
          : { kind: 'map', of: unknownType },
      );
    case 'ParameterizedType': {
      const name = textOf(partsOf(node)[0], text);
      const args = node.getChild('TypeArgList');
      const types = args === null ? [] : partsOf(args);
      if (['Array', 'ReadonlyArray', 'Set'].includes(name)) return of({ kind: 'list', of: inner(types[0]) });
      if (['Record', 'Map', 'ReadonlyMap'].includes(name)) return of({ kind: 'map', of: inner(types[1]) });
      return of(unknownType);
    }
    default:
      return of(unknownType);
  }
}
