import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';

describe('requirements', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unread-'));
    const risks = Array.from({ length: 10 }, (_, at) => `- Mails must never go ${at + 2} times`);
    const lines = [
      '# Invites',
      '',
      '## Features',
      '',
      '- Owners invite',
      '- Guests accept',
      '',
      '## Risks',
      '',
    ];
    writeFileSync(join(folder, 'prd.md'), [...lines, '- Guests forget', ...risks, ''].join('\n'));
    writeFileSync(join(folder, 'all.md'), lines.slice(0, 7).join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says how much was not read as one, and on which lines to look', async () => {
    const { out } = await run(['requirements', 'prd.md'], { cwd: folder });
    expect(out.split('\n').slice(-3)).toEqual([
      '11 passages not read as requirements; could be one: line 11, 12, 13, 14, 15, 16, 17, 18, ... (all: --format json)',
      '2 requirements',
      '',
    ]);
    expect((await run(['requirements', 'all.md'], { cwd: folder })).out).not.toContain('passage');
  });

  it('lists them by section in JSON', async () => {
    const { out } = await run(['requirements', 'prd.md', '--format', 'json'], { cwd: folder });
    const { unread } = JSON.parse(out) as { readonly unread: readonly { readonly passages: unknown[] }[] };
    expect(unread).toMatchObject([{ title: 'Risks', line: 8 }]);
    expect(unread[0]?.passages.slice(0, 2)).toEqual([
      { line: 10, text: 'Guests forget', role: 'risk', possible: false },
      { line: 11, text: 'Mails must never go 2 times', role: 'risk', possible: true },
    ]);
  });
});
