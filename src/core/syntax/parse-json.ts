import { parseTree, printParseErrorCode, visit, type Node, type ParseError } from 'jsonc-parser';
import { unknownType, type ContractField, type WireType } from './contract-type';
import { hasComments, isElided } from './elided';
import { parsedCode, type ParsedCode, type SyntaxProblem } from './parsed-code';

/** More documents in one block are not looked at. */
const mostDocuments = 100;
/** Values nested deeper were not written by a person. */
const deepestValue = 20;
/** A schema drawn in the form of JSON: `{ "id": string }`. */
const typeWord =
  /^(?:string|number|integer|int|int32|int64|float|double|decimal|bool|boolean|uuid|date|datetime|timestamp|object|array|any|nil|none|undefined|optional)\b/iu;

const reasons: Readonly<Record<string, string>> = {
  InvalidSymbol: 'not a JSON value',
  InvalidNumberFormat: 'not a JSON number',
  PropertyNameExpected: 'a property name in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: '":" is expected',
  CommaExpected: '"," is expected',
  CloseBraceExpected: '"}" is expected',
  CloseBracketExpected: '"]" is expected',
  EndOfFileExpected: 'the end is expected',
  UnexpectedEndOfString: 'a string does not end',
};

/**
 * Parses JSON. Several values one after the other (a request and its response, lines of a log) and members without their
 * braces are taken as meant; a message of HTTP is not looked at.
 *
 * @param comments whether the notation allows comments and a comma at the end
 */
export function parseJson(text: string, comments: boolean): ParsedCode {
  if (text.trim() === '' || /^\s*(?:GET|POST|PUT|PATCH|DELETE|HTTP\/[\d.]+|curl|\$)\s/u.test(text))
    return parsedCode('JSON');
  const error = firstError(text, comments);
  if (error === null) return parsedCode('JSON', { examples: examplesIn(text, comments) });
  if (/^\s*"[^"\n]*"\s*:/u.test(text) && firstError(`{${text.replace(/,\s*$/u, '')}}`, comments) === null)
    return parsedCode('JSON');
  return parsedCode('JSON', { problem: problemAt(text, error, comments) });
}

/** The objects that a block shows, a list's own ones each; none of what holds several documents. */
function examplesIn(text: string, comments: boolean): readonly WireType[] {
  const root = parseTree(text, [], { disallowComments: !comments, allowTrailingComma: comments });
  if (root === undefined || text.slice(root.offset + root.length).trim() !== '') return [];
  const shown = root.type === 'array' ? (root.children ?? []) : [root];
  return shown.filter(({ type }) => type === 'object').map((node) => wireType(node, text, 0));
}

function wireType(node: Node, text: string, depth: number): WireType {
  if (depth > deepestValue) return unknownType;
  switch (node.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: node.type };
    case 'array': {
      const [first] = node.children ?? [];
      return { kind: 'list', of: first === undefined ? unknownType : wireType(first, text, depth + 1) };
    }
    case 'object':
      return {
        kind: 'object',
        fields: (node.children ?? []).flatMap((child) => fieldOf(child, text, depth)),
      };
    default:
      return unknownType;
  }
}

function fieldOf(property: Node, text: string, depth: number): readonly ContractField[] {
  const [name, value] = property.children ?? [];
  if (name === undefined || value === undefined) return [];
  return [
    {
      name: String(name.value),
      type: wireType(value, text, depth + 1),
      optional: value.type === 'null',
      start: name.offset,
      end: name.offset + name.length,
      typeText: { text: text.slice(value.offset, value.offset + value.length), start: value.offset },
    },
  ];
}

function problemAt(text: string, { error, offset, length }: ParseError, comments: boolean): SyntaxProblem {
  return {
    start: Math.min(offset, text.length),
    end: Math.min(offset + Math.max(length, 1), text.length),
    reason: reasons[printParseErrorCode(error)] ?? printParseErrorCode(error),
    elided: isElided(text) || typeWord.test(text.slice(offset)) || (!comments && hasComments(text)),
  };
}

function firstError(text: string, comments: boolean): ParseError | null {
  let from = 0;
  for (let count = 0; count < mostDocuments; count++) {
    const errors: ParseError[] = [];
    visit(
      text.slice(from),
      { onError: (error, offset, length) => errors.push({ error, offset: from + offset, length }) },
      { disallowComments: !comments, allowTrailingComma: comments },
    );
    const [first] = errors;
    if (first === undefined) return null;
    const separated = /[\n\r]\s*$/u.test(text.slice(from, first.offset));
    if (printParseErrorCode(first.error) !== 'EndOfFileExpected' || !separated || first.offset <= from)
      return first;
    from = first.offset;
    // What begins like no value is no second one.
    if (!/^["{[\d-]|^(?:true|false|null)\b/u.test(text.slice(from))) return first;
  }
  return null;
}
