import type { Finding } from '../../checks/finding';
import { sourceLines } from '../document/places';
import { ownRequirements } from '../requirements/own-requirements';
import type { Requirement, Source } from '../source';
import { criteriaLabel } from './document-language';
import { toFillIn, type SourceFix } from './source-fix';

/** How a document writes acceptance criteria down, indentation counted from the requirement's own line. */
interface Style {
  /** The line above the first criterion, or `null` where they stand right below the requirement. */
  readonly label: { readonly indent: string; readonly text: string } | null;
  /** Whether blank lines separate the label from what stands around it. */
  readonly airy: boolean;
  /** Indentation and mark of a criterion: `  - [ ] `. */
  readonly mark: string;
}

/** Adds a place for acceptance criteria below a requirement, as the document writes them elsewhere. */
export function addCriteria(source: Source, { line }: Finding): SourceFix | null {
  const requirements = ownRequirements(source);
  const requirement = requirements.find((candidate) => candidate.line === line);
  const lines = sourceLines(source.text);
  const opening = lines[line - 1];
  // The cells of a table have no room for a list.
  if (requirement === undefined || opening === undefined || isRow(opening)) return null;
  const form = formOf(opening);
  const style =
    requirements
      .filter((other) => other.line !== line && formOf(lines[other.line - 1] ?? '') === form)
      .flatMap((other) => styleOf(other, lines) ?? [])[0] ?? defaultStyle(form, opening, source);
  const end = lastLine(requirement, requirements, lines);
  const base = indentOf(opening);
  const gap = style.airy ? '\n\n' : '\n';
  const label = style.label === null ? '' : `${gap}${base}${style.label.indent}${style.label.text}`;
  const column = (lines[end - 1] ?? '').length + 1;
  return {
    message: 'Add a place for acceptance criteria to {0}',
    args: [requirement.id],
    range: { line: end, column, endLine: end, endColumn: column },
    newText: `${label}${gap}${base}${style.mark}${toFillIn}`,
  };
}

type Form = 'heading' | 'item' | 'paragraph';

function formOf(line: string): Form {
  if (/^\s{0,3}#{1,6}/.test(line)) return 'heading';
  return /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line) ? 'item' : 'paragraph';
}

function isRow(line: string): boolean {
  return /^\s*\|.*\|/.test(line);
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

const criterionMark = /^([ \t]*)((?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)/;

/** How one requirement has its criteria, where these are a list on lines of their own. */
function styleOf({ line, acceptance }: Requirement, lines: readonly string[]): Style | null {
  const first = acceptance[0]?.line ?? line;
  const opening = lines[line - 1] ?? '';
  const mark = criterionMark.exec(lines[first - 1] ?? '');
  if (first <= line || mark === null) return null;
  const base = indentOf(opening);
  const relative = (indent: string): string | null =>
    indent.startsWith(base) ? indent.slice(base.length) : null;
  const indent = relative(mark[1] ?? '');
  const above = lines.slice(line, first - 1);
  const labelAt = above.findLastIndex((text) => text.trim() !== '');
  const text = above[labelAt] ?? '';
  const isLabel = /[:：][^\w:：]*$|^\s*#{1,6}\s|^\s*\*\*[^*]+\*\*\s*$/u.test(text);
  const labelIndent = relative(indentOf(text));
  if (indent === null || (isLabel && labelIndent === null)) return null;
  return {
    label: isLabel ? { indent: labelIndent ?? '', text: text.trim() } : null,
    airy: isLabel ? above.slice(labelAt + 1).length > 0 : (above[0] ?? 'x').trim() === '',
    mark: `${indent}${(mark[2] ?? '').replace(/\d+/, '1').replace(/\[[xX]\]/, '[ ]')}`,
  };
}

function defaultStyle(form: Form, opening: string, { text }: Source): Style {
  const label = criteriaLabel(text);
  if (form !== 'item') return { label: { indent: '', text: `**${label}:**` }, airy: true, mark: '- ' };
  const inside = ' '.repeat((/^\s*(?:[-*+]|\d{1,3}[.)])\s/.exec(opening)?.[0].trimStart() ?? '- ').length);
  return { label: { indent: inside, text: `- ${label}:` }, airy: false, mark: `${inside}  - ` };
}

/** Last line with text that belongs to the requirement alone, before the requirements below it. */
function lastLine(
  { line, endLine }: Requirement,
  all: readonly Requirement[],
  lines: readonly string[],
): number {
  const child = all.reduce(
    (nearest, other) => (other.line > line && other.line <= nearest ? other.line - 1 : nearest),
    Math.min(endLine, lines.length),
  );
  let last = child;
  while (last > line && (lines[last - 1] ?? '').trim() === '') last -= 1;
  return last;
}
