import type { ContractField, ContractType } from '../contract-type';
import { closingBracket, splitTopLevel, withoutComments, type Piece } from './bracketed';
import { namedType, type TypeNames } from './named-type';

const kinds: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'any'>> = Object.fromEntries([
  ...'string char Guid DateTime DateTimeOffset DateOnly TimeOnly TimeSpan Uri'
    .split(' ')
    .map((name) => [name, 'string'] as const),
  ...'int long short byte sbyte uint ulong ushort float double decimal Int16 Int32 Int64 Single Double Decimal'
    .split(' ')
    .map((name) => [name, 'number'] as const),
  ...['bool', 'Boolean'].map((name) => [name, 'boolean'] as const),
  ...['object', 'dynamic'].map((name) => [name, 'any'] as const),
]);
/** Never `null` unless they say so, whatever the project's settings are. */
const values = new Set(
  'char Guid DateTime DateTimeOffset DateOnly TimeOnly TimeSpan int long short byte sbyte uint ulong ushort float double decimal bool'.split(
    ' ',
  ),
);
const names: TypeNames = {
  kinds,
  lists:
    /^(?:List|IList|IReadOnlyList|IEnumerable|ICollection|IReadOnlyCollection|HashSet|ISet|ImmutableArray|ImmutableList)$/u,
  maps: /^(?:Dictionary|IDictionary|IReadOnlyDictionary|ImmutableDictionary|SortedDictionary)$/u,
  wrappers: /^Nullable$/u,
};
const declaration = /\b(record(?:\s+(?:class|struct))?|class|struct)\s+([A-Z]\w*)\s*(?=[({:;])/gu;
const property =
  /((?:\[[^\]\n]*\]\s*)*)\bpublic\s+(?:(?:required|virtual|override|new|readonly|init|sealed)\s+)*([\w.?]+(?:<[^;{}()]*>)?(?:\[\])?\??)\s+(\w+)\s*\{\s*get\b/gu;
const attributeName = /JsonProperty(?:Name)?\(\s*"([^"]+)"/u;
const longestBlock = 100_000;

/**
 * Reads records, and classes and structs that have properties and no methods with a body. There is no grammar of C# that is small
 * enough to ship; declarations of data have few forms.
 */
export function csharpTypes(code: string): readonly ContractType[] {
  if (code.length > longestBlock) return [];
  const text = withoutComments(code);
  // A project that marks what may be null means the rest never to be.
  const marks = /\b[A-Z]?\w+(?:<[^;{}()]*>|\[\])?\?\s+\w+/u.test(text);
  return [...text.matchAll(declaration)].flatMap((match) => {
    const [whole, keyword = '', name = ''] = match;
    const start = match.index + whole.lastIndexOf(name);
    let at = match.index + whole.length;
    const fields: ContractField[] = [];
    if (text[at] === '(') {
      const end = closingBracket(text, at);
      if (end === -1) return [];
      fields.push(
        ...splitTopLevel(text.slice(at + 1, end), at + 1).flatMap((piece) => fieldOf(piece, marks)),
      );
      at = end + 1;
    }
    const rest = /^\s*(:[^{;]*)?(\{)?/u.exec(text.slice(at));
    const open = rest?.[2] === undefined ? -1 : at + rest[0].length - 1;
    const close = open === -1 ? -1 : closingBracket(text, open);
    const body = open === -1 ? '' : text.slice(open + 1, close === -1 ? undefined : close);
    if (!keyword.startsWith('record') && /\)\s*(?:\{|=>)/u.test(body)) return [];
    for (const found of body.matchAll(property)) {
      const [written, attributes = '', type = '', own = ''] = found;
      const from = open + 1 + found.index;
      const typeStart = from + attributes.length + written.slice(attributes.length).indexOf(type);
      fields.push(
        field(own, from + written.lastIndexOf(own), { text: type, start: typeStart }, attributes, marks),
      );
    }
    return fields.length === 0
      ? []
      : [
          {
            name,
            notation: 'C#',
            fields,
            open:
              rest?.[1] !== undefined || /\.{3}|…/u.test(code.slice(match.index, close === -1 ? at : close)),
            exactNames: false,
            start,
            end: start + name.length,
          } satisfies ContractType,
        ];
  });
}

/** `[property: JsonPropertyName("id")] Guid? Id = null` */
function fieldOf({ text, start }: Piece, marks: boolean): readonly ContractField[] {
  const match =
    /^((?:\[[^\]]*\]\s*)*)((?:params|in|required)\s+)?(\S[\s\S]*?)\s+(\w+)(?:\s*=[\s\S]*)?$/u.exec(text);
  const [, attributes = '', modifier = '', type = '', name = ''] = match ?? [];
  if (name === '') return [];
  const typeStart = start + attributes.length + modifier.length;
  const nameStart =
    typeStart + type.length + text.slice(attributes.length + modifier.length + type.length).indexOf(name);
  return [field(name, nameStart, { text: type, start: typeStart }, attributes, marks)];
}

function field(name: string, start: number, type: Piece, attributes: string, marks: boolean): ContractField {
  const bare = type.text.replace(/\?$/u, '');
  const optional = bare !== type.text ? true : values.has(bare) || marks ? false : null;
  return {
    name: attributeName.exec(attributes)?.[1] ?? name,
    type: namedType(bare, names),
    optional,
    start,
    end: start + name.length,
    typeText: type,
  };
}
