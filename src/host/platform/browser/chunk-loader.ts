/** What the entry for browsers begins with; see scripts/web/web-entry.mjs. */
export { chunkLoader } from './load-chunks';
export { readBeside } from './own-files';
