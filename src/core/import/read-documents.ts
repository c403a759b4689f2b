import type { FileSystem } from '../ports/file-system';
import { decodeSource } from '../source/document/decode-source';
import type { ImportedDocument } from './import-format';

const textFile = /\.(?:md|markdown|txt|ya?ml|json|graphql|proto|sql|ts)$/i;
/** More files than this are no spec. */
export const mostDocuments = 200;
const mostDepth = 4;
/** In bytes. */
const largestDocument = 1_000_000;

/** Documents to import, and their paths inside their folder in the same order. */
export interface FoundDocuments {
  readonly documents: readonly ImportedDocument[];
  readonly names: readonly string[];
}

/** Why documents were not read: more of them than a spec has, or one that is too large or can not be read. */
export interface UnreadDocuments {
  readonly problem: 'too-many' | 'too-large' | 'unreadable';
  /** The document, by its path inside the folder; empty where there are too many. */
  readonly name: string;
}

/**
 * Reads the documents of a folder, links apart; those that are empty or binary hold nothing of a spec and are left out.
 *
 * @param files rooted at the folder
 * @param place of the folder, relative to the workspace root; `null` where it lies elsewhere
 * @param only a document, where the folder as a whole is not meant
 */
export async function readDocuments(
  files: FileSystem,
  place: string | null,
  only: string | null = null,
): Promise<FoundDocuments | UnreadDocuments> {
  const all = only === null ? await namesBelow(files, '', 0) : [only];
  if (all.length > mostDocuments) return { problem: 'too-many', name: '' };
  const documents: ImportedDocument[] = [];
  const names: string[] = [];
  for (const name of all) {
    const bytes = await files.readFile(name).catch(() => null);
    if (bytes === null) return { problem: 'unreadable', name };
    if (bytes.byteLength > largestDocument) return { problem: 'too-large', name };
    const text = textOf(name, bytes);
    if (text.trim() === '') continue;
    documents.push({ path: [place ?? '', name].filter((part) => part !== '').join('/'), text });
    names.push(name);
  }
  return { documents, names };
}

/** Empty where it is binary. */
function textOf(name: string, bytes: Uint8Array): string {
  try {
    return decodeSource(name, bytes);
  } catch {
    return '';
  }
}

/** Files of text below a folder, sorted, and one more than is allowed where there are more. */
async function namesBelow(files: FileSystem, within: string, depth: number): Promise<readonly string[]> {
  const entries = await files.readDirectory(within).catch(() => []);
  const names: string[] = [];
  for (const { name, type } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = within === '' ? name : `${within}/${name}`;
    if (type === 'file' && textFile.test(name)) names.push(path);
    else if (type === 'directory' && depth < mostDepth && !name.startsWith('.'))
      names.push(...(await namesBelow(files, path, depth + 1)));
    if (names.length > mostDocuments) break;
  }
  return names;
}
