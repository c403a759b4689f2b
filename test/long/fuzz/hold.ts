import { isDeepStrictEqual } from 'node:util';
import { editDocument } from '../../../src/core/spec/written-text';
import type { CheckedRequirement } from '../../../src/core/checks/check';
import { checkSpec, type CheckReport } from '../../../src/core/checks/check-spec';
import type { Finding } from '../../../src/core/checks/finding';
import { matchTemplate } from '../../../src/core/checks/match-template';
import { safeFixes } from '../../../src/core/checks/fixes/safe-fixes';
import type { SpecEdit } from '../../../src/core/checks/spec-fix';
import type { Surroundings } from '../../../src/core/checks/surroundings';
import { SourceError } from '../../../src/core/source/document/source-error';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';
import { readSource } from '../../../src/core/source/read-source';
import { filePlan } from '../../../src/core/spec/file-plan';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { SpecDocument } from '../../../src/core/spec/spec-document';
import { joinDocument, SpecParser } from '../../../src/core/spec/spec-parser';
import { indexLines, lineText, offsetOf, type LineIndex } from '../../../src/core/spec/text-range';
import { readSyntax } from '../../../src/core/syntax/read-syntax';
import type { Template } from '../../../src/core/template/template';
import type { TextRange } from '../../../src/core/text/position';

/** What documents are held against. */
export interface Around {
  readonly templates: readonly Template[];
  readonly requirements: readonly CheckedRequirement[];
  readonly surroundings: Surroundings;
}

/** How a document is looked at; its number decides, so that each is looked at the same way each time. */
export interface Look {
  readonly template: Template | null;
  readonly requirements: readonly CheckedRequirement[] | null;
  readonly surroundings: Surroundings | null;
  readonly asSource: boolean;
  /** Text that was parsed before it by the same parser, or `null` for a document that is only parsed once. */
  readonly before: string | null;
}

/** @param text of document `number`, of which one in a hundred is read again after an edit */
export function lookAt(
  number: number,
  text: string,
  { templates, requirements, surroundings }: Around,
): Look {
  const [none, ...rest] = [null, ...templates];
  return {
    template: [none, ...rest][number % (templates.length + 1)] ?? none,
    requirements: number % 7 === 0 ? null : requirements,
    surroundings: number % 3 === 0 ? null : surroundings,
    asSource: number % 10 === 0,
    before: number % 100 === 0 ? edited(text, number) : null,
  };
}

/** The same text with an edit in it, of which the parser remembers the parts. */
function edited(text: string, number: number): string {
  const at = text.length === 0 ? 0 : (number * 7919) % text.length;
  const put = ['', 'x', '\n', '\n\n', '## ', '```\n', '|', '- '][(number / 100) % 8] ?? '';
  return text.slice(0, at) + put + text.slice(at + ((number / 100) % 3));
}

/**
 * Parses and checks a document.
 *
 * @returns what does not hold, or `null` where all does; never throws
 */
export async function broken(text: string, look: Look, around: Around): Promise<string | null> {
  try {
    return (await judge(text, look, around)) ?? (look.asSource ? judgeSource(text) : null);
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

async function judge(text: string, look: Look, { templates }: Around): Promise<string | null> {
  const spec = parseSpec(text);
  if (spec.written !== text) return 'is not remembered as it was written';
  if (look.before !== null) {
    const parser = new SpecParser();
    parseSpec(look.before, parser);
    const again = parseSpec(text, parser);
    const whole = joinDocument(spec.text, [
      { part: { text: spec.text, nodes: parseMarkdown(spec.text).children }, start: 0, line: 0 },
    ]);
    if (!isDeepStrictEqual(facts(spec), facts(whole)))
      return 'is read otherwise by its parts than as a whole';
    if (!isDeepStrictEqual(facts(again), facts(spec)))
      return `is read otherwise after an edit of ${JSON.stringify(look.before)}`;
  }
  matchTemplate(spec, templates);
  const syntax = await readSyntax(spec, { postgres: look.surroundings !== null });
  const { template, requirements, surroundings } = look;
  const report = checkSpec({
    spec,
    template,
    requirements,
    surroundings,
    syntax,
    path: 'tech-specs/spec.md',
    sourceKind: 'prd',
  });
  const lines = indexLines(spec.text);
  for (const finding of report.findings) {
    if (finding.check === 'internal-error') return `internal-error: ${finding.args.join(': ')}`;
    for (const place of [finding, ...(finding.alternatives ?? [])])
      if (!isWithin(place, lines))
        return `${finding.check} is at a place that is not there: ${placeName(place)}`;
  }
  return judgeFixes(spec, report, lines);
}

/** Everything but how it was read and how its lines ended. */
function facts(document: SpecDocument): unknown {
  return { ...document, written: document.text, parts: [], plan: filePlan(document) };
}

function judgeFixes(spec: SpecDocument, report: CheckReport, lines: LineIndex): string | null {
  const problem = (edits: readonly SpecEdit[]): string | null => {
    const wrong = edits.find(({ range }) => !isWithin(range, lines));
    if (wrong !== undefined) return `edits a place that is not there: ${placeName(wrong.range)}`;
    return overlap(edits, lines) ? 'edits the same place twice' : null;
  };
  for (const finding of report.findings) {
    if (!finding.fixable) continue;
    for (const fix of report.fixesOf(finding)) {
      const wrong = problem(fix.edits);
      if (wrong !== null) return `a fix of ${finding.check} ${wrong}`;
    }
  }
  const { edits } = safeFixes(report);
  if (edits.length === 0) return null;
  parseSpec(editDocument(spec, edits));
  const wrong = problem(edits);
  return wrong === null ? null : `the safe fixes together: ${wrong}`;
}

function overlap(edits: readonly SpecEdit[], lines: LineIndex): boolean {
  const places = edits
    .map(
      ({ range }) =>
        [offsetOf(lines, range.line, range.column), offsetOf(lines, range.endLine, range.endColumn)] as const,
    )
    .sort(([a], [b]) => a - b);
  return places.some(([start], at) => at > 0 && start < (places[at - 1]?.[1] ?? 0));
}

function judgeSource(text: string): string | null {
  const bytes = new TextEncoder().encode(text);
  try {
    const source = readSource({ path: 'prds/a.md', bytes });
    const lines = indexLines(source.text);
    const wrong = source.findings.find((finding) => !isWithin(finding, lines));
    if (wrong !== undefined)
      return `as a source: ${wrong.check} is at a place that is not there: ${placeName(wrong)}`;
    const ids = source.requirements.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) return `as a source: an id is given twice: ${ids.join(', ')}`;
    const off = source.requirements.find(
      ({ line, endLine }) => line < 1 || endLine < line || endLine > lines.starts.length,
    );
    return off === undefined
      ? null
      : `as a source: ${off.id} is at lines that are not there: ${off.line}-${off.endLine}`;
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

function isWithin({ line, column, endLine, endColumn }: TextRange, lines: LineIndex): boolean {
  const inLine = (at: number, where: number): boolean =>
    at >= 1 && at <= lines.starts.length && where >= 1 && where <= lineText(lines, at).length + 1;
  const ordered = line < endLine || (line === endLine && column <= endColumn);
  return inLine(line, column) && inLine(endLine, endColumn) && ordered;
}

function placeName({ line, column, endLine, endColumn }: Pick<Finding, keyof TextRange>): string {
  return `${line}:${column} to ${endLine}:${endColumn}`;
}
