import { resolve } from 'node:path';

export const root = resolve(__dirname, '../../..');
export const example = resolve(root, 'examples', 'team-invites');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The root of the repository when left out. */
  readonly cwd?: string;
  readonly key?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A proxy of the machine would stand between the program and the servers of the tests. */
const withoutProxy = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name)),
);

/** What a run is started with: neither key nor proxy unless one is given. */
export function environmentOf({ key, env }: RunOptions): Record<string, string | undefined> {
  return { ...withoutProxy, OPENAI_API_KEY: key, ...env };
}
