import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filePlan } from '../../../src/core/spec/file-plan';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { readPath } from '../../../src/core/spec/path-like';

const plan = (text: string): readonly string[] =>
  filePlan(parseSpec(text)).map(({ action, path, line, column, task }) =>
    [action, path, `${line}:${column}`, ...(task === null ? [] : [task.id])].join(' '),
  );

describe('a written path', () => {
  it.each([
    ['internal/invites/handler.go', 'internal/invites/handler.go'],
    ['./web/src/App.tsx', 'web/src/App.tsx'],
    ['main.go:12', 'main.go'],
    ['docs/a.md#scope', 'docs/a.md'],
    ['web\\src\\App.tsx', 'web/src/App.tsx'],
    ['app/[id]/page.tsx', 'app/[id]/page.tsx'],
    ['internal/invites/', 'internal/invites/'],
    ['Makefile', 'Makefile'],
    ['.env.example', '.env.example'],
    ['go.mod', 'go.mod'],
  ])('%s is a path', (text, path) => {
    expect(readPath(text)?.path).toBe(path);
  });

  it.each([
    '/api/members',
    'GET /api/members',
    'github.com/acme/app',
    '@scope/name',
    'store.Member',
    'read/write',
    'US-001/AC-2',
    'go test ./...',
    'src/**/*.ts',
    'https://example.com/a.md',
    '../secret.md',
    'C:/x.md',
    '1.2',
    'v1.24.3',
    '',
  ])('%s is none', (text) => {
    expect(readPath(text)).toBeNull();
  });

  it('tells the line behind it', () => {
    expect(readPath('cmd/main.go:12-20')).toEqual({ path: 'cmd/main.go', line: 12 });
  });
});

describe('the files that a spec plans', () => {
  it('are those of the tasks, with what is done to them and where they stand', () => {
    const text = `# S

## Tasks

- **T-001:** One
  - _Files:_
    - Create: \`a/b.go\`, \`a/b_test.go\`
    - Modify: \`c.ts\`: adds a field
    - \`d.ts\`
- **T-002:** Two
  - _Files:_ Modify \`c.ts\`; create \`e.sql\`
`;
    expect(plan(text)).toEqual([
      'create a/b.go 7:16 T-001',
      'create a/b_test.go 7:26 T-001',
      'modify c.ts 8:16 T-001',
      'mention d.ts 9:8 T-001',
      'modify c.ts 11:22 T-002',
      'create e.sql 11:37 T-002',
    ]);
  });

  it('inherit what is done from the item that holds them', () => {
    const text = `# S

## Tasks

- **T-001:** One
  - Files:
    - Create:
      - \`a.go\`
      - \`b.go\`
    - \`c.go\` (modify)
`;
    expect(plan(text)).toEqual([
      'create a.go 8:10 T-001',
      'create b.go 9:10 T-001',
      'modify c.go 10:8 T-001',
    ]);
  });

  it('are those of tables, by the name of the section, a column or a word beside the path', () => {
    const text = `# S

### Backend — New Files

| File Path | Package |
|---|---|
| \`a/b.go\` | b |

### Modified Files

| File | Change Description |
|---|---|
| \`c.go\` | takes a context |
| \`d.go\` (new) | helper |

### Files

| Path | Action |
|---|---|
| \`e.go\` | Create |
| f.go | Delete |
`;
    expect(plan(text)).toEqual([
      'create a/b.go 7:4',
      'modify c.go 13:4',
      'create d.go 14:4',
      'create e.go 20:4',
      'delete f.go 21:3',
    ]);
  });

  it('are read in other languages', () => {
    expect(
      plan('# S\n\n## 任务\n\n- **T-001:** 一\n  - _Files:_\n    - 新建：`a.go`\n    - 修改：`b.go`\n'),
    ).toEqual(['create a.go 7:11 T-001', 'modify b.go 8:11 T-001']);
  });

  it('hold for any text, each at the place where it is written', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '- **T-001:** x',
            '  - _Files:_',
            '    - Create: `a/b.go`',
            '| File |',
            '|---|',
            '| `c.ts` |',
            '## Tasks',
            '```',
            '> ',
            '',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join('\n');
          const lines = text.split('\n');
          for (const { path, line, column, endColumn } of filePlan(parseSpec(text)))
            expect(lines[line - 1]?.slice(column - 1, endColumn - 1)).toBe(path);
        },
      ),
    );
  });
});
