import { describe, expect, it } from 'vitest';
import { read } from './read';

/** What a conversation settles: requirements, what was replaced by which, and what is out of scope, each with its line. */
function settled(text: string) {
  const source = read(text, 'conversation');
  return {
    requirements: source.requirements.map((one) => `${one.line} ${one.text}`),
    superseded: (source.superseded ?? []).map((one) => `${one.line} by ${one.by}`),
    outOfScope: source.outOfScope.map(({ line }) => line),
  };
}
const talk = (...lines: readonly string[]) => settled(lines.join('\n'));

describe('a conversation with refusals and agreements', () => {
  it('of Markdown with names and times, in which a delivery by mail is refused', () => {
    const source = talk(
      '# Chat about the export',
      '**Mara (09:02):** We need to let admins export the order list as CSV.',
      '**Tom (09:03):** How many rows are we talking about?',
      '**Mara (09:04):** Usually 2,000, at most 50,000.',
      "**Tom (09:05):** Hm, that can take a while. let's do it async with e-mail delivery",
      "**Mara (09:06):** no, I don't want mail.",
      '**Tom (09:07):** ok. Then stream it, and show a message above 10,000 rows',
      '**Mara (09:08):** Fine. Columns: order number, date, customer, total',
      '**Tom (09:09):** agreed, those four columns',
      '**Ines (09:10):** audit event for each export please',
      '**Mara (09:11):** yes.',
    );
    expect(source).toEqual({
      requirements: [
        '2 We need to let admins export the order list as CSV.',
        '4 How many rows are we talking about? Usually 2,000, at most 50,000.',
        '7 Then stream it, and show a message above 10,000 rows',
        '8 Columns: order number, date, customer, total',
        '10 audit event for each export please',
      ],
      superseded: ['5 by null'],
      outOfScope: [6],
    });
  });

  it('of chat lines with times, in which somebody takes back what they proposed', () => {
    const source = talk(
      '[10:01] Lea: customers should be able to cancel a booking until 24 hours before',
      "[10:02] Jan: let's send an sms when somebody cancels",
      '[10:02] Lea: no sms, too expensive',
      "[10:03] Jan: let's have a confirmation page then",
      '[10:03] Lea: good',
      "[10:04] Jan: let's add a reason field as well",
      '[10:05] Jan: hmm, rather not, nobody fills that in',
      '[10:06] Lea: warn the user when the fee applies',
      '[10:07] Jan: no problem',
      '[10:08] Lea: log every cancellation please',
      '[10:09] Jan: should we refund automatically?',
      '[10:09] Lea: no, finance does that by hand',
    );
    expect(source).toEqual({
      requirements: [
        '1 customers should be able to cancel a booking until 24 hours before',
        "4 let's have a confirmation page then",
        '8 warn the user when the fee applies',
        '10 log every cancellation please',
      ],
      superseded: ['2 by null', '6 by null'],
      outOfScope: [],
    });
  });

  it('copied out of a chat, in which a list answers a question and a reason refuses', () => {
    const source = talk(
      'Ana Silva  10:02 AM',
      'hey, the shared calendar must show absences',
      'Ben Ito  10:03 AM',
      'which fields do we show?',
      'Ana Silva  10:04 AM',
      'name, team, first day and last day',
      'Ben Ito  10:04 AM',
      'ok',
      'Ben Ito  10:05 AM',
      "let's sync it with Outlook every hour",
      'Ana Silva  10:06 AM',
      'no, legal is against that',
      'Ben Ito  10:07 AM',
      "alright, let's have a download as ICS then",
      'Ana Silva  10:08 AM',
      'yes please',
      'Ben Ito  10:09 AM',
      'can you send me the minutes please',
    );
    expect(source).toEqual({
      requirements: [
        '2 hey, the shared calendar must show absences',
        '6 which fields do we show? name, team, first day and last day',
        "14 alright, let's have a download as ICS then",
      ],
      superseded: ['10 by null'],
      outOfScope: [],
    });
  });
});

