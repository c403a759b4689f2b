import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delta, events, eventStream, startWireServer, type WireServer } from '../../harness/wire-server';
import { buildProgram, start } from './started-program';

let folder = '';
let server: WireServer;
beforeAll(async () => {
  await buildProgram();
  server = await startWireServer();
}, 60_000);
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-program-'));
  writeFileSync(join(folder, 'prd.md'), '# Invites\n\n- **FR-1**: Members invite others.\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const draft = ['draft', 'prd.md', '--template', 'rfc', '--out', 'spec.md'];

// What the commands do is tested without a process of its own; here is what only a process has.
describe('the program', () => {
  it('drafts and checks in the current folder and exits with what it found', async () => {
    const drafted = await start(draft, { cwd: folder });
    expect(drafted).toMatchObject({ code: 0, err: '' });
    expect(drafted.out).toContain('1 of 1 requirement covered');
    const spec = join(folder, 'spec.md');
    writeFileSync(spec, readFileSync(spec, 'utf8').replaceAll('FR-1', 'FR-9'));
    const checked = await start(['check', 'spec.md'], { cwd: folder });
    expect(checked).toMatchObject({ code: 1, err: '' });
    expect(checked.out).toContain('FR-9');
  });

  it.each([
    [['--help'], 0, 'out'],
    [['check', '--help'], 0, 'out'],
    [['unknown'], 2, 'err'],
    [['check', 'missing.md'], 2, 'err'],
  ] as const)('%j exits %i and speaks on std%s alone', async (args, code, speaking) => {
    const ran = await start(args, { cwd: folder });
    expect(ran.code).toBe(code);
    expect(ran[speaking]).not.toBe('');
    expect(ran[speaking === 'out' ? 'err' : 'out']).toBe('');
  });

  it('takes the key from its environment, ends at Ctrl+C with code 3 and keeps what came', async () => {
    server.reply({ headers: eventStream, chunks: events([delta('# Half a spec')], false), end: 'silence' });
    const model = ['--model', 'openai:test-model', '--base-url', `${server.origin}/v1`];
    const partial = join(folder, 'spec.md.partial.md');
    const { code, out, err } = await start(
      [...draft, ...model],
      { cwd: folder, key: 'test-key' },
      (child) => {
        const timer = setInterval(() => {
          if (!readdirSync(folder).includes('spec.md.partial.md')) return;
          clearInterval(timer);
          child.kill('SIGINT');
        }, 20);
        child.once('exit', () => clearInterval(timer));
      },
    );
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('spec.md.partial.md');
    expect(readFileSync(partial, 'utf8')).toBe('# Half a spec');
    expect(server.requests()[0]?.headers.authorization).toBe('Bearer test-key');
  });

  it('takes a reader that closes early for no failure', async () => {
    const long = Array.from({ length: 3000 }, (_, index) => `- **FR-${index}**: Members do number ${index}.`);
    writeFileSync(join(folder, 'prd.md'), `# Invites\n\n${long.join('\n')}\n`);
    const args = ['requirements', 'prd.md', '--format', 'json'];
    const ran = await start(args, { cwd: folder }, (child) => child.stdout?.destroy());
    expect(ran).toMatchObject({ code: 0, err: '' });
  });
});
