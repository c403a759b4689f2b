import { plainRange } from '../../text/position';
import { oncePer } from '../../text/remembered';
import type { SpecDocument } from '../../spec/spec-document';
import type { SpecPart } from '../../spec/spec-part';
import type { TextRange } from '../../text/position';
import type { CheckContext } from '../check';
import { openQuestionIds } from '../../text/content';
import { movedBy } from './in-each-part';
import { firstLine, sectionsWithin } from '../../spec/place';

/** A paragraph or a list item: what a spec says in words of its own. Tables, code and quotes are none. */
export interface SpecStatement {
  readonly text: string;
  readonly section: number | null;
  /** Whether it is an item within another one. */
  readonly nested: boolean;
  /** Its first line. */
  readonly place: TextRange;
}

/** All statements of a part, in its order, with its places and sections. */
export const statementsIn = oncePer((part: SpecPart): readonly SpecStatement[] =>
  [...part.paragraphs.map((paragraph) => ({ ...paragraph, depth: 0 })), ...part.listItems]
    .filter(({ text }) => openQuestionIds(text).length === 0)
    .map((statement) => ({
      text: statement.text,
      section: statement.section,
      nested: statement.depth > 0,
      place: plainRange(firstLine(part, statement)),
    }))
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
);

/**
 * Statements of a spec in document order. Left out is what has its words from elsewhere: open questions, the checklist, and
 * what names or orders things rather than states them, such as fields of tasks.
 *
 * @param find those of a part that are wanted, out of {@link statementsIn}, remembered by the part
 */
export function* statementsOf<T extends SpecStatement>(
  context: Pick<CheckContext, 'spec' | 'sections'>,
  find: (part: SpecPart) => readonly T[],
): Iterable<T> {
  for (const { statement, line, section } of ownStatements(context, find))
    yield {
      ...statement,
      section: statement.section === null ? null : statement.section + section,
      place: movedBy(statement.place, line),
    };
}

/** The same, each as it stands in its part, with the lines and sections of the document before that part. */
export function* ownStatements<T extends SpecStatement>(
  { spec, sections }: Pick<CheckContext, 'spec' | 'sections'>,
  find: (part: SpecPart) => readonly T[],
): Iterable<{ readonly statement: T; readonly line: number; readonly section: number }> {
  const borrowed = sectionsWithin(spec, [sections.get('open-questions'), sections.get('checklist')]);
  const taskLines = linesOfTasks(spec.tasks);
  for (const { part, line, section } of spec.parts)
    for (const statement of find(part)) {
      if (taskLines.has(statement.place.line + line)) continue;
      if (statement.section === null || !borrowed.has(statement.section + section))
        yield { statement, line, section };
    }
}

const linesOfTasks = oncePer((tasks: SpecDocument['tasks']): ReadonlySet<number> => {
  const lines = new Set<number>();
  for (const { line, endLine } of tasks) for (let at = line; at <= endLine; at += 1) lines.add(at);
  return lines;
});
