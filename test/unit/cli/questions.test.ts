import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './command-line';
import { example } from './run-options';

const prd = join(example, 'prds', 'team-invites.md');
const about = [prd, '--workspace', example];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-questions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Asked {
  readonly questions: readonly { readonly id: string }[];
  readonly leftOpen: readonly string[] | null;
}

describe('questions before a draft', () => {
  it('tell how many more the draft keeps open, which answering these does not close', async () => {
    const asked = await run(['questions', ...about, '--template', 'agent-ready', '--format', 'json']);
    const { questions, leftOpen } = JSON.parse(asked.out) as Asked;
    const told = await run(['questions', ...about, '--template', 'agent-ready']);
    expect(told.out).toContain(
      `${leftOpen?.length} more questions stay open in an outline with agent-ready, also when these ${questions.length} are answered`,
    );

    const answers = join(folder, 'answers.json');
    const given = questions.map(({ id }) => ({
      questionId: id,
      kind: 'text',
      text: 'At most three wombats',
    }));
    writeFileSync(answers, JSON.stringify(given));
    const out = join(folder, 'spec.md');
    const args = ['--template', 'agent-ready', '--answers', answers, '--out', out];
    expect((await run(['draft', ...about, ...args])).code).toBe(0);
    const listed = readFileSync(out, 'utf8').match(/^\| OQ-\d+: /gmu) ?? [];
    expect(listed).toHaveLength(leftOpen?.length ?? 0);
    expect(leftOpen?.length).toBeGreaterThan(questions.length);
  });

  it('say that they are about the source alone where no template is named', async () => {
    const told = await run(['questions', ...about]);
    expect(told.out).toContain('These are about the source alone. With --template ID');
    const asked = await run(['questions', ...about, '--format', 'json']);
    expect((JSON.parse(asked.out) as Asked).leftOpen).toBeNull();
  });
});
