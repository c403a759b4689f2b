import type { FileSystem } from '../../ports/file-system';
import { receiptPath } from '../../spec/receipt-path';
import { hasSecretName } from '../../secrets/secret-names';
import { isAbsolutePath, parentPath } from '../../text/path';
import { mapConcurrently } from '../../workspace/files/map-concurrently';
import { largestDocument } from '../../workspace/files/read-text';
import { familyOf, idKey } from '../notation/id-family';
import { sourceLines } from '../document/places';
import { findingFor } from '../findings/review-source';
import { undefinedReference, undefinedReferences } from '../findings/rules/prd-undefined-reference';
import { readSource } from '../read-source';
import { sameMeaning } from '../requirements/same-meaning';
import type { CitedIds, Requirement, Source } from '../source';
import { ignoredAround } from './ignored-around';
import { realPlaceFinder, type RealPlace } from './real-place';
import type { Sibling } from './sibling';
import { linkedPath, siblingCandidates } from './sibling-candidates';

/** Bytes that are read in all, looking for what a source cites. */
const mostBytes = 4 * 1024 * 1024;
const readsAtOnce = 8;

/**
 * Reads a source together with the files beside it that define what it cites: linked ones and those of its folder. Nothing
 * is read where the source cites nothing that it does not define. Each requirement from there has `path` set; what is
 * still undefined stays a finding. The same files give the same value.
 *
 * @returns the source itself where no file defines any of it; never rejects: a file that can't be read defines nothing
 */
export async function readSiblings(source: Source, files: FileSystem): Promise<Source> {
  const { unresolved = [], delegated = [] } = source;
  if (unresolved.length === 0 && delegated.length === 0) return source;
  // A file outside of the workspace was named by a person; what lies around it was not.
  if (/^\.\.(?:\/|$)/.test(source.path) || isAbsolutePath(source.path)) return source;
  const cited = new Set(unresolved.flatMap(({ ids }) => ids.map(idKey)));
  const whole = new Set(delegated.flatMap((target) => linkedPath(target, parentPath(source.path)) ?? []));
  const realPlace = realPlaceFinder(files);
  const candidates = cited.size === 0 ? [] : await siblingCandidates(source, cited, files, realPlace);
  const found = await definitionsIn(files, {
    realPlace,
    candidates: [
      ...new Set([...whole, ...candidates.map(({ path }) => path)].filter((path) => path !== source.path)),
    ],
    linked: new Set([...whole, ...candidates.filter(({ linked }) => linked).map(({ path }) => path)]),
    whole,
    cited,
    known: new Map(source.requirements.map((requirement) => [idKey(requirement.id), requirement])),
  });
  if (found.requirements.length === 0) return source;
  const rest = stillUnresolved(unresolved, new Set(found.requirements.map(({ id }) => idKey(id))));
  return {
    ...source,
    requirements: [...source.requirements, ...found.requirements],
    unresolved: rest,
    siblings: found.siblings,
    findings: findingsWith(source, rest),
  };
}

interface Found {
  readonly requirements: readonly Requirement[];
  readonly siblings: readonly Sibling[];
}

interface Search {
  readonly realPlace: RealPlace;
  /** Paths in the order in which they are believed. */
  readonly candidates: readonly string[];
  /** Those that the source names itself. */
  readonly linked: ReadonlySet<string>;
  /** Those of which every requirement with an id is taken. */
  readonly whole: ReadonlySet<string>;
  /** Keys of the ids that are taken from all others. */
  readonly cited: ReadonlySet<string>;
  /** What is defined already, by the keys of its ids. */
  readonly known: ReadonlyMap<string, Requirement>;
}

