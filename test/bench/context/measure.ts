import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import type { Git } from '../../../src/core/ports/git';
import { readSource } from '../../../src/core/source/read-source';
import { gatherContext } from '../../../src/core/workspace/gather-context';

/** Milliseconds by the clock, and of processors: those of this process and of the programs it ran. */
export interface Taken {
  readonly clock: number;
  /** 0 where the platform does not tell. */
  readonly processor: number;
}

/** What one process measured in one workspace, one value for each sample. */
export interface Measured {
  readonly files: number;
  readonly documents: number;
  /** `git ls-files`, and reading the documents that the context has. */
  readonly index: readonly Taken[];
  /** The same with untracked files, as any tool has to list them that sees what is new. */
  readonly listing: readonly Taken[];
  /** The listing, and `git status`, which tells what else of a context only git can: what is ignored and changed. */
  readonly state: readonly Taken[];
  readonly context: readonly Taken[];
  /** The first one of the process, for which all of the program is loaded and not yet compiled. */
  readonly first: Taken;
  readonly walked: readonly Taken[];
  /** Bytes of heap beyond those before: at the highest, and what the context keeps. */
  readonly peakHeap: number;
  readonly keptHeap: number;
}

const [root = '', samples = '5'] = process.argv.slice(2);
const source = readSource({
  path: 'prds/team-invites.md',
  bytes: readFileSync(join(root, 'prds', 'team-invites.md')),
});
const gather = (git: Git): ReturnType<typeof gatherContext> =>
  gatherContext({ files: new NodeFileSystem(root), git }, { source });

function lsFiles(documents: readonly string[], ...more: readonly string[]): void {
  execFileSync('git', ['ls-files', '-z', ...more], { cwd: root, maxBuffer: 1 << 30 });
  for (const path of documents) readFileSync(join(root, path));
}

/** The same as the context is told, by git alone. */
function status(): void {
  execFileSync(
    'git',
    ['--no-optional-locks', 'status', '--porcelain=v2', '-z', '--untracked-files=all', '--ignored=matching'],
    { cwd: root, maxBuffer: 1 << 30 },
  );
}

async function timed(run: () => unknown): Promise<Taken> {
  // What ran before leaves no garbage to this; collecting all of it would throw away compiled code as well.
  globalThis.gc?.({ type: 'minor' });
  const [start, before] = [performance.now(), processorTime()];
  await run();
  return { clock: performance.now() - start, processor: processorTime() - before };
}

/** Milliseconds of processors so far, children that have ended included; Linux counts them in hundredths of a second. */
function processorTime(): number {
  if (!existsSync('/proc/self/stat')) return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
}

async function heapOf(run: () => Promise<unknown>): Promise<{ peak: number; kept: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let peak = before;
  const sample = (): void => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  };
  const timer = setInterval(sample, 2);
  const result = await run();
  sample();
  clearInterval(timer);
  globalThis.gc?.();
  const kept = process.memoryUsage().heapUsed - before;
  // Held until here, so that it counts.
  if (result === undefined) throw new Error('Nothing was gathered.');
  return { peak: peak - before, kept };
}

async function main(): Promise<void> {
  let gathered: Awaited<ReturnType<typeof gather>> | null = null;
  const first = await timed(async () => {
    gathered = await gather(new NodeGit(root));
  });
  const { files, documents: chosen } = gathered ?? (await gather(new NodeGit(root)));
  const documents = chosen.map(({ path }) => path);
  const times: Record<'index' | 'listing' | 'state' | 'context' | 'walked', Taken[]> = {
    ...{ index: [], listing: [], state: [], context: [], walked: [] },
  };
  const reader = new NodeGit(root);
  for (let sample = 0; sample < Number(samples); sample += 1) {
    times.index.push(await timed(() => lsFiles(documents)));
    times.listing.push(await timed(() => lsFiles(documents, '--cached', '--others', '--exclude-standard')));
    times.state.push(
      await timed(() => {
        lsFiles(documents);
        status();
      }),
    );
    times.context.push(await timed(() => gather(new NodeGit(root))));
    times.walked.push(await timed(() => gather({ read: () => reader.read() })));
  }
  const { peak, kept } = await heapOf(() => gather(new NodeGit(root)));
  const measured: Measured = {
    ...{ files: files.length, documents: documents.length, first, ...times },
    ...{ peakHeap: peak, keptHeap: kept },
  };
  process.stdout.write(JSON.stringify(measured));
}

void main();
