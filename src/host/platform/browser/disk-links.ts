import type { DiskLinks } from '../disk-links';

/** What a browser shows of a disk has no links. */
export const diskLinks: DiskLinks | null = null;
