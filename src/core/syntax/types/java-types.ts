import type { SyntaxNode, Tree } from '@lezer/common';
import type { ContractField, ContractType, WireType } from '../contract-type';
import { unknownType } from '../contract-type';
import { deepestType, leavesOut, nodesNamed, partsOf, textOf, typeTextOf } from './code-tree';
import { ownValue } from '../../text/own-value';

const plain: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'any' | 'unknown'>> = {
  String: 'string',
  CharSequence: 'string',
  UUID: 'string',
  Instant: 'string',
  LocalDate: 'string',
  LocalDateTime: 'string',
  OffsetDateTime: 'string',
  ZonedDateTime: 'string',
  Integer: 'number',
  Long: 'number',
  Short: 'number',
  Double: 'number',
  Float: 'number',
  Boolean: 'boolean',
  boolean: 'boolean',
  Object: 'any',
  BigDecimal: 'unknown',
  BigInteger: 'unknown',
};

/** Reads records. Classes are no contracts by their form alone. */
export function javaTypes(tree: Tree, text: string): readonly ContractType[] {
  return [...nodesNamed(tree, 'RecordDeclaration')].flatMap((node) => {
    const name = node.getChild('Definition');
    const header = node.getChild('RecordHeader');
    if (name === null || header === null || node.getChild('TypeParameters') !== null) return [];
    return [
      {
        name: textOf(name, text),
        notation: 'Java',
        fields: header.getChildren('RecordComponent').flatMap((component) => fieldOf(component, text)),
        open: leavesOut(header, text),
        exactNames: false,
        start: name.from,
        end: name.to,
      } satisfies ContractType,
    ];
  });
}

function fieldOf(component: SyntaxNode, text: string): readonly ContractField[] {
  const name = component.getChild('Definition');
  const typeNode = partsOf(component).find(({ name: kind }) => kind !== 'Modifiers' && kind !== 'Definition');
  if (name === null || typeNode === undefined) return [];
  const annotations = textOf(component.getChild('Modifiers'), text);
  const { type, optional } = wireType(typeNode, text, 0);
  return [
    {
      name: /@JsonProperty\(\s*(?:value\s*=\s*)?"([^"]+)"/u.exec(annotations)?.[1] ?? textOf(name, text),
      type,
      optional: optional || /@Nullable\b/u.test(annotations) ? true : null,
      start: name.from,
      end: name.to,
      typeText: typeTextOf(typeNode, text),
    },
  ];
}

function wireType(
  node: SyntaxNode,
  text: string,
  depth: number,
): { readonly type: WireType; readonly optional: boolean } {
  const of = (type: WireType, optional = false): { readonly type: WireType; readonly optional: boolean } => ({
    type,
    optional,
  });
  if (depth > deepestType) return of(unknownType);
  const whole = textOf(node, text);
  switch (node.name) {
    case 'PrimitiveType':
      return of({ kind: whole === 'boolean' ? 'boolean' : whole === 'char' ? 'string' : 'number' });
    case 'TypeName': {
      const kind = ownValue(plain, whole);
      return of(kind === undefined ? { kind: 'named', name: whole } : { kind });
    }
    case 'ArrayType': {
      const [part] = partsOf(node);
      return of(
        part === undefined ? unknownType : { kind: 'list', of: wireType(part, text, depth + 1).type },
      );
    }
    case 'GenericType': {
      const [head, args] = partsOf(node);
      const parts = args === undefined ? [] : partsOf(args);
      const inner = (part: SyntaxNode | undefined): WireType =>
        part === undefined ? unknownType : wireType(part, text, depth + 1).type;
      const name = textOf(head, text);
      if (name === 'Optional') return of(inner(parts[0]), true);
      if (/^(?:List|Set|Collection|Iterable)$/u.test(name)) return of({ kind: 'list', of: inner(parts[0]) });
      if (name === 'Map') return of({ kind: 'map', of: inner(parts[1]) });
      return of(unknownType);
    }
    default:
      return of(whole === 'boolean' ? { kind: 'boolean' } : unknownType);
  }
}
