import { describe, expect, it } from 'vitest';
import { check, edit, listing, section, taskTemplate } from './builders';

const template = taskTemplate({
  covers: [],
  checklist: [],
  sections: [section('migrations', 'Migrations'), section('open-questions', 'Open Questions')],
});
const text = `**Status:** Draft

## Migrations

| # | Migration File | Backward Compatible | Notes |
|---|---|---|---|
| 1 | \`migrations/0004_invites.sql\` | yes | New table |

## Tasks

- **T-001:** Table
  - _Files:_
    - Create: \`migrations/0004_invites.sql\`
    - Modify: \`internal/store.go\`

## Open Questions

- [ ] **OQ-1:** Can it run before the code?
`;
const found = (changed: string): readonly string[] =>
  listing(check({ text: changed, template, requirements: null }), 'migration-note');

describe('migration-note', () => {
  it('accepts migrations that say whether they are backward compatible', () => {
    expect(found(text)).toEqual([]);
  });

  it('misses the note, and takes an open question for a gap', () => {
    expect(found(edit(text, '| yes |', '| |'))).toEqual([
      expect.stringMatching(/error 7:.*0004_invites.sql does not say whether/u),
    ]);
    expect(found(edit(text, '| yes |', '| OQ-1 |'))).toEqual([
      expect.stringMatching(/warning .*waits for OQ-1/u),
    ]);
  });

  it('misses a planned migration that the table does not name', () => {
    const more = edit(text, '    - Modify:', '    - Create: `migrations/0005_roles.sql`\n    - Modify:');
    expect(found(more)).toEqual([expect.stringContaining('Migration 0005_roles.sql is not in the table')]);
  });
});
