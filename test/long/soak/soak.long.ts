import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../../harness/model-server';
import { launch, type VsCode } from '../../harness/vs-code';
import { measureHost, troubleOf, watchHost, type HostState } from './host-state';
import { SoakedWindow } from './soaked-window';

const minutes = Number(process.env['TECH_SPEC_SOAK_MINUTES'] ?? 5);
/** Where the long run wants to know what came of it. */
const results = process.env['TECH_SPEC_SOAK_FILE'];
/** A window is loaded again this often: what grows is seen only where it has time to. */
const minutesOfWindow = 20;
/** Until then caches fill. */
const settledCycle = 5;

/** What the soak found, written after each cycle. */
export interface SoakResult {
  readonly minutes: number;
  /** By window, which a reload ends, and by cycle in it. */
  readonly windows: readonly (readonly HostState[])[];
  readonly trouble: readonly string[];
  /** What was lost or did not happen, and ended it. */
  readonly failure: string | null;
}

let server: ModelServer;
let vsCode: VsCode;
beforeAll(async () => {
  server = await startModelServer();
  vsCode = await launch({
    settings: {
      'techSpec.model.baseUrl': server.baseUrl,
      'techSpec.model.name': 'test-model',
      'techSpec.model.provider': 'openai',
    },
  });
});
afterAll(async () => {
  await vsCode?.close();
  await server?.close();
});

it('a window that is worked in loses nothing and grows no further', async () => {
  const started = Date.now();
  const passed = (): number => (Date.now() - started) / 60_000;
  const soaked = new SoakedWindow(vsCode, server);
  const windows: HostState[][] = [];
  const trouble: string[] = [];
  const keep = (failure: string | null): void => {
    if (results === undefined) return;
    const result: SoakResult = { minutes: passed(), windows, trouble, failure };
    writeFileSync(results, JSON.stringify(result));
  };
  try {
    for (let window = 0; passed() < minutes; window += 1) {
      if (window > 0) await soaked.reloadAmidDraft('soak-reloaded');
      await watchHost(vsCode);
      const cycles: HostState[] = [];
      windows.push(cycles);
      // The first window ends early, so that a short run has seen a reload, too.
      const end = window === 0 ? 1 : Number.POSITIVE_INFINITY;
      const until = Math.min(passed() + minutesOfWindow, minutes);
      while (cycles.length < end && passed() < until) {
        await soaked.edit();
        await soaked.draftAndType('soak-typed');
        await soaked.stopAndResume('soak-stopped');
        await soaked.breakAndResume('soak-broken');
        await soaked.refuse('soak-refused');
        await soaked.lookAtCoverage();
        await soaked.tidy();
        cycles.push(await measureHost(vsCode));
        server.forget();
        keep(null);
        console.log(cycles.length, (cycles.at(-1)?.heap ?? 0) / 1e6, passed().toFixed(1));
      }
      trouble.push(...(await troubleOf(vsCode)));
    }
  } catch (error) {
    keep(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await vsCode.screenshot('soak-failed');
    throw error;
  }
  keep(null);
  expect(trouble).toEqual([]);
  const [, ...long] = windows;
  for (const cycles of long) {
    const [settled, ...later] = cycles.slice(settledCycle - 1);
    if (settled === undefined || later.length === 0) continue;
    const last = later.slice(-3).map(({ heap }) => heap);
    expect(Math.min(...last) / settled.heap).toBeLessThan(1.1);
  }
});
