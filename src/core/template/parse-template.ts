import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Finding, Severity } from '../checks/finding';
import { parseBody } from './template-body';
import { sha256Hex } from '../text/hash';
import { yamlData } from '../text/yaml-data';
import type { Template, TemplateOrigin } from './template';
import { fillEmptySections } from './fill-empty-sections';
import { expandPartials } from './template-partials';
import { readSections } from './template-sections';
import { fieldExamples, frontMatterSchema, type FrontMatter } from './template-schema';

export interface TemplateFile {
  /** Relative to the root it was read from; shown to people. */
  readonly path: string;
  readonly text: string;
  readonly origin: TemplateOrigin;
  /** Name of a partial to its Mustache source. */
  readonly partials: Readonly<Record<string, string>>;
}

export interface ParsedTemplate {
  /** `null` where the file is no usable template; a finding of severity error says why. */
  readonly template: Template | null;
  readonly findings: readonly Finding[];
}

/** Front matter and body of a file, or `null` where it does not begin with front matter. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } | null {
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(text);
  return match === null ? null : { yaml: match[1] ?? '', body: text.slice(match[0].length) };
}

/** Text of a template file with line feeds only and without a byte order mark. */
export function normalText(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/**
 * Reads a template file: front matter as data, headings as sections, guidance comments as help for the writer.
 * Never throws; what is wrong is reported at its line in the file, with what to write instead.
 */
export function parseTemplate(file: TemplateFile): ParsedTemplate {
  const text = normalText(file.text);
  const parts = splitFrontMatter(text);
  if (parts === null) {
    return failed(
      finding(1, 'The template has no front matter. Begin it with a line {0}, its fields and another {0}.', [
        '---',
      ]),
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: lines });
  // Line 1 of the file is the opening mark, so line n of the YAML is line n + 1.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    return failed(
      ...document.errors.map((error) =>
        finding(lineAt(error.pos[0]), 'The front matter is not valid YAML: {0}', [
          (error.message.split('\n')[0] ?? error.message).replace(/ at line .*$/, '.'),
        ]),
      ),
    );
  }
  const read = yamlData(document);
  if ('error' in read)
    return failed(finding(2, 'The front matter is not valid YAML: {0}', [`${read.error}.`]));
  const { data } = read;
  const lineOf = (path: readonly (string | number)[]): number => lineAt(offsetOf(document, path));
  const result = v.safeParse(frontMatterSchema, data);
  const unknown = unknownFields(data).map((field) =>
    finding(
      lineOf([field]),
      'The front matter field {0} is not known and has no effect.',
      [field],
      'warning',
    ),
  );
  if (!result.success) {
    return {
      template: null,
      findings: [...result.issues.map((issue) => issueFinding(issue, lineOf)), ...unknown],
    };
  }

  const bodyLine = text.slice(0, text.length - parts.body.length).split('\n').length;
  const expanded = expandPartials(parts.body, file.partials);
  const filled = expandPartials(fillEmptySections(expanded.body, file.partials), file.partials).body;
  const missing = expanded.missing.map(({ name, line }) =>
    finding(bodyLine + line, 'There is no partial {0}. Create it among the partials or remove the tag.', [
      name,
    ]),
  );
  try {
    parseBody(filled);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      template: null,
      findings: [...missing, finding(bodyLine, 'A tag of the body is not well formed: {0}', [message])],
    };
  }
  const template = assemble(result.output, filled, file.origin, sha256Hex(`${text}\n${filled}`));
  const findings = [
    ...missing,
    ...unknown,
    ...unknownSections(template).map(({ path, key }) =>
      finding(
        lineOf(path),
        'No heading has the key {0}. Add {1} to the heading that is meant, or name another.',
        [key, `{#${key}}`],
      ),
    ),
    ...callProblems(template).map(([message, key]) => finding(lineOf(['calls']), message, [key])),
    ...repeated(template.checklist.map(({ id }) => id)).map((id) =>
      finding(lineOf(['checklist']), 'Two checklist items have the id {0}. Give each its own.', [id]),
    ),
  ];
  const isUsable = findings.every(({ severity }) => severity !== 'error');
  return { template: isUsable ? template : null, findings };
}

function assemble(data: FrontMatter, body: string, origin: TemplateOrigin, sha256: string): Template {
  return {
    ...data,
    checks: Object.fromEntries(
      Object.entries(data.checks).map(([id, setting]) => [
        id,
        typeof setting === 'string' ? { severity: setting, options: {} } : setting,
      ]),
    ),
    sections: readSections(body),
    body,
    origin,
    sha256,
  };
}

type DataPath = readonly (string | number)[];

function unknownSections(template: Template): readonly { readonly path: DataPath; readonly key: string }[] {
  const keys = new Set(template.sections.map(({ key }) => key));
  const named: { path: DataPath; key: string }[] = [
    ...template.covers.flatMap(({ mapping, items }, index) => [
      { path: ['covers', index, 'mapping'], key: mapping },
      { path: ['covers', index, 'items'], key: items },
    ]),
    ...(template.outOfScope === null ? [] : [{ path: ['outOfScope'], key: template.outOfScope }]),
    ...Object.keys(template.budgets.sections ?? {}).map((key) => ({
      path: ['budgets', 'sections', key],
      key,
    })),
    ...(template.calls ?? []).flatMap((wave, index) =>
      wave.flatMap((keys, call) => keys.map((key) => ({ path: ['calls', index, call], key }))),
    ),
    ...template.checklist.flatMap(({ about = [] }, index) =>
      about.map((key) => ({ path: ['checklist', index, 'about'], key })),
    ),
    ...(template.checklist.length === 0 ? [] : [{ path: ['checklist'], key: 'checklist' }]),
  ];
  return named.filter(({ key }) => !keys.has(key));
}

/** Calls are made of whole sections of level 2, each written once. */
function callProblems({ calls, sections }: Template): readonly (readonly [message: string, key: string])[] {
  const named = (calls ?? []).flat(2);
  const deeper = new Set(sections.filter(({ level }) => level !== 2).map(({ key }) => key));
  return [
    ...repeated(named).map((key) => ['Two calls write the section {0}. Name it in one.', key] as const),
    ...named
      .filter((key) => deeper.has(key))
      .map((key) => ['The section {0} is not of level 2. Name the one around it in calls.', key] as const),
  ];
}

function unknownFields(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.keys(data).filter((field) => !Object.hasOwn(fieldExamples, field));
}

function issueFinding(issue: v.BaseIssue<unknown>, lineOf: (path: DataPath) => number): Finding {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const field = String(path[0] ?? '');
  const example = fieldExamples[field] ?? 'id: team-spec';
  const name = path.join('.');
  if (path.length === 0) {
    return finding(2, 'The front matter must consist of fields, such as {0}', [example]);
  }
  return issue.received === 'undefined'
    ? finding(lineOf(path), 'The front matter field {0} is missing. Write it as in {1}', [name, example])
    : finding(lineOf(path), 'The front matter field {0} cannot be {1}. Write it as in {2}', [
        name,
        issue.received,
        example,
      ]);
}

/** Offset of the nearest thing in the document that a path leads to. */
function offsetOf(document: Document, path: DataPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      const key = pair?.key;
      if (isScalar(key) && key.range) return key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function failed(...findings: readonly Finding[]): ParsedTemplate {
  return { template: null, findings };
}

function finding(
  line: number,
  message: string,
  args: readonly string[],
  severity: Severity = 'error',
): Finding {
  return {
    check: 'template',
    severity,
    message,
    args,
    fixable: false,
    line,
    column: 1,
    endLine: line + 1,
    endColumn: 1,
  };
}
