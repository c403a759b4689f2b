import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { ProjectReader } from '../../../src/core/project/read-project';
import { listFiles } from '../../../src/core/workspace/files/list-files';
import { mapConcurrently } from '../../../src/core/workspace/files/map-concurrently';
import { readText } from '../../../src/core/workspace/files/read-text';

/** What one process measured; times in milliseconds. */
export interface Measured {
  readonly bytes: number;
  readonly symbols: number;
  readonly endpoints: number;
  readonly tables: number;
  /** Reading all the files as text, as the index does. */
  readonly reading: readonly number[];
  readonly first: readonly number[];
  readonly again: readonly number[];
  readonly changed: readonly number[];
  /** Bytes of heap that a reader and its index keep. */
  readonly keptHeap: number;
}

const [root = '', samples = '5'] = process.argv.slice(2);

async function timed(run: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Before anything else is measured, so that nothing is freed meanwhile but what this made. */
async function heapOfIndex(
  files: NodeFileSystem,
  paths: readonly string[],
): Promise<Pick<Measured, 'symbols' | 'endpoints' | 'tables' | 'keptHeap'>> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const reader = new ProjectReader(files);
  const index = await reader.read(paths);
  globalThis.gc?.();
  const keptHeap = process.memoryUsage().heapUsed - before;
  // Reader and index are used below, so that they are there when the heap is measured.
  const { symbols, routes } = await reader.read(paths);
  return { symbols: symbols.length, endpoints: routes.length, tables: index.tables.length, keptHeap };
}

async function main(): Promise<void> {
  const files = new NodeFileSystem(root);
  const { files: paths } = await listFiles(files);
  let bytes = 0;
  const readAll = (): Promise<unknown> =>
    mapConcurrently(paths, 32, async (path) => {
      const file = await readText(files, path);
      if (file.kind === 'text') bytes += file.bytes;
    });
  await readAll();
  const total = bytes;
  const heap = await heapOfIndex(files, paths);
  const times: Record<'reading' | 'first' | 'again' | 'changed', number[]> = {
    ...{ reading: [], first: [], again: [], changed: [] },
  };
  for (let sample = 0; sample < Number(samples); sample += 1) {
    times.reading.push(await timed(readAll));
    const reader = new ProjectReader(files);
    times.first.push(await timed(() => reader.read(paths)));
    times.again.push(await timed(() => reader.read(paths)));
    reader.forget(paths[sample] ?? '');
    times.changed.push(await timed(() => reader.read(paths)));
  }
  const measured: Measured = {
    ...{ bytes: total, ...heap },
    ...times,
  };
  process.stdout.write(JSON.stringify(measured));
}

void main();
