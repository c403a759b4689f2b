import { describe, expect, it } from 'vitest';
import { discoverWorkflows } from '../../../src/core/workflow/discover-workflows';
import { parseWorkflow } from '../../../src/core/workflow/parse-workflow';
import { InMemoryFiles } from '../in-memory-files';
import { builtIn, builtInText, knownChecks } from './built-in-workflow';

const lean = builtInText('lean');
const problemsOf = (text: string): readonly string[] => {
  const parsed = parseWorkflow(text, { kind: 'built-in' }, knownChecks);
  return 'problems' in parsed
    ? parsed.problems.map(
        ({ line, message, args }) =>
          `${line}: ${message.replace(/\{(\d)\}/g, (_, at: string) => args[Number(at)] ?? '')}`,
      )
    : [];
};
const lineWith = (text: string, part: string): number =>
  text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('built-in workflows', () => {
  it('goes through six phases with six gates: 1 to 3 close the first three, 4 and 5 implementation, 6 testing', () => {
    const { phases } = builtIn('staged');
    expect(phases.map(({ id, gates }) => [id, gates.map((gate) => gate.id)])).toEqual([
      ['requirements', ['gate-1']],
      ['design', ['gate-2']],
      ['tasks', ['gate-3']],
      ['review', []],
      ['implementation', ['gate-4', 'gate-5']],
      ['testing', ['gate-6', 'final']],
    ]);
    expect(phases[3]?.review).toEqual({ verdicts: 1 });
    for (const { input, output, role, process, deliverables } of phases) {
      expect([input, output, role.name].every((text) => text !== '')).toBe(true);
      expect(process.length * deliverables.length).toBeGreaterThan(0);
    }
    expect(phases.flatMap(({ artefacts }) => artefacts)).toEqual([
      'requirements',
      'design',
      'tasks',
      'review',
    ]);
  });

  it('has a lean one of two phases', () => {
    expect(builtIn('lean').phases.map(({ id }) => id)).toEqual(['plan', 'build']);
  });
});

describe('a mistake in a workflow is reported at its line', () => {
  it.each([
    [
      'an unknown field',
      'duration: { min: 1, max: 2 }',
      'duration: { min: 1, max: 2 }\n    speed: 3',
      'speed: 3',
      'There is no field phases.0.speed.',
    ],
    [
      'an unknown check',
      'checks: [task-order, created-later]',
      'checks: [task-oder]',
      'task-oder',
      'There is no check task-oder.',
    ],
    ['an unknown gate', 'gates: [ready]', 'gates: [redy]', 'gates: [redy]', 'There is no gate redy'],
    [
      'a path that leaves the workspace',
      'tech-specs/{feature}/plan.md',
      '../{feature}/plan.md',
      '../',
      'artefacts.tasks.path',
    ],
    [
      'a path that is the same for every feature',
      'tech-specs/{feature}/plan.md',
      'plan.md',
      'path: ',
      'artefacts.tasks.path',
    ],
    [
      'two criteria of one id',
      'id: done.reviewed',
      'id: done.tested',
      'Code is reviewed',
      'There are two criteria done.tested.',
    ],
    [
      'an id that is no file name',
      'id: done.reviewed',
      "id: '../x'",
      'Code is reviewed',
      'gates.1.criteria.1.id',
    ],
    ['another version', 'version: 1', 'version: 7', 'version: 7', 'Version 7 is not understood'],
  ])('%s', (_name, from, to, at, message) => {
    const text = lean.replace(from, to);
    const problems = problemsOf(text);
    expect(problems.join('\n')).toContain(`${lineWith(text, at)}: ${message}`);
  });

  it('conflict markers, before anything else', () => {
    const text = lean.replace('id: lean', '<<<<<<< ours\nid: lean\n=======\nid: leaner\n>>>>>>> theirs');
    expect(problemsOf(text)).toEqual([
      `${lineWith(text, '<<<<<<<')}: A merge left its conflict markers here. Keep one of the two versions and delete the markers.`,
    ]);
  });
});

it("offers a workspace's own first, in place of a built-in one of the same id, and reports those that can not be used", async () => {
  const found = await discoverWorkflows({
    builtIn: new InMemoryFiles({ 'workflows/lean.yaml': lean }),
    workspace: new InMemoryFiles({
      '.tech-spec/workflows/own.yaml': lean.replace('name: Lean workflow', 'name: Ours'),
      '.tech-spec/workflows/broken.yaml': 'version: 1\nid: x\n',
    }),
    knownChecks,
  });
  expect(found.workflows.map(({ name, origin }) => [name, origin.kind])).toEqual([['Ours', 'workspace']]);
  expect(found.problems.map(({ path }) => path)).toEqual(['.tech-spec/workflows/broken.yaml']);
});
