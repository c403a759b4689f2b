import * as v from 'valibot';
import { withoutSecretsIn } from '../../secrets/mask-secrets';
import { sha256Hex } from '../../text/hash';
import { sortedJson } from '../../text/sorted-json';
import { longestContext, longestQuote, type Anchor } from './anchor';

/** Longest comment, in characters. */
export const longestComment = 10_000;

/**
 * What one person says in a review of a spec. A file of its own for each, so that two people who answer each other on two branches
 * merge: the first of a thread says what it is about.
 */
export interface CommentFile {
  readonly version: 1;
  readonly thread: string;
  readonly id: string;
  /** Counts the comments of a thread, from 1; two made on two branches may share a number. */
  readonly number: number;
  /** As git knows the person; `null` where it does not. */
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly text: string;
  /** Of the first comment only. */
  readonly anchor?: Anchor;
}

/** A person's word that a thread is settled. */
export interface ResolvedFile {
  readonly version: 1;
  readonly thread: string;
  readonly resolved: true;
  readonly name: string | null;
  readonly date: string;
}

export type ReviewFile = CommentFile | ResolvedFile;

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8,64}$/));
const who = {
  name: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
};
const context = v.pipe(v.string(), v.maxLength(longestContext));
const schema = v.union([
  v.object({ version: v.literal(1), thread: id, resolved: v.literal(true), ...who }),
  v.object({
    ...{ version: v.literal(1), thread: id, id },
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    ...who,
    text: v.pipe(v.string(), v.maxLength(longestComment)),
    anchor: v.exactOptional(
      v.object({
        quote: v.pipe(v.string(), v.maxLength(longestQuote)),
        before: context,
        after: context,
        section: v.nullable(v.pipe(v.string(), v.maxLength(500))),
      }),
    ),
  }),
]);

/** Folder of a spec's review comments: `x.comments` for `x.md`. */
export function commentFolder(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.comments`;
}

/** Path of one: those of a thread stand together. */
export function commentPath(specPath: string, file: ReviewFile): string {
  const name =
    'resolved' in file
      ? `resolved-${sha256Hex(`${file.name ?? ''}\n${file.date}`).slice(0, 8)}`
      : `${String(file.number).padStart(3, '0')}-${file.id}`;
  return `${commentFolder(specPath)}/${file.thread}.${name}.json`;
}

/** Reads one; `null` where it is none, which says nothing. */
export function parseComment(text: string): ReviewFile | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Equal ones give equal bytes; no secret is in them. */
export function serialiseComment(file: ReviewFile): string {
  return sortedJson(withoutSecretsIn(file));
}

/** What a new comment is made of. */
export interface CommentInput {
  readonly text: string;
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The first comment of a thread. */
export function firstComment(anchor: Anchor, { text, name, date }: CommentInput): CommentFile {
  const own = sha256Hex(JSON.stringify([anchor, text, name, date])).slice(0, 12);
  return { version: 1, thread: own, id: own, number: 1, name, date, text: cut(text), anchor };
}

/** One more comment of a thread. */
export function reply(
  thread: { readonly id: string; readonly comments: readonly CommentFile[] },
  { text, name, date }: CommentInput,
): CommentFile {
  const number = Math.max(0, ...thread.comments.map((comment) => comment.number)) + 1;
  const own = sha256Hex(JSON.stringify([thread.id, number, text, name, date])).slice(0, 12);
  return { version: 1, thread: thread.id, id: own, number, name, date, text: cut(text) };
}

function cut(text: string): string {
  return text.trim().slice(0, longestComment);
}
