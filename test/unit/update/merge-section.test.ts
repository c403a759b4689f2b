import { describe, expect, it } from 'vitest';
import {
  mergeSection as merged,
  type AroundSection,
  type SourceChanges,
} from '../../../src/core/update/merge-section';

const changes = (...changed: readonly string[]): SourceChanges => ({
  changed: new Set(changed),
  removed: new Set(),
  ids: ['NFR-001', 'NFR-002'],
  reason: 'gone',
});
const around: AroundSection = {
  isOwn: false,
  tasks: new Map(),
  elsewhere: new Map(),
  homeless: new Set(),
};
const mergeSection = (before: string, content: string, asked: SourceChanges): string =>
  merged(before, content, asked).text;
const table = (...rows: readonly string[]): string =>
  ['| Benchmark | Target |', '|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');

describe('a list of requirements in a sentence', () => {
  const line = (...ids: readonly string[]): string =>
    `- [ASSUMPTION] One component, Invites: ${ids.join(', ')}`;
  const asked = { ...changes('NFR-003'), ids: ['NFR-001', 'NFR-002', 'NFR-003'] };

  it('takes in a new one', () => {
    const after = line('NFR-001', 'NFR-002', 'NFR-003');
    expect(mergeSection(line('NFR-001', 'NFR-002'), after, asked)).toBe(after);
  });

  it('stays where a person took another one out, or has put other words', () => {
    for (const before of [line('NFR-001'), `${line('NFR-001', 'NFR-002')}, as Mara says`])
      expect(mergeSection(before, line('NFR-001', 'NFR-002', 'NFR-003'), asked)).toContain(before);
  });
});

describe('what names a requirement whose words changed', () => {
  it('is replaced where the row begins with these words, and not doubled', () => {
    const other = 'Sent in 60 s (NFR-002) | 60 s';
    const before = table('Answers in 300 ms (NFR-001) | OQ-1', other);
    const after = table('Answers in 250 ms (NFR-001) | OQ-1', other);
    expect(mergeSection(before, after, changes('NFR-001'))).toBe(after);
  });

  it('is replaced where a list item says it, and not doubled', () => {
    const before = '- Answers in 300 ms (NFR-001)\n- By hand';
    expect(mergeSection(before, '- Answers in 250 ms (NFR-001)', changes('NFR-001'))).toBe(
      '- Answers in 250 ms (NFR-001)\n- By hand',
    );
  });

  it('stays where it is a sentence of a person', () => {
    const before = '- Ask Mara before NFR-001 is measured';
    const after = '- Answers in 250 ms (NFR-001)';
    expect(mergeSection(before, after, changes('NFR-001'))).toContain(before);
  });

  it('stays beside the new where two lines could be meant', () => {
    const before = table('Small (NFR-001) | 1', 'Large (NFR-001) | 2');
    const after = table('Huge (NFR-001) | 3');
    expect(mergeSection(before, after, changes('NFR-001')).split('\n')).toHaveLength(5);
  });
});

