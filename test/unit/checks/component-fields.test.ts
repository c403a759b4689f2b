import { describe, expect, it } from 'vitest';
import { check, edit, listing, section, taskTemplate } from './builders';

const template = taskTemplate({
  covers: [{ by: 'components', mapping: 'mapping', items: 'components', column: 2 }],
  checklist: [],
  sections: [
    section('mapping', 'Mapping'),
    section('components', 'Components'),
    section('open-questions', 'Open Questions'),
  ],
  checks: { 'component-fields': { severity: 'error', options: { fields: ['Requirements', 'Files'] } } },
});
const text = `**Status:** Draft

## Mapping

| Requirement | Components |
|---|---|
| US-001 | Invites |
| US-002 | Invites |
| US-003 | Out of scope: later |

## Components

- **Invites**
  - Requirements: US-001, US-002
  - Files:
    - \`internal/invites.go\`

## Open Questions

- [ ] **OQ-1:** Which files change?
`;
const found = (changed: string): readonly string[] =>
  listing(check({ text: changed, template }), 'component-fields');

describe('component-fields', () => {
  it('accepts a component with all fields, nested values included', () => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['  - Requirements: US-001, US-002\n', '', 'has no field "Requirements"'],
    ['    - `internal/invites.go`\n', '', 'Field "Files" of component Invites is empty'],
    [
      '  - Files:\n    - `internal/invites.go`\n',
      '  - Files: TBD\n',
      'Field "Files" of component Invites is empty',
    ],
  ])('misses %j made %j', (from, to, message) => {
    expect(found(edit(text, from, to))).toEqual([expect.stringContaining(message)]);
    expect(found(edit(text, from, to))[0]).toContain('error');
  });

  it('tells all the fields that a component lacks as one finding', () => {
    const fields = '  - Requirements: US-001, US-002\n  - Files:\n    - `internal/invites.go`\n';
    expect(found(edit(text, fields, ''))).toEqual([
      expect.stringContaining('Component Invites lacks the fields Requirements, Files.'),
    ]);
  });

  it('takes an open question for a declared gap', () => {
    const open = edit(text, '  - Files:\n    - `internal/invites.go`\n', '  - Files: OQ-1\n');
    expect(found(open)).toEqual([expect.stringMatching(/warning .*waits for OQ-1/u)]);
  });

  it('leaves tables of components alone', () => {
    const list = text.slice(text.indexOf('- **Invites**'), text.indexOf('## Open'));
    expect(
      found(edit(text, list, '| Component | Role |\n|---|---|\n| Invites | Keeps invites |\n\n')),
    ).toEqual([]);
  });
});
