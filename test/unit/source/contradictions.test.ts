import { describe, expect, it } from 'vitest';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { quantitiesOf } from '../../../src/core/source/claims/quantities';
import { subjectOf } from '../../../src/core/source/claims/subject';
import { read } from './read';

/** Contradictions between two statements, each as `what the one says <> what the other says`. */
function between(first: string, second: string, ...headings: readonly string[]): readonly string[] {
  const [one = '## Requirements', other = '## Non-functional requirements'] = headings;
  const source = read(`# PRD\n\n${one}\n- **FR-001**: ${first}\n\n${other}\n- **NFR-001**: ${second}\n`);
  return source.findings
    .filter(({ check }) => check === 'prd-contradiction')
    .map(({ args, line, alternatives = [] }) => {
      expect(line).toBe(7);
      expect(alternatives.map((place) => place.line)).toEqual([4, 7]);
      expect(args[2]).toBe('4');
      return `${args[1] ?? ''} <> ${args[0] ?? ''}`;
    });
}

describe('two values of one thing', () => {
  it.each([
    ['The invitation link expires after 7 days.', 'Invitation links expire in 14 days.', '7 days <> 14 days'],
    [
      'Invitations are valid for seven days.',
      'An invitation expires after 14 days.',
      'seven days <> 14 days',
    ],
    [
      'Passwords must have at least 8 characters.',
      'Passwords contain a minimum of 12 characters.',
      '8 characters <> 12 characters',
    ],
    [
      'An owner can send at most 20 invitations per day.',
      'Owners are limited to 50 invitations per day.',
      '20 invitations <> 50 invitations',
    ],
    ['The maximum file size is 10 MB.', 'File size is limited to 25 MB.', '10 MB <> 25 MB'],
    [
      'Search results are returned within 2 seconds.',
      'Search results are returned in under 500 ms.',
      '2 seconds <> 500 ms',
    ],
    [
      'Accounts are locked after 5 failed login attempts.',
      'After 3 failed login attempts the account is locked.',
      '5 failed <> 3 failed',
    ],
    ['The maximum upload size is 10 MB.', 'Files of up to 25 MB can be uploaded.', '10 MB <> 25 MB'],
    [
      'The session timeout is 15 minutes.',
      'Sessions expire after 30 minutes of inactivity.',
      '15 minutes <> 30 minutes',
    ],
    [
      'The minimum password length is 8 characters.',
      'Passwords must be at least 12 characters long.',
      '8 characters <> 12 characters',
    ],
    ['The service is available 99.9 % of the time.', 'Availability is 99.5 %.', '99.9 % <> 99.5 %'],
    [
      'A workspace has up to 500 members.',
      'A workspace has at most 1,000 members.',
      '500 members <> 1,000 members',
    ],
    [
      'Deleted accounts are retained for 30 days.',
      'Data of deleted accounts is kept for 90 days.',
      '30 days <> 90 days',
    ],
    ['Invitation links never expire.', 'Invitation links expire after 30 days.', 'never <> 30 days'],
    [
      'The session ends after 30 minutes of inactivity.',
      'Sessions time out after 60 minutes without activity.',
      '30 minutes <> 60 minutes',
    ],
    [
      'Users are logged out after 15 minutes of inactivity.',
      'The session timeout is 30 minutes.',
      '15 minutes <> 30 minutes',
    ],
    ['Refunds are paid within 5 days.', 'Refunds take up to 10 days to be paid.', '5 days <> 10 days'],
    ['The list shows 20 items per page.', 'Pages have 50 items each in the list.', '20 items <> 50 items'],
    [
      'A reminder is sent 3 days before the due date.',
      'Reminders are sent one week before the due date.',
      '3 days <> one week',
    ],
    ['邀请链接在7天后过期。', '邀请链接的有效期为14天。', '7天 <> 14天'],
    ['パスワードは8文字以上とする。', 'パスワードは12文字以上とする。', '8文字 <> 12文字'],
    ['초대 링크는 7일 후 만료된다.', '초대 링크는 14일 후에 만료됩니다.', '7일 <> 14일'],
    [
      'El enlace de invitación caduca a los 7 días.',
      'Los enlaces de invitación caducan después de 14 días.',
      '7 días <> 14 días',
    ],
    ['O convite expira em 7 dias.', 'Os convites expiram após 14 dias.', '7 dias <> 14 dias'],
    [
      "Le lien d'invitation expire après 7 jours.",
      "Les liens d'invitation expirent au bout de 14 jours.",
      '7 jours <> 14 jours',
    ],
    ['Приглашение действует 7 дней.', 'Приглашения действуют 14 дней.', '7 дней <> 14 дней'],
    ['Lời mời hết hạn sau 7 ngày.', 'Lời mời hết hạn sau 14 ngày.', '7 ngày <> 14 ngày'],
    ['Die Einladung läuft nach 7 Tagen ab.', 'Einladungen laufen nach 14 Tagen ab.', '7 Tagen <> 14 Tagen'],
  ])('contradict each other: %s / %s', (first, second, expected) => {
    expect(between(first, second)).toEqual([expected]);
  });

  it.each([
    ['of other things', 'Invitations expire after 7 days.', 'Sessions expire after 30 minutes.'],
    ['of a special case', 'Sessions expire after 30 minutes.', 'Admin sessions expire after 10 minutes.'],
    [
      'of a special case behind it',
      'Sessions expire after 30 minutes.',
      'Sessions of admins expire after 10 minutes.',
    ],
    ['that are equal', 'Sessions expire after 60 minutes.', 'A session expires after one hour.'],
    ['that are one for the calendar', 'Reports are kept for 12 months.', 'Reports are kept for one year.'],
    [
      'that bound it from both sides',
      'A name has at least 3 characters.',
      'A name has at most 80 characters.',
    ],
    [
      'on a condition',
      'A session ends after 30 minutes.',
      'If the device is shared, a session ends after 5 minutes.',
    ],
    [
      'in one statement',
      'The retry waits between 5 and 10 seconds.',
      'The retry waits between 1 and 2 seconds.',
    ],
    ['of different percentiles', 'The p95 latency is 200 ms.', 'The p99 latency is 900 ms.'],
    ['of the past', 'Sign-up currently takes 19 hours.', 'Sign-up takes 2 hours.'],
    [
      'too vague in a part',
      'Skills, hooks, and 12 event types are read.',
      'The client has 31 event types, and permissions.',
    ],
    [
      'before and after something',
      'A reminder is sent 3 days before the due date.',
      'A reminder is sent 1 day after the due date.',
    ],
    [
      'one after the other',
      'Orders are archived after 90 days.',
      'Archived orders are deleted after 365 days.',
    ],
    [
      'a warning and its end',
      'Users are warned after 20 minutes of inactivity.',
      'Users are logged out after 30 minutes of inactivity.',
    ],
    ['far apart', 'A request expires after 30 seconds.', 'A request expires after 90 days.'],
    ['per different time', '100 requests per minute are accepted.', '1000 requests per hour are accepted.'],
    [
      'in examples',
      'Given 3 invitations, then the list shows 3 entries.',
      'Given 5 invitations, then the list shows 5 entries.',
    ],
  ])('do not where they are %s', (_, first, second) => {
    expect(between(first, second)).toEqual([]);
  });

  it.each([
    ['#### Free plan', '#### Pro plan'],
    ['#### Phase 1', '#### Phase 2'],
    ['#### Export for owners', '#### Export for guests'],
  ])('do not where the document sets them side by side: %s, %s', (one, other) => {
    const statement = (gigabytes: number): string => `Storage of a workspace is limited to ${gigabytes} GB.`;
    const heading = `## Requirements\n${one}`;
    expect(between(statement(1), statement(10), heading, other)).toEqual([]);
  });

  it('do not where there is a third: these are variants', () => {
    const lines = [1, 2, 3].map(
      (n) => `- **FR-00${n}**: Uploads of a workspace are limited to ${n * 10} MB.`,
    );
    const { findings } = read(`# PRD\n\n## Requirements\n${lines.join('\n')}\n`);
    expect(findings.filter(({ check }) => check === 'prd-contradiction')).toEqual([]);
  });

  it('do not where both are out of scope, history or plans', () => {
    const text =
      '# PRD\n\n## Requirements\n- **FR-1**: Search\n\n## Risks\n- Invitations expire after 7 days.\n\n## Out of scope\n- Invitations expire after 14 days.\n';
    expect(read(text).findings.filter(({ check }) => check === 'prd-contradiction')).toEqual([]);
  });
});

