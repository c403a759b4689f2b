import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { FoundFact } from './declared-fact';
import type { SpecCode, SpecStatement, SpecStatements } from './spec-statements';

const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const request = new RegExp(`\\b(${methods})\\s+(/[^\\s\`"'<>|,;]*)`, 'g');
const methodCell = new RegExp(`^(?:${methods})$`);
const route = /^\/[^\s`"'<>|,;]*$/;

/** Endpoints by request lines in headings, text and code, by tables of methods and paths, and by OpenAPI. */
export function* findEndpoints({ statements, code }: SpecStatements): Iterable<FoundFact> {
  for (const statement of statements) {
    yield* requestsIn(statement);
    yield* endpointOfRow(statement);
  }
  for (const block of code) {
    yield* requestsInCode(block);
    yield* openApiPaths(block);
  }
}

function* requestsIn({ text, line, codes, kind }: SpecStatement): Iterable<FoundFact> {
  const places = kind === 'heading' ? [{ text, line }] : codes;
  for (const place of places) {
    for (const [, method = '', path = ''] of place.text.matchAll(request))
      yield endpoint(method, path, place.line);
  }
}

function* endpointOfRow({ cells, line }: SpecStatement): Iterable<FoundFact> {
  const method = cells.find((cell) => methodCell.test(cell.toUpperCase()));
  const path = cells.find((cell) => route.test(cell));
  if (method !== undefined && path !== undefined) yield endpoint(method.toUpperCase(), path, line);
}

function* requestsInCode({ value, line }: SpecCode): Iterable<FoundFact> {
  for (const [index, text] of value.split('\n').entries()) {
    const found = new RegExp(`^\\s*(${methods})\\s+(/[^\\s\`"'<>|,;]*)`).exec(text);
    if (found !== null) yield endpoint(found[1] ?? '', found[2] ?? '', line + 1 + index);
  }
}

function* openApiPaths({ value, line, language }: SpecCode): Iterable<FoundFact> {
  if (!/^(?:ya?ml|json|openapi)?$/i.test(language ?? '') || !/^[ \t]*"?paths"?\s*:/m.test(value)) return;
  const lines = new LineCounter();
  const paths = mapAt(parseDocument(value, { lineCounter: lines, logLevel: 'silent' }).contents, 'paths');
  for (const { key, value: operations } of isMap(paths) ? paths.items : []) {
    if (!isScalar(key) || !isMap(operations)) continue;
    for (const { key: method } of operations.items) {
      if (!isScalar(method) || !methodCell.test(String(method.value).toUpperCase())) continue;
      const at = lines.linePos(method.range?.[0] ?? 0).line;
      yield endpoint(String(method.value).toUpperCase(), String(key.value), line + at);
    }
  }
}

function mapAt(node: unknown, key: string): unknown {
  return isMap(node) ? node.get(key, true) : undefined;
}

function endpoint(method: string, path: string, line: number): FoundFact {
  return {
    kind: 'endpoint',
    name: `${method} ${path.replace(/(?<![.:)\]])[.:)\]]+$/, '')}`,
    detail: '',
    line,
  };
}
