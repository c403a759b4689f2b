import { filePlan, type PlannedFile } from '../../spec/file-plan';
import { readPath } from '../../spec/path-like';
import type { SpecDocument } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import { fileActionWords } from '../../spec/vocabulary/file-actions';
import type { TextRange } from '../../text/position';
import { isDone } from '../../spec/task-ticks';
import type { Check } from '../check';
import { isCalledNew } from '../grounding/existence-words';
import { mentionAt } from '../grounding/mention';
import { existingFixes } from '../grounding/path-fixes';
import { workspacePaths } from '../grounding/workspace-paths';
import { mayBeBuilt } from '../grounding/workspace-state';

/**
 * Files that tasks and tables of files create, and those that a sentence calls new, are not there yet. What a task that is ticked as done creates may be, and so
 * may everything once the spec is approved.
 *
 * Options: none.
 *
 * Good: `Create: internal/invites/token.go` where there is no such file.
 * Bad: `Create: internal/http/router.go` where there is one.
 */
export const pathNew: Check = {
  id: 'path-new',
  title: 'Every file that is declared as new does not exist yet.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || mayBeBuilt(context)) return;
    const paths = workspacePaths(surroundings.project);
    const planned = filePlan(spec);
    const plan = [...planned.filter(({ action }) => action === 'create'), ...calledNew(spec, planned)];
    const built = new Set(plan.filter(({ task }) => task !== null && isDone(task)).map(({ path }) => path));
    // A plan without a status that says where it stands may be one that was carried out.
    const dated = spec.metadata.has('status');
    for (const { path, line, column, endLine, endColumn } of plan) {
      if (built.has(path) || !paths.has(path) || paths.hasFolder(path)) continue;
      yield {
        message: '{0} exists already: modify it, or choose another name.',
        args: [path],
        ...(dated ? {} : { severity: 'warning' as const }),
        fixable: true,
        ...{ line, column, endLine, endColumn },
      };
    }
  },
  fixes: existingFixes,
};

/** What may follow a path that an item creates; behind other words it is something else that is added to it. */
const behindPath =
  /^`?\s*(?:$|[.,;:：，。(（–—-]|(?:and|with|for|y|con|para|e|com|et|avec|pour|und|mit|für)(?!\p{L}))/u;

/** An item that begins with the word and the path: `- Create: \`a.go\``, `- Create \`a.go\` and \`b.go\``. */
function isToCreate(spec: SpecDocument, { line, column, endLine, endColumn }: TextRange): boolean {
  const text = lineText(spec.lines, line);
  const [, word, colon] =
    /^\s*[-*+]\s+(?:\[[ xX]\]\s+)?[*_]{0,2}(\p{L}{2,12})[*_]{0,2} ?([:：])?[*_]{0,2} {0,3}(?:`[^`]+`,? \p{L}{1,3} )*`?$/u.exec(
      text.slice(0, column - 1),
    ) ?? [];
  if (word === undefined || !fileActionWords.create.test(word)) return false;
  return colon !== undefined || (endLine === line && behindPath.test(text.slice(endColumn - 1)));
}

/** Paths outside tasks and tables of files that the words around them call new. */
function* calledNew(spec: SpecDocument, planned: readonly PlannedFile[]): Iterable<PlannedFile> {
  const places = new Set(planned.map(({ line, column }) => `${line}:${column}`));
  for (const span of spec.codeSpans) {
    const path = readPath(span.value)?.path;
    if (path === undefined || !path.includes('/') || places.has(`${span.line}:${span.column}`)) continue;
    if (!isCalledNew(mentionAt(spec, span)) && !isToCreate(spec, span)) continue;
    const { section, line, column, endLine, endColumn } = span;
    const task = spec.tasks.findLast((one) => one.line <= line && line <= one.endLine) ?? null;
    yield { path, action: 'create', task, section, line, column, endLine, endColumn };
  }
}
