import type { SyntaxNode, Tree } from '@lezer/common';
import type { ContractField, ContractType } from '../contract-type';
import { unknownType } from '../contract-type';
import { nodesNamed, partsOf, textOf, typeTextOf } from './code-tree';
import { readType, typeByName, typeReader, type PlainTypes } from './type-reader';

const plain: PlainTypes = {
  str: 'string',
  EmailStr: 'string',
  UUID: 'string',
  datetime: 'string',
  date: 'string',
  time: 'string',
  HttpUrl: 'string',
  AnyUrl: 'string',
  int: 'number',
  float: 'number',
  bool: 'boolean',
  Any: 'any',
  object: 'any',
  Decimal: 'unknown',
  bytes: 'unknown',
};
/** A base of one's own, such as `StrictModel`, is one by its name; `models.Model` of Django is none. */
const contractBase = /(?:^|[.\s,(])(?:[A-Z]\w*Model|TypedDict|Schema|SQLModel|NamedTuple|Struct)\b/u;

/** Reads pydantic models, dataclasses, TypedDicts and their like. */
export function pythonTypes(tree: Tree, text: string): readonly ContractType[] {
  return [...nodesNamed(tree, 'ClassDefinition')].flatMap((node) => {
    const name = node.getChild('VariableName');
    const body = node.getChild('Body');
    const bases = textOf(node.getChild('ArgList'), text);
    const decorators =
      node.parent?.name === 'DecoratedStatement' ? text.slice(node.parent.from, node.from) : '';
    if (name === null || body === null) return [];
    if (!contractBase.test(bases) && !/@(?:[\w.]*\.)?(?:dataclass|define|attrs?|s)\b/u.test(decorators))
      return [];
    const known = bases
      .replace(/[()\s]/gu, '')
      .split(',')
      .every((base) => base === '' || base.includes('=') || contractBase.test(`(${base}`));
    return [
      {
        name: textOf(name, text),
        notation: 'Python',
        fields: body.getChildren('AssignStatement').flatMap((statement) => fieldOf(statement, text)),
        open: !known || /^[ \t]*(?:\.\.\.|#\s*(?:\.\.\.|…))/mu.test(textOf(body, text)),
        exactNames: false,
        start: name.from,
        end: name.to,
      } satisfies ContractType,
    ];
  });
}

function fieldOf(statement: SyntaxNode, text: string): readonly ContractField[] {
  const name = statement.getChild('VariableName');
  const definition = statement.getChild('TypeDef');
  const typeNode = definition === null ? undefined : partsOf(definition)[0];
  if (name === null || typeNode === undefined) return [];
  const fieldName = textOf(name, text);
  if (fieldName === 'model_config' || /^(?:typing\.)?ClassVar\b/u.test(textOf(typeNode, text))) return [];
  const value = text.slice(definition?.to ?? statement.to, statement.to);
  const alias = /\b(?:alias|serialization_alias)\s*=\s*["']([^"']+)["']/u.exec(value)?.[1];
  const { type, optional } = wireType(typeNode, text);
  const hasDefault =
    /^\s*=/u.test(value) &&
    !/^\s*=\s*(?:Field|field)\s*\(\s*(?:\.\.\.|alias|description|min_|max_|ge|le|gt|lt|pattern|serialization)/u.test(
      value,
    );
  return [
    {
      name: alias ?? fieldName,
      type,
      // A default may be left out of a request, and is always there in a response.
      optional: optional ? true : hasDefault ? null : false,
      start: name.from,
      end: name.to,
      typeText: typeTextOf(typeNode, text),
    },
  ];
}

const wireType = typeReader((node, text, inner) => {
  switch (node.name) {
    case 'VariableName': {
      const name = textOf(node, text);
      if (name === 'list' || name === 'List') return readType({ kind: 'list', of: unknownType });
      if (name === 'dict' || name === 'Dict') return readType({ kind: 'map', of: unknownType });
      return readType(typeByName(name, plain));
    }
    case 'None':
      return readType(unknownType, true);
    case 'BinaryExpression': {
      const parts = partsOf(node);
      const values = parts.filter((part) => textOf(part, text) !== 'None');
      const [only, ...others] = values;
      const nullable = values.length < parts.length;
      if (only === undefined || others.length > 0) {
        // `A | B | None` nests to the left.
        return readType(unknownType, nullable || values.some((part) => inner.whole(part).optional));
      }
      return readType(inner.of(only), nullable);
    }
    case 'MemberExpression': {
      const [head, ...args] = partsOf(node);
      const whole = textOf(node, text);
      if (!whole.includes('[')) return readType(typeByName(whole.slice(whole.lastIndexOf('.') + 1), plain));
      const name = textOf(head, text).split('.').at(-1) ?? '';
      if (name === 'Optional') return readType(inner.of(args[0]), true);
      if (/^(?:list|List|Sequence|set|Set|tuple|Tuple|Iterable)$/u.test(name))
        return readType({ kind: 'list', of: inner.of(args[0]) });
      if (/^(?:dict|Dict|Mapping)$/u.test(name)) return readType({ kind: 'map', of: inner.of(args[1]) });
      if (name === 'Annotated') return inner.whole(args[0]);
      if (name === 'Literal')
        return readType(/^[^[]*\[\s*["']/u.test(whole) ? { kind: 'string' } : unknownType);
      return readType(unknownType, /\bNone\b/u.test(whole));
    }
    default:
      return readType(unknownType);
  }
});