describe('a proposal', () => {
  it.each([
    ['en', "Let's deliver it by e-mail.", "No, I don't want mail."],
    ['en', "Let's deliver it by e-mail.", 'nah, too slow'],
    ['en', "Let's deliver it by e-mail.", "we don't want mail"],
    ['en', "Let's deliver it by e-mail. OK?", 'no'],
    ['es', 'Debemos enviar el informe por correo.', 'No, no quiero correo.'],
    ['pt', 'Devemos mandar o relatório por e-mail.', 'Melhor não.'],
    ['fr', 'Nous devons envoyer le rapport par mail.', 'Non, trop lent.'],
    ['de', 'Wir müssen den Bericht per Mail schicken.', 'Nein, ich will keine Mail.'],
    ['de', 'Wir müssen den Bericht per Mail schicken.', 'lieber nicht'],
    ['ru', 'Нужно отправлять отчёт по почте.', 'Нет, слишком медленно.'],
    ['zh', '我们需要用邮件发送报表。', '不，太慢了'],
    ['ja', 'メールで送る必要があります。', 'いや、遅いです'],
    ['ko', '메일로 보내야 합니다, 필요합니다.', '아니요, 너무 느려요'],
    ['vi', 'Chúng ta cần gửi báo cáo qua email.', 'Không, chậm quá.'],
  ])('is none any more once it is refused, in %s: "%s" - "%s"', (_, proposal, refusal) => {
    expect(talk(`Ana: ${proposal}`, `Ben: ${refusal}`, 'Ana: OK.')).toMatchObject({
      requirements: [],
      superseded: ['1 by null'],
    });
  });

  it.each([
    ["Let's deliver it by e-mail.", 'no problem'],
    ["Let's deliver it by e-mail.", "no, that's fine"],
    ["Let's deliver it by e-mail. Any objections?", 'no'],
    ['We must not send mails.', 'no, never'],
    ['Only owners can invite.', 'no, admins too'],
    ['The export should be a CSV file.', 'No charts yet?'],
    ['The export should be a CSV file.', "I don't want to wait for it."],
    ['Users must get an e-mail.', "I don't want e-mail to be sent at night."],
    ["Let's deliver it by e-mail.", 'No. 5 on the list was about that.'],
    ['Нужно выгружать отчёт в CSV.', 'Станет быстрее выгрузка отчёта в CSV.'],
    ['メールで送る必要があります。', 'そういえば、会議は三時です。'],
    ['メールで送る必要があります。', '速いやつですね。'],
    ['メールで送る必要があります。', '反対側のチームも喜びます。'],
    ['메일로 보내야 합니다, 필요합니다.', '아니면 CSV도 좋겠네요.'],
    ['我们需要用邮件发送报表。', '如果不行就再看。'],
    ['メールで送る必要があります。', 'いやな通知ですね。'],
  ])('stays where nobody refuses it: "%s" - "%s"', (proposal, reply) => {
    expect(talk(`Ana: ${proposal}`, `Ben: ${reply}`, 'Ana: Good.').superseded).toEqual([]);
  });

  it.each([
    ['Users must get an e-mail.', 'No e-mail without a link to unsubscribe.'],
    ['The export must work for owners.', 'No export takes longer than 5 s today.'],
  ])('keeps its words where a "no" only limits it: "%s" - "%s"', (proposal, reply) => {
    const { requirements } = talk(`Ana: ${proposal}`, `Ben: ${reply}`, 'Ana: Good.');
    expect(requirements).toEqual([`2 ${proposal} ${reply}`]);
  });

  it('of a model is none of the person who says that they do not agree', () => {
    const answer = (reply: string) =>
      talk('助手：建议用邮件发送报表。', `用户：${reply}`).requirements.length;
    expect(answer('同意。')).toBe(1);
    expect(answer('不同意。')).toBe(0);
    expect(answer('不行。')).toBe(0);
  });

  it('gives way to what a refusal demands instead', () => {
    expect(
      talk(
        "Ana: Let's deliver it by e-mail.",
        "Ben: no, I don't want mail, we should show a link",
        'Ana: OK.',
      ),
    ).toEqual({
      requirements: ["2 no, I don't want mail, we should show a link"],
      superseded: ['1 by R-001'],
      outOfScope: [2],
    });
  });
});

describe('a short request', () => {
  it.each([
    'audit event for each export please',
    'a filter by team, pls',
    'show a message above 10,000 rows',
    'and then warn the owner when the quota is full',
    'block the account after five attempts',
    'un evento de auditoría por exportación, por favor',
    'um filtro por equipe, por favor',
    'mostrar un aviso cuando falle',
    'un filtre par équipe, svp',
    'bitte nicht vergessen: ein Filter nach Team, bitte',
    'zeige einen Hinweis ab 10.000 Zeilen',
    'фильтр по команде, пожалуйста',
    'показать сообщение, если строк больше 10000',
    '请增加审计事件',
    '監査イベントを追加してください',
    '감사 이벤트를 추가해 주세요',
    'hiển thị thông báo khi quá 10.000 dòng',
  ])('is a requirement: %s', (request) => {
    expect(talk('Ana: Hi there.', `Ben: ${request}`, 'Ana: OK.').requirements).toEqual([`2 ${request}`]);
  });

  it.each([
    'yes please',
    'wait a moment please',
    'send me the list please',
    'run the tests again please',
    'show me the list when it is ready',
    'show a message',
    'Momento, bitte',
  ])('is none where it is asked of the other speaker, or says too little: %s', (request) => {
    expect(talk('Ana: Hi there.', `Ben: ${request}`, 'Ana: OK.').requirements).toEqual([]);
  });
});

describe('a list', () => {
  it.each([
    ['Columns: number, date, total', 'agreed', ['1 Columns: number, date, total']],
    ['Columns: number, date, total', 'Hm, let me check.', []],
    ['Columns: number and date', 'ok', []],
    ['Background: it was slow last year, then we bought a larger server for it, and it got worse', 'ok', []],
  ])('is settled where the next speaker agrees: "%s" - "%s"', (list, reply, expected) => {
    expect(talk(`Ana: ${list}`, `Ben: ${reply}`, 'Ana: Bye.', 'Ben: Bye.').requirements).toEqual(expected);
  });
});

describe('what speakers agree on for themselves', () => {
  const demand = 'Ana: We need an export as CSV.';

  it.each([
    ['when can we meet?', 'Monday, Tuesday or Friday'],
    ["who's coming?", 'Tom, Lea, Ines'],
    ['¿Cuándo nos vemos?', 'lunes, martes o viernes'],
    ['Wann treffen wir uns?', 'Montag, Dienstag oder Freitag'],
    ['什么时候开会？', '周一、周二、周五'],
  ])('is no requirement: "%s" - "%s"', (question, list) => {
    const { requirements } = talk(demand, `Ben: ${question}`, `Ana: ${list}`, 'Ben: ok');
    expect(requirements).toEqual(['1 We need an export as CSV.']);
  });

  it.each([
    'send the slides after the call',
    'log your hours before Friday',
    'keep the door open until I come',
  ])('nor is what one of them is to do: "%s"', (order) => {
    expect(talk(demand, `Ben: ${order}`).requirements).toEqual(['1 We need an export as CSV.']);
  });
});
