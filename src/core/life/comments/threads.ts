import type { FileSystem } from '../../ports/file-system';
import type { SpecDocument } from '../../spec/spec-document';
import { fileName } from '../../text/path';
import { compareText } from '../../text/path-order';
import { readRecords, type RecordMemory } from '../read-records';
import { placeAnchor, type Anchor, type AnchoredPlace } from './anchor';
import {
  commentFolder,
  parseComment,
  type CommentFile,
  type ResolvedFile,
  type ReviewFile,
} from './comment-file';

/** What people say of one place of a spec. */
export interface CommentThread extends AnchoredPlace {
  readonly id: string;
  readonly anchor: Anchor;
  /** In the order in which they were made. */
  readonly comments: readonly CommentFile[];
  /** Who said that it is settled, first by name; `null` while nobody did. */
  readonly resolved: ResolvedFile | null;
  /** All who said so. */
  readonly settled: readonly ResolvedFile[];
}

/** Where the anchor of a thread was lost: the comment that held it was deleted. */
const nowhere: Anchor = { quote: '', before: '', after: '', section: null };

/**
 * The review of a spec, by place. Never rejects: what can't be read says nothing.
 *
 * @param places where the spec lies, then where it lay before; what stands at the first of them holds
 */
export async function readThreads(
  files: FileSystem,
  places: readonly string[],
  spec: SpecDocument,
  memory?: RecordMemory,
): Promise<readonly CommentThread[]> {
  const found = new Map<string, ReviewFile>();
  for (const place of places)
    for (const { path, record } of await readRecords(files, commentFolder(place), parseComment, memory)) {
      const name = fileName(path);
      if (!found.has(name)) found.set(name, record);
    }
  return threadsOf([...found.values()], spec);
}

/** Threads made of files; one without any comment left is none. */
export function threadsOf(found: readonly ReviewFile[], spec: SpecDocument): readonly CommentThread[] {
  const byThread = new Map<string, ReviewFile[]>();
  for (const file of found) byThread.set(file.thread, [...(byThread.get(file.thread) ?? []), file]);
  return [...byThread]
    .flatMap(([id, files]): readonly CommentThread[] => {
      const comments = files
        .filter((file) => 'text' in file)
        .sort((a, b) => a.number - b.number || compareText(a.date, b.date) || compareText(a.id, b.id));
      if (comments.length === 0) return [];
      const anchor = comments.find((comment) => comment.anchor !== undefined)?.anchor ?? nowhere;
      const settled = files.filter((file) => 'resolved' in file);
      return [{ id, anchor, comments, resolved: settled[0] ?? null, settled, ...placeAnchor(spec, anchor) }];
    })
    .sort(
      (a, b) => a.range.line - b.range.line || a.range.column - b.range.column || compareText(a.id, b.id),
    );
}

/** Threads that nobody has settled. */
export function openThreads(threads: readonly CommentThread[]): readonly CommentThread[] {
  return threads.filter(({ resolved }) => resolved === null);
}

/** What is left to write and to remove when a comment is taken out of a thread; the next one takes over what it is about. */
export function withoutComment(
  { comments, settled, anchor }: Pick<CommentThread, 'comments' | 'settled' | 'anchor'>,
  id: string,
): { readonly remove: readonly ReviewFile[]; readonly write: readonly CommentFile[] } {
  const removed = comments.filter((comment) => comment.id === id);
  const [next, ...others] = comments.filter((comment) => comment.id !== id);
  if (next === undefined) return { remove: [...removed, ...settled], write: [] };
  const isAnchored = [next, ...others].some((comment) => comment.anchor !== undefined);
  return { remove: removed, write: isAnchored ? [] : [{ ...next, anchor }] };
}
