import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exported, handOffFor, handOffOfText, templateIds } from './checked-example';

const program = join(__dirname, '../../../node_modules/@fission-ai/openspec/bin/openspec.js');
const folder = mkdtempSync(join(tmpdir(), 'openspec-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  readonly items: readonly {
    readonly id: string;
    readonly valid: boolean;
    readonly issues: readonly unknown[];
  }[];
}

/** All changes at once: starting the program costs more than validating. */
function validateStrictly(): Promise<Report> {
  const env = { ...process.env, OPENSPEC_TELEMETRY: '0', DO_NOT_TRACK: '1', HOME: folder };
  const args = [program, 'validate', '--changes', '--strict', '--json', '--no-interactive'];
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd: folder, env }, (_, out, err) => {
      try {
        done(JSON.parse(out) as Report);
      } catch {
        failed(new Error(`${out}\n${err}`));
      }
    });
  });
}

const hostile = `# Tech Spec: Über <b>ünd</b> ## {#x}

**Status:** Draft

TODO

## Tasks

- [x] **T-001:** Do \`a\` -->
  - _Implements:_ FR-1
- **T-002:** Second
  - _Implements:_ FR-1
  - _Dependencies:_ T-001

## Requirements

| ID | Requirement |
|---|---|
| FR-1 | ## Title <!-- with --> \`\`\` marks ### |
`;

describe('OpenSpec', () => {
  let report: Report = { items: [] };

  beforeAll(async () => {
    const handOffs = [
      ...(await Promise.all([...templateIds, 'audit-log'].map((id) => handOffFor(id)))),
      await handOffOfText(hostile),
      await handOffOfText(
        '# Nothing to build\n\n**Status:** Draft\n\n## Notes\n\nText.\n',
        'tech-specs/n.md',
      ),
    ];
    for (const [position, handOff] of handOffs.entries())
      for (const { path, text } of exported({ ...handOff, slug: `change-${position}` }, 'openspec')) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    report = await validateStrictly();
  }, 240_000);

  it('takes the export of every template, of a completed spec and of hard texts in its strict validation', () => {
    expect(report.items.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: templateIds.length + 3 }, (_, position) => `change-${position}`),
    );
    expect(report.items.filter(({ valid }) => !valid)).toEqual([]);
  });
});
