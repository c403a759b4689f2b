import { filePlan } from '../../spec/file-plan';
import { lineText } from '../../spec/text-range';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { sourceOf } from '../../spec/place';
import type { SpecFix } from '../spec-fix';

const changes =
  /(?<![\p{L}\p{N}_])(?:modif(?:y|ies|ied)|chang(?:e|es|ed)|updat(?:e|es|ed)|edit(?:s|ed)?|extend(?:s|ed)?)(?![\p{L}\p{N}_])/iu;
const creates = /(?<![\p{L}\p{N}_])(?:creat(?:e|es|ed)|new|add(?:s|ed)?)(?![\p{L}\p{N}_])/iu;

/**
 * Edits for a path that is not there or is not clear: the path that was meant, or a declaration as new. The finding's
 * arguments are the path and what it may have been, one or several.
 */
export function pathFixes(finding: Finding, context: CheckContext): readonly SpecFix[] {
  const [path = '', meant] = finding.args;
  const written = sourceOf(context.spec, finding);
  const behind = /:\d+(?:[-:]\d+)?(?:#[\w-]+)?$|#[\w-]+$/u.exec(written)?.[0] ?? '';
  const slash = written.endsWith('/') ? '/' : '';
  const corrections = (meant?.split(', ') ?? []).map((candidate) => ({
    message: 'Change to {0}',
    args: [candidate],
    edits: [{ range: rangeOf(finding), newText: `${candidate}${slash}${behind}` }],
    // The case of letters is no decision; which of two files was meant is the author's.
    safe: candidate.toLowerCase() === path.replace(/(?<!\/)\/+$/u, '').toLowerCase(),
  }));
  const isPlanned = filePlan(context.spec).some(
    ({ line, column }) => line === finding.line && column === finding.column,
  );
  if (!isPlanned || finding.severity === 'warning') return corrections;
  return [...corrections, ...verbFix(finding, context, changes, 'Create', 'Declare {0} as new', path)];
}

/** Turns `Create` into `Modify` for a file that exists. */
export function existingFixes(finding: Finding, context: CheckContext): readonly SpecFix[] {
  return verbFix(finding, context, creates, 'Modify', 'Declare {0} as modified', finding.args[0] ?? '');
}

/** Replaces the verb that stands before a path on its line, where there is one. */
function verbFix(
  finding: Finding,
  context: CheckContext,
  verb: RegExp,
  newText: string,
  message: string,
  path: string,
): readonly SpecFix[] {
  const { line, column } = finding;
  const before = lineText(context.spec.lines, line).slice(0, column - 1);
  const found = verb.exec(before);
  if (found === null || before.includes('|')) return [];
  const start = found.index + 1;
  const range = { line, column: start, endLine: line, endColumn: start + found[0].length };
  return [{ message, args: [path], edits: [{ range, newText }], safe: false }];
}

function rangeOf({ line, column, endLine, endColumn }: Finding): SpecFix['edits'][number]['range'] {
  return { line, column, endLine, endColumn };
}
