import type { FileSystem } from '../ports/file-system';
import { idsOfReceipt } from '../receipt/find-records';
import { keepWaiting } from '../receipt/keep-waiting';
import { knowSource } from '../receipt/know-source';
import type { Receipt } from '../receipt/receipt';
import type { Correction } from '../source/corrections/correction';
import { correctionsPath, parseCorrections } from '../source/corrections/corrections-file';
import { criterionLabel } from '../source/notation/criterion-label';
import { maxSourceBytes } from '../source/document/decode-source';
import { readSource } from '../source/read-source';
import { readSiblings } from '../source/siblings/read-siblings';
import type { Requirement, Source, SourceKind } from '../source/source';
import type { SpecDocument } from '../spec/spec-document';
import { sha256Hex } from '../text/hash';
import { climbsOut, fileName, joinPath, parentPath } from '../text/path';
import type { CheckedRequirement } from './check';
import { namesOfMetadata } from '../spec/vocabulary/metadata-names';

/** What a spec is for. */
export interface SpecSource {
  readonly path: string;
  /** Whether the file itself was read, and not the receipt's record of it. */
  readonly read: boolean;
  readonly kind: SourceKind;
  /** As read; `null` where only the receipt's record is left. */
  readonly source: Source | null;
  readonly requirements: readonly CheckedRequirement[];
}

/** The source that was read last, with what it was read from; see `CheckMemory`. */
export interface KnownSource {
  readonly key: string;
  readonly found: SpecSource;
}

/** Where several files of fixed names make up one plan: the name of a spec to those that may say what it is for. */
const sourcesBeside: ReadonlyMap<string, readonly string[]> = new Map([
  ['design.md', ['requirements.md']],
  ['tasks.md', ['requirements.md', 'spec.md']],
  ['plan.md', ['spec.md']],
]);

/**
 * Reads the source of a spec: the one that its receipt names, else the one that its metadata links (as where the source was
 * renamed since), else the one beside it where their names say so (`requirements.md` beside `design.md`). Where it is gone the
 * receipt's record of it serves.
 *
 * @param memory keeps the source from one call to the next where nothing that it was read from has changed
 */
export async function findSpecSource(
  files: FileSystem,
  specPath: string,
  spec: SpecDocument,
  receipt: Receipt | null,
  memory?: { source: KnownSource | null },
): Promise<SpecSource | null> {
  for (const path of sourcePaths(specPath, spec, receipt)) {
    const bytes = await readAt(files, path, receipt);
    if (bytes === null) continue;
    const corrections = await correctionsBeside(files, specPath);
    const key = JSON.stringify([path, sha256Hex(bytes), receipt?.source ?? null, corrections]);
    if (memory?.source?.key === key) return memory.source.found;
    try {
      const { kind, conversation } = receipt?.source ?? {};
      const chosen = conversation === undefined ? null : conversation - 1;
      const alone = readSource({ path, bytes, kind, conversation: chosen });
      const read = await readSiblings(alone, files);
      const previous = receipt === null ? [] : [idsOfReceipt(receipt)];
      const source = keepWaiting(knowSource(read, previous, corrections).source, receipt);
      const found: SpecSource = {
        path,
        read: true,
        kind: source.kind,
        source,
        requirements: source.requirements.map((requirement) => checkedRequirement(requirement, path)),
      };
      if (memory !== undefined) memory.source = { key, found };
      return found;
    } catch {
      // Empty or binary by now: as good as gone.
    }
  }
  return receipt === null ? null : { ...receipt.source, source: null, read: false };
}

/**
 * A receipt comes with the repository, whoever wrote it. Outside of the workspace it names a file only by knowing what is
 * in it: by the hash, so that nobody is made to read, show or send another file of this machine.
 */
async function readAt(files: FileSystem, path: string, receipt: Receipt | null): Promise<Uint8Array | null> {
  const outside = climbsOut(path);
  if (outside) {
    const stat = await files.stat(path).catch(() => undefined);
    if (stat?.type !== 'file' || stat.size > maxSourceBytes) return null;
  }
  const bytes = await files.readFile(path).catch(() => null);
  return bytes === null || (outside && sha256Hex(bytes) !== receipt?.source.sha256) ? null : bytes;
}

function checkedRequirement(requirement: Requirement, source: string): CheckedRequirement {
  const { id, kind, title, text, line, priority, acceptance, path = source } = requirement;
  return {
    id,
    kind,
    title,
    acceptance: acceptance.map((_, index) => criterionLabel(id, index)),
    stated: {
      path,
      line,
      text,
      priority,
      criteria: acceptance.map((criterion) => ({ line: criterion.line, text: criterion.text })),
    },
  };
}

/** A spec is held against its own receipt and corrections, whatever others of the same source say. */
async function correctionsBeside(files: FileSystem, specPath: string): Promise<readonly Correction[]> {
  const bytes = await files.readFile(correctionsPath(specPath)).catch(() => null);
  const parsed = bytes === null ? null : parseCorrections(new TextDecoder().decode(bytes));
  return parsed !== null && 'file' in parsed ? parsed.file.corrections : [];
}

function sourcePaths(specPath: string, spec: SpecDocument, receipt: Receipt | null): readonly string[] {
  const linked = namesOfMetadata('source').flatMap((label) => {
    const value = spec.metadata.get(label)?.value ?? '';
    return /(?<![\w./-])[\w./-]+\.(?:md|markdown|txt)\b/u.exec(value)?.[0] ?? [];
  });
  // A link may be meant from the spec or from the root; a path that climbs out of the root is not followed.
  const folder = parentPath(specPath);
  const beside = receipt === null ? (sourcesBeside.get(fileName(specPath).toLowerCase()) ?? []) : [];
  return [
    ...(receipt === null ? [] : [receipt.source.path]),
    ...linked.flatMap((path) => [joinPath(folder, path), joinPath('', path)]),
    ...beside.map((name) => joinPath(folder, name)),
  ].filter((path): path is string => path !== null);
}
