import picomatch from 'picomatch';
import type { ContextKind } from '../context';
import type { DocumentPlace } from './document-kinds';
import { documentEndings, documentPlaces, officeEndings } from './document-kinds';
import type { FileTable } from '../files/file-table';
import { hasSecretName } from '../../secrets/secret-names';
import { fileName, parentPath } from '../../text/path';
import { compareText, pathBelow } from '../../text/path-order';
import { perFolder } from '../files/per-folder';

/** A file that lies where documents of a kind lie; not yet read. */
export interface Candidate {
  readonly path: string;
  readonly place: DocumentPlace;
  /** Folder the document speaks for: the one that holds `.cursor`, say; empty for the whole workspace. */
  readonly base: string;
  /** Where its text stands, if the path itself is a symbolic link or leads through one. */
  readonly readAt?: string;
}

/** Globs from settings, beside the places every workspace is searched at. */
export interface ExtraGlobs {
  readonly ruleGlobs?: readonly string[] | undefined;
  readonly completedSpecGlobs?: readonly string[] | undefined;
  readonly researchGlobs?: readonly string[] | undefined;
}

/** Finds the place of one path; `undefined` where no document is expected. */
export interface PlaceFinder {
  (path: string): Candidate | undefined;
  /** What any path needs one of to have a place: a name, the name of a folder around it, or globs of the settings. */
  readonly possible: {
    readonly folder: (name: string) => boolean;
    readonly name: (name: string) => boolean;
    readonly anywhere: boolean;
  };
}

/**
 * Builds the search for documents. Folders are looked up once each, so that a workspace of a hundred thousand files
 * costs one map access per file.
 */
export function placeFinder(extra: ExtraGlobs = {}): PlaceFinder {
  const byName = new Map<string, DocumentPlace>();
  const byFolder: DocumentPlace[] = [];
  for (const place of documentPlaces) {
    if (place.folder !== undefined) {
      byFolder.push(place);
      continue;
    }
    for (const name of place.names ?? []) byName.set(name, place);
  }
  const globs = [
    ...globPlaces('rule', extra.ruleGlobs, 'Rule named in the settings'),
    ...globPlaces('completed-spec', extra.completedSpecGlobs, 'Completed spec named in the settings'),
    ...globPlaces('research', extra.researchGlobs, 'Research named in the settings'),
  ];
  // Most folders of a large workspace hold no documents, and don't even have a name that could lead to some.
  const heads = new Set(byFolder.map(({ folder = '' }) => folder.split('/', 1)[0] ?? ''));
  const folders = new Map<string, readonly FolderMatch[]>();
  const matchesIn = perFolder((folder) => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const isPossible = folder.split('/').some((name) => heads.has(name));
    const matches = isPossible ? byFolder.flatMap((place) => matchFolder(place, folder)) : [];
    folders.set(folder, matches);
    return matches;
  });

  const find = (path: string): Candidate | undefined => {
    for (const { place, matches } of globs) if (matches(path)) return { path, place, base: '' };
    const name = fileName(path).toLowerCase();
    const named = byName.get(name);
    if (named !== undefined) return { path, place: named, base: parentPath(path) };
    for (const { place, base } of matchesIn(path)) {
      if (place.names === undefined || place.names.includes(name)) return { path, place, base };
    }
    return undefined;
  };
  return Object.assign(find, {
    possible: {
      folder: (name: string) => heads.has(name),
      name: (name: string) => byName.has(name.toLowerCase()),
      anywhere: globs.length > 0,
    },
  });
}

/** Every candidate among the files, sorted by path. */
export function findDocuments(table: FileTable, find: PlaceFinder): readonly Candidate[] {
  const { possible } = find;
  const inFolder = table.within(possible.folder);
  const ofName = table.ofNames(possible.name);
  const files = possible.anywhere
    ? table.paths
    : table.either(
        (folder) => inFolder?.[folder] === true,
        (name) => ofName[name] === true,
      );
  const found: Candidate[] = [];
  for (const file of files) {
    const candidate = find(file);
    if (candidate !== undefined && looksLikeDocument(candidate)) found.push(candidate);
  }
  return found.sort((left, right) => compareText(left.path, right.path));
}

/** Whether the file's ending is one of those that documents of this place have. */
export function isDocument(path: string, place: DocumentPlace): boolean {
  if (place.names !== undefined) return true;
  const name = fileName(path).toLowerCase();
  return (place.endings ?? documentEndings).some((ending) => name.endsWith(ending));
}

/** Whether documents are expected somewhere below a folder, such as `.cursor/`. */
export function leadsToDocuments(folder: string): boolean {
  return documentPlaces.some((place) => `${place.folder ?? ''}/`.startsWith(folder));
}

/**
 * Pictures, receipts and data that lie beside documents are no candidates; what a person may take for a document
 * is one, so that its absence gets a reason.
 */
function looksLikeDocument({ path, place }: Candidate): boolean {
  const name = fileName(path).toLowerCase();
  return (
    isDocument(path, place) || officeEndings.some((ending) => name.endsWith(ending)) || hasSecretName(path)
  );
}

interface FolderMatch {
  readonly place: DocumentPlace;
  readonly base: string;
}

function matchFolder(place: DocumentPlace, folder: string): readonly FolderMatch[] {
  const padded = `/${folder}/`;
  const wanted = folderIn(padded, place.folder ?? '');
  const found = `/${wanted}/`;
  const at = place.nested ? padded.indexOf(found) : padded.startsWith(found) ? 0 : -1;
  if (at < 0) return [];
  const base = at === 0 ? '' : padded.slice(1, at);
  const below = folder.slice(pathBelow(base, wanted).length).split('/');
  if (below.some((segment) => place.except?.includes(segment) === true)) return [];
  // Named files lie in the folder itself, not below it.
  if (place.names !== undefined && below.some((segment) => segment !== '')) return [];
  return [{ place, base }];
}

/** The folder itself, or for `.roo/rules-*` the one of that sort that the path goes through. */
function folderIn(padded: string, wanted: string): string {
  if (!wanted.endsWith('*')) return wanted;
  const start = padded.indexOf(`/${wanted.slice(0, -1)}`);
  return start < 0 ? wanted : padded.slice(start + 1, padded.indexOf('/', start + wanted.length));
}

interface GlobPlace {
  readonly place: DocumentPlace;
  readonly matches: (path: string) => boolean;
}

function globPlaces(
  kind: ContextKind,
  globs: readonly string[] | undefined,
  label: string,
): readonly GlobPlace[] {
  if (globs === undefined || globs.length === 0) return [];
  const place: DocumentPlace = { kind, nested: true, label, unstated: 'always', endings: [''] };
  return globs.map((glob) => ({ place, matches: globMatcher(glob) }));
}

/** Matches a path by a glob; dot files count, and a pattern that can't be compiled matches nothing. */
export function globMatcher(glob: string): (path: string) => boolean {
  try {
    return picomatch(glob.replace(/^(?:\.?\/)+/, ''), { dot: true });
  } catch {
    return () => false;
  }
}
