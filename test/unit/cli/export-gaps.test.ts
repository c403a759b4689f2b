import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';
import type { Ran } from './run-options';

const folder = mkdtempSync(join(tmpdir(), 'export-gaps-'));
const inFolder = (...args: readonly string[]): Promise<Ran> => run(args, { cwd: folder });

beforeAll(() => {
  mkdirSync(join(folder, 'prds'));
  mkdirSync(join(folder, 'tech-specs'));
  writeFileSync(
    join(folder, 'prds/doors.md'),
    `# PRD: Doors

## Requirements

- **FR-1:** The door must open with a code.
  - Acceptance criteria:
    - When a code is typed in, the door opens within 2 s.
    - The code has six digits.
- **FR-2:** The door must be heard.
`,
  );
  writeFileSync(
    join(folder, 'tech-specs/doors.md'),
    '# Tech Spec: Doors\n\n**PRD:** [Doors](../prds/doors.md)\n\n## Notes\n\nFR-1 and FR-2.\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an export of scenarios', () => {
  it('tells which requirements have no criterion and which criteria no condition', async () => {
    const ran = await inFolder('export', 'tech-specs/doors.md', '--to', 'openspec', '--out', 'out');
    expect(ran.code, ran.err).toBe(0);
    expect(ran.err).toContain('1 requirement without an acceptance criterion, repeated as a scenario: FR-2.');
    expect(ran.err).toContain(
      '1 scenario without a condition, because the source names none apart: FR-1/AC-2.',
    );
    expect(ran.err).not.toContain('left out');
  });

  it('gives the same as data', async () => {
    const ran = await inFolder(
      ...['export', 'tech-specs/doors.md', '--to', 'kiro', '--out', 'data', '--format', 'json'],
    );
    expect(JSON.parse(ran.out)).toMatchObject({
      gaps: { withoutCriterion: ['FR-2'], withoutCondition: ['FR-1/AC-2'], withoutText: [] },
    });
  });

  it('says nothing where a format states no scenarios', async () => {
    const ran = await inFolder('export', 'tech-specs/doors.md', '--to', 'json');
    expect(ran.err).not.toContain('scenario');
  });
});
