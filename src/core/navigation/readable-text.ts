import { readPath } from '../spec/path-like';
import { blanked } from '../text/blanked';

/** Targets of links, addresses, and the labels of link definitions stay as they are whatever an id is called. */
const addresses = /(?<=\])\([^()\s]{1,500}\)|<?https?:\/\/[^\s>)]{1,2000}/giu;
const run = /[^\s`|,;()"'<>*]+/gu;

/**
 * A text with what only looks like an id blanked: link targets, addresses and paths (`prds/us-001.md`). Every character
 * keeps its place.
 */
export function readableText(text: string): string {
  return text
    .replace(addresses, (found) => blanked(found))
    .replace(run, (found) => (/[/\\.]/u.test(found) && readPath(found) !== null ? blanked(found) : found));
}
