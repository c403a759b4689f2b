import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import type { FileSystem } from '../../../src/core/ports/file-system';
import type { Git } from '../../../src/core/ports/git';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { readSource } from '../../../src/core/source/read-source';
import type { Source } from '../../../src/core/source/source';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import type { Template } from '../../../src/core/template/template';
import { sha256Hex } from '../../../src/core/text/hash';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { listFiles } from '../../../src/core/workspace/files/list-files';

const project = join(__dirname, '../../..');
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tech-spec-same-'));
  cpSync(join(project, 'examples', 'team-invites'), root, { recursive: true });
  writeFileSync(join(root, '.gitignore'), 'private/\n');
  writeFileSync(join(root, 'research', 'binary.md'), new Uint8Array([1, 0, 2]));
  const git = (...args: readonly string[]): void => {
    const author = [
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@invites.test',
      '-c',
      'init.defaultBranch=main',
    ];
    execFileSync('git', [...author, ...args], { cwd: root, stdio: 'ignore' });
  };
  git('init');
  git('add', '--all');
  git('commit', '--message', 'All');
  writeFileSync(join(root, 'research', 'later.md'), '# Invites by email, later\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Real files that come in another order and at another time in each run. */
function disturbed(files: FileSystem, seed: number): FileSystem {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
  const later = async <Value>(read: () => Promise<Value>): Promise<Value> => {
    const turns = Math.floor(next() * 4);
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return read();
  };
  return {
    readDirectory: async (path) => {
      const entries = [...(await later(() => files.readDirectory(path)))];
      return entries
        .map((entry) => ({ entry, by: next() }))
        .sort((left, right) => left.by - right.by)
        .map(({ entry }) => entry);
    },
    readFile: (path) => later(() => files.readFile(path)),
    stat: (path) => later(() => files.stat(path)),
  };
}

async function templateOf(files: FileSystem, workspaceFiles: readonly string[]): Promise<Template> {
  const { templates } = await discoverTemplates({
    builtIn: new NodeFileSystem(join(project, 'templates')),
    workspace: files,
    workspaceFiles,
  });
  const template = templates.find(({ id }) => id === 'rfc');
  if (template === undefined) throw new Error('no template');
  return template;
}

let known: { readonly source: Source; readonly template: Template } | null = null;

interface Run {
  readonly context: string;
  readonly prompt: string;
  readonly spec: string;
  /** `null` where it was not made: that takes longer than all the rest, and `same-receipt.test.ts` makes a hundred runs. */
  readonly receipt: string | null;
}

async function run(seed: number, git: Git, budget: number): Promise<Run> {
  const files = disturbed(new NodeFileSystem(root), seed);
  const path = 'prds/team-invites.md';
  const listing = await listFiles(files, { git });
  // Source and templates, which take longest, are read anew in some of the runs.
  if (known === null || seed % 10 === 0) {
    const source = readSource({ path, bytes: readFileSync(join(root, path)) });
    known = { source, template: await templateOf(files, listing.files) };
  }
  const { source, template } = known;
  const context = await gatherContext({ files, git }, { source, listing, maxTokens: budget });
  const brief = prepareBrief({
    ...{ source, context, template, answers: [], output: 'specs/a.md' },
    questions: questionsFor(source, context, template),
    clock: { now: () => new Date(Date.UTC(2026, 0, 31, seed % 24)), timeZone: () => 'UTC' },
  });
  const text = renderOutline(brief);
  const makes = seed === 1 || seed % 5 === 0;
  return {
    context: context.hash,
    prompt: sha256Hex(JSON.stringify(draftPrompt(brief))),
    spec: sha256Hex(text),
    receipt: makes ? sha256Hex(serialiseReceipt(receiptFor(brief, text, { id: 'outline' }))) : null,
  };
}

it('the same tree gives the same context, prompt, spec and receipt, 40 times', async () => {
  const program = new NodeGit(root);
  const walking: Git = { read: () => program.read() };
  const first = await run(1, program, 6000);
  for (let seed = 2; seed <= 40; seed += 1) {
    // Every fifth asks git anew; half of the others walk.
    const git = seed % 5 === 0 ? new NodeGit(root) : seed % 2 === 0 ? walking : program;
    const again = await run(seed, git, 6000);
    expect(again).toEqual(again.receipt === null ? { ...first, receipt: null } : first);
  }
  // It would not be so for just any tree.
  expect((await run(1, program, 3000)).context).not.toBe(first.context);
}, 240_000);
