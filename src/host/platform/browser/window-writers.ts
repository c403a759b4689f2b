import type { Writers } from '../journal-files';

/** Windows of a browser do not see each other: one that is at work writes every few seconds, and one that is gone does not. */
const longestSilenceMs = 10_000;
const own = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

export const windowWriters: Writers = {
  own,
  knownAfterMs: longestSilenceMs,
  mayLive: (writer, silentMs) => writer !== own && silentMs < longestSilenceMs,
};
