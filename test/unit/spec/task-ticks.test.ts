import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { isDone, missedTicks, tickTask, withoutTicks } from '../../../src/core/spec/task-ticks';
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
    [
      'changes a status that is followed by a list',
      headed('\n**Status:** In progress\n\n- Create `a.go`\n\n'),
      headed('\n**Status:** done\n\n- Create `a.go`\n\n'),
    ],
    [
      'changes a status in a list below a heading',
      headed('\n- **Status:** In progress\n- **Files:** `b.go`\n\n'),
      headed('\n- **Status:** done\n- **Files:** `b.go`\n\n'),
    ],
    ['changes a plain status', headed('\nStatus: open\n\n'), headed('\nStatus: done\n\n')],
    [
      'takes no step about a status for one',
      headed('\n- Status: 404 for others\n\n'),
      headed('\n**Status:** done\n\n- Status: 404 for others\n\n'),
    ],
    [
      'keeps what a person noted in the status',
      headed('\n**Status:** in progress (Bob)\n\n'),
      headed('\n**Status:** done (Bob)\n\n'),
    ],
    [
      'keeps a status of other words',
      headed('\n**Status:** Blocked by legal\n\n'),
      headed('\n**Status:** done – Blocked by legal\n\n'),
    ],
    [
      'keeps emphasis in a status',
      headed('\n**Status:** 🚧 **In progress**\n\n'),
      headed('\n**Status:** **done**\n\n'),
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

  it('says nothing of what a person noted of another task', () => {
    const others = '\n### T-003: Third\n\n**Status:** Done (2026-03-02, PR #41, Ana)\n';
    expect(ticked(headed('\n') + others, true)).toBe(headed('\n**Status:** done\n\n') + others);
  });

  it.each([
    [
      'de',
      'Die Regeln werden für alle Kunden und nicht nur für die neuen bei der Anmeldung geprüft.',
      'Status:** erledigt',
    ],
    ['ja', '招待は一度だけ使えるものとし、期限が切れたら無効になります。', 'ステータス:** 完了'],
    [
      'es',
      'Las reglas de la cuenta se comprueban para todos los clientes y no solo para los que son nuevos en la tienda.',
      'Estado:** hecho',
    ],
  ])('says it in the language of the spec: %s', (_, prose, said) => {
    expect(ticked(`${headed('\n')}\n${prose}\n`, true)).toContain(said);
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
    [
      'changes a status that has notes below it, and brings no box',
      list('- **T-001:** Do it\n  - _Status:_ done\n    - merged in #12'),
      list('- **T-001:** Do it\n  - _Status:_ open\n    - merged in #12'),
    ],
    [
      'undoes what was written above a list',
      headed('\n**Status:** done\n\n- Create `b.go`\n- Test it\n\n'),
      headed('\n**Status:** open\n\n- Create `b.go`\n- Test it\n\n'),
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
    headed('\n- Create `b.go`\n- Test it\n\n'),
  ])('is the text from before', (text) => {
    const spec = parseSpec(ticked(text, true));
    expect(replaceInWritten(spec, withoutTicks(spec, 'gone'))).toBe(text);
  });

  it('has empty boxes where these were there', () => {
    const text = list('- [ ] **T-001:** Do it');
    const spec = parseSpec(ticked(text, true));
    expect(replaceInWritten(spec, withoutTicks(spec, 'empty'))).toBe(text);
  });

  it.each([
    ['**Status:** open', '**Status:** cancelled, replaced by dropping the table', false],
    ['**Status:** in progress (Bob)', '**Status:** done (Bob)', true],
    ['**Status:** Blocked by legal', '**Status:** done – Blocked by legal', true],
    ['- **Status:** 🚧 In progress', '- **Status:** done', true],
  ])('is the same with %s and with %s: %s', (one, other, same) => {
    const [first, second] = [one, other].map((status) => {
      const spec = parseSpec(headed(`\n${status}\n\n`));
      return replaceInWritten(spec, withoutTicks(spec, 'gone'));
    });
    expect(first === second).toBe(same);
  });

  it('tells an optional task from another', () => {
    const spec = parseSpec(list('- [ ]* T-001 Do it'));
    expect(replaceInWritten(spec, withoutTicks(spec, 'gone'))).toContain('- * T-001');
  });
});

describe('the status of a task', () => {
  it.each(
    'done,✅ Done,[x] done,100% done,Merged in #4,已完成,完了済み,完了,abgeschlossen,umgesetzt,fertig,erledigt,concluído,completado,hecho,feito,terminée,fait,완료,готово,xong'.split(
      ',',
    ),
  )('%s says that it is done', (value) => {
    expect(parseSpec(headed(`\n**Status:** ${value}\n\n`)).tasks.map(isDone)).toEqual([true, false]);
  });

  it.each(
    '50% complete,0/3 done,[ ] done,not done,open,offen,未完成,未着手,in progress,pendiente'.split(','),
  )('%s says that it is not', (value) => {
    expect(parseSpec(headed(`\n**Status:** ${value}\n\n`)).tasks.map(isDone)).toEqual([false, false]);
  });
});

it('tells which tasks the edits would not mark', () => {
  const spec = parseSpec(list('- **T-001:** Do it'));
  const edits = spec.tasks.slice(0, 1).flatMap((task) => tickTask(spec, task, true));
  expect(missedTicks(spec, edits, spec.tasks, true).map(({ id }) => id)).toEqual(['T-002']);
});
