import { filePlan, type PlannedFile } from '../../spec/file-plan';
import { readPath } from '../../spec/path-like';
import { lineText, offsetOf } from '../../spec/text-range';
import { fileName, parentPath } from '../../text/path';
import type { TextRange } from '../../text/position';
import type { Check, CheckContext, Problem } from '../check';
import { newPaths, type NewPaths } from '../grounding/declared-new';
import { isAddedTo, leavesItOpen, saysItExists, saysItIsNew } from '../grounding/existence-words';
import { mentionAt, type Mention } from '../grounding/mention';
import { pathFixes } from '../grounding/path-fixes';
import { isNumberedMigration } from '../grounding/planned-migrations';
import { workspacePaths, type WorkspacePaths } from '../grounding/workspace-paths';
import { holdsCode, isGenerated, isMadeUp } from '../grounding/workspace-state';
import { isPastSpec } from '../past-spec';
import type { Surroundings } from '../surroundings';

/** A name that more files bear is a kind of file (`index.ts`), not one of them. */
const mostNamesakes = 5;
/** `(if exists)`, `(optional)` directly behind a path. */
const hedge = /^[`*\s]*\([^()\n]{0,20}\b(?:if|when|optional|may|or similar|tbd)\b/iu;
const folderShape = /^[\w@-]+(?:\/[\w@-]+)+$/u;

/**
 * Paths that a spec says exist do: what tasks and tables of files modify, delete or merely name, and paths in backticks,
 * unless the spec makes them or leaves open whether they are there. A name without its folders is accepted where one file
 * bears it; where several do, the finding is a warning. See docs/grounding.md.
 *
 * Options: none.
 *
 * Good: `Modify: internal/http/router.go` where that file is; `a new file internal/invites/token.go`.
 * Bad: `Modify: internal/htp/router.go`; `as in internal/store/teams.go` where no such file is and no task creates it.
 */
export const pathExists: Check = {
  id: 'path-exists',
  title: 'Every path that is said to exist does.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || !holdsCode(surroundings.project) || isPastSpec(context)) return;
    const ground: Ground = {
      context,
      surroundings,
      paths: workspacePaths(surroundings.project),
      made: newPaths(spec),
    };
    const plan = filePlan(spec);
    const planned = new Set(plan.map(({ line, column }) => `${line}:${column}`));
    for (const file of plan) if (file.action !== 'create') yield* plannedProblem(file, ground);
    if (context.template === null) yield* inTitles(ground);
    for (const span of spec.codeSpans) {
      if (planned.has(`${span.line}:${span.column}`)) continue;
      const path = readPath(span.value)?.path ?? (folderShape.test(span.value) ? `${span.value}/` : null);
      if (path !== null) yield* mentionedProblem(path, span, () => mentionAt(spec, span), ground);
    }
  },
  fixes: pathFixes,
};

interface Ground {
  readonly context: CheckContext;
  readonly surroundings: Surroundings;
  readonly paths: WorkspacePaths;
  readonly made: NewPaths;
}

function* plannedProblem(file: PlannedFile, ground: Ground): Iterable<Problem> {
  const { context, paths, made, surroundings } = ground;
  const found = paths.resolve(file.path, context.path);
  if (found.kind === 'ambiguous') {
    yield* ambiguous(file.path, file, found.candidates, ground);
    return;
  }
  if (found.kind !== 'absent' || made.has(file.path) || isGenerated(file.path, paths)) return;
  // The number of a new migration is for another check; in a table it needs no word that it is new.
  if (file.action === 'mention' && isNumberedMigration(file.path, surroundings.stack.migrations)) return;
  const lines = context.spec.lines;
  const end = offsetOf(lines, file.endLine, file.endColumn);
  if (hedge.test(lines.text.slice(end, end + 40))) return;
  const similar = found.similar ?? made.similar(file.path);
  const unsaid = file.action === 'mention' && similar === null && context.template === null;
  yield absent(file.path, file, similar, unsaid ? 'warning' : undefined);
}

/** A path without backticks in the line of a task: `Add the model in src/models/user.py`. */
const barePath = /(?<=\s)(?:[\w.@-]+\/)+[\w.@-]+\.[a-z]{1,5}(?=$|[\s,;)]|\.(?:\s|$))/gu;

/**
 * A line of a task does not say whether its file is there, so only a slip in the name of one that is counts: one that the spec
 * names elsewhere, or draws, is meant.
 */
function* inTitles({ context, paths, made, surroundings }: Ground): Iterable<Problem> {
  const { spec } = context;
  for (const { line } of spec.tasks) {
    const text = lineText(spec.lines, line);
    if (text.includes('`')) continue;
    for (const { 0: written, index } of text.matchAll(barePath)) {
      const path = readPath(written)?.path;
      if (path === undefined || made.has(path) || made.isShown(path)) continue;
      const found = paths.resolve(path, context.path);
      if (found.kind !== 'absent' || found.similar === null || isMadeUp(path, found.similar)) continue;
      if (parentPath(found.similar) !== parentPath(path) || spec.text.split(path).length > 2) continue;
      if (isNumberedMigration(path, surroundings.stack.migrations) || spec.text.includes(found.similar))
        continue;
      const end = index + 1 + written.length;
      yield absent(
        path,
        { line, column: index + 1, endLine: line, endColumn: end },
        found.similar,
        'warning',
      );
    }
  }
}