describe('a new task', () => {
  const task = (id: string, names: string, needs = 'None'): string =>
    `- **${id}:** ${names}\n  - _Implements:_ ${names}\n  - _Dependencies:_ ${needs}`;
  const before = [task('T-001', 'NFR-001'), task('T-002', 'NFR-003')].join('\n');
  const asked = { ...changes('NFR-002'), ids: ['NFR-001', 'NFR-002', 'NFR-003'] };

  it('stands close to the only one of its phase that builds, whatever stands around the phase', () => {
    const test = task('T-002', 'NFR-001', 'T-001');
    const known = { ...around, elsewhere: new Map([['T-001', task('T-001', 'NFR-001')]]) };
    const only = (...tasks: readonly string[]): string =>
      `#### Before\n\n${task('T-000', 'NFR-003')}\n\n#### Core\n\n${tasks.join('\n')}\n\n#### After\n\nNone.`;
    for (const rest of [[], [test]]) {
      const fresh = only(task('T-001', 'NFR-001'), task('T-003', 'NFR-002'), ...rest);
      expect(merged(only(task('T-001', 'NFR-001'), ...rest), fresh, asked, known).text).toBe(fresh);
    }
  });

  it('stands at the end of its phase, so that the numbers go up', () => {
    const content = [task('T-001', 'NFR-001'), task('T-003', 'NFR-002'), task('T-002', 'NFR-003')].join('\n');
    const phase = `${before}\n\nBy hand.\n\n#### More\n\n${task('T-000', 'NFR-003')}`;
    const merged = `${before}\n${task('T-003', 'NFR-002')}\n\nBy hand.\n\n#### More\n\n${task('T-000', 'NFR-003')}`;
    expect(mergeSection(phase, content, asked)).toBe(merged);
    const first = [task('T-003', 'NFR-002'), task('T-001', 'NFR-001'), task('T-002', 'NFR-003')].join('\n');
    expect(mergeSection(phase, first, asked)).toBe(merged);
  });

  it('stands in its own phase, though another one before has tasks that test', () => {
    const known = { ...around, elsewhere: new Map([['T-001', task('T-001', 'NFR-001')]]) };
    const phases = `#### Core\n\n${task('T-001', 'NFR-001')}\n${task('T-002', 'NFR-001', 'T-001')}\n\n#### More\n\n`;
    const fresh = `${phases}${task('T-003', 'NFR-002')}\n`;
    expect(merged(`${phases}By hand.\n`, fresh, asked, known).text).toMatch(/#### More\n\n- \*\*T-003/u);
  });

  it('stands before one that needs it', () => {
    const needy = [task('T-001', 'NFR-001'), task('T-002', 'NFR-003', 'T-003')];
    const content = [needy[0], task('T-003', 'NFR-002'), needy[1]].join('\n');
    expect(mergeSection(needy.join('\n'), content, asked)).toBe(content);
  });

  describe('whose number stands elsewhere in the spec', () => {
    const content = `${before}\n${task('T-005', 'NFR-002')}`;
    const beside = (other: string): AroundSection => ({
      ...around,
      elsewhere: new Map([['T-005', task('T-005', other)]]),
    });

    it('is not put in, and its requirement is not settled, where the other is about something else', () => {
      const { text, left } = merged(before, content, asked, beside('NFR-001'));
      expect(text).toBe(before);
      expect([...left]).toEqual(['NFR-002']);
    });

    it('settles its requirement where the other is its old version', () => {
      const { text, left } = merged(before, content, asked, beside('NFR-002'));
      expect(text).toBe(before);
      expect(left.size).toBe(0);
    });
  });
});

describe('an open question that a model no longer cites', () => {
  const asked = { ...changes('NFR-001'), moot: new Set(['OQ-1']) };
  const before = '- OQ-1 Who measures NFR-001?\n- OQ-2 Who pays?';
  const content = '- OQ-2 Who pays?';

  it('stays listed', () => {
    const { text, left } = merged(before, content, asked, around);
    expect(text).toBe(before);
    expect(left.size).toBe(0);
  });

  it('goes from an outline, which cites all that it needs', () => {
    expect(merged(before, content, asked, { ...around, isOwn: true }).text).toBe(content);
  });
});

describe('a block without ids whose words were those of a requirement', () => {
  const asked: SourceChanges = {
    ...changes('NFR-001'),
    words: {
      before: ['Answers in 300 ms'],
      now: ['Answers in 250 ms'],
      of: new Map([
        ['Answers in 300 ms', ['NFR-001']],
        ['Answers in 250 ms', ['NFR-001']],
      ]),
    },
  };
  const told = (words: string): string => table(`Load | ${words}`);

  it('stays with what it says, and the requirement is not settled', () => {
    const { text, left } = merged(told('Answers in 300 ms'), told('Answers in 250 ms'), asked, around);
    expect(text).toBe(told('Answers in 300 ms'));
    expect([...left]).toEqual(['NFR-001']);
  });

  it('leaves the requirement settled where it says what is now, or differs otherwise', () => {
    for (const [before, after] of [
      ['Answers in 250 ms', 'Answers in 250 ms'],
      ['Answers in 250 ms; by hand', 'Answers in 250 ms'],
      ['OQ-1', 'OQ-2'],
    ] as const)
      expect(merged(told(before), told(after), asked, around).left.size).toBe(0);
    const added = { ...asked, added: new Set(['NFR-001']) };
    expect(merged(told('OQ-1'), told('Answers in 250 ms'), added, around).left.size).toBe(0);
  });
});

describe('what is about removed requirements alone', () => {
  const asked: SourceChanges = {
    ...{ changed: new Set<string>(), removed: new Set(['FR-1', 'FR-10']), ids: ['FR-1', 'FR-10'] },
    reason: "no longer in prds/$&/$'/FR-10.md",
  };

  it('is struck out cell by cell, and a bar within a cell is none between cells', () => {
    const row = String.raw`FR-1 | Reads a \| b | Must`;
    expect(mergeSection(table(row), table(), asked)).toBe(
      table(String.raw`~~FR-1~~ | ~~Reads a \| b~~ | ~~Must~~ (${asked.reason})`),
    );
  });

  it('is struck out with its last cell where the row has no bar at its end', () => {
    const before = '| Benchmark | Target |\n|---|---|\n| FR-1 | Reads a';
    expect(mergeSection(before, table(), asked)).toBe(table(`~~FR-1~~ | ~~Reads a~~ (${asked.reason})`));
  });

  it.each(['1. [x] T-001 FR-1', '- T-001: X\n  - _Implements:_ FR-1\n  - _Status:_ done'])(
    'is struck out in work that was done, however it says so: %s',
    (task) => {
      const one = { ...asked, removed: new Set(['FR-1']), ids: ['FR-1'], reason: 'gone' };
      expect(mergeSection(task, '', one)).toBe(task.replace('FR-1', '~~FR-1~~ (gone)'));
    },
  );

  it('is struck out in a heading whose work was done, though its status stands in a block of its own', () => {
    const one = { ...asked, removed: new Set(['FR-1']), ids: ['FR-1'], reason: 'gone' };
    const task = (id: string, ...status: readonly string[]): string =>
      [`### ${id}: Make it for FR-1`, '', ...status, '**Implements:** FR-1', '', '- Reads FR-1', ''].join(
        '\n',
      );
    const done = task('T-001', '**Status:** done', '');
    const kept = done.replaceAll('FR-1', '~~FR-1~~ (gone)');
    const below = '### Notes\n\nBy hand.';
    expect(mergeSection(`${done}\n${below}`, '', one)).toBe(`${kept}\n${below}`);
    const open = mergeSection(`${done}\n${task('T-002')}\n${below}`, '', one);
    expect(open).toBe(`${kept}\n${below}`);
    const last = task('T-001').replace('- Reads', '**Status:** done\n\n- Reads');
    expect(mergeSection(`${last}\n${below}`, '', one)).toContain('**Implements:** ~~FR-1~~ (gone)');
  });

  it('is struck out by the second meaning of an id where that is named, which names no first one', () => {
    const both = { ...asked, removed: new Set(['FR-1', 'FR-1~2']), ids: ['FR-1', 'FR-1~2'], reason: 'gone' };
    expect(mergeSection('- [x] T-001 FR-1~2 and FR-1', '', both)).toBe(
      '- [x] T-001 ~~FR-1~2~~ (gone) and ~~FR-1~~ (gone)',
    );
    const first = { ...both, removed: new Set(['FR-1']) };
    expect(mergeSection('- [ ] T-001 FR-1~2', '', first)).toBe('- [ ] T-001 FR-1~2');
  });

  it('is struck out name by name where it is done, and none is found within another or in the reason', () => {
    expect(mergeSection('- [x] T-001 FR-10 and FR-1', '', asked)).toBe(
      `- [x] T-001 ~~FR-10~~ (${asked.reason}) and ~~FR-1~~ (${asked.reason})`,
    );
  });
});

describe('a numbered list', () => {
  const asked = { ...changes('R-2', 'R-4'), removed: new Set(['R-1']), ids: ['R-1', 'R-2', 'R-3', 'R-4'] };

  it('counts on from where it began, whichever item goes or comes', () => {
    expect(
      mergeSection('1. a (R-1)\n2. b (R-2)\n3. c (R-3)', '1. b (R-2)\n2. c (R-3)\n3. d (R-4)', asked),
    ).toBe('1. b (R-2)\n2. c (R-3)\n3. d (R-4)');
    expect(mergeSection('By hand.', '7. d (R-4)', asked)).toBe('By hand.\n\n1. d (R-4)');
  });

  it('stays as it is where nothing of it changed, however it is numbered', () => {
    const hand = '1. x (R-3)\n\nMore:\n\n5. y\n6. z';
    expect(mergeSection(hand, `${hand}\n\n- d (R-4)`, asked)).toBe(`${hand}\n\n- d (R-4)`);
    const named = hand.replace('5. y', '5. y says it (R-2)');
    expect(mergeSection(named, named.replace('says', 'tells'), asked)).toBe(named.replace('says', 'tells'));
  });
});
