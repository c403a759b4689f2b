import type { Receipt } from '../receipt/receipt';
import type { SpecDocument } from '../spec/spec-document';
import type { ContextKind } from '../workspace/context';
import { namesPath, type AffectedParts } from './affected';
import { citedPaths } from './cited-files';
import type { AffectedSection, Drift, DriftEffects } from './drift';
import type { DriftState } from './drift-state';

/** Rules, steering, research, decisions and completed specs that changed, are gone, or count for the source since. */
export function documentDrifts(
  receipt: Receipt,
  { hashes, found }: DriftState,
  parts: AffectedParts,
): readonly Drift[] {
  const known = receipt.context.documents.filter(({ kind }) => isAround(kind));
  const changed = known.flatMap(({ path, kind, sha256 }): readonly Drift[] => {
    const is = hashes.has(path) ? (hashes.get(path) ?? null) : sha256;
    const sections = sectionsOf(path, parts, is, is !== sha256);
    if (is === sha256 && sections.length === 0) return [];
    return [
      {
        ...commonOf(kind, path),
        ...{ change: is === null ? 'removed' : 'changed', was: sha256, is },
        affects: effectsOf(path, sections, receipt, parts),
      },
    ];
  });
  const considered = new Set([...known, ...receipt.context.excluded].map(({ path }) => path));
  const added = (found ?? []).flatMap(({ path, kind, sha256 }): readonly Drift[] => {
    if (!isAround(kind) || considered.has(path) || path === receipt.source.path) return [];
    const sections = sectionsForNew(path, kind, receipt, parts);
    return [
      {
        ...commonOf(kind, path),
        ...{ change: 'added', was: null, is: sha256 },
        affects: effectsOf(path, sections, receipt, parts),
      },
    ];
  });
  return [...changed, ...added];
}

/**
 * Files that the spec names and that are not as they were: by the receipt's hashes, and by git for those that it does not have.
 * Files that are to be made have no state before, so they never drift.
 */
export function fileDrifts(
  receipt: Receipt,
  spec: SpecDocument,
  { hashes, byGit }: DriftState,
  parts: AffectedParts,
): readonly Drift[] {
  const apart = new Set([
    receipt.source.path,
    ...(receipt.source.siblings ?? []).map(({ path }) => path),
    ...receipt.context.documents.map(({ path }) => path),
  ]);
  return citedPaths(spec).flatMap((path): readonly Drift[] => {
    if (apart.has(path)) return [];
    const was = receipt.files?.[path] ?? null;
    const bySelf = was !== null && hashes.has(path) ? (hashes.get(path) ?? null) : was;
    const git = was === null ? byGit.get(path) : undefined;
    if (bySelf === was && git === undefined) return [];
    const is = git === undefined ? bySelf : (hashes.get(path) ?? null);
    const sections = parts.sectionsOf(
      () => null,
      (text) => namesPath(text, path),
    );
    return [
      {
        ...{ id: `file:${path}`, kind: 'file', subject: path, text: path, path, accepted: null },
        ...{ change: is === null ? 'removed' : 'changed', line: null, was, is },
        affects: effectsOf(path, sections, receipt, parts),
      },
    ];
  });
}

/** What lies around a spec, its source and template apart: these are told on their own. */
function isAround(kind: ContextKind): boolean {
  return kind !== 'source' && kind !== 'template';
}

function commonOf(
  kind: ContextKind,
  path: string,
): Pick<Drift, 'id' | 'kind' | 'subject' | 'text' | 'path' | 'line' | 'accepted'> {
  const own = kind === 'completed-spec' ? 'completed-spec' : 'document';
  return { id: `${own}:${path}`, kind: own, subject: path, text: path, path, line: null, accepted: null };
}

function sectionsOf(
  path: string,
  parts: AffectedParts,
  is: string | null,
  isOther: boolean,
): readonly AffectedSection[] {
  return parts.sectionsOf(
    ({ documents }) => (path in documents ? documents[path] !== is : null),
    (text) => isOther && namesPath(text, path),
  );
}

/** Sections that have every document of the same kind. */
function sectionsForNew(
  path: string,
  kind: ContextKind,
  receipt: Receipt,
  parts: AffectedParts,
): readonly AffectedSection[] {
  const peers = receipt.context.documents.filter((one) => one.kind === kind).map((one) => one.path);
  if (peers.length === 0) return [];
  return parts.sectionsOf(
    ({ documents }) => !(path in documents) && peers.every((peer) => peer in documents),
    (text) => !namesPath(text, path) && peers.every((peer) => namesPath(text, peer)),
  );
}

/** A task that names the file is touched, and with it what it implements. */
function effectsOf(
  path: string,
  sections: readonly AffectedSection[],
  receipt: Receipt,
  parts: AffectedParts,
): DriftEffects {
  const tasks = parts.tasksNaming(path);
  const ids = receipt.source.requirements.map(({ id }) => id);
  return { requirements: parts.citedBy(tasks, ids), sections, tasks };
}