/** Each requirement by the first candidate that defines it; no more is read than it takes to find all. */
async function definitionsIn(files: FileSystem, search: Search): Promise<Found> {
  const { candidates, linked, whole, cited, known } = search;
  const isIgnored = ignoredAround(files);
  const mayRead = async (path: string): Promise<boolean> => {
    const place = await search.realPlace(path);
    return place !== null && !(await isIgnored(path)) && (place === path || !(await isIgnored(place)));
  };
  const left = new Set(cited);
  const taken = new Set(known.keys());
  const requirements: Requirement[] = [];
  const siblings: Sibling[] = [];
  let budget = mostBytes;
  for (let start = 0; start < candidates.length && budget > 0; start += readsAtOnce) {
    const batch = candidates
      .slice(start, start + readsAtOnce)
      .filter((path) => left.size > 0 || whole.has(path));
    const read = await mapConcurrently(batch, readsAtOnce, (path) =>
      readCandidate(files, path, whole.has(path) ? null : left, mayRead),
    );
    for (const sibling of read) {
      if (sibling === null) continue;
      budget -= sibling.bytes;
      if (sibling.source !== null && !linked.has(sibling.source.path) && countsItself(sibling.source, known))
        continue;
      const defined = (sibling.source?.requirements ?? []).filter(({ explicitId, id }) => {
        const key = idKey(id);
        // A second meaning (`FR-1~2`) is nothing that the source can have cited.
        if (explicitId !== id || taken.has(key)) return false;
        return left.delete(key) || (sibling.source !== null && whole.has(sibling.source.path));
      });
      for (const { id } of defined) taken.add(idKey(id));
      if (sibling.source === null || defined.length === 0) continue;
      const { path, sha256, text, secrets, title } = sibling.source;
      requirements.push(...defined.map((requirement) => ({ ...requirement, path })));
      siblings.push({ path, sha256, text, secrets, title });
    }
  }
  return { requirements, siblings };
}

/** Whether a document gives other meanings to ids that are known: it is no part of the source, it only lies beside it. */
function countsItself({ requirements }: Source, known: ReadonlyMap<string, Requirement>): boolean {
  return requirements.some(({ id, title, text }) => {
    const own = known.get(idKey(id));
    return own !== undefined && !sameMeaning(own.title, title) && !sameMeaning(own.text, text);
  });
}

interface ReadCandidate {
  readonly bytes: number;
  /** `null` where the text names none of the ids. */
  readonly source: Source | null;
}

async function readCandidate(
  files: FileSystem,
  path: string,
  wanted: ReadonlySet<string> | null,
  mayRead: (path: string) => Promise<boolean>,
): Promise<ReadCandidate | null> {
  try {
    if (hasSecretName(path)) return null;
    const stat = await files.stat(path);
    if (stat?.type !== 'file' || stat.size > largestDocument || !(await mayRead(path))) return null;
    // A spec names the requirements it serves; they are defined where it was made from.
    if ((await files.stat(receiptPath(path))) !== undefined) return null;
    const bytes = await files.readFile(path);
    const text = new TextDecoder().decode(bytes).toLowerCase();
    const families = wanted === null ? [''] : [...new Set([...wanted].map(familyOf))];
    if (!families.some((family) => text.includes(family))) return { bytes: bytes.length, source: null };
    return { bytes: bytes.length, source: readSource({ path, bytes, kind: 'prd' }) };
  } catch {
    // Gone, binary, empty or not to be read: it defines nothing for us.
    return null;
  }
}

function stillUnresolved(unresolved: readonly CitedIds[], found: ReadonlySet<string>): readonly CitedIds[] {
  return unresolved.flatMap((cited) => {
    const ids = cited.ids.filter((id) => !found.has(idKey(id)));
    return ids.length === 0 ? [] : [{ ...cited, ids }];
  });
}

function findingsWith(source: Source, unresolved: readonly CitedIds[]): Source['findings'] {
  const lines = sourceLines(source.text);
  const others = source.findings.filter(({ check }) => check !== undefinedReference.id);
  const rest = [...undefinedReferences(unresolved, lines)].map((problem) =>
    findingFor(undefinedReference, problem),
  );
  return [...others, ...rest].sort((a, b) => a.line - b.line || a.column - b.column);
}
