import { describe, expect, it } from 'vitest';
import { readTurns } from '../../../src/core/source/conversation/read-turns';
import { read } from './read';

const talk = [
  '**Ana:** We need invites by email for the team page.',
  '',
  '**Ben (10:02):** They should expire after 7 days.',
  '',
  '**Ana:** Actually, they should expire after 3 days.',
  '',
  '**Ben:** Can a guest invite others?',
  '',
  '**Ana:** Not sure, let me ask legal.',
  '',
  "**Ben:** Let's limit it to 20 invites. We won't do SMS.",
  '',
  '**Ana:** Which database do we use?',
  '',
  '**Ben:** PostgreSQL, as today.',
].join('\n');

describe('turns', () => {
  it.each([
    ['**Ana:** hi', 'Ana'],
    ['**Ana** (10:02): hi', 'Ana'],
    ['**Ana** 10:02\nhi', 'Ana'],
    ['Ana (10:02): hi', 'Ana'],
    ['[10:02] Ana: hi', 'Ana'],
    ['10:02:11 Ana: hi', 'Ana'],
    ['User: hi', 'User'],
    ['用户：你好', '用户'],
  ])('%s is said by %s', (line, speaker) => {
    expect(readTurns(line).map((turn) => turn.speaker)).toEqual([speaker]);
  });

  it('go on over lines until the next speaker', () => {
    expect(
      readTurns('Ana: one.\nTwo.\n\nBen: three.').map((turn) =>
        turn.sentences.map(({ line, text }) => `${line} ${text}`),
      ),
    ).toEqual([['1 one.', '2 Two.'], ['4 three.']]);
  });

  it('come out of chat exports with the lines of the file', () => {
    const exported =
      '[\n {"role": "user", "content": "We need CSV."},\n {"role": "assistant", "content": [{"type": "text", "text": "Fine."}]}\n]';
    expect(readTurns(exported).map((turn) => [turn.role, turn.sentences[0]])).toEqual([
      ['user', { line: 2, text: 'We need CSV.' }],
      ['assistant', { line: 3, text: 'Fine.' }],
    ]);
    const tree = JSON.stringify({
      mapping: { a: { message: { author: { role: 'user' }, content: { parts: ['It must print.'] } } } },
    });
    expect(readTurns(tree)).toMatchObject([{ role: 'user', sentences: [{ text: 'It must print.' }] }]);
  });
});

