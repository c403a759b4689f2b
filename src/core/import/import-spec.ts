import { relink } from '../export/relink';
import { parseSpec } from '../spec/parse-spec';
import { fileName, parentPath } from '../text/path';
import { asciiSlug } from '../export/ascii-slug';
import { assembleSpec, type SortedDocument } from './assemble-spec';
import { detectFormat, roleOf, type ImportedDocument, type ImportFormat } from './import-format';
import { restoredTasks } from './restore-tasks';
import { restoreJson } from './restore-json';
import { restoreSpec } from './restore-spec';

export interface ImportInput {
  /** The documents, with their paths relative to the workspace root. */
  readonly documents: readonly ImportedDocument[];
  /** Folder that holds them, relative to the root; `null` where it lies elsewhere and links can only stay. */
  readonly folder: string | null;
  /** The same documents' paths inside the folder, in the same order. */
  readonly names: readonly string[];
  /** `null` where it is to be told from the names. */
  readonly format: ImportFormat | null;
  /** Where the spec goes, relative to the root. */
  readonly out: string;
}

export interface ImportedSpec {
  readonly text: string;
  readonly format: ImportFormat | null;
  /** Whether the documents held a spec of ours, which was had back as it is. */
  readonly restored: boolean;
}

/**
 * One spec from the documents of another workflow. A spec of ours among them, exported or alone, is had back as it is; of
 * others every text stays, tasks in our notation. Nothing but the result is made; the documents stay as they are.
 *
 * @returns `null` where there is no document at all
 */
export function importSpec(input: ImportInput): ImportedSpec | null {
  const { documents, names, folder, out } = input;
  const [only] = documents;
  if (only === undefined) return null;
  const to = parentPath(out);
  const data = input.format !== null || documents.length > 1 ? null : restoreJson(only.text, to);
  if (data !== null) return { text: data, format: null, restored: true };
  // Other data, or an export that was damaged, is no document.
  if (documents.length === 1 && only.path.endsWith('.json'))
    return { text: only.text, format: null, restored: false };
  const format = input.format ?? detectFormat(names);
  const sorted = documents.map((document, index): SortedDocument => ({
    ...document,
    name: names[index] ?? document.path,
    role: format === null ? 'detail' : roleOf(format, names[index] ?? document.path),
  }));
  const built = sorted.filter(({ role }) => role !== 'requirements');
  const [alone] = built;
  // A design without tasks beside it is a whole spec.
  const whole =
    documents.length === 1 ? only : built.length === 1 && alone?.role === 'design' ? alone : undefined;
  if (whole !== undefined && !isExported(whole.text) && (format === null || isSpec(whole.text)))
    return {
      text: folder === null ? whole.text : relink(parseSpec(whole.text), parentPath(whole.path), to),
      ...{ format, restored: true },
    };
  const restored = restoredFrom(sorted, folder, to);
  if (restored !== null) return { text: restored, format, restored: true };
  const title = titleOf(folder, only);
  return { text: assembleSpec({ documents: sorted, format, folder, out, title }), format, restored: false };
}

/** Path of the spec that an import makes where nobody names one. */
export function importPath(folder: string | null, documents: readonly ImportedDocument[]): string {
  const [first] = documents;
  return `tech-specs/${asciiSlug(first === undefined ? '' : titleOf(folder, first), first?.path ?? 'spec')}.md`;
}

/** A name from the folder, of data from the file, which is called after its spec, without the marks that workflows put before it: `004-invites`, `prd-invites`. */
function titleOf(folder: string | null, document: ImportedDocument): string {
  const own = document.path.endsWith('.json') ? fileName(document.path) : '';
  const name =
    own || fileName(folder ?? '') || fileName(parentPath(document.path)) || fileName(document.path);
  const words = name
    .replace(/\.[^.]+$/u, '')
    .replace(/^(?:\d{3,}-|prd-)/u, '')
    .replace(/[-_]+/gu, ' ')
    .trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function isExported(text: string): boolean {
  return text.includes('<!-- tech-spec:document ');
}

/** Whether a document says what to build in tasks, or what it is for, as specs of ours do. */
function isSpec(text: string): boolean {
  const spec = parseSpec(text);
  return spec.sections.length > 0 && (spec.tasks.length > 0 || spec.metadata.has('status'));
}

function restoredFrom(
  documents: readonly SortedDocument[],
  folder: string | null,
  to: string,
): string | null {
  const design = documents.find(({ text }) => isExported(text));
  if (design === undefined) return null;
  const tasks = documents.filter(({ role }) => role === 'tasks').flatMap(({ text }) => restoredTasks(text));
  const partOf = (file: string): string | null => documents.find(({ name }) => name === file)?.text ?? null;
  return restoreSpec(design.text, tasks, partOf, folder, to);
}
