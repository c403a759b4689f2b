import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../src/models/retry-after';

const now = Date.parse('2026-03-01T12:00:00Z');
const told = (headers: Record<string, string>) => retryAfterSeconds(new Headers(headers), now);

describe('what a server says about the next attempt', () => {
  it.each([
    ['a number of seconds', { 'retry-after': '12' }, 12],
    ['a fraction, as some gateways send it', { 'retry-after': '0.5' }, 0.5],
    ['milliseconds before seconds', { 'retry-after-ms': '1500', 'retry-after': '2' }, 1.5],
    ['a date', { 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' }, 30],
    [
      "a date by the server's own clock",
      { 'retry-after': 'Sun, 01 Mar 2026 15:00:30 GMT', date: 'Sun, 01 Mar 2026 15:00:00 GMT' },
      30,
    ],
    ['a date that is over', { 'retry-after': 'Sun, 01 Mar 2026 11:00:00 GMT' }, 0],
    ['nothing', {}, undefined],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
  ])('is read: %s', (_, headers, seconds) => {
    expect(told(headers)).toBe(seconds);
  });
});
