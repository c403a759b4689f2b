import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';
import { example } from './run-options';

let folder = '';
const path = (name: string): string => join(folder, name);
const recorded = (answer: string): string => {
  const file = path('answer.jsonl');
  const lines = [
    { type: 'request', model: 'openai:reviewer', task: { kind: 'data' } },
    { type: 'event', event: { type: 'text', text: answer } },
  ];
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return `replay:${file}`;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-review-'));
  cpSync(example, folder, { recursive: true });
  const args = ['--template', 'agent-ready', '--model', 'outline', '--out', 'spec.md'];
  const made = await run(['draft', 'prds/team-invites.md', ...args], { cwd: folder });
  if (made.code !== 0) throw new Error(made.err);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the review by a model', { timeout: 60_000 }, () => {
  it('lies beside the spec with model, date and hash, and ticks nothing', async () => {
    const before = readFileSync(path('spec.md'), 'utf8');
    const model = recorded(
      '{"opinions":[{"item":"data-model","verdict":"holds","reason":"The tables are named.","lines":[3]}],"remarks":["Nobody deletes rows."]}',
    );
    const made = await run(['review', 'spec.md', '--model', model, '--now', '2026-03-02T12:00:00Z'], {
      cwd: folder,
    });
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    expect(made.out).toContain('spec.md:3 holds data-model: The tables are named.');
    expect(JSON.parse(readFileSync(path('spec.review.json'), 'utf8'))).toMatchObject({
      ...{ version: 1, model: 'replay:openai:reviewer', date: '2026-03-02' },
      remarks: [{ text: 'Nobody deletes rows.', lines: [] }],
    });
    expect(readFileSync(path('spec.md'), 'utf8')).toBe(before);
    const checked = await run(['check', 'spec.md', '--format', 'json'], { cwd: folder });
    const { files } = JSON.parse(checked.out) as {
      files: { checklist: { id: string; state: string }[] }[];
    };
    expect(files[0]?.checklist.find(({ id }) => id === 'data-model')?.state).toBe('open');
  });

  it('fails where there is no model, or nothing that could be read', async () => {
    rmSync(path('spec.review.json'), { force: true });
    const outline = await run(['review', 'spec.md'], { cwd: folder });
    expect(outline.code).toBe(2);
    expect(outline.err).toContain('--model openai:NAME');
    const nothing = await run(['review', 'spec.md', '--model', recorded('I like it.')], { cwd: folder });
    expect(nothing.code).toBe(3);
    expect(existsSync(path('spec.review.json'))).toBe(false);
  });
});
