import { describe, expect, it } from 'vitest';
import { readAddress, readTyped } from '../../../src/host/models/openai-address';

describe('the address of an OpenAI-compatible service', () => {
  it("is OpenAI's own where none is set", () => {
    expect(readAddress('  ')).toMatchObject({ origin: 'https://api.openai.com', local: false });
  });

  it.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:8080/v1/',
    'http://[::1]:1234',
    'http://192.168.1.20/v1',
    'http://10.0.0.3',
    'http://172.20.1.1',
    'http://gpu.local:8000/v1',
  ])('%s is local and may need no key', (baseUrl) => {
    expect(readAddress(baseUrl)).toMatchObject({ kind: 'server', local: true });
  });

  it.each([
    'https://api.example.com/v1',
    'http://172.32.0.1',
    'http://11.0.0.1',
    'https://127.0.0.1.example.com',
    'https://10.evil.example',
    'https://localhost.example.com',
  ])('%s is not local', (baseUrl) => {
    expect(readAddress(baseUrl)).toMatchObject({ kind: 'server', local: false });
  });

  it.each(['api.example.com', 'ftp://example.com', 'javascript:alert(1)', 'https://user:secret@example.com'])(
    '%s is none',
    (baseUrl) => {
      expect(readAddress(baseUrl)).toEqual({ kind: 'invalid' });
    },
  );

  it('tells servers apart by scheme, host and port', () => {
    const origin = (baseUrl: string) => {
      const address = readAddress(baseUrl);
      return address.kind === 'server' ? address.origin : null;
    };
    expect(origin('https://a.example/v1')).toBe(origin('https://a.example/other'));
    expect(origin('https://a.example/v1')).not.toBe(origin('http://a.example/v1'));
    expect(origin('http://localhost:1/v1')).not.toBe(origin('http://localhost:2/v1'));
  });
});

describe('a base URL that is typed without a scheme', () => {
  it.each([
    ['localhost:11434/v1', 'http://localhost:11434/v1'],
    ['127.0.0.1:1234/v1', 'http://127.0.0.1:1234/v1'],
    ['192.168.1.20:8000', 'http://192.168.1.20:8000'],
    ['gpu-box:8000/v1', 'http://gpu-box:8000/v1'],
    ['0.0.0.0:1234/v1', 'http://0.0.0.0:1234/v1'],
    [' models.example.com/v1 ', 'https://models.example.com/v1'],
    ['https://models.example.com/', 'https://models.example.com'],
  ])('of %s is %s', (typed, baseUrl) => {
    expect(readTyped(typed)).toMatchObject({ kind: 'server', baseUrl });
  });

  it.each([
    '',
    '  ',
    'ftp://models.example.com',
    'my server',
    'me:secret@models.example.com',
    'me@host',
    'http:/localhost:1',
    'https//a.example',
    'C:\\models',
  ])('of "%s" is none', (typed) => {
    expect(readTyped(typed)).toEqual({ kind: 'invalid' });
  });
});
