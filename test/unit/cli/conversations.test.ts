import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-talks-'));
  const talk = (name: string, updated: string, text: string) => ({
    name,
    updated_at: updated,
    chat_messages: [{ uuid: '1', sender: 'human', text }],
  });
  const all = [
    talk('Printing', '2026-01-01T00:00:00Z', 'Members must print the labels of a book.'),
    talk('Scanning', '2026-01-02T00:00:00Z', 'Members must scan the code of a book.'),
  ];
  writeFileSync(join(folder, 'conversations.json'), JSON.stringify(all, null, 1));
  writeFileSync(join(folder, 'notes.md'), '# Notes\n\nAna: the list must be sorted by name.\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tell = (...args: readonly string[]) => run(args, { cwd: folder });

describe('one conversation of an export', () => {
  it('is chosen by number in every command that takes a source', async () => {
    const chosen = ['conversations.json', '--conversation', '1'];
    const read = await tell('requirements', ...chosen);
    expect(read.out).toContain('print the labels');
    const asked = await tell('questions', ...chosen, '--template', 'feature');
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect((await tell('context', ...chosen)).code).toBe(0);
    const drafted = await tell('draft', ...chosen, '--template', 'feature', '--out', 'printing.md');
    expect(drafted.code).toBe(0);
    const spec = readFileSync(join(folder, 'printing.md'), 'utf8');
    expect(spec).toContain('print the labels');
    expect(spec).not.toContain('scan the code');
  });

  it('is the one that the spec made from it is checked against', async () => {
    await tell(
      'draft',
      'conversations.json',
      '--conversation',
      '1',
      '--template',
      'feature',
      '--out',
      'a.md',
    );
    const spec = join(folder, 'a.md');
    writeFileSync(spec, readFileSync(spec, 'utf8').replaceAll('R-001', 'R-009'));
    const { out } = await tell('check', 'a.md', '--format', 'json');
    const { files } = JSON.parse(out) as { files: { findings: { message: string }[] }[] };
    const messages = files.flatMap(({ findings }) => findings.map(({ message }) => message)).join('\n');
    expect(messages).toContain('print the labels');
    expect(messages).not.toContain('scan the code');
  });
});

it.each(['prd', 'initiative', 'conversation'])(
  'every command that takes a source takes --kind %s',
  async (kind) => {
    const { out } = await tell('requirements', 'notes.md', '--kind', kind, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ source: { kind } });
    for (const command of ['questions', 'context'])
      expect(await tell(command, 'notes.md', '--kind', kind)).toMatchObject({ code: 0, err: '' });
    const name = `as-${kind}.md`;
    const drafted = await tell('draft', 'notes.md', '--kind', kind, '--template', 'rfc', '--out', name);
    expect(drafted.err).toBe('');
    const receipt = readFileSync(join(folder, `as-${kind}.receipt.json`), 'utf8');
    expect(JSON.parse(receipt)).toMatchObject({ source: { kind } });
  },
);