describe('a list that a message holds below a title', () => {
  const pasted = (title: string, ...items: readonly string[]): readonly string[] => [title, '', ...items, ''];
  const thread = [
    ...['**Bea** 09:14', 'where do we stand with guest checkout?', ''],
    ...['**Tomasz** 09:26', 'is the klarna question still open?', ''],
    ...['**Aylin** 09:31', 'yes but klarna is independent of that imo', ''],
    ...['**Aylin** 09:48', 'here you go, from my notes:', ''],
    ...pasted('## Guest checkout – requirements', '- Buy without an account', '- Only one e-mail field'),
    ...pasted('Not included:', '- B2B customers, they keep having to log in'),
    ...['**Bea** 09:52', 'love it', '', '**Aylin** 09:58', 'planning is friday', ''],
  ].join('\n');

  it('says what is wanted and what is left out, item by item, and its title is neither', () => {
    const { kind, requirements, outOfScope } = read(thread);
    expect(kind).toBe('conversation');
    expect(requirements.map(({ text }) => text)).toEqual(['Buy without an account', 'Only one e-mail field']);
    expect(outOfScope.map(({ text }) => text)).toEqual(['B2B customers, they keep having to log in']);
  });

  it('holds where the model wrote it and the person agrees', () => {
    const chat = [
      ...['User: Can you write down what I want from the timer?', ''],
      ...['Assistant: Sure.', '', '### Features', '', '- Pause with the space bar', '- Sound at the end', ''],
      ...['User: Yes, exactly.', '', 'Assistant: Great.', '', 'User: Bye.'],
    ].join('\n');
    expect(read(chat).requirements.map(({ text }) => text)).toEqual([
      'Pause with the space bar',
      'Sound at the end',
    ]);
  });

  const chat = (list: readonly string[], reply: string): string =>
    [
      ...['User: Can you write down what I want from the timer?', ''],
      ...['Assistant: Sure.', '', ...list, '', `User: ${reply}`, '', 'Assistant: Great.', '', 'User: Bye.'],
    ].join('\n');

  it.each([
    [
      'goes on with what is indented',
      ['- Export as CSV', '  - with a header', '  - with a mark', '- Export as PDF'],
    ],
    ['has items of one kind side by side', ['- Admins upload up to 50 MB', '- Members upload up to 10 MB']],
    ['may be numbered', ['1. Members never see the page', '2. Revoking asks for confirmation']],
  ])('%s', (_, items) => {
    for (const heading of ['## Requirements', 'Requirements']) {
      const pasted = [
        '**Bea** 09:14',
        'can you paste the requirements?',
        '',
        '**Aylin** 09:15',
        heading,
        ...items,
      ];
      const talk = [...pasted, '', '**Bea** 09:16', 'planning is friday', '', '**Aylin** 09:17', 'ah', ''];
      const { requirements, superseded } = read(talk.join('\n'));
      expect(requirements).toHaveLength(2);
      expect(requirements[0]?.text).toMatch(
        /^(?:Export as CSV with a header with a mark|Admins|Members never)/,
      );
      expect(superseded ?? []).toEqual([]);
    }
  });

  it('is agreed to with what it leaves out by a plain yes, and not where the person goes on to something else', () => {
    const list = [
      '### Features',
      '',
      '- Pause with the space bar',
      '',
      '### Not included',
      '',
      '- Cloud sync',
    ];
    const agreed = read(chat(list, 'Yes, exactly.'));
    expect(agreed.requirements).toHaveLength(1);
    expect(agreed.outOfScope.map(({ text }) => text)).toEqual(['Cloud sync']);
    const done = ['### Features', '', '- Added helper 1 for forms', '- Added helper 2 for forms'];
    expect(read(chat(done, 'ok, now the tests of the form fail')).requirements).toEqual([]);
    expect(read(chat(done, 'Great')).requirements).toEqual([]);
  });

  it('is talk below any other title', () => {
    const talk = thread.replace('## Guest checkout – requirements', '## What we talked about in March');
    expect(read(talk).requirements).toEqual([]);
  });
});

