import type { SpecDocument } from '../spec/spec-document';
import { offsetOf } from '../spec/text-range';
import { joinPath } from '../text/path';

/**
 * Text of a document as it has to be in another folder: its relative links lead where they led. Addresses, anchors,
 * absolute paths and links that leave the root stay as they are.
 *
 * @param from folder of the document, relative to the root
 * @param to folder it moves to, relative to the root; `null` where that lies elsewhere and links can only stay
 */
export function relink(
  spec: Pick<SpecDocument, 'text' | 'lines' | 'links'>,
  from: string,
  to: string | null,
): string {
  if (to === null || from === to) return spec.text;
  let text = spec.text;
  for (const { url, line, column, endLine, endColumn } of [...spec.links].reverse()) {
    const moved = movedLink(url, from, to);
    if (moved === null) continue;
    const [start, end] = [offsetOf(spec.lines, line, column), offsetOf(spec.lines, endLine, endColumn)];
    const at = spec.text.slice(start, end).lastIndexOf(url);
    // Written with escapes or in angle brackets with such: left alone rather than damaged.
    if (at === -1) continue;
    text = text.slice(0, start + at) + moved + text.slice(start + at + url.length);
  }
  return text;
}

/** The same target from another folder, or `null` where the link stays as it is. */
function movedLink(url: string, from: string, to: string): string | null {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(url) ?? [];
  if (path === '' || path.includes('\\')) return null;
  const target = joinPath(from, path);
  if (target === null) return null;
  const moved = relativePath(to, target) + (path.endsWith('/') ? '/' : '') + rest;
  return moved === url ? null : moved;
}

/** Way from a folder to a path, both relative to one root and with forward slashes. */
export function relativePath(folder: string, path: string): string {
  const here = folder === '' ? [] : folder.split('/');
  const there = path.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
