import type { SpecDocument } from '../spec/spec-document';
import type { TextRange } from '../text/position';
import type { CheckContext } from './check';
import { openQuestionIds } from './content';
import { firstLine, isWithin } from './place';
import { placeOf } from './trace-rule';

/** A paragraph or a list item: what a spec says in words of its own. Tables, code and quotes are none. */
export interface SpecStatement {
  readonly text: string;
  readonly section: number | null;
  /** Whether it is an item within another one. */
  readonly nested: boolean;
  /** Its first line. */
  readonly place: TextRange;
}

/**
 * Statements of a spec in document order. Left out is what has its words from elsewhere: open questions, the checklist, and
 * what names or orders things rather than states them, such as fields of tasks.
 */
export function statementsOf({
  spec,
  sections,
}: Pick<CheckContext, 'spec' | 'sections'>): readonly SpecStatement[] {
  const borrowed = [sections.get('open-questions'), sections.get('checklist')];
  const taskLines = linesOfTasks(spec);
  return [...spec.paragraphs.map((paragraph) => ({ ...paragraph, depth: 0 })), ...spec.listItems]
    .filter(
      ({ section, line, text }) =>
        !borrowed.some((holder) => isWithin(spec, section, holder)) &&
        !taskLines.has(line) &&
        openQuestionIds(text).length === 0,
    )
    .map((statement) => ({
      text: statement.text,
      section: statement.section,
      nested: statement.depth > 0,
      place: placeOf(firstLine(spec, statement)),
    }))
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

function linesOfTasks(spec: SpecDocument): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { line, endLine } of spec.tasks) for (let at = line; at <= endLine; at += 1) lines.add(at);
  return lines;
}
