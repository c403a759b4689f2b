import type { ContractField, ContractType } from '../contract-type';
import { closingBracket, splitTopLevel, withoutComments, type Piece } from './bracketed';
import { namedType, type TypeNames } from './named-type';

const kinds: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'any' | 'unknown'>> =
  Object.fromEntries([
    ...'String Char CharSequence UUID Uuid Instant LocalDate LocalDateTime LocalTime OffsetDateTime ZonedDateTime'
      .split(' ')
      .map((name) => [name, 'string'] as const),
    ...'Int Long Short Byte Double Float UInt ULong'.split(' ').map((name) => [name, 'number'] as const),
    ['Boolean', 'boolean'] as const,
    ['Any', 'any'] as const,
    ...['BigDecimal', 'BigInteger', 'Duration'].map((name) => [name, 'unknown'] as const),
  ]);
const names: TypeNames = {
  kinds,
  lists: /^(?:List|MutableList|Set|MutableSet|Collection|Array|Iterable)$/u,
  maps: /Map$/u,
  wrappers: /(?!)/u,
};
const declaration = /\bdata\s+class\s+([A-Z]\w*)\s*(?=\()/gu;
const attributeName =
  /(?:SerialName|JsonProperty|Json|SerializedName)\(\s*(?:name\s*=\s*|value\s*=\s*)?"([^"]+)"/u;
const longestBlock = 100_000;

/** Reads data classes. There is no grammar of Kotlin that is small enough to ship; these have one form. */
export function kotlinTypes(code: string): readonly ContractType[] {
  if (code.length > longestBlock) return [];
  const text = withoutComments(code);
  return [...text.matchAll(declaration)].flatMap((match) => {
    const [whole, name = ''] = match;
    const open = match.index + whole.length;
    const close = closingBracket(text, open);
    if (close === -1) return [];
    const start = match.index + whole.lastIndexOf(name);
    return [
      {
        name,
        notation: 'Kotlin',
        fields: splitTopLevel(text.slice(open + 1, close), open + 1).flatMap(fieldOf),
        open: /^\s*:/u.test(text.slice(close + 1)) || /\.{3}|…/u.test(code.slice(open, close)),
        exactNames: false,
        start,
        end: start + name.length,
      } satisfies ContractType,
    ];
  });
}

/** `@SerialName("created_at") val createdAt: Instant? = null` */
function fieldOf({ text, start }: Piece): readonly ContractField[] {
  const match = /^([\s\S]*?)\b(?:val|var)\s+(\w+)\s*:\s*([^=]+?)\s*(=[\s\S]*)?$/u.exec(text);
  const [, attributes = '', name = '', type = '', standard] = match ?? [];
  if (name === '') return [];
  const from = start + text.indexOf(name, attributes.length + 3);
  const typeStart = from + name.length + text.slice(from - start + name.length).indexOf(type);
  return [
    {
      name: attributeName.exec(attributes)?.[1] ?? name,
      type: namedType(type, names),
      optional: type.endsWith('?') ? true : standard === undefined ? false : null,
      start: from,
      end: from + name.length,
      typeText: { text: type, start: typeStart },
    },
  ];
}
