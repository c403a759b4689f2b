import { describe, expect, it } from 'vitest';
import { check, listing } from './builders';
import { surroundingsOf } from './surroundings';

const found = async (title: string, more = ''): Promise<readonly string[]> =>
  listing(
    check({
      text: `# Tasks: Parking\n\n## Phase 1: Lanes\n\n- [ ] T001 ${title}\n${more}`,
      template: null,
      requirements: null,
      surroundings: await surroundingsOf({
        'pyproject.toml': '[project]\nname = "parking"\n',
        'src/parking/lanes.py': 'class Lane:\n    pass\n',
        'src/parking/main.py': 'from parking.lanes import Lane\n',
      }),
    }),
    'path-exists',
  );

describe('path-exists in the line of a task without backticks', () => {
  it('warns of a slip in the name of a file', async () => {
    expect(await found('Add the class Exit in src/parking/lane.py')).toEqual([
      expect.stringContaining(
        'path-exists warning 5:34 src/parking/lane.py does not exist: did you mean src/parking/lanes.py?',
      ),
    ]);
  });

  it('accepts what is there, what is like nothing, and what the plan names again or draws', async () => {
    expect(await found('Add the class Exit in src/parking/lanes.py')).toEqual([]);
    expect(await found('Add the tariffs in src/parking/tariffs.py')).toEqual([]);
    expect(
      await found('Add Lane in src/parking/lane.py', '- [ ] T002 Test Lane of src/parking/lane.py\n'),
    ).toEqual([]);
    expect(
      await found('Split src/parking/lanes.py', '- [ ] T002 Write what is left to src/parking/lane.py\n'),
    ).toEqual([]);
    expect(
      await found('Add Lane in src/parking/lane.py', '\n```text\nsrc/parking/\n└── lane.py\n```\n'),
    ).toEqual([]);
  });
});
