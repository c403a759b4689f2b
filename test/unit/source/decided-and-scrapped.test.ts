import { describe, expect, it } from 'vitest';
import { readTurns } from '../../../src/core/source/conversation/read-turns';
import { read } from './read';

/** What a conversation settles, each with its line. */
function talk(...lines: readonly string[]) {
  const source = read(lines.join('\n'), 'conversation');
  const told = (topic: string): readonly string[] =>
    source.facts.filter((fact) => fact.topic === topic).map(({ line, text }) => `${line} ${text}`);
  return {
    requirements: source.requirements.map(({ line, text }) => `${line} ${text}`),
    decisions: told('decision'),
    open: told('open-question'),
    outOfScope: source.outOfScope.map(({ line }) => line),
    superseded: (source.superseded ?? []).map(({ line, by }) => `${line} by ${by}`),
  };
}

const speakers: readonly (readonly [form: string, opening: (name: string, time: string) => string])[] = [
  ['a name', (name) => `${name}:`],
  ['a time and a name', (name, time) => `[${time}] ${name}:`],
  ['a name, a comma and a time', (name, time) => `${name}, ${time}:`],
  ['a bold name and a time', (name, time) => `**${name}** (${time}):`],
  ['a name, a dash and a time', (name, time) => `${name} – ${time}:`],
  ['a name, a date and a time', (name, time) => `${name}, 2026-10-12, ${time}:`],
];