describe('a demand', () => {
  it.each([
    ['Guests can export reports.', 'Guests MUST NOT export reports.', 'can <> MUST NOT'],
    ['访客不能导出报表。', '访客可以导出报表。', '不能 <> 可以'],
    [
      'Les invités ne peuvent pas exporter de rapports.',
      'Les invités peuvent exporter des rapports.',
      'ne peuvent pas <> peuvent',
    ],
    [
      'Los invitados no pueden exportar informes.',
      'Los invitados pueden exportar informes.',
      'no pueden <> pueden',
    ],
    [
      'Os convidados não podem exportar relatórios.',
      'Os convidados podem exportar relatórios.',
      'não podem <> podem',
    ],
    ['Гости не могут экспортировать отчёты.', 'Гости могут экспортировать отчёты.', 'не могут <> могут'],
  ])('contradicts what forbids the same: %s / %s', (first, second, expected) => {
    expect(between(first, second)).toEqual([expected]);
  });

  it.each([
    ['of someone else', 'Guests can export reports.', 'Members must not export reports.'],
    ['of something else', 'Guests can view reports.', 'Guests must not export reports.'],
    [
      'under a condition',
      'Guests can export reports.',
      'Guests must not export reports while an audit runs.',
    ],
    [
      'in a scenario',
      'When a guest opens it, then the button is shown.',
      'Then the button must not be shown.',
    ],
    [
      'about what was named before',
      'A draft is kept. Can be undone later.',
      'A purge is final. Cannot be undone later.',
    ],
  ])('does not contradict what forbids it %s', (_, first, second) => {
    expect(between(first, second)).toEqual([]);
  });
});

