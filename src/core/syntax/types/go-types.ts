import type { SyntaxNode, Tree } from '@lezer/common';
import type { ContractField, ContractType, TypeAlias, WireType } from '../contract-type';
import { unknownType } from '../contract-type';
import { childrenOf, deepestType, leavesOut, nodesNamed, partsOf, textOf, typeTextOf } from './code-tree';
import { ownValue } from '../../text/own-value';

const plain: Readonly<Record<string, WireType['kind'] & ('string' | 'number' | 'boolean' | 'any')>> = {
  string: 'string',
  bool: 'boolean',
  any: 'any',
  error: 'any',
};
/** Types of well-known packages by what they are in JSON. */
const qualified: Readonly<Record<string, 'string' | 'number' | 'unknown'>> = {
  'time.Time': 'string',
  'time.Duration': 'number',
  'uuid.UUID': 'string',
  'json.RawMessage': 'unknown',
  'netip.Addr': 'string',
  'net.IP': 'string',
  'url.URL': 'unknown',
  'decimal.Decimal': 'unknown',
};

/**
 * Reads structs with JSON tags: `ID uuid.UUID `json:"id"``. A struct without any is no contract. What is embedded leaves
 * the type open.
 */
export function goTypes(
  tree: Tree,
  text: string,
): { readonly types: readonly ContractType[]; readonly aliases: readonly TypeAlias[] } {
  const types: ContractType[] = [];
  const aliases: TypeAlias[] = [];
  for (const spec of nodesNamed(tree, 'TypeSpec')) {
    const [name, ...rest] = partsOf(spec).filter(({ name }) => name !== 'TypeParams');
    const body = rest.at(-1);
    if (name?.name !== 'DefName' || body === undefined) continue;
    if (body.name !== 'StructType') {
      const type = wireType(body, text, 0);
      aliases.push({ name: textOf(name, text), notation: 'Go', type, typeText: typeTextOf(body, text) });
      continue;
    }
    if (!/json:"/u.test(textOf(body, text))) continue;
    const { fields, open } = fieldsOf(body, text, 0);
    types.push({
      name: textOf(name, text),
      notation: 'Go',
      fields,
      open: open || leavesOut(body, text),
      exactNames: true,
      start: name.from,
      end: name.to,
    });
  }
  return { types, aliases };
}

function fieldsOf(
  struct: SyntaxNode,
  text: string,
  depth: number,
): { readonly fields: readonly ContractField[]; readonly open: boolean } {
  const fields: ContractField[] = [];
  const body = struct.getChild('StructBody');
  let open = body === null || hasErrors(body);
  for (const declaration of body?.getChildren('FieldDecl') ?? []) {
    const parts = partsOf(declaration);
    const names = parts.filter(({ name }) => name === 'FieldName');
    const tag = jsonTag(textOf(declaration.getChild('String'), text));
    const type = parts.find(({ name }) => name !== 'FieldName' && name !== 'String');
    if (names.length === 0) {
      // An embedded struct with a name of its own in JSON is a field like others; else its fields are this type's.
      open ||= tag?.name !== '-';
      continue;
    }
    for (const field of names) {
      const name = textOf(field, text);
      if (!/^\p{Lu}/u.test(name) || tag?.name === '-' || type === undefined) continue;
      fields.push({
        name: tag === null || tag.name === '' ? name : tag.name,
        type: tag?.options.includes('string') === true ? { kind: 'string' } : wireType(type, text, depth),
        optional:
          type.name === 'PointerType' ||
          tag?.options.includes('omitempty') === true ||
          tag?.options.includes('omitzero') === true,
        start: field.from,
        end: field.to,
        typeText: typeTextOf(type, text),
      });
    }
  }
  return { fields, open };
}

/** Directly broken or elided: an error node among the fields. */
function hasErrors(body: SyntaxNode): boolean {
  return (
    childrenOf(body).some(({ type }) => type.isError) ||
    body.getChildren('FieldDecl').some((field) => childrenOf(field).some(({ type }) => type.isError))
  );
}

function jsonTag(tag: string): { readonly name: string; readonly options: readonly string[] } | null {
  const [name, ...options] = (/json:"([^"]*)"/u.exec(tag)?.[1] ?? '\0').split(',');
  return name === undefined || name === '\0' ? null : { name, options };
}

function wireType(node: SyntaxNode, text: string, depth: number): WireType {
  if (depth > deepestType) return unknownType;
  const last = partsOf(node).at(-1);
  const inner = (): WireType => (last === undefined ? unknownType : wireType(last, text, depth + 1));
  switch (node.name) {
    case 'PointerType':
    case 'ParenthesizedType':
      return inner();
    case 'SliceType':
    case 'ArrayType':
      // Bytes are sent as text.
      return /^\[\]\s*byte$/u.test(textOf(node, text)) ? { kind: 'string' } : { kind: 'list', of: inner() };
    case 'MapType':
      return { kind: 'map', of: inner() };
    case 'StructType':
      return { kind: 'object', fields: fieldsOf(node, text, depth + 1).fields };
    case 'InterfaceType':
      return /^interface\s*\{\s*\}$/u.test(textOf(node, text)) ? { kind: 'any' } : unknownType;
    case 'TypeName': {
      const name = textOf(node, text);
      const kind =
        ownValue(plain, name) ??
        (/^(?:u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune)$/u.test(name) ? 'number' : null);
      return kind === null ? { kind: 'named', name } : { kind };
    }
    case 'QualifiedType': {
      const name = textOf(node, text);
      const kind = ownValue(qualified, name);
      return kind === undefined ? { kind: 'named', name: name.slice(name.lastIndexOf('.') + 1) } : { kind };
    }
    default:
      return unknownType;
  }
}
