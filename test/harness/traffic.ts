import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../scripts/vscode/cache.mjs';

const folder = join(rootDir, 'test', 'harness', 'traffic-recorder');

/** Extension that records all that leaves the extension host; for `extraExtensions`, with {@link trafficFile} set. */
export const trafficRecorder: string = folder;

/** For `node --require`: records all that leaves a process. */
export const trafficPreload: string = join(folder, 'record-traffic.cjs');

/** Environment variable that names the file of the record. */
export const trafficFile = 'TECH_SPEC_TRAFFIC_FILE';

/** One way out of a process. */
export interface Departure {
  /** `name` is a question for the address of a host, `recorder` what the recorder says of itself. */
  readonly kind: 'connect' | 'pipe' | 'datagram' | 'name' | 'program' | 'recorder';
  /** `HOST:PORT`, a path, a name, or a program with its arguments. */
  readonly to: string;
}

/** What was recorded so far, in its order. */
export function departures(file: string): readonly Departure[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Departure);
}

/** Whom extensions that come with VS Code ask about experiments. */
export const editorsOwnHost = 'default.exp-tas.com';

/** What of that leads to a network, a program of git that asks a server among it. */
export function ontoNetwork(departed: readonly Departure[]): readonly string[] {
  const asksServer =
    /^(?:\S*\/)?git\b.*\b(?:fetch|pull|push|clone|ls-remote|remote (?:update|show)|submodule)\b/u;
  return departed
    .filter(
      ({ kind, to }) =>
        /^(?:connect|datagram|name)$/u.test(kind) || (kind === 'program' && asksServer.test(to)),
    )
    .map(({ kind, to }) => `${kind} ${to}`);
}
