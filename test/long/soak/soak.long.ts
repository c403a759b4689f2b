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
  const trouble = new Set<string>();
  const others = new Set<string>();
  /** The logs are those of all windows so far, hence what was known before comes again. */
  const listen = async (): Promise<void> => {
    const heard = await troubleOf(vsCode);
    for (const said of heard.ours) trouble.add(said);
    for (const said of heard.ofOthers) if (!others.has(said)) console.log(`Not ours: ${said}`);
    for (const said of heard.ofOthers) others.add(said);
  };
  const keep = (failure: string | null): void => {
    if (results === undefined) return;
    const result: SoakResult = { minutes: passed(), windows, trouble: [...trouble], failure };
    writeFileSync(results, JSON.stringify(result));
  };
  let doing = 'nothing';
  const step = async (name: keyof SoakedWindow): Promise<void> => {
    doing = name;
    const begun = Date.now();
    await soaked[name]();
    console.log(`${passed().toFixed(1)} min: ${name} took ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  };
  try {
    for (let window = 0; passed() < minutes; window += 1) {
      if (window > 0) await step('reloadAmidDraft');
      await watchHost(vsCode);
      const cycles: HostState[] = [];
      windows.push(cycles);
      // The first window ends early, so that a short run has seen a reload, too.
      const end = window === 0 ? 1 : Number.POSITIVE_INFINITY;
      const until = Math.min(passed() + minutesOfWindow, minutes);
      while (cycles.length < end && passed() < until) {
        await step('edit');
        await step('draftAndType');
        await step('stopAndResume');
        await step('breakAndResume');
        await step('refuse');
        await step('lookAtCoverage');
        await step('tidy');
        cycles.push(await measureHost(vsCode));
        server.forget();
        await listen();
        keep(null);
        console.log(`Window ${window + 1}, cycle ${cycles.length}: ${JSON.stringify(cycles.at(-1))}`);
      }
    }
  } catch (error) {
    await vsCode.screenshot('soak-failed');
    await listen().catch(() => undefined);
    keep(`${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    throw error;
  }
  keep(null);
  expect([...trouble]).toEqual([]);
  const [, ...long] = windows;
  for (const cycles of long) {
    const [settled, ...later] = cycles.slice(settledCycle - 1);
    if (settled === undefined || later.length === 0) continue;
    const last = later.slice(-3).map(({ heap }) => heap);
    expect(Math.min(...last) / settled.heap).toBeLessThan(1.1);
  }
});
