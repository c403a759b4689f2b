import { describe, expect, it } from 'vitest';
import { read } from './read';

/** Requirements of a conversation, each with its line. */
function settled(...lines: readonly string[]): readonly string[] {
  return read(lines.join('\n'), 'conversation').requirements.map((one) => `${one.line} ${one.text}`);
}
const need = 'Ana: we need an export of the orders';
const needed = '1 we need an export of the orders';

describe('what people agree to without a word of demanding', () => {
  it.each([
    ["Ben: ok. I'd limit it to one year per export", 'Ana: agreed', "2 I'd limit it to one year per export"],
    [
      'Ben: und wir speichern den Verlauf 30 Tage lang',
      'Ana: ja',
      '2 und wir speichern den Verlauf 30 Tage lang',
    ],
    [
      'Ben: on garde les fichiers pendant un mois',
      "Ana: d'accord",
      '2 on garde les fichiers pendant un mois',
    ],
  ])('is an offer: "%s" - "%s"', (offer, reply, requirement) => {
    expect(settled(need, offer, reply)).toEqual([needed, requirement]);
  });

  it('is no offer that is refused, passed over or only asked', () => {
    expect(settled(need, "Ben: I'd store the jobs in Redis then", 'Ana: no, Redis holds queues')).toEqual([
      needed,
    ]);
    expect(settled(need, "Ben: I'd store the jobs in Redis then", 'Ana: hm, who knows Redis?')).toEqual([
      needed,
    ]);
    expect(settled(need, "Ben: I'd store it in Redis, right?", 'Ana: hm')).toEqual([needed]);
  });

  it('is the amount that was named last, in place of the first', () => {
    expect(settled(need, 'Ana: and rate limit it, 3 exports per hour', 'Ben: 5 maybe?', 'Ana: ok 5')).toEqual(
      [needed, '3 and rate limit it, 5 exports per hour'],
    );
    expect(
      settled(
        need,
        'Ben: it must keep the file for 30 days',
        'Ana: 60 please, audits take long',
        'Ben: fine, 60',
      ),
    ).toEqual([needed, '3 it must keep the file for 60 days']);
  });

  it('is not the first amount where nobody agrees to another', () => {
    expect(
      settled(need, 'Ben: it must keep the file for 30 days', 'Ana: 60 please', 'Ben: no, 30 is the law'),
    ).toContain('2 it must keep the file for 30 days');
  });

  it.each(['100%.', '2 min.', '2 things, the logo is wrong'])(
    'is no amount of something else: "%s"',
    (said) => {
      expect(settled(need, 'Ben: Uploads must be limited to 50 MB.', `Ana: ${said}`, 'Ben: great')).toEqual([
        needed,
        '2 Uploads must be limited to 50 MB.',
      ]);
    },
  );

  it('is what stands before a "let\'s do that"', () => {
    expect(
      settled(need, "Ben: by law it's until the end of the third year", "Ana: right, let's do that then"),
    ).toEqual([needed, "2 by law it's until the end of the third year"]);
  });

  it('is what was asked, where the answer is a yes that says more', () => {
    expect(
      settled(need, 'Ben: does an export hold returned orders?', 'Ana: yes, marked as returned'),
    ).toEqual([needed, '3 does an export hold returned orders? yes, marked as returned']);
    expect(settled(need, 'Ben: sollen Gäste das auch können?', 'Ana: ja, aber nur mit Code')).toContain(
      '3 sollen Gäste das auch können? ja, aber nur mit Code',
    );
  });

  it('is no answer about somebody or about the work', () => {
    expect(settled(need, 'Ben: can you review it?', 'Ana: yes, tomorrow morning')).toEqual([needed]);
    expect(settled(need, 'Ben: do we have a test server?', 'Ana: yes, since May')).toEqual([needed]);
    expect(settled(need, 'Ben: is it done?', 'Ana: yes, all of it, I think')).toEqual([needed]);
    expect(
      settled(need, 'Ben: Is the staging server up again?', 'Ana: yes, I restarted it this morning'),
    ).toEqual([needed]);
    expect(settled(need, 'Ben: We could meet on Thursday at ten.', "Ana: ok, let's do that")).toEqual([
      needed,
    ]);
  });

  it.each([
    ['Should the confirmation pop up?', 'yes, on every screen'],
    ['Should customers get a mail when the order is done?', 'yes, with the receipt attached'],
    ['does the export show whether the device is working?', 'yes, in its own column'],
    ['Should the calendar remind people before we meet?', 'yes, ten minutes before'],
    ['能不能在开会前提醒参加者？', '可以，提前十分钟提醒'],
    ['打ち合わせの前に通知できますか？', 'はい、十分前に通知します'],
    ['만나는 시간을 표시해도 되나요?', '네, 목록에 표시합니다'],
  ])('is an answer about the product, whose words are those of people, too: "%s"', (question, answer) => {
    expect(settled(need, `Ben: ${question}`, `Ana: ${answer}`)).toEqual([needed, `3 ${question} ${answer}`]);
  });

  it.each([
    'We could sync the calendar every hour in the background',
    'We will call it Archive in the menu',
    'I indeed want to keep all of the rows',
    "I'd log every call and keep it, I used that before",
    "I'd keep the draft until I press save",
  ])('is an offer for the product, whose words are those of people, too: "%s"', (offer) => {
    expect(settled(need, `Ben: ${offer}`, "Ana: ok, let's do that")).toEqual([needed, `2 ${offer}`]);
  });

  it.each([
    ['it must keep the file for 30 minutes', '20 mins', 'it must keep the file for 20 minutes'],
    ['it must keep the file for 30 min', '20 minutes', 'it must keep the file for 20 min'],
    ['wait for 30 seconds before it closes', '10 secs', 'wait for 10 seconds before it closes'],
    ['it must keep files up to 1 day', '2 days', 'it must keep files up to 2 day'],
    ['it must allow 30% off', '20 percent', 'it must allow 20% off'],
  ])('is an amount of the same unit, however it is spelled: "%s" - "%s"', (first, second, then) => {
    expect(settled(need, `Ben: ${first}`, `Ana: ${second}`, 'Ben: ok')).toEqual([needed, `3 ${then}`]);
  });
});
