import { beforeAll, describe, expect, it } from 'vitest';
import { renderOutline } from '../../../src/core/draft/outline';
import { readSource } from '../../../src/core/source/read-source';
import type { Template } from '../../../src/core/template/template';
import type { ContextDocument } from '../../../src/core/workspace/context';
import { briefFor, builtInTemplates, emptyContext } from './brief-for';

let templates: readonly Template[] = [];
beforeAll(async () => {
  templates = await builtInTemplates();
});

const prd = `# Invite reminders

Status: Approved

One in eight invites is never accepted | see below.

## Goals

- Owners need not chase anybody.

## Success metrics

- **SC-001:** The acceptance rate goes from 40 % to 60 %.

## Requirements

- **R1:** A reminder of an invitation is sent after three days.

## Constraints

- No more than two reminders for an invitation.
`;

function outline(id: string, text = prd, documents: readonly ContextDocument[] = []): string {
  const source = readSource({ path: 'prds/reminders.md', bytes: new TextEncoder().encode(text) });
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return renderOutline(briefFor(template, { source, context: { ...emptyContext, documents } }));
}

describe('what a source tells beside its requirements', () => {
  it.each(['agent-ready', 'architecture', 'feature'])('stands in the outline of %s with its lines', (id) => {
    const text = outline(id);
    expect(text).toContain(
      [
        '| One in eight invites is never accepted \\| see below. | Problem | `prds/reminders.md:5` |',
        '| Owners need not chase anybody. | Goal | `prds/reminders.md:9` |',
        '| SC-001: The acceptance rate goes from 40 % to 60 %. | Success measure | `prds/reminders.md:13` |',
        '| No more than two reminders for an invitation. | Constraint | `prds/reminders.md:21` |',
      ].join('\n'),
    );
  });

  it.each(['rfc', 'staged'])('stands in the sections that %s has for it', (id) => {
    const text = outline(id);
    for (const said of [
      'One in eight invites is never accepted',
      'Owners need not chase anybody.',
      'The acceptance rate goes from 40 % to 60 %. (SC-001)',
      'No more than two reminders for an invitation.',
    ])
      expect(text).toContain(said);
  });

  it.each([
    ['architecture', 'Which metrics show that this works?'],
    ['architecture', 'Is the PRD complete and approved?'],
    ['rfc', 'Which metrics show that this works?'],
    ['staged', 'How will the business tell that this was worth it?'],
    ['staged', 'Which technical, legal or time limits hold?'],
  ])('is not asked for: in %s, "%s"', (id, question) => {
    expect(outline(id)).not.toContain(question);
  });

  it.each(['agent-ready', 'architecture', 'feature'])(
    'is summed up by %s in what is wrong and what is wanted',
    (id) => {
      const text = outline(id);
      const overview = text.slice(text.indexOf('## 1. Overview'), text.indexOf('|---'));
      expect(overview).toContain('One in eight invites is never accepted');
      expect(overview).toContain('Owners need not chase anybody.');
    },
  );

  it('has no section of its own where nothing is told', () => {
    const text = outline('agent-ready', '# X\n\n## Requirements\n\n- **R1:** It runs at night.\n');
    expect(text).not.toContain('Measures');
  });
});

describe('what a completed spec declares', () => {
  const spec: ContextDocument = {
    ...{
      path: 'tech-specs/completed/invites.md',
      kind: 'completed-spec',
      reason: 'Completed',
      title: 'Invites',
    },
    ...{ bytes: 1, tokens: 1, sha256: '', truncated: false },
    text: [
      '# Invites\n\n## API\n\n#### POST /api/invitations\n\nCreates one.\n\n#### GET /api/billing\n\nBills.\n',
      '## Data\n\n```sql\nCREATE TABLE invitations (id uuid);\nCREATE TABLE bills (id uuid);\n```\n',
      '## Settings\n\n| Setting | Default |\n|---|---|\n| `invitation.expiry_days` | 7 |\n',
    ].join('\n'),
  };

  it.each(['agent-ready', 'rfc', 'feature', 'staged'])(
    'is named in %s where requirements touch it, with its line',
    (id) => {
      const text = outline(id, prd, [spec]);
      expect(text).toContain('- `tech-specs/completed/invites.md`: Invites\n  - **Declares:** ');
      expect(text).toContain('`POST /api/invitations` (`tech-specs/completed/invites.md:5`)');
      expect(text).toContain('`invitations` (`tech-specs/completed/invites.md:16`)');
      expect(text).toContain('`invitation.expiry_days` (`tech-specs/completed/invites.md:24`)');
      expect(text).not.toMatch(/billing|bills/u);
    },
  );
});
