import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/core/secrets/mask-secrets';
import { plantedSecrets } from './planted-secrets';

const planted = plantedSecrets(1);

/** The part of a value that must be gone even if a tail were left over. */
function pieces(value: string): readonly string[] {
  return value.split(/\\n|\n/).flatMap((line) => {
    if (/^-----/.test(line)) return [];
    return line.length <= 16 ? [line] : [line.slice(0, 16), line.slice(-12)];
  });
}

describe('masking secrets', () => {
  it.each(planted)('takes out: $kind', ({ value, line }) => {
    const { text, secrets } = maskSecrets(`Before it.\n\n${line}\n\nAfter it.\n`);
    for (const piece of pieces(value)) expect(text).not.toContain(piece);
    expect(secrets[0]?.line).toBe(3);
    expect(secrets).toHaveLength(1);
    expect(text).toContain('[secret removed: ');
    expect(text.split('\n').slice(-3)).toEqual(['', 'After it.', '']);
  });

  it('takes out secrets of any value, wherever they stand', () => {
    const frames = [
      (line: string) => line,
      (line: string) => `- ${line}`,
      (line: string) => `> ${line.replaceAll('\n', '\n> ')}`,
      (line: string) => `\`\`\`\n${line}\n\`\`\``,
      (line: string) => `| a | ${line.replaceAll('\n', '\\n')} |`,
      (line: string) => `text,${line},text`,
      (line: string) => `一二三 ${line} 四五六`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 2 }),
        fc.nat(planted.length - 1),
        fc.constantFrom(...frames),
        (seed, at, frame) => {
          const { value, line } = plantedSecrets(seed)[at] ?? { value: 'never', line: '' };
          const { text } = maskSecrets(frame(line));
          for (const piece of pieces(value)) expect(text).not.toContain(piece);
        },
      ),
      // The seed is fixed: a random value may happen to read like words.
      { numRuns: 2000, seed: 1 },
    );
  });

  it('is done once: masked text has no secrets', () => {
    const all = planted.map(({ line }) => line).join('\n\n');
    for (const length of ['free', 'same'] as const) {
      const { text } = maskSecrets(all, length);
      expect(maskSecrets(text, length)).toEqual({ text, secrets: [] });
    }
  });

  it('keeps every offset where asked to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...planted.map(({ line }) => line)))),
        (parts) => {
          const text = parts.join('\n');
          const masked = maskSecrets(text, 'same').text;
          expect(masked.length).toBe(text.length);
          expect([...masked.matchAll(/\n/g)].map(({ index }) => index)).toEqual(
            [...text.matchAll(/\n/g)].map(({ index }) => index),
          );
        },
      ),
    );
  });

  it('leaves every other text as it is, and keeps the lines', () => {
    const token = planted.find(({ kind }) => kind === 'GitHub token')?.value ?? '';
    const key = planted.find(({ kind }) => kind === 'RSA private key')?.value ?? '';
    const { text, secrets } = maskSecrets(`a ${token} b\n${key}\nc`);
    expect(text).toBe(
      `a [secret removed: GitHub token] b\n[secret removed: private key]${'\n'.repeat(7)}\nc`,
    );
    expect(secrets).toEqual([
      { kind: 'GitHub token', line: 1 },
      { kind: 'private key', line: 2 },
    ]);
  });

  it('takes out a private key whose end is missing', () => {
    const key = planted.find(({ kind }) => kind === 'OpenSSH private key')?.value ?? '';
    const cut = key.slice(0, key.lastIndexOf('\n'));
    const { text } = maskSecrets(`Key:\n${cut}\n\nNothing else.`);
    for (const piece of pieces(cut)) expect(text).not.toContain(piece);
    expect(text).toContain('Nothing else.');
  });

  it('is not switched off by a comment in the document', () => {
    const { line, value } = planted.find(({ kind }) => kind === 'GitHub token') ?? { line: '', value: '' };
    expect(maskSecrets(`<!-- secretlint-disable -->\n${line}`).text).not.toContain(value);
  });

  it.each([
    'export OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    `aws_access_key_id = AKIA${'IOSFODNN7'}EXAMPLE`,
    `aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/${'bPxRfiCY'}EXAMPLEKEY`,
    'GITHUB_TOKEN=ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'GITHUB_TOKEN=<your-key>',
    'password: changeme',
    'API_KEY=${API_KEY}',
    'token: {{ secrets.GITHUB_TOKEN }}',
    'apiKey: process.env.SERVICE_KEY_V2_PRODUCTION',
    'postgres://user:password@localhost:5432/app',
    'postgres://postgres:postgres@db/app',
    'https://user:${PASSWORD}@host/path',
    'redis://localhost:6379/0 and https://example.com:8080/a@b',
    'The server never logs a line that begins with -----BEGIN.',
    '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
    'sk-learn and task-oriented designs',
    'Password: at least 12 characters, one digit; tokens expire after 24h (OAuth2.0)',
    'Session token: 128-bit, base64url, HMAC-SHA256, stored in users.session_token_hash',
    '| password | string | required | min 8 chars | bcrypt, cost 12 |',
    'token_budget = 60000tokens and secret-rotation-2024-01-15.md',
    'kubectl patch aiapprovalrequest; pattern: "src/modules/*/components/*", pattern = checkout/wizard/steps',
    'commit 3f786850e387550fdab836ed7e6dc881de23001b, sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'id 123e4567-e89b-12d3-a456-426614174000 at 2026-01-31T12:00:00Z',
    'See src/auth/token-service.v2.ts and docs/api_key_rotation_2025.md',
    'secretRef: arn:aws:secretsmanager:eu-west-1:123456789012:secret:invites/db-AbCdEf',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
  ])('leaves what is no secret: %s', (text) => {
    expect(maskSecrets(text)).toEqual({ text, secrets: [] });
  });

  it('stays fast on text made to be slow', () => {
    const hostile = [
      'a'.repeat(200_000),
      'password '.repeat(20_000),
      'https://a:'.repeat(20_000),
      'server='.repeat(30_000),
      `-----${'BEGIN'} PRIVATE KEY-----\n`.repeat(3_000),
      'eyJ'.repeat(60_000),
      'aws secret key '.repeat(10_000),
      '1'.repeat(200_000),
      'xoxb-'.repeat(30_000),
    ];
    for (const text of hostile) expect(maskSecrets(text).text.length).toBeGreaterThan(0);
  }, 60_000);
});