describe('a permission', () => {
  it.each([
    ['Only owners can delete a workspace.', 'Admins can delete a workspace.', 'owners <> Admins'],
    ['Members may export the audit log.', 'Only admins may export the audit log.', 'Members <> admins'],
    ['Nur Inhaber dürfen den Bereich löschen.', 'Gäste dürfen den Bereich löschen.', 'Inhaber <> Gäste'],
  ])('contradicts one that only others have: %s / %s', (first, second, expected) => {
    expect(between(first, second)).toEqual([expected]);
  });

  it.each([
    ['of the same', 'Only owners can delete a workspace.', 'Workspace owners can delete a workspace.'],
    ['to do something else', 'Only owners can delete a workspace.', 'Admins can rename a workspace.'],
    ['that nobody has alone', 'Owners can delete a workspace.', 'Admins can delete a workspace.'],
    ['of all users', 'Only owners can delete a workspace.', 'A user can delete a workspace.'],
  ])('does not contradict one %s', (_, first, second) => {
    expect(between(first, second)).toEqual([]);
  });
});

describe('a state', () => {
  it.each([
    ['The billing address is required.', 'The billing address is optional.', 'required <> optional'],
    [
      'Backups of a workspace are encrypted.',
      'Backups of a workspace are unencrypted.',
      'encrypted <> unencrypted',
    ],
    [
      'Weekly digests are enabled for new members.',
      'Weekly digests are disabled for new members.',
      'enabled <> disabled',
    ],
  ])('contradicts its opposite: %s / %s', (first, second, expected) => {
    expect(between(first, second)).toEqual([expected]);
  });

  it('does not contradict the opposite of another thing', () => {
    expect(between('The billing address is required.', 'The shipping address is optional.')).toEqual([]);
  });
});

