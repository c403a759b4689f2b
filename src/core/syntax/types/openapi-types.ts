import { isMap, isScalar, isSeq, type Document, type Node, type YAMLMap } from 'yaml';
import { unknownType, type ContractField, type ContractType, type WireType } from '../contract-type';
import { deepestType } from './code-tree';

/** Reads the schemas of an OpenAPI description: `components.schemas`, `definitions`, or `schemas` in a fragment. */
export function typesOfOpenApi(document: Document): readonly ContractType[] {
  const schemas =
    document.getIn(['components', 'schemas'], true) ??
    document.getIn(['definitions'], true) ??
    document.getIn(['schemas'], true);
  if (!isMap(schemas)) return [];
  return schemas.items.flatMap(({ key, value }) => {
    const name = scalar(key);
    if (name === null || !isMap(value) || !isMap(value.get('properties', true))) return [];
    const range = isScalar(key) ? key.range : null;
    return [
      {
        name,
        notation: 'OpenAPI',
        fields: fieldsOf(value, 0),
        open:
          value.has('allOf') ||
          value.has('oneOf') ||
          value.has('anyOf') ||
          isMap(value.get('additionalProperties', true)),
        exactNames: true,
        start: range?.[0] ?? 0,
        end: range?.[1] ?? 0,
      } satisfies ContractType,
    ];
  });
}

function fieldsOf(schema: YAMLMap, depth: number): readonly ContractField[] {
  const properties = schema.get('properties', true);
  const required = schema.get('required', true);
  const names = isSeq(required) ? required.items.map(scalar) : null;
  if (!isMap(properties)) return [];
  return properties.items.flatMap(({ key, value }) => {
    const name = scalar(key);
    if (name === null || !isMap(value)) return [];
    const range = isScalar(key) ? key.range : null;
    const types = typeNames(value);
    const nullable = value.get('nullable') === true || types.includes('null');
    return [
      {
        name,
        type: wireType(value, depth),
        // Where no field at all is said to be required, the author has not looked at it.
        optional: names === null ? (nullable ? true : null) : nullable || !names.includes(name),
        start: range?.[0] ?? 0,
        end: range?.[1] ?? 0,
        typeText: { text: '', start: range?.[0] ?? 0 },
      },
    ];
  });
}

function wireType(schema: YAMLMap, depth: number): WireType {
  if (depth > deepestType) return unknownType;
  const reference = schema.get('$ref');
  if (typeof reference === 'string') return { kind: 'named', name: reference.split('/').at(-1) ?? reference };
  const types = typeNames(schema).filter((type) => type !== 'null');
  const [type] = types;
  if (types.length !== 1) return unknownType;
  switch (type) {
    case 'string':
    case 'boolean':
      return { kind: type };
    case 'integer':
    case 'number':
      return { kind: 'number' };
    case 'array': {
      const items = schema.get('items', true);
      return { kind: 'list', of: isMap(items) ? wireType(items, depth + 1) : unknownType };
    }
    case 'object': {
      if (isMap(schema.get('properties', true)))
        return { kind: 'object', fields: fieldsOf(schema, depth + 1) };
      const values = schema.get('additionalProperties', true);
      return isMap(values) ? { kind: 'map', of: wireType(values, depth + 1) } : unknownType;
    }
    default:
      return unknownType;
  }
}

function typeNames(schema: YAMLMap): readonly string[] {
  const type = schema.get('type', true) as Node | undefined;
  const names = isSeq(type) ? type.items.map(scalar) : [scalar(type)];
  return names.filter((name) => name !== null);
}

function scalar(node: unknown): string | null {
  return isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')
    ? String(node.value)
    : null;
}
