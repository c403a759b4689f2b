import { parseSpec } from '../spec/parse-spec';
import { withoutTicks } from '../spec/task-ticks';
import { replaceInWritten } from '../spec/written-text';
import { sha256Hex } from '../text/hash';
import type { FeatureRecords } from './read-feature';

/** Lines of the metadata that follow the work instead of saying what is signed. */
const movingMetadata = /^\*\*(?:Status|Last updated):\*\*.*$/gim;

/**
 * What a sign-off is about. Tasks that are marked as done, a new status or line endings of another machine do not make it another
 * document.
 */
export function artefactHash(text: string): string {
  const spec = parseSpec(withLineFeeds(text));
  return boxedHash(replaceInWritten(spec, withoutTicks(spec, 'gone')));
}

/** The same as it was recorded before drafts could be ticked: a box that there was none of counts. */
function boxedHash(text: string): string {
  return sha256Hex(
    withLineFeeds(text)
      .replace(/^([ \t]*(?:[-*+]|\d+[.)]) \[)[xX](?=\])/gm, '$1 ')
      .replace(movingMetadata, ''),
  );
}

/**
 * Records that name artefacts by {@link artefactHash}, whichever way they were made.
 *
 * @param texts of the artefacts as they are, by path
 */
export function withHashesOf(records: FeatureRecords, texts: ReadonlyMap<string, string>): FeatureRecords {
  const renamed = new Map(
    [...texts].map(([path, text]) => [`${path} ${boxedHash(text)}`, artefactHash(text)]),
  );
  const named = <One extends { readonly artefacts: Record<string, string> }>(one: One): One => ({
    ...one,
    artefacts: Object.fromEntries(
      Object.entries(one.artefacts).map(([path, hash]) => [path, renamed.get(`${path} ${hash}`) ?? hash]),
    ),
  });
  return {
    ...records,
    signOffs: records.signOffs.map(named),
    verdicts: records.verdicts.map(named),
    events: records.events.map(named),
  };
}

function withLineFeeds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