describe('a conversation', () => {
  it.each([
    ['People may expect to get what they see.', false],
    ['The auditors want everybody, but people may expect to get what they see.', false],
    ['Some customers may well think that the link is broken.', false],
    ['Users may be confused by two buttons.', false],
    ['Users may be confused by two buttons, so we should have one.', true],
    ['Members may see the list.', true],
    ['Guests can ask for a new link.', true],
  ])('takes a permission as asked for, and not what somebody may think: %s', (sentence, isAsked) => {
    const before = read(talk).requirements.map(({ text }) => text);
    const { requirements } = read(`${talk}\n\n**Ana:** ${sentence}\n`);
    expect(requirements.map(({ text }) => text)).toEqual([...before, ...(isAsked ? [sentence] : [])]);
  });

  it('settles asks and decisions, the latest one where it replaces another', () => {
    expect(read(talk).requirements.map(({ id, line, title }) => [id, line, title])).toEqual([
      ['R-001', 1, 'We need invites by email for the team page.'],
      ['R-002', 5, 'Actually, they should expire after 3 days.'],
      ['R-003', 11, "Let's limit it to 20 invites."],
    ]);
  });

  it('keeps refusals apart and questions open that nobody answered', () => {
    const source = read(talk);
    expect(source.outOfScope).toEqual([{ line: 11, text: "We won't do SMS." }]);
    expect(source.facts).toEqual([
      { topic: 'open-question', line: 7, text: 'Can a guest invite others?' },
      { topic: 'decision', line: 11, text: "Let's limit it to 20 invites." },
      { topic: 'decision', line: 15, text: 'Which database do we use? PostgreSQL, as today.' },
    ]);
  });

  it('reads one open question where it goes on in a second sentence and the answer puts it off', () => {
    const open = (reply: string): readonly string[] =>
      read(
        `**Ada:** We must export the list. Does it follow the filter? If I see three people, do I get three?\n\n**Ben:** ${reply}`,
        'conversation',
      ).facts.flatMap(({ topic, text }) => (topic === 'open-question' ? [text] : []));
    const asked = 'Does it follow the filter? If I see three people, do I get three?';
    expect(open("I don't know. I will ask this week, so that stays open.")).toEqual([asked]);
    expect(open("I don't know. The retention period is still open.")).toEqual([
      asked,
      'The retention period is still open.',
    ]);
  });

  it('has a question for each that is asked, where a later one holds a word for going on', () => {
    const source = read(
      '**Аня:** Нужно выгружать список. Какой формат? Кто может менять или удалять записи?\n\n**Боря:** Не знаю.',
      'conversation',
    );
    expect(source.facts.map(({ text }) => text)).toEqual([
      'Какой формат?',
      'Кто может менять или удалять записи?',
    ]);
  });

  it.each([
    ['Il faut exporter la liste. Le format est encore à définir.', 'Le format est encore à définir.'],
    ['Нужно выгружать список. Формат — открытый вопрос.', 'Формат — открытый вопрос.'],
    ['Chúng ta cần xuất danh sách. Định dạng chưa quyết.', 'Định dạng chưa quyết.'],
  ])('says what is open in letters that are not ASCII: %s', (said, open) => {
    const { facts } = read(`**Ada:** ${said}\n\n**Ben:** Hm.`, 'conversation');
    expect(facts.flatMap(({ topic, text }) => (topic === 'open-question' ? [text] : []))).toEqual([open]);
  });

  it('may be a text in which nobody is named, where a person says so', () => {
    expect(read('We talked.\n\nWe need a CSV export.', 'conversation').requirements).toMatchObject([
      { line: 3, title: 'We need a CSV export.' },
    ]);
  });

  it.each([
    [
      [
        'so what about the export?',
        'agreed. CSV only',
        'and who can use it',
        'only admins',
        'ok, max 10k rows then',
      ],
      ['CSV only', 'and who can use it? only admins', 'ok, max 10k rows then'],
    ],
    [
      ['那导出用什么格式？', 'CSV 就行', '谁可以用？', '只有管理员', '好的，最多一万行'],
      ['那导出用什么格式？ CSV 就行', '谁可以用？ 只有管理员', '好的，最多一万行'],
    ],
    [
      ['¿qué formato?', 'solo CSV', 'vale, máximo 10 MB'],
      ['¿qué formato? solo CSV', 'vale, máximo 10 MB'],
    ],
  ])('may be a chat in which nobody is named: %s', (lines, settledPoints) => {
    const source = read(lines.join('\n'));
    expect(source.kind).toBe('conversation');
    expect(source.requirements.map(({ text }) => text)).toEqual(settledPoints);
  });

  it.each([
    ['has a heading', '# Notes\n\nok, so what?\nyes, only CSV'],
    ['has bullets', '- ok, so what?\n- yes, only CSV'],
    ['neither asks nor agrees', 'The export is a CSV file.\nAdmins can use it.'],
  ])('is none without names where it %s', (_, text) => {
    expect(read(text).kind).toBe('prd');
  });

  it('gets no advice about ids where nothing was settled', () => {
    const source = read('so how was it?\nok, thanks\nyes, great');
    expect(source.findings.map(({ check, message }) => `${check}: ${message}`)).toEqual([
      'prd-no-requirements: Nothing that was said asks for something or settles it. Add what was decided, such as "Agreed: CSV only".',
    ]);
  });

  it('is settled by a few words, not by whatever explains in a sentence with a limit', () => {
    const source = read(
      'Priya: What do I show while it runs?\nJonas: With 500 members at most it is one query and about 60 KB.\nPriya: And who may see it?\nJonas: only admins',
    );
    expect(source.requirements.map(({ text }) => text)).toEqual(['And who may see it? only admins']);
  });

  it('takes back what is scratched', () => {
    const source = read(
      'User: It must finish in 10 seconds. Scratch that. It must finish in 5 seconds.\nAssistant: It should also print.',
    );
    expect(source.requirements.map(({ title }) => title)).toEqual(['It must finish in 5 seconds.']);
  });
});

/** What holds in the end, what was replaced by which id, and what contradicts. */
function settled(lines: readonly string[]) {
  const source = read(lines.join('\n'), 'conversation');
  return {
    holds: source.requirements.map(({ id, line }) => `${line} ${id}`),
    superseded: (source.superseded ?? []).map(({ line, by }) => `${line} by ${by}`),
    contradictions: source.findings
      .filter(({ check }) => check === 'conversation-contradiction')
      .map(({ line, args }) => `${args[2]} against ${line}`),
  };
}

