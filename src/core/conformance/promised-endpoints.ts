import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { PromisedEndpoint } from './promise';
import { filesNear, isUnpromised, wordOn } from './spec-places';

const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const leading = new RegExp(
  String.raw`^[\s*_\x60]*(?:[A-Z][\w ]{0,20}:[*_\s\x60]*)?(${methods})[\s*_\x60]+(?:https?://[^/\s]+)?(/[^\s\x60"'<>|,;?]*)`,
  'u',
);
const methodCell = new RegExp(String.raw`^(?:${methods})(?:\s*[,/]\s*(?:${methods}))*$`, 'u');
const routeCell = /^(\/[^\s`"'<>|,;?]*)/u;
const gone =
  /(?<![\p{L}])(?:removed|deleted|dropped|deprecated|existing|unchanged|external|no longer)(?![\p{L}])/iu;
const endpointHeader = /endpoint|route|path|url|request|api/iu;
const endpointLabel = /^(?:endpoint|route|request|url|api|method and path)$/iu;

/** Endpoints that headings, rows of tables, list items, labels and OpenAPI describe; a mention in a sentence promises nothing. */
export function promisedEndpoints(spec: SpecDocument): readonly PromisedEndpoint[] {
  const found = new Map<string, PromisedEndpoint>();
  const add = (method: string, route: string, line: number, section: number | null): void => {
    const path = route.replace(/(?<![.:)\]*_])[.:)\]*_]+$/u, '') || '/';
    if (/\.{3}|…|\*/u.test(path) || isUnpromised(spec, section)) return;
    const key = `${method} ${path}`;
    if (found.has(key)) return;
    found.set(key, {
      ...{ method, route: path, section, names: [`${method} ${path}`, path] },
      files: filesNear(spec, section, line),
      ...wordOn(spec, line, path),
    });
  };
  for (const { line, index, heading } of spec.sections) {
    const [, method, route] = leading.exec(heading.replace(/^[\d.]+\s+/u, '')) ?? [];
    if (method !== undefined && route !== undefined && !gone.test(heading)) add(method, route, line, index);
  }
  for (const { header, rows, section } of spec.tables) {
    const isAbout = header.some(({ text }) => endpointHeader.test(text));
    if (
      !isAbout ||
      header.some(({ text }) => /^(?:status|code|error|metric|command|test|assertions?)\b/iu.test(text))
    )
      continue;
    for (const row of rows) {
      if (row.some(({ text }) => text.length < 60 && gone.test(text))) continue;
      const cells = row.map(({ text }) => text.replace(/`/gu, '').trim());
      const method = cells.find((cell) => methodCell.test(cell));
      const route = cells.map((cell) => routeCell.exec(cell)?.[1]).find((one) => one !== undefined);
      const line = row[0]?.line ?? 1;
      if (method !== undefined && route !== undefined)
        for (const each of method.split(/[,/]/u)) add(each.trim(), route, line, section);
      else {
        const [, verb, path] = cells.map((cell) => leading.exec(cell)).find((one) => one !== null) ?? [];
        if (verb !== undefined && path !== undefined) add(verb, path, line, section);
      }
    }
  }
  for (const { text, line, section } of spec.listItems) {
    const [, method, route] = leading.exec(text) ?? [];
    if (method !== undefined && route !== undefined && !gone.test(text)) add(method, route, line, section);
  }
  for (const { text, line, section } of spec.paragraphs) {
    const [, label = '', rest = ''] = /^([\w ]{3,20}):\s*(?!\s)(.*)$/u.exec(text) ?? [];
    const [, method, route] = leading.exec(endpointLabel.test(label) ? rest : '') ?? [];
    if (method !== undefined && route !== undefined && !gone.test(text)) add(method, route, line, section);
  }
  for (const { value, line, section, language } of spec.codeBlocks) {
    if (/^(?:ya?ml|json|openapi)\b/iu.test(language ?? '') && /^[ \t]*"?paths"?\s*:/mu.test(value))
      for (const { method, route, line: at } of openApiPaths(value)) add(method, route, line + at, section);
    // A block of request lines, one below the other.
    else if (/^(?:http|text|)$/iu.test(language ?? ''))
      for (const [index, text] of value.split('\n').entries()) {
        const [, method, route] = new RegExp(String.raw`^\s*(${methods})\s+(/[^\s?]*)`, 'u').exec(text) ?? [];
        if (
          method !== undefined &&
          route !== undefined &&
          lineText(spec.lines, line + 1 + index).includes(route)
        )
          add(method, route, line + 1 + index, section);
      }
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function* openApiPaths(
  value: string,
): Iterable<{ readonly method: string; readonly route: string; readonly line: number }> {
  const lines = new LineCounter();
  const { contents } = parseDocument(value, { lineCounter: lines, logLevel: 'silent' });
  const paths = isMap(contents) ? contents.get('paths', true) : undefined;
  const servers = isMap(contents) ? contents.toJSON() : null;
  const base = baseOf(servers);
  for (const { key, value: operations } of isMap(paths) ? paths.items : []) {
    if (!isScalar(key) || !isMap(operations)) continue;
    for (const { key: method } of operations.items) {
      const verb = isScalar(method) ? String(method.value).toUpperCase() : '';
      if (methodCell.test(verb) && isScalar(method))
        yield {
          method: verb,
          route: `${base}${String(key.value)}`,
          line: lines.linePos(method.range?.[0] ?? 0).line,
        };
    }
  }
}

function baseOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('servers' in value) || !Array.isArray(value.servers))
    return '';
  const first: unknown = value.servers[0];
  const url = typeof first === 'object' && first !== null && 'url' in first ? String(first.url) : '';
  return url.replace(/^https?:\/\/[^/]+/u, '').replace(/(?<!\/)\/+$/u, '');
}
