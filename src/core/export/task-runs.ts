import { oncePer } from '../text/remembered';
import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import { lastLineOf, taskSources, type TaskSource } from './task-source';

/** Tasks that stand together, with nothing but blank lines between them; lines from 1, both included. */
export interface TaskRun {
  readonly from: number;
  readonly to: number;
  readonly tasks: readonly TaskSource[];
}

/** The runs of tasks of a document, in its order; tasks nested in others belong to the run of these. */
export const taskRuns = oncePer((spec: SpecDocument): readonly TaskRun[] => {
  const runs: { from: number; to: number; tasks: TaskSource[] }[] = [];
  for (const source of taskSources(spec)) {
    const { line } = source.task;
    const to = lastLineOf(spec, source.task);
    const run = runs.at(-1);
    if (run !== undefined && blankBetween(spec, run.to, line)) {
      run.tasks.push(source);
      run.to = Math.max(run.to, to);
    } else runs.push({ from: line, to, tasks: [source] });
  }
  return runs;
});

function blankBetween(spec: SpecDocument, from: number, to: number): boolean {
  for (let line = from + 1; line < to; line++) if (lineText(spec.lines, line).trim() !== '') return false;
  return true;
}
