import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { isDone, tickTask, withoutTicks } from '../../../src/core/spec/task-ticks';
import { replaceInWritten } from '../../../src/core/spec/written-text';

const list = (task: string): string =>
  `# A\n\n## Tasks\n\n${task}\n  - _Implements:_ FR-1\n- **T-002:** Other\n\nEnd.\n`;
const headed = (below: string): string =>
  `# A\n\n## Tasks\n\n### T-001: Do it\n${below}**Files:** \`a.go\`\n\n### T-002: Other\n\nIt is other.\n`;

function ticked(text: string, done: boolean): string {
  const spec = parseSpec(text);
  const [task] = spec.tasks;
  if (task === undefined) throw new Error('no task');
  const result = replaceInWritten(spec, tickTask(spec, task, done));
  const after = parseSpec(result).tasks;
  expect(after).toHaveLength(spec.tasks.length);
  expect(after.map(isDone)).toEqual([done, ...spec.tasks.slice(1).map(isDone)]);
  return result;
}

describe('marking a task as done', () => {
  it.each([
    ['ticks its box', list('- [ ] **T-001:** Do it'), list('- [x] **T-001:** Do it')],
    [
      'puts a box before one in a list that has none',
      list('- **T-001:** Do it'),
      list('- [x] **T-001:** Do it'),
    ],
    ['ticks the box of an optional task', list('- [ ]* T-001 Do it'), list('- [x]* T-001 Do it')],
    ['ticks the box of one that is in work', list('- [-] T-001 Do it'), list('- [x] T-001 Do it')],
    [
      'changes the status that it has',
      list('- **T-001:** Do it\n  - _Status:_ in work'),
      list('- **T-001:** Do it\n  - _Status:_ done'),
    ],
    ['gives one that is a heading a line with its status', headed('\n'), headed('\n**Status:** done\n\n')],
    ['puts no blank line between labelled lines', headed(''), headed('**Status:** done\n')],
    ['fills an empty status', headed('\n**Status:**\n'), headed('\n**Status:** done\n')],
    [
      'keeps line ends',
      headed('\n').replaceAll('\n', '\r\n'),
      headed('\n**Status:** done\n\n').replaceAll('\n', '\r\n'),
    ],
    [
      'finds the end of a heading that is underlined',
      '# A\n\n## Tasks\n\nT-001: Do\n---------\n\nSo.\n',
      '# A\n\n## Tasks\n\nT-001: Do\n---------\n\n**Status:** done\n\nSo.\n',
    ],
  ])('%s, and only that', (_, before, after) => {
    expect(ticked(before, true)).toBe(after);
  });

  it('says it in the words of the other tasks', () => {
    const others = '\n### T-003: Third\n\n**Estado**: hecho\n';
    expect(ticked(headed('\n') + others, true)).toBe(headed('\n**Estado**: hecho\n\n') + others);
    expect(
      ticked(list('- **T-001:** Do it\n  - Status: open') + '\n- T-003: X\n  - Status: ✅ Erledigt\n', true),
    ).toContain('- **T-001:** Do it\n  - Status: ✅ Erledigt\n');
  });

  it('changes nothing where it is done', () => {
    const text = list('- **T-001:** Do it\n  - _Status: Done_');
    expect(ticked(text, true)).toBe(text);
  });
});

describe('marking a task as open', () => {
  it.each([
    ['empties its box', list('- [X] **T-001:** Do it'), list('- [ ] **T-001:** Do it')],
    ['changes its status', headed('\n**Status:** Done\n'), headed('\n**Status:** open\n')],
    [
      'does both where it has both',
      list('- [x] **T-001:** Do it\n  - _Status: done_'),
      list('- [ ] **T-001:** Do it\n  - _Status: open_'),
    ],
  ])('%s', (_, before, after) => {
    expect(ticked(before, false)).toBe(after);
  });
});

describe('a spec without its ticks', () => {
  it.each([
    list('- **T-001:** Do it'),
    list('- **T-001:** Do it\n  - _Files:_\n    - Create: `a.go`'),
    headed('\n'),
    headed(''),
  ])('is the text from before', (text) => {
    const spec = parseSpec(ticked(text, true));
    expect(replaceInWritten(spec, withoutTicks(spec, 'gone'))).toBe(text);
  });

  it('has empty boxes where these were there', () => {
    const text = list('- [ ] **T-001:** Do it');
    const spec = parseSpec(ticked(text, true));
    expect(replaceInWritten(spec, withoutTicks(spec, 'empty'))).toBe(text);
  });
});
