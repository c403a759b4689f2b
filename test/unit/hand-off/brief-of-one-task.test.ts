import { beforeAll, describe, expect, it } from 'vitest';
import { taskBrief } from '../../../src/core/export/agent-brief';
import { handOffOf, type HandOff } from '../../../src/core/export/hand-off';
import { exported, handOffOfText } from './checked-example';
import { reportOf, spec } from '../navigation/family';

const text = `# Tech Spec: Lockers

## 1. Tests

| Criterion | Assertion |
|---|---|
| FR-1/AC-1 | The door opens |
| FR-2/AC-1 | Free lockers are listed |
| - | Nothing is logged twice |

| Criterion | Tool |
|---|---|
| FR-2/AC-1 | A browser |

- Of FR-1 and FR-2: one clock.
- Of FR-2: needs a map.
  - The map is cached.

## 2. Tasks

- **T-001:** Door
  - _Implements:_ FR-1
  - _Files:_ OQ-1
- **T-002:** Map
  - _Implements:_ FR-2
  - _Files:_ OQ-1
- **T-003:** Clock
  - _Implements:_ FR-1
  - _Files:_ Modify: \`src/clock.ts\`, OQ-1
- **T-004:** List
  - _Implements:_ FR-2
  - _Files:_ Create: \`src/list.ts\`
- **T-005:** Sign
  - _Implements:_ FR-2
  - _Files:_ Create: \`src/sign.ts\`

## 3. Open Questions

- [ ] **OQ-1:** Which files?
`;

let lockers: HandOff;
beforeAll(async () => {
  lockers = await handOffOfText(text);
});

describe('the brief of one task', () => {
  it('has no rows and items that are about other requirements alone, and says so', () => {
    const brief = taskBrief(lockers, 'T-001');
    expect(brief).toContain('| FR-1/AC-1 | The door opens |');
    expect(brief).toContain('| - | Nothing is logged twice |');
    expect(brief).toContain('- Of FR-1 and FR-2: one clock.');
    for (const other of [
      'FR-2/AC-1',
      'A browser',
      '| Criterion | Tool |',
      'needs a map',
      'The map is cached',
    ])
      expect(brief).not.toContain(other);
    expect(brief).toContain('Rows and items that are about other requirements alone are left out.');
    expect(taskBrief(lockers, 'T-004')).toContain('A browser');
  });

  it('quotes the rules for its files, and names the others with the files they are for', async () => {
    const rules = {
      'AGENTS.md': 'Commit small.\n',
      'web/AGENTS.md': 'Keep pages fast.\n',
      '.cursor/rules/go.mdc': '---\nglobs: "**/*.go"\n---\nWrap errors.\n',
      '.cursor/rules/react.mdc': '---\nglobs: web/src/**/*.tsx\n---\nUse hooks.\n',
      'web/src/invites.tsx': 'export const invites = 1;\n',
      'internal/invites/store.go': 'package invites\n',
    };
    const known = handOffOf(await reportOf(spec, rules), '2026-03-02');
    const [first, second] = ['T-001', 'T-002'].map((id) => taskBrief(known, id));
    expect(second).toContain('Commit small.');
    expect(second).toContain('Wrap errors.');
    expect(second).not.toContain('Use hooks.');
    expect(second).toContain('- `.cursor/rules/react.mdc`: `web/src/**/*.tsx`');
    expect(second).not.toContain('Keep pages fast.');
    expect(second).toContain('- `web/AGENTS.md`: `web/**`');
    // A migration in SQL.
    expect(first).not.toContain('Wrap errors.');
    expect(first).toContain('- `.cursor/rules/go.mdc`: `**/*.go`');
  });
});

describe('a task whose files are not known', () => {
  it('is no task to be done beside others', () => {
    expect(lockers.tasks.filter(({ parallel }) => parallel).map(({ task }) => task.id)).toEqual([
      'T-004',
      'T-005',
    ]);
    const tasks = exported(lockers, 'spec-kit').find(({ path }) => path.endsWith('/tasks.md'))?.text ?? '';
    expect(tasks.match(/\[P\]/gu)).toHaveLength(2);
  });
});