describe('a conversation that decides, puts off and strikes out', () => {
  it.each(speakers)('is read alike where a turn opens with %s', (_form, opening) => {
    expect(
      talk(
        `${opening('Ana', '09:15')} Let's use a cookie, simpler.`,
        `${opening('Jonas', '09:20')} No, a cookie doesn't work across devices. Decision: we store it in the members table, column muted_until.`,
        `${opening('Ana', '09:21')} Agreed. It must be possible to mute for 1 day, 1 week or forever.`,
        `${opening('Lea', '09:31')} Should owners see who muted?`,
        `${opening('Ana', '09:32')} not sure, let's ask Mara.`,
        `${opening('Ana', '09:41')} And scrap "forever", legal says max 1 year.`,
      ),
    ).toEqual({
      requirements: [
        '2 Decision: we store it in the members table, column muted_until.',
        '6 It must be possible to mute for 1 day, 1 week or forever. And scrap "forever", legal says max 1 year.',
      ],
      decisions: ['2 Decision: we store it in the members table, column muted_until.'],
      open: ['4 Should owners see who muted?'],
      outOfScope: [],
      superseded: ['1 by null', '3 by R-002'],
    });
  });

  it.each([
    ['Ana, 9:15 AM: hi', 'Ana'],
    ['Ana, 09:15 Uhr: hallo', 'Ana'],
    ['Ana, 9h15 : salut', 'Ana'],
    ['Ana Silva, 12.10.2026, 09:15: olá', 'Ana Silva'],
    ['Анна, 09:15: привет', 'Анна'],
    ['安娜，09:15：你好', '安娜'],
    ['安娜，上午9:15：你好', '安娜'],
    ['アナ、9時15分：こんにちは', 'アナ'],
    ['아나, 오전 9:15: 안녕하세요', '아나'],
    ['Ana @ 09:15: hi', 'Ana'],
  ])('knows who speaks in %s', (line, speaker) => {
    expect(readTurns(line).map((turn) => turn.speaker)).toEqual([speaker]);
  });

  it.each([
    'Decision: we store it in the members table.',
    '**Decision:** the members table keeps it.',
    'Decision on storage: the members table keeps it.',
    'Decision: open the list in a new tab.',
    'So, decided: the members table keeps it.',
    'Entscheidung: Wir speichern es in der Tabelle members.',
    'Beschluss 2: Es steht in der Tabelle members.',
    'Decisión: lo guardamos en la tabla members.',
    'Decisão: guardamos na tabela members.',
    'Décision : on le garde dans la table members.',
    'Решение: храним это в таблице members.',
    'Quyết định: lưu trong bảng members.',
    '决定：存到成员表里。',
    '決定：メンバー表に保存します。',
    '결정: 멤버 테이블에 저장합니다.',
  ])('takes what is labelled as decided: %s', (sentence) => {
    const { requirements, decisions } = talk('Ana: Hello.', `Jonas: ${sentence}`, 'Ana: Hello again.');
    const expected = [`2 ${sentence.replaceAll('**', '')}`];
    expect([requirements, decisions]).toEqual([expected, expected]);
  });

  it('takes the lines below such a label, and the label for nobody who speaks', () => {
    expect(
      talk(
        'Ana: We need to mute mails.',
        'Jonas: Right.',
        'Decision:',
        '- the members table keeps it',
        '- no SMS',
        '',
        'We met in room 4.',
        'Decision: owners see nothing.',
      ),
    ).toEqual({
      requirements: [
        '1 We need to mute mails.',
        '4 the members table keeps it',
        '8 Decision: owners see nothing.',
      ],
      decisions: ['4 the members table keeps it', '5 no SMS', '8 Decision: owners see nothing.'],
      open: [],
      outOfScope: [5],
      superseded: [],
    });
  });

  it.each([
    'Decision: open',
    'Decision: to be decided by Mara',
    'Decision: postponed.',
    "Decision: let's ask Mara.",
    'Decision: which table?',
    'Entscheidung: vertagt',
    'Decisión: pendiente',
    'Решение: отложено',
    '决定：待定',
  ])('takes nothing that is not decided yet: %s', (sentence) => {
    const { requirements, decisions } = talk('Ana: Hello.', `Jonas: ${sentence}`);
    expect([requirements, decisions]).toEqual([[], []]);
  });

  it.each([
    'Decision: no cookies.',
    'Decision: we will not use cookies.',
    'Beschluss: keine Cookies.',
    'Decisão: sem cookies.',
  ])('leaves out what is decided against: %s', (sentence) => {
    const source = talk("Ana: Let's use cookies here.", 'Ben: Hm.', `Jonas: ${sentence}`);
    expect([source.requirements, source.outOfScope, source.superseded]).toEqual([[], [3], ['1 by null']]);
  });

  it('puts the question before a decision of a word', () => {
    const source = talk('Ana: Should we log it? Decision: yes.', 'Ben: Should we mail it? Decision: no.');
    expect([source.requirements, source.outOfScope, source.decisions]).toEqual([
      ['1 Should we log it? Decision: yes.'],
      [2],
      ['1 Should we log it? Decision: yes.', '2 Should we mail it? Decision: no.'],
    ]);
  });

  it.each(['Okta login.', 'high contrast mode', 'simple list view', 'right sidebar'])(
    'takes a short decision for more than a yes: %s',
    (what) => {
      expect(talk('Ana: I looked at it.', `Ben: Decision: ${what}`).requirements).toEqual([
        `2 Decision: ${what}`,
      ]);
    },
  );

  it("puts somebody else's question before a decision of a word", () => {
    const source = talk('Ana: Should we log it?', 'Ben: Decision: yes.');
    expect(source.requirements).toEqual(['2 Should we log it? Decision: yes.']);
  });

  it('leaves out what is decided against right after it was said', () => {
    const source = talk("Ana: Let's use cookies here.", 'Jonas: Decision: no cookies.');
    expect([source.requirements, source.outOfScope, source.decisions]).toEqual([
      [],
      [2],
      ['2 Decision: no cookies.'],
    ]);
  });

  it.each([
    ["not sure, let's ask Mara."],
    ["let's check with legal first"],
    ['we should discuss that tomorrow'],
    ['we need to ask the legal team'],
    ["Let's see what legal says."],
    ["Ok. Let's ask Mara."],
    ['Weiß nicht, wir müssen Mara fragen.'],
    ['Das müssen wir noch klären.'],
    ['Lasst uns das morgen besprechen.'],
    ['No sé, tenemos que preguntarle a Mara.'],
    ['Hay que hablarlo con legal.'],
    ['Não sei, vamos perguntar à Mara.'],
    ['Il faut demander à Mara.'],
    ['On doit en discuter.'],
    ['Не знаю, надо спросить Мару.'],
    ['Давайте обсудим завтра.'],
    ['Không biết, phải hỏi Mara.'],
    ['不确定，我们需要问一下玛拉。'],
    ['マラさんに確認しましょう。'],
    ['마라 님에게 물어봐야 합니다.'],
  ])('asks nothing of the product where somebody is to be asked: %s', (reply) => {
    expect(talk('Lea: Should owners see who muted?', `Ana: ${reply}`, 'Lea: Good.')).toEqual({
      ...{ requirements: [], decisions: [], outOfScope: [], superseded: [] },
      open: ['1 Should owners see who muted?'],
    });
  });

  it.each([
    "Let's ask for confirmation before deleting.",
    'We must ask the user before we delete the workspace.',
    "Let's ask Customers to confirm.",
    'We should check the size of the file.',
    'We must wait for the payment.',
    'Wir müssen den Nutzer fragen, bevor wir löschen.',
    'Hay que preguntar al usuario antes de borrar.',
    'Il faut demander à l’utilisateur.',
    'Надо спросить пользователя.',
    "Let's ask Mara, but it must be possible to mute all.",
    'We need to see the log of all exports.',
  ])('takes what the product asks and checks: %s', (sentence) => {
    expect(talk('Lea: Hello.', `Ana: ${sentence}`).requirements).toEqual([`2 ${sentence}`]);
  });

  it.each([
    ['It must be possible to mute for 1 day, 1 week or forever.', 'And scrap "forever".'],
    ['It must be possible to mute for 1 day, 1 week or forever.', "let's drop forever"],
    ['Man muss für 1 Tag, 1 Woche oder unbegrenzt stumm schalten können.', 'Streichen wir „unbegrenzt“.'],
    ['Man muss für 1 Tag, 1 Woche oder unbegrenzt stumm schalten können.', 'Unbegrenzt fällt weg.'],
    ['Se debe poder silenciar 1 día, 1 semana o siempre.', 'Quitemos «siempre».'],
    ['Deve ser possível silenciar por 1 dia, 1 semana ou sempre.', 'Esquece «sempre».'],
    ['On doit pouvoir couper 1 jour, 1 semaine ou toujours.', 'Laissons tomber « toujours ».'],
    ['Нужно отключать на 1 день, 1 неделю или навсегда.', 'Убираем «навсегда».'],
    ['Phải tắt được 1 ngày, 1 tuần hoặc mãi mãi.', 'Bỏ “mãi mãi”.'],
    ['需要支持静音1天、1周或永久。', '去掉“永久”。'],
    ['1日、1週間または無期限のミュートが必要です。', '「無期限」はなしで。'],
    ['1일, 1주 또는 무기한 음소거가 필요합니다.', '"무기한"은 빼죠.'],
  ])('strikes one thing out of a list: %s %s', (statement, scraps) => {
    const source = talk(`Ana: ${statement}`, 'Ben: Hm.', `Ana: ${scraps}`);
    expect(source.requirements.at(-1)).toMatch(/^3 .+/u);
    expect(source.requirements.at(-1)).toContain(scraps);
    expect(source.requirements.at(-1)?.length).toBeGreaterThan(scraps.length + 8);
    expect(source.superseded).toEqual(['1 by R-001']);
  });

  it.each([
    ["Let's use a cookie for that.", 'Scrap the cookie.'],
    ["Let's use a cookie for that.", "ok, let's drop the cookie, it is slow"],
    ['Wir brauchen ein Cookie.', 'Das Cookie streichen wir.'],
    ['Necesitamos una cookie.', 'Descartemos la cookie.'],
    ['Il faut un cookie.', 'On oublie le cookie.'],
    ['Нам нужно cookie.', 'Убираем cookie.'],
  ])('strikes out a whole statement: %s %s', (statement, scraps) => {
    const source = talk(`Ana: ${statement}`, 'Ben: Hm.', `Ana: ${scraps}`);
    expect([source.requirements, source.outOfScope, source.superseded]).toEqual([[], [3], ['1 by null']]);
  });

  it.each([
    "Let's drop connections after 5 minutes.",
    'We must remove expired tokens.',
    'Users must delete tokens.',
  ])('strikes out nothing where the product drops something: %s', (sentence) => {
    const source = talk('Ana: We need tokens and connections.', 'Ben: Hm.', `Ana: ${sentence}`);
    expect(source.requirements).toEqual(['1 We need tokens and connections.', `3 ${sentence}`]);
  });
});