describe('what was decided last', () => {
  it.each([
    ['en', 'Invitations must expire after 7 days.', 'Actually, make it 3 days.'],
    ['en', 'We should store sessions in Redis.', "No, let's store sessions in PostgreSQL instead."],
    ['es', 'Las invitaciones deben caducar a los 7 días.', 'Mejor que caduquen a los 3 días.'],
    ['pt', 'Os convites devem expirar em 7 dias.', 'Na verdade, 3 dias.'],
    ['de', 'Die Einladungen sollen nach 7 Tagen ablaufen.', 'Nein, lieber nach 3 Tagen.'],
    ['fr', 'Les invitations doivent expirer après 7 jours.', 'Finalement, 3 jours.'],
    ['zh', '邀请必须在7天后过期。', '改成3天吧。'],
    ['ja', '招待は7日で期限切れにする必要があります。', 'やっぱり3日にしましょう。'],
    ['ko', '초대는 7일 후 만료되어야 합니다, 필요합니다.', '아니, 3일로 변경.'],
    ['ru', 'Приглашения должны истекать через 7 дней.', 'Нет, лучше 3 дня.'],
    ['vi', 'Lời mời phải hết hạn sau 7 ngày.', 'Thực ra, 3 ngày.'],
  ])('wins in %s: "%s" gives way to "%s"', (_, earlier, later) => {
    expect(settled([`Ana: ${earlier}`, 'Ben: Hm.', `Ana: ${later}`, 'Ben: OK.'])).toEqual({
      holds: ['3 R-001'],
      superseded: ['1 by R-001'],
      contradictions: [],
    });
  });

  it('wins as well where nobody said that it takes the place of another, which is reported', () => {
    expect(
      settled([
        'Ana: Exports must be kept for 30 days.',
        'Ben: Exports must be kept for 14 days.',
        'Ana: Guests can download exports.',
        'Ben: Guests must not download exports.',
      ]),
    ).toEqual({
      holds: ['2 R-001', '4 R-002'],
      superseded: ['1 by R-001', '3 by R-002'],
      contradictions: ['1 against 2', '3 against 4'],
    });
  });

  it('is followed over several changes to the one that holds', () => {
    expect(
      settled([
        'Ana: We need a limit of 10 exports per hour.',
        'Ben: Actually, make it 20 exports per hour.',
        'Ana: No, better 15 exports per hour instead.',
        'Ben: Fine.',
      ]),
    ).toEqual({ holds: ['3 R-001'], superseded: ['1 by R-001', '2 by R-001'], contradictions: [] });
  });

  it('may be to leave it out', () => {
    expect(
      settled([
        'Ana: We need SMS reminders for invites.',
        'Ben: SMS reminders for invites are out of scope.',
        'Ana: OK.',
        'Ben: Good.',
      ]),
    ).toEqual({ holds: [], superseded: ['1 by null'], contradictions: [] });
  });

  it('says the correction together with what it corrects where it says too little', () => {
    const source = read(
      'User: Invitations must expire after 7 days.\nAssistant: OK.\nUser: Actually, 3 days.\nAssistant: OK.',
    );
    expect(source.requirements.map(({ text }) => text)).toEqual([
      'Invitations must expire after 7 days. Actually, 3 days.',
    ]);
  });
});

describe('what a model proposes', () => {
  const talk = (reply: string) =>
    `User: How do we limit the API?\nAssistant: I suggest a limit of 100 requests per minute and key.\nUser: ${reply}\nAssistant: Done.`;
  it.each(['Yes, do that.', 'OK', 'Sounds good!', '好的', 'Sí, hazlo.'])(
    'counts once a person agreed: %s',
    (reply) => {
      expect(read(talk(reply)).requirements.map(({ line }) => line)).toEqual([2]);
    },
  );
  it.each(['Hm.', 'Why 100?', 'Not sure.'])('does not count before: %s', (reply) => {
    expect(read(`${talk(reply)}\nUser: It must be documented.`).requirements.map(({ line }) => line)).toEqual(
      [5],
    );
  });
});
