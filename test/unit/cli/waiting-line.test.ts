import { describe, expect, it } from 'vitest';
import { WaitingLine } from '../../../src/cli/drafting/waiting-line';

const wait = (seconds: number, attempt = 2) => ({ reason: 'rate-limited' as const, seconds, attempt });

function shown(isTTY: boolean, act: (line: WaitingLine) => void): string {
  let text = '';
  act(new WaitingLine({ isTTY, write: (part) => (text += part) }));
  return text;
}

describe('the line that tells of a pause', () => {
  it('is written once for each attempt into a log', () => {
    const log = shown(false, (line) => {
      for (const seconds of [3, 2, 1]) line.show(wait(seconds));
      line.show(wait(6, 3));
      line.end();
    });
    expect(log).toBe(
      'Rate limited: attempt 2 in 3 s (Ctrl+C stops)\nRate limited: attempt 3 in 6 s (Ctrl+C stops)\n',
    );
  });

  it('counts down in place on a terminal, and leaves nothing behind', () => {
    const terminal = shown(true, (line) => {
      line.show(wait(2));
      line.show(wait(1));
      line.end();
      line.end();
    });
    expect(terminal).not.toContain('\n');
    expect(
      terminal
        .split('\r\u001b[2K')
        .slice(1)
        .map((part) => part.replace(/ \(.*/, '')),
    ).toEqual(['Rate limited: attempt 2 in 2 s', 'Rate limited: attempt 2 in 1 s', '']);
  });
});
