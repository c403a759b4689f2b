import leven from 'leven';
import { filePlan } from '../../spec/file-plan';
import { readPath } from '../../spec/path-like';
import type { SpecDocument } from '../../spec/spec-document';
import { fileName, parentPath } from '../../text/path';
import { mentionAt } from './mention';
import { saysItIsNew } from './existence-words';

/** What a spec itself brings into being, as far as paths go. */
export interface NewPaths {
  /** Whether tasks or tables of files say which files are new and which change: then what is in neither is invented. */
  readonly isPlanned: boolean;
  /** Whether tasks, tables of files or a sentence make a path, a folder around it or something in it. */
  has(path: string): boolean;
  /** Whether tasks or tables of files make it. */
  isCreated(path: string): boolean;
  /** Whether the content of a path is shown, or its name stands in a drawing of folders: it may be new. */
  isShown(path: string): boolean;
  /** The path that tasks or tables make and that was probably meant, or `null`. */
  similar(path: string): string | null;
}

const known = new WeakMap<SpecDocument, NewPaths>();
const treeLine = /[│├└|][│├└|\s]*(?:(?:──|--)\s*)?([^\s#│├└]+)/gu;
/** `// src/api/client.ts` on top of a block: it shows that file. */
const leadComment = /^\s*(?:\/\/|#|--|\/\*|<!--)\s*(?:file:\s*)?(\S+)/iu;
const diagram = /^(?:mermaid|plantuml|puml|dot|graphviz|d2)$/iu;
const mostTreeLines = 2000;
const longestTreeLine = 400;
const mostSlips = 2;

/**
 * Paths that a spec declares: those its tasks and tables create, those it calls new in a sentence, those whose content
 * it shows in a code block, and the names in its drawings of folders. Made once per document.
 */
export function newPaths(spec: SpecDocument): NewPaths {
  const made = known.get(spec);
  if (made !== undefined) return made;
  const plan = filePlan(spec);
  const created = new PathSet();
  const said = new PathSet();
  const shown = new PathSet();
  for (const { path, action } of plan) if (action === 'create') created.add(path);
  // A diagram is no file's content.
  const blocks = new Set(
    spec.codeBlocks.filter(({ language }) => !diagram.test(language ?? '')).map(({ line }) => line),
  );
  for (const span of spec.codeSpans) {
    const read = readPath(span.value);
    if (read === null || read.line !== null) continue;
    const heads = span.host === 'heading' || (span.host === 'paragraph' && headsBlock(span.endLine, blocks));
    if (heads) shown.add(read.path);
    // A new part of `internal/` is no new `internal/`.
    if (!read.path.endsWith('/') && saysItIsNew(mentionAt(spec, span))) said.add(read.path);
  }
  const drawn = new Set<string>();
  for (const { value } of spec.codeBlocks) {
    const lead = leadComment.exec(value)?.[1];
    const path = lead === undefined ? null : readPath(lead);
    if (path !== null) shown.add(path.path);
    if (!/[├└]/u.test(value)) continue;
    for (const line of value.split('\n', mostTreeLines))
      for (const [, name = ''] of line.slice(0, longestTreeLine).matchAll(treeLine))
        drawn.add(fileName(withoutSlash(name)));
  }
  const result: NewPaths = {
    isPlanned: plan.some(({ action }) => action === 'create' || action === 'modify'),
    has: (path) => created.has(path) || said.has(path),
    isCreated: (path) => created.has(path),
    isShown: (path) => shown.has(path) || drawn.has(fileName(withoutSlash(path))),
    similar: (path) => created.similar(path),
  };
  known.set(spec, result);
  return result;
}

/** Paths with all the folders around them, found by their ends as well (`handler.go`, `invites/handler.go`). */
class PathSet {
  readonly #paths = new Set<string>();
  readonly #ends = new Set<string>();
  /** Folders that are made as such, with whatever is in them. */
  readonly #folders = new Set<string>();

  add(path: string): void {
    const bare = withoutSlash(path);
    if (path.endsWith('/')) this.#folders.add(bare);
    this.#paths.add(bare);
    for (let at = bare; at !== '' && !this.#ends.has(at); at = parentPath(at)) {
      this.#ends.add(at);
      for (let slash = at.indexOf('/'); slash !== -1; slash = at.indexOf('/', slash + 1))
        this.#ends.add(at.slice(slash + 1));
    }
  }

  has(path: string): boolean {
    const bare = withoutSlash(path);
    if (this.#ends.has(bare)) return true;
    for (let at = parentPath(bare); at !== ''; at = parentPath(at)) if (this.#folders.has(at)) return true;
    return false;
  }

  similar(path: string): string | null {
    const bare = withoutSlash(path);
    if (!bare.includes('/')) return null;
    return [...this.#paths].find((made) => leven(made, bare) <= mostSlips) ?? null;
  }
}

function withoutSlash(path: string): string {
  return path.replace(/(?<!\/)\/+$/u, '');
}

/** Whether a code block begins within two lines: the path says what it shows. */
function headsBlock(line: number, blocks: ReadonlySet<number>): boolean {
  return blocks.has(line + 1) || blocks.has(line + 2);
}
