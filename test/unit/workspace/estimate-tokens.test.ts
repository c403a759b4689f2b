import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../src/core/text/estimate-tokens';

/** Counts of the two common tokenizers (100k and 200k entries), the lower first. */
const counted: readonly (readonly [language: string, text: string, from: number, to: number])[] = [
  [
    'English',
    'The user can invite a colleague by e-mail, and the system sends a message with a private link. ',
    20,
    24,
  ],
  [
    'Russian',
    'Пользователь может пригласить коллегу по электронной почте, и система отправляет письмо со ссылкой. ',
    22,
    41,
  ],
  ['Korean', '사용자는 이메일로 동료를 초대할 수 있으며 시스템은 링크가 포함된 메일을 보냅니다. ', 25, 42],
  ['Japanese', 'ユーザーはメールで同僚を招待でき、システムはリンク付きのメールを送信します。', 26, 38],
  ['Chinese', '用户可以通过电子邮件邀请同事，系统会发送带有链接的邮件。', 18, 28],
];

describe('estimated tokens', () => {
  it.each(counted)('of %s lie between the counts of two tokenizers', (_language, text, from, to) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(from);
    expect(estimateTokens(text)).toBeLessThanOrEqual(to);
  });

  it('are none for the empty text only', () => {
    expect(estimateTokens('')).toBe(0);
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) =>
        Number.isInteger(estimateTokens(text)),
      ),
    );
    expect(estimateTokens('a')).toBe(1);
  });

  it('add up, give or take one where a text is cut', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), fc.lorem({ maxCount: 20 }), (left, right) => {
        const whole = estimateTokens(`${left}\n${right}`);
        expect(Math.abs(estimateTokens(left) + estimateTokens(right) - whole)).toBeLessThanOrEqual(2);
      }),
    );
  });
});
