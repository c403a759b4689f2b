import { describe, expect, it } from 'vitest';
import { requestHeaders } from '../../../src/models/request-headers';

const environment = (name: string): string | undefined =>
  ({ TEAM_TOKEN: 's3cret', EMPTY: '', BROKEN: 'a\r\nb' })[name];
const made = (entries: Readonly<Record<string, unknown>>) => requestHeaders(entries, environment);

describe('headers of a person', () => {
  it('are sent as set, with variables filled in', () => {
    expect(
      made({ 'X-Team': 'billing', 'X-Token': 'Bearer ${env:TEAM_TOKEN}', 'X-None': '${env:EMPTY}' }),
    ).toEqual({
      kind: 'headers',
      headers: { 'X-Team': 'billing', 'X-Token': 'Bearer s3cret', 'X-None': '' },
    });
  });

  it('that need a variable which is not set are told by its name', () => {
    expect(made({ 'X-Token': '${env:OTHER}' })).toEqual({
      kind: 'problem',
      message: 'The header X-Token needs the environment variable OTHER, which is not set.',
    });
  });

  it.each([
    ['a name with a blank', { 'X Team': 'a' }],
    ['an empty name', { '': 'a' }],
    ['a line break in a value', { 'X-Team': 'a\r\nHost: evil' }],
    ['a line break in a variable', { 'X-Team': '${env:BROKEN}' }],
    ['characters that no header can hold', { 'X-Team': '漢' }],
    ['no text', { 'X-Team': 7 }],
    ['the host', { Host: 'evil.example' }],
    ['the length', { 'content-length': '0' }],
  ])('are refused, and their values not told: %s', (_, entries) => {
    const result = made(entries);
    expect(result.kind).toBe('problem');
    expect(JSON.stringify(result)).not.toMatch(/evil|漢|s3cret/);
  });
});
