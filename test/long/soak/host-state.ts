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

/** What went wrong in the extension hosts since they are watched. */
export interface Trouble {
  readonly ours: readonly string[];
  /** Other extensions and Node say things, too. */
  readonly ofOthers: readonly string[];
}

/** What was kept since then, and with it what the logs of all extension hosts and of the product say. */
export async function troubleOf(vsCode: VsCode): Promise<Trouble> {
  const kept = await vsCode.evaluate(() => (globalThis as Watched).soakTrouble ?? []);
  const all = [...kept, ...complaints(vsCode.hostLog())];
  return {
    ours: [...all.filter(isOurs), ...complaints(vsCode.productLog())],
    ofOthers: all.filter((trouble) => !isOurs(trouble)),
  };
}

/** Entries of a log that are errors or warnings, each with the lines below it. */
function complaints(log: string): readonly string[] {
  return log
    .split(/\n(?=\d{4}-\d\d-\d\d )/u)
    .filter((entry) => /^\S+ \S+ \[(?:error|warning)\]/u.test(entry));
}

/** A rejection that names no other extension may be ours, whatever its stack. */
function isOurs(trouble: string): boolean {
  if (/tech-spec\.tech-spec|MaxListeners|LEAK/u.test(trouble)) return true;
  return trouble.startsWith('rejection:') && !/extensions\/[^/]/u.test(trouble);
}

/** Waits until the host reads and writes nothing any more, collects what can be collected and measures what is left. */
export function measureHost(vsCode: VsCode): Promise<HostState> {
  return vsCode.evaluate(async (vscode) => {
    interface Modules {
      getBuiltinModule(id: 'node:v8'): { setFlagsFromString(flags: string): void };
      getBuiltinModule(id: 'node:vm'): { runInNewContext(code: string): () => void };
    }
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    // What is being checked holds its parts: after files have come and gone that begins within two seconds.
    const longest = Date.now() + 60_000;
    for (let quietSince = Date.now(); Date.now() - quietSince < 3000 && Date.now() < longest;) {
      await pause(50);
      if (process.getActiveResourcesInfo().some((kind) => kind.startsWith('FSReq'))) quietSince = Date.now();
    }
    const modules = process as unknown as Modules;
    modules.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    const collect = modules.getBuiltinModule('node:vm').runInNewContext('gc');
    // What a first collection finds out about, a later one frees.
    for (let round = 0; round < 4; round += 1) {
      collect();
      await pause(150);
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
