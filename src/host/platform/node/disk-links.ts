import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { DiskLinks } from '../disk-links';

export const diskLinks: DiskLinks | null = {
  realPath: (path) => realpath(path).catch(() => null),
  async wayTo(folder, path) {
    try {
      const way = relative(...((await Promise.all([realpath(folder), realpath(path)])) as [string, string]));
      return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
        ? null
        : way.split(sep).join('/');
    } catch {
      return null;
    }
  },
};
