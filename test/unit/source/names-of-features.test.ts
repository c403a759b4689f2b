import { describe, expect, it } from 'vitest';
import { found, read } from './read';

describe('names of features that sound like something else', () => {
  it.each([
    ['Events', 'Attachments', 'Attendees', 'Action items', 'Concerns', 'Meeting notes', 'Feedback'],
    ['Notes about a customer', 'Tips for new users', 'Hints for players', 'Advice for visitors'],
    ['Consejos para usuarios', 'Notas sobre clientes', 'Hinweise für Nutzer', 'Заметки о клиентах'],
    ['Регистрация не требуется', 'Commandes non traitées', 'Không cần đăng nhập', 'Ausencias no previstas'],
    ['附件', '会议纪要', '被否决的申请', '延期的任务提醒', '添付', '첨부'],
  ])('below features %s, %s and the like hold requirements', (...names) => {
    const parts = names.map(
      (name) => `### ${name}\n- Users can add one of them to the page\n- Users can remove it again\n`,
    );
    const text = `# Planner\n\n## Features\n\n${parts.join('\n')}`;
    // A heading that makes a statement is the requirement itself.
    const sections = new Set(read(text).requirements.map(({ line }) => Math.floor((line - 5) / 4)));
    expect([...sections]).toEqual(names.map((_, at) => at));
    expect(read(text).outOfScope).toEqual([]);
  });
});

describe('what cites an id, or ranks', () => {
  it('a paragraph between others that ends with an id of another document defines nothing', () => {
    const list = '- Users can sign in\n- Users can sign out\n- Users can reset their password';
    expect(found(`# App\n## Features\nThis covers what the customer asked for (BR-3).\n\n${list}`)).toEqual([
      '5 R-001',
      '6 R-002',
      '7 R-003',
    ]);
    expect(found('# App\n## Requirements\n### Sign in\nUsers can sign in (FR-1).')).toEqual(['4 FR-1']);
  });

  it('a table of features by plan or release holds requirements, one of permissions does not', () => {
    const table = (first: string): string =>
      `# App\n## Features\n| ${first} | Free | Pro |\n|---|---|---|\n| Invite people | ✓ | ✓ |\n| Export as PDF | x | ✓ |`;
    expect(found(table('Feature'))).toEqual(['5 R-001', '6 R-002']);
    expect(found(table('Permission'))).toEqual([]);
  });

  it('what would be nice is wanted, what would have been is not', () => {
    const rows = '| Export | Would be nice |\n| Import | Would have |\n| Print | Must |';
    const text = `# App\n## Requirements\n| Feature | Priority |\n|---|---|\n${rows}`;
    expect(found(text)).toEqual(['5 R-001', '7 R-002']);
    expect(read(text).outOfScope.map(({ line }) => line)).toEqual([6]);
  });
});

describe('a bold line', () => {
  it('heads what stands right below it, unless the sentence goes on there', () => {
    const { requirements } = read(
      '# App\n## Requirements\n**The system must let users sign in**\nwith a passkey.\n\n**The system must let users sign out**\nwherever they are.',
    );
    expect(requirements.map(({ text }) => text)).toEqual([
      'The system must let users sign in with a passkey.',
      'The system must let users sign out wherever they are.',
    ]);
  });
});