describe('a list of states', () => {
  const first = 'The status of an invitation is one of: pending, accepted, revoked, expired.';

  it('contradicts one that names others', () => {
    expect(between(first, 'Invitation status: pending, accepted, declined or expired.')).toHaveLength(1);
  });

  it.each([
    ['the same in another order', 'Invitation status: expired, revoked, accepted, pending.'],
    ['some of them', 'Invitation status: pending, accepted, declined, etc.'],
    ['the states of something else', 'The status of a payment is one of: pending, accepted, refunded.'],
  ])('does not contradict one that names %s', (_, second) => {
    expect(between(first, second)).toEqual([]);
  });
});

describe('a contradiction', () => {
  it('becomes a blocking question with both lines and both statements', () => {
    const source = read(
      '# PRD\n\n## Requirements\n- **FR-1**: Invitation links expire after 7 days.\n- **FR-2**: Invitation links expire in 14 days.\n',
    );
    const [question, ...more] = questionsFor(source, null, null);
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      area: 'contradiction',
      blocking: true,
      options: [
        { text: 'Invitation links expire after 7 days.', recommended: false },
        { text: 'Invitation links expire in 14 days.', recommended: false },
      ],
      evidence: [
        { path: 'doc.md', line: 4 },
        { path: 'doc.md', line: 5 },
      ],
    });
    const moved = read(source.text.replace('## Requirements', 'A word before.\n\n## Requirements'));
    expect(questionsFor(moved, null, null)[0]?.id).toBe(question?.id);
  });
});

describe('two sentences of one paragraph', () => {
  const said = (prose: string) =>
    read(`# PRD\n\n## Requirements\n\n${prose}\n`)
      .findings.filter(({ check }) => check === 'prd-contradiction')
      .map(({ args, line }) => `${line}: ${args[1] ?? ''} <> ${args[0] ?? ''}`);

  it('contradict each other by their values', () => {
    expect(
      said('Users must see it. Invitation links expire after 7 days. Invitation links expire in 14 days.'),
    ).toEqual(['5: 7 days <> 14 days']);
  });

  it('contradict each other by what they allow, each at its own line', () => {
    expect(
      said(
        'Users can export their notes as PDF. An export is kept for a week.\nUsers cannot export their notes as PDF.',
      ),
    ).toEqual(['6: can <> cannot']);
  });

  it('do not where the second says when it is otherwise', () => {
    expect(said('Users can delete a draft. Users cannot delete a draft that was sent.')).toEqual([]);
    expect(said('Sessions expire after 15 minutes. Sessions of admins expire after 30 minutes.')).toEqual([]);
  });
});

describe('a quantity', () => {
  const read = (text: string): readonly string[] =>
    quantitiesOf(text).map(({ value, kind, bound }) => `${value} ${kind} ${bound}`);

  it.each([
    ['at most 1,000 rows', '1000 count:row upper'],
    ['1.000 Zeilen', '1000 count:zeilen exact'],
    ['99,9 %', '99.9 percent exact'],
    ['1.5 hours', '5400 time exact'],
    ['no less than 2 GB', '2147483648 size lower'],
    ['not less than 8 letters', '8 count:letter lower'],
    ['两周内', '1209600 time exact'],
    ['三十分钟以内', '1800 time upper'],
    ['10k requests', '10000 count:reques exact'],
  ])('is read from %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([['FR-7 days'], ['version 2.0'], ['10:30'], ['one of three'], ['2026-01-02'], ['v2 days']])(
    'is not read from %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('what a text is about', () => {
  it('does not change with inflection, articles and word order', () => {
    expect(subjectOf('The invitation link expires')).toEqual(subjectOf('Links of invitations must expire'));
    expect(subjectOf('Приглашения действуют')).toEqual(subjectOf('приглашение действует'));
  });
});
