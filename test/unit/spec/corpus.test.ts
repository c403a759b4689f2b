import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { taskField } from '../../../src/core/spec/task-field';

const corpus = join(__dirname, '../../../../shared/corpus/specs');
const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  : [];
if (files.length === 0) console.warn('SKIPPED: the corpus of real specs is not here.');

const read = (path: string): string => readFileSync(join(corpus, path), 'utf8');

/** Lines with a heading of level 2 to 6, found without the parser: outside fences, comments and front matter. */
function headingLines(text: string): readonly number[] {
  const blank = (part: string): string => part.replace(/[^\n]/gu, '');
  const lines = text.replace(/^---\n[\s\S]*?\n---\n/u, blank).split('\n');
  const found: number[] = [];
  let fence: string | null = null;
  let inComment = false;
  for (const [index, line] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})(.*)$/u.exec(line);
    if (fence !== null) {
      // Only a bare fence of the same sort, at least as long, closes.
      if (mark?.[1]?.startsWith(fence) === true && mark[2]?.trim() === '') fence = null;
    } else if (inComment || line.startsWith('<!--')) inComment = !line.includes('-->');
    else if (mark !== null && !(mark[1]?.startsWith('`') === true && mark[2]?.includes('`') === true))
      fence = mark[1] ?? null;
    else if (/^#{2,6}(?:\s|$)/u.test(line)) found.push(index + 1);
  }
  return found;
}

describe.skipIf(files.length === 0)('real specs', () => {
  it.each(files)(
    '%s is read and checked without a failure',
    (path) => {
      const text = read(path);
      const spec = parseSpec(text);
      expect(spec.sections.map(({ line }) => line)).toEqual(headingLines(text));
      const { findings } = checkSpec({ spec, template: null, requirements: null });
      expect(findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
      // These are finished documents: hardly anything in them is left to fill in.
      const leftovers = findings.filter(({ check }) => check === 'placeholders');
      expect(leftovers.length).toBeLessThanOrEqual(5 + text.length / 5_000);
    },
    60_000,
  );

  it.each(files.filter((path) => path.endsWith('/tasks.md')))('%s has its tasks found', (path) => {
    const { tasks } = parseSpec(read(path));
    expect(tasks.length).toBeGreaterThan(10);
    const boxes = read(path).match(/^\s*- \[[ x]\]\*? (?:T-?\d+|\d+(?:\.\d+)*)[. ]/gmu)?.length ?? 0;
    expect(tasks.length).toBeGreaterThanOrEqual(boxes);
    if (path.includes('.kiro/')) {
      const implementing = tasks.filter((task) => taskField(task, 'implements') !== undefined);
      expect(implementing.length).toBeGreaterThan(tasks.length / 2);
    }
  });
});
