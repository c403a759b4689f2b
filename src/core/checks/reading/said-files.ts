import type { PlannedFile } from '../../spec/file-plan';
import { readPath } from '../../spec/path-like';
import { oncePer } from '../../text/remembered';
import type { SpecDocument } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import { lineText } from '../../spec/text-range';
import { fileActionWords } from '../../spec/vocabulary/file-actions';

/** An item that begins with a word and paths: `- Create \`a.go\``, `- Modify \`a.go\` and \`b.go\``. */
const opening =
  /^\s*[-*+]\s+[*_]{0,2}(\p{L}{2,12}) ?[:：]?[*_]{0,2} {0,3}(?:`[^`]+`,? (?:\p{L}{1,3} )?)*`?$/u;
/** `Add \`a.go\` to the list`: of a file that is there. */
const saysLittle = /^(?:add|new)/iu;

/**
 * Files that items of tasks without a field for files create or modify in so many words, in document order. A file that several
 * create is the first one's.
 */
export const filesSaidInTasks = oncePer((spec: SpecDocument): readonly PlannedFile[] => {
  const created = new Set<string>();
  const files: PlannedFile[] = [];
  for (const { value, section, line, column, endLine, endColumn } of spec.codeSpans) {
    const path = readPath(value)?.path;
    if (path === undefined || !path.includes('/') || path.endsWith('/')) continue;
    const word = opening.exec(lineText(spec.lines, line).slice(0, column - 1))?.[1];
    if (word === undefined || saysLittle.test(word)) continue;
    const task = spec.tasks.findLast((one) => one.line < line && line <= one.endLine);
    if (task === undefined || taskField(task, 'files') !== undefined) continue;
    const isNew = fileActionWords.create.test(word);
    if (isNew ? created.has(path) : !fileActionWords.modify.test(word)) continue;
    if (isNew) created.add(path);
    files.push({
      ...{ path, action: isNew ? 'create' : 'modify', task },
      ...{ section, line, column, endLine, endColumn },
    });
  }
  return files;
});
