import { joinPath, parentPath } from '../../text/path';

/** A file that a rule refers to, as it stands in its text. */
export interface DocumentReference {
  /** As written, without its notation and anchor. */
  readonly written: string;
  /** Paths it may mean, relative to the root, most likely first; none where all lead out of the workspace. */
  readonly paths: readonly string[];
  /** Whether it can only be meant as a file; an `@word` may be many things, and counts where such a file is there. */
  readonly certain: boolean;
}

const fenceLine = /^\s{0,3}(?:`{3,}|~{3,})/;
const mdcLink = /\]\(\s*<?mdc:([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const fileInclude = /#\[\[file:([^\]\n]{1,500})\]\]/g;
const atFile = /(?<![\p{L}\p{N}@_./-])@((?:\.{0,2}\/|~\/)?[\p{L}\p{N}._-]+(?:\/[\p{L}\p{N}._-]+)*)/gu;
const documentEnding = /\.(?:md|mdc|mdx|markdown|txt)$/i;

/**
 * Files that a rule refers to in the ways its tools follow: `[text](mdc:path)` of Cursor, `@path` of Cursor, Claude
 * and Gemini, `#[[file:path]]` of Kiro. Code is left alone. Each file once, in the order of the text.
 *
 * @param path of the rule, relative to the root
 * @param base folder the rule speaks for
 */
export function documentReferences(text: string, path: string, base: string): readonly DocumentReference[] {
  const found = new Map<string, DocumentReference>();
  const add = (written: string, certain: boolean): void => {
    const plain = withoutAnchor(written);
    if (plain === '' || plain.endsWith('/') || found.has(plain)) return;
    found.set(plain, { written: plain, paths: meanings(plain, path, base), certain });
  };
  let fenced = false;
  for (const line of text.split(/\r?\n/)) {
    if (fenceLine.test(line)) fenced = !fenced;
    if (fenced) continue;
    const prose = line.replace(/`[^`]*`/g, (span) => ' '.repeat(span.length));
    for (const [, written = ''] of prose.matchAll(mdcLink)) add(written, true);
    for (const [, written = ''] of prose.matchAll(fileInclude)) add(written.trim(), true);
    for (const [, written = ''] of prose.matchAll(atFile)) {
      const plain = written.replace(/(?<![.])[.]+$/, '');
      add(plain, documentEnding.test(plain) && plain.includes('/'));
    }
  }
  return [...found.values()];
}

function withoutAnchor(written: string): string {
  let decoded = written;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    // A lone percent sign: the path is meant as it stands.
  }
  return decoded.replace(/[#?].*/, '').trim();
}

/** Beside the rule, in the folder it speaks for, from the root: a leading slash means the root. */
function meanings(written: string, path: string, base: string): readonly string[] {
  if (written.startsWith('~')) return [];
  if (written.startsWith('/')) return present([joinPath('', written.slice(1))]);
  const isRelative = written.startsWith('.') && /^\.{1,2}\//.test(written);
  const beside = joinPath(parentPath(path), written);
  const inBase = joinPath(base, written);
  const fromRoot = joinPath('', written);
  return present(isRelative ? [beside, inBase, fromRoot] : [inBase, fromRoot, beside]);
}

function present(paths: readonly (string | null)[]): readonly string[] {
  return [...new Set(paths.filter((path) => path !== null))];
}
