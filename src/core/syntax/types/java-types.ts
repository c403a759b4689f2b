import type { SyntaxNode, Tree } from '@lezer/common';
import type { ContractField, ContractType } from '../contract-type';
import { unknownType } from '../contract-type';
import { leavesOut, nodesNamed, partsOf, textOf, typeTextOf } from './code-tree';
import { readType, typeByName, typeReader, type PlainTypes } from './type-reader';

const plain: PlainTypes = {
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
  const { type, optional } = wireType(typeNode, text);
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

const wireType = typeReader((node, text, inner) => {
  const whole = textOf(node, text);
  switch (node.name) {
    case 'PrimitiveType':
      return readType({ kind: whole === 'boolean' ? 'boolean' : whole === 'char' ? 'string' : 'number' });
    case 'TypeName': {
      return readType(typeByName(whole, plain));
    }
    case 'ArrayType': {
      const [part] = partsOf(node);
      return readType(part === undefined ? unknownType : { kind: 'list', of: inner.of(part) });
    }
    case 'GenericType': {
      const [head, args] = partsOf(node);
      const parts = args === undefined ? [] : partsOf(args);
      const name = textOf(head, text);
      if (name === 'Optional') return readType(inner.of(parts[0]), true);
      if (/^(?:List|Set|Collection|Iterable)$/u.test(name))
        return readType({ kind: 'list', of: inner.of(parts[0]) });
      if (name === 'Map') return readType({ kind: 'map', of: inner.of(parts[1]) });
      return readType(unknownType);
    }
    default:
      return readType(whole === 'boolean' ? { kind: 'boolean' } : unknownType);
  }
});