function* mentionedProblem(
  path: string,
  range: TextRange,
  mention: () => Mention,
  ground: Ground,
): Iterable<Problem> {
  const { context, paths, made, surroundings } = ground;
  const found = paths.resolve(path, context.path);
  if (found.kind === 'ambiguous') {
    if (!path.endsWith('/')) yield* ambiguous(path, range, found.candidates, ground);
    return;
  }
  if (found.kind !== 'absent' || isGenerated(path, paths) || isMadeUp(path, found.similar)) return;
  // What is called new in a sentence is another name for a planned file, where it is a slip away from one.
  const slip = made.isPlanned && !made.isCreated(path) ? made.similar(path) : null;
  if (slip !== null) yield absent(path, range, slip);
  if (slip !== null || made.has(path)) return;
  if (isNumberedMigration(path, surroundings.stack.migrations)) return;
  const { similar } = found;
  const isFolder = path.endsWith('/') && readPath(path.slice(0, -1)) === null;
  if (similar === null && (isFolder || !path.includes('/'))) return;
  // Nothing here begins or looks like it: it is somebody else's.
  if (similar === null && !paths.hasFolder(path.slice(0, path.indexOf('/')))) return;
  const words = mention();
  if (saysItExists(words)) yield absent(path, range, similar);
  else if (similar !== null) {
    const open = made.isPlanned ? saysItIsNew(words) : leavesItOpen(words) || made.isShown(path);
    if (!open || isAddedTo(words)) yield absent(path, range, similar);
  } else if (!leavesItOpen(words) && !made.isShown(path))
    yield absent(path, range, null, made.isPlanned && context.template !== null ? undefined : 'warning');
}

function* ambiguous(
  path: string,
  range: TextRange,
  candidates: readonly string[],
  { context, made }: Ground,
): Iterable<Problem> {
  if (candidates.length > mostNamesakes || made.has(path)) return;
  // One that the spec gives in full elsewhere is the one that is meant.
  if (candidates.some((candidate) => context.spec.text.includes(candidate))) return;
  yield {
    message: '{0} could be any of {1}: write the whole path.',
    args: [path, candidates.join(', ')],
    severity: 'warning',
    fixable: true,
    ...placeOf(range),
  };
}

function absent(path: string, range: TextRange, similar: string | null, severity?: 'warning'): Problem {
  const shown = path.endsWith('/') || fileName(path).includes('.') ? path : `${path}/`;
  return {
    ...(similar === null
      ? {
          message: '{0} does not exist, and nothing here creates it: correct the path, or declare it as new.',
          args: [shown],
        }
      : { message: '{0} does not exist: did you mean {1}?', args: [shown, similar] }),
    ...(severity === undefined ? {} : { severity }),
    fixable: true,
    ...placeOf(range),
  };
}

function placeOf({ line, column, endLine, endColumn }: TextRange): TextRange {
  return { line, column, endLine, endColumn };
}
