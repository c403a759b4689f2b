import type { VsCode } from '../../harness/vs-code';

/** What an extension host holds after everything that nobody holds on to was collected. */
export interface HostState {
  readonly process: number;
  /** Bytes. */
  readonly heap: number;
  /** Timers, sockets, watched files and so on, by kind. */
  readonly resources: Readonly<Record<string, number>>;
  /** Listeners of the process itself. */
  readonly listeners: number;
  readonly documents: number;
}

interface Watched {
  soakTrouble?: string[];
}

/** Has the extension host keep what is said nowhere else: rejections that nobody handles, and Node's own warnings. */
export function watchHost(vsCode: VsCode): Promise<void> {
  return vsCode.evaluate(() => {
    const watched = globalThis as Watched;
    if (watched.soakTrouble !== undefined) return;
    const trouble: string[] = [];
    watched.soakTrouble = trouble;
    const shown = (value: unknown): string =>
      value instanceof Error ? (value.stack ?? value.message) : String(value);
    process.on('unhandledRejection', (reason) => void trouble.push(`rejection: ${shown(reason)}`));
    process.on('warning', (warning) => void trouble.push(`warning: ${shown(warning)}`));
  });
}

/** What was kept since then, and with it what the log of the extension host says of the product. */
export async function troubleOf(vsCode: VsCode): Promise<readonly string[]> {
  const kept = await vsCode.evaluate(() => (globalThis as Watched).soakTrouble ?? []);
  const logged = vsCode
    .hostLog()
    .split(/\n(?=\d{4}-\d\d-\d\d )/u)
    .filter((entry) => /\[(?:error|warning)\]/u.test(entry) && /tech-spec\.tech-spec|LEAK/u.test(entry));
  return [...kept.filter(isOurs), ...logged];
}

/** Other extensions and Node say things, too. */
function isOurs(trouble: string): boolean {
  return /tech-spec\.tech-spec|MaxListeners|LEAK/u.test(trouble);
}

/** Collects what can be collected and measures what is left. */
export function measureHost(vsCode: VsCode): Promise<HostState> {
  return vsCode.evaluate(async (vscode) => {
    interface Modules {
      getBuiltinModule(id: 'node:v8'): { setFlagsFromString(flags: string): void };
      getBuiltinModule(id: 'node:vm'): { runInNewContext(code: string): () => void };
    }
    const modules = process as unknown as Modules;
    modules.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect = modules.getBuiltinModule('node:vm').runInNewContext('gc');
    // What a first collection finds out about, a later one frees.
    for (let round = 0; round < 4; round += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    const resources: Record<string, number> = {};
    for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
    return {
      process: process.pid,
      heap: process.memoryUsage().heapUsed,
      resources,
      listeners: process
        .eventNames()
        .reduce((count, name) => count + process.listenerCount(name as 'exit'), 0),
      documents: vscode.workspace.textDocuments.length,
    };
  });
}
