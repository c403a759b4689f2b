import type { SpecDocument } from '../spec/spec-document';
import { offsetOf } from '../spec/text-range';
import { joinPath, parentPath } from '../text/path';

/** Where a link of a document leads in the workspace, with the place of its path in the text. */
export interface LinkTarget {
  /** Offsets of the path as written, what stands behind `#` or `?` apart. */
  readonly start: number;
  readonly end: number;
  /** Relative to the root. */
  readonly target: string;
}

/**
 * The links of a document to files of its workspace by relative paths. Those that lead away, out of the workspace or to the
 * document's own headings are none, nor those whose path is not written as it is meant.
 *
 * @param path of the document, relative to the root
 */
export function linkTargets(spec: SpecDocument, path: string): readonly LinkTarget[] {
  return spec.links.flatMap(({ url, line, column, endLine, endColumn }) => {
    const written = url.slice(0, url.search(/[?#]|$/u));
    if (written === '' || written.startsWith('/') || /^[a-z][a-z\d+.-]*:|^[^/\s]+@/iu.test(written))
      return [];
    const target = joinPath(parentPath(path), decoded(written));
    if (target === null) return [];
    const from = offsetOf(spec.lines, line, column);
    const at = spec.text.slice(from, offsetOf(spec.lines, endLine, endColumn)).lastIndexOf(written);
    return at === -1 ? [] : [{ start: from + at, end: from + at + written.length, target }];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
