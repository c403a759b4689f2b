import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const rootDir = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** What is fetched or made on this machine and never committed. */
export const cacheDir = process.env['TECH_SPEC_CACHE'] ?? join(rootDir, '.cache');

/** @type {Map<string, Promise<string>>} */
const inFlight = new Map();

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Removes what killed runs left half filled. */
function sweep() {
  for (const entry of readdirSync(cacheDir)) {
    const pid = /\.partial-(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(cacheDir, entry), { recursive: true, force: true });
  }
}

/**
 * The folder `name` of the cache, filled on first use. A folder under its final name is always whole: it is filled
 * under another name and renamed, so two runs at once both succeed and the later one throws its copy away.
 * @param {string} name folder name that holds every version it depends on
 * @param {(dir: string) => Promise<void> | void} fill fills the given empty folder
 * @returns {Promise<string>} absolute path
 */
export function cached(name, fill) {
  const target = join(cacheDir, name);
  if (existsSync(target)) return Promise.resolve(target);
  const pending = inFlight.get(name);
  if (pending) return pending;
  const filling = fillOnce(target, fill).finally(() => inFlight.delete(name));
  inFlight.set(name, filling);
  return filling;
}

/**
 * @param {string} target
 * @param {(dir: string) => Promise<void> | void} fill
 */
async function fillOnce(target, fill) {
  mkdirSync(cacheDir, { recursive: true });
  sweep();
  const partial = `${target}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    try {
      renameSync(partial, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
    return target;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
