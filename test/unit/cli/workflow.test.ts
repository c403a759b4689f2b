import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer } from '../../harness/model-server';
import { run } from './command-line';
import { example, type Ran } from './run-options';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tech-spec-workflow-'));
  cpSync(example, cwd, { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

let today = '2026-11-02';
const workflow = (...args: readonly string[]): Promise<Ran> =>
  run(['workflow', ...args, '--now', `${today}T10:00:00Z`], { cwd });

interface Next {
  readonly closed: string | null;
  readonly drafted: readonly { readonly path: string; readonly errors: number }[];
  readonly phase: string | null;
  readonly blocked: boolean;
  readonly open: readonly { readonly gate: string | null; readonly id: string; readonly why: string }[];
}
async function next(): Promise<Next & { readonly code: number | null }> {
  const { code, out } = await workflow('next', 'invites', '--format', 'json');
  return { code, ...(JSON.parse(out) as Next) };
}
const toSign = (open: Next['open']): readonly string[] =>
  open.filter(({ why }) => why.startsWith('Nobody')).map(({ id }) => id);

describe('a feature of the example with the outline model', () => {
  it('goes through six phases, with gates that refuse and open, an override, a review and metrics', async () => {
    const args = ['--source', 'prds/team-invites.md', '--as', 'Mara'];
    expect(await workflow('start', 'invites', ...args)).toMatchObject({ code: 0 });
    expect((await workflow('start', 'invites', ...args)).code).toBe(2);

    const drafted: string[] = [];
    for (const [phase, gate] of [
      ['requirements', 'gate-1'],
      ['design', 'gate-2'],
      ['tasks', 'gate-3'],
    ] as const) {
      const step = await next();
      expect(step).toMatchObject({ phase, blocked: false, code: 0 });
      const undecided = await workflow('report', 'invites');
      expect(undecided.code).toBe(0);
      expect(undecided.out).toContain('**Decision:** Not decided yet');
      drafted.push(...step.drafted.map(({ path }) => path));
      const signing = toSign(step.open);
      expect(await workflow('sign', 'invites', ...signing, '--as', 'Mara')).toMatchObject({ code: 0 });
      // What the outline leaves open keeps the gate shut, whoever signs.
      if (phase === 'requirements') {
        const refused = await next();
        expect(refused).toMatchObject({ phase, blocked: true, drafted: [], code: 1 });
        expect(refused.open.map(({ id }) => id)).toEqual(
          step.open.map(({ id }) => id).filter((id) => !signing.includes(id)),
        );
      }
      const overriding = ['--reason', `The open points of ${phase} are with the team.`];
      expect(await workflow('override', 'invites', gate, ...overriding)).toMatchObject({ code: 0 });
      today = today.replace(/\d\d$/, (day) => String(Number(day) + 2).padStart(2, '0'));
    }
    expect(drafted).toEqual(['requirements', 'design', 'tasks'].map((one) => `tech-specs/invites/${one}.md`));
    const design = JSON.parse(readFileSync(join(cwd, 'tech-specs/invites/design.receipt.json'), 'utf8')) as {
      context: { documents: { path: string }[] };
    };
    expect(design.context.documents.map(({ path }) => path)).toContain('tech-specs/invites/requirements.md');

    expect(await next()).toMatchObject({ closed: 'tasks', phase: 'review', code: 0 });
    const improvement = ['--improvement', 'Limit how often an invitation is sent.'];
    await workflow('verdict', 'invites', 'no-go', '--as', 'Jonas', ...improvement);
    const report = await workflow('report', 'invites');
    expect(report.code).toBe(1);
    expect(report.out).toContain('**Decision:** No-go');
    expect(report.out).toContain('- [ ] Limit how often an invitation is sent. (Jonas)');
    expect(report.out).toContain('The open points of design are with the team.');
    await workflow('verdict', 'invites', 'go', '--as', 'Jonas');
    expect((await workflow('report', 'invites')).code).toBe(0);

    for (const phase of ['implementation', 'testing']) {
      const step = await next();
      expect(step).toMatchObject({ phase, drafted: [], code: 0 });
      expect((await next()).code).toBe(1);
      await workflow('sign', 'invites', ...toSign(step.open), '--as', 'Priya');
    }
    today = '2026-11-12';
    expect(await next()).toMatchObject({ closed: 'testing', phase: null, code: 0 });

    const schedule = await workflow('schedule', 'invites', '--capacity', '8', '--format', 'json');
    const { sprints } = JSON.parse(schedule.out) as { sprints: { effort: number }[] };
    expect(sprints.length).toBeGreaterThan(1);
    expect(Math.max(...sprints.map(({ effort }) => effort))).toBeLessThanOrEqual(8);
    const metrics = await workflow('metrics', '--format', 'csv');
    expect(metrics.out).toContain('invites,requirements,2026-11-02,2026-11-04,3,3,0,1\r\n');
    expect(metrics.out).toContain('invites,total,2026-11-02,2026-11-12,11,,0,3\r\n');
  }, 240_000);
});

describe('an artefact that a model drafts', () => {
  it('is gone on with by --resume where the draft broke off, and goes back to the model for repair', async () => {
    const server = await startModelServer();
    const text =
      '# Team invites: Requirements\n\n**Status:** Draft\n\n## Business Need\n\nTeams grow by invitation.\n\n## Users\n\n- Owners\n';
    const draft = (...more: readonly string[]): Promise<Ran> => {
      const model = ['--model', 'openai:test-model', '--base-url', server.baseUrl];
      return run(['workflow', 'next', 'drafted', ...model, ...more], { cwd, key: 'test-key' });
    };
    const artefactFile = join(cwd, 'tech-specs/drafted/requirements.md');
    try {
      await workflow('start', 'drafted', '--source', 'prds/team-invites.md', '--as', 'Mara');
      expect((await draft('--resume')).err).toContain('requirements.md.partial.md to go on with');
      server.reply({ kind: 'reset', text, afterTokens: 14 });
      const broken = await draft();
      expect(broken).toMatchObject({ code: 3, err: expect.stringContaining('--resume goes on') as string });
      expect(text.startsWith(readFileSync(`${artefactFile}.partial.md`, 'utf8'))).toBe(true);
      server.reply(({ messages }) => {
        const written = messages.find(({ role }) => role === 'assistant')?.content;
        return { kind: 'stream', text: text.slice(written === undefined ? 0 : String(written).length) };
      });
      const resumed = await draft('--resume', '--repair-rounds', '1');
      expect(resumed.code).toBe(1);
      expect(resumed.err).toContain('Repair round 1 of 1');
      expect(readFileSync(artefactFile, 'utf8')).toContain('Teams grow by invitation.');
      expect(existsSync(`${artefactFile}.partial.md`)).toBe(false);
    } finally {
      await server.close();
    }
  }, 120_000);
});

describe('what can go wrong', () => {
  it('names features, workflows and files that are not there', async () => {
    expect((await workflow('next', 'none')).err).toContain('There is no feature none.');
    const start = (source: string, ...more: readonly string[]) =>
      workflow('start', 'other', '--source', source, ...more);
    expect((await start('prds/team-invites.md', '--workflow', 'none')).err).toContain(
      'Choose one of: lean, staged.',
    );
    const outside = mkdtempSync(join(tmpdir(), 'tech-spec-outside-'));
    writeFileSync(join(outside, 'outside.md'), '# PRD\n\n- **FR-1**: Owners export members.\n');
    expect((await start(join(outside, 'outside.md'))).err).toContain('outside of the workspace');
    rmSync(outside, { recursive: true });
    const missing = await start('prds/none.md');
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.err).toBe(
      'There is no file prds/none.md. Check the path; it is relative to the current folder.\n',
    );
    expect((await workflow('start', '../up', '--source', 'prds/team-invites.md')).err).toContain(
      'cannot name a feature',
    );
    expect(existsSync(join(cwd, '.tech-spec/features/other'))).toBe(false);
  });

  it('reports a file with conflict markers at its line, exits 1, and does not write over it', async () => {
    await workflow(
      'start',
      'merged',
      '--source',
      'prds/team-invites.md',
      '--workflow',
      'lean',
      '--as',
      'Mara',
    );
    const events = '.tech-spec/features/merged/events';
    const [name = ''] = readdirSync(join(cwd, events));
    const file = join(cwd, events, name);
    const broken = `<<<<<<< HEAD\n${readFileSync(file, 'utf8')}=======\n>>>>>>> other\n`;
    writeFileSync(file, broken);
    const status = await workflow('status', 'merged');
    expect(status.code).toBe(1);
    expect(status.err).toContain(`${events}/${name}:1: A merge left`);
    expect(readFileSync(file, 'utf8')).toBe(broken);
  });
});

describe('the source of a feature that is begun in another folder', () => {
  const begin = (name: string, source: string): Promise<Ran> =>
    run(
      ['workflow', 'start', name, '--source', source, '--workspace', '.', '--as', 'Mara'].map((arg) =>
        arg === '.' ? cwd : arg,
      ),
      { cwd: join(cwd, 'prds') },
    );

  it('is taken from the current folder first, then from the workspace', async () => {
    expect(await begin('near', 'team-invites.md')).toMatchObject({ code: 0, err: '' });
    expect(await begin('far', 'prds/team-invites.md')).toMatchObject({ code: 0, err: '' });
    const { out } = await workflow('next', 'far', '--as', 'Mara');
    expect(out).toContain(
      'with tech-spec workflow sign far ITEM... --as NAME, then go on with tech-spec workflow next far.',
    );
  });

  it('is said to be at neither place, with both', async () => {
    const { code, err } = await begin('nowhere', 'prds/none.md');
    expect([code, err]).toEqual([
      2,
      'There is no file prds/none.md. Looked for it at prds/none.md and, in the workspace, at none.md.\n',
    ]);
  });
});
