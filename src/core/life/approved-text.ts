import { footerPlace } from '../checks/fixes/footer';
import { parseSpec } from '../spec/parse-spec';
import type { MetadataEntry, SpecDocument } from '../spec/spec-document';
import { withoutTicks } from '../spec/task-ticks';
import { offsetOf } from '../spec/text-range';
import { sha256Hex } from '../text/hash';
import { linkTargets } from './link-targets';

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Metadata whose line comes and goes with the status, in lower case. */
const statusLabels: readonly string[] = ['status reason', 'superseded by'];

/**
 * What of a spec is approved: all of it but its status with the reason for it, the date of its last update, boxes and status of tasks,
 * ticks of the checklist, the engine's own line below it, line ends and white space at the ends of lines. A relative link counts by the
 * file it leads to, so that a spec stays approved where it is moved with its links mended.
 *
 * @param path of the spec, relative to the root
 * @param boxes whether those of tasks count, as in records from before drafts could be ticked
 */
export function approvedText(spec: SpecDocument, path: string, boxes: 'gone' | 'empty' = 'gone'): string {
  const { text, lines } = spec;
  const replacements: Replacement[] = linkTargets(spec, path).map(({ start, end, target }) => ({
    start,
    end,
    text: `/${target}`,
  }));
  for (const [label, entry] of spec.metadata) {
    if (statusLabels.includes(label)) replacements.push({ ...wholeLine(spec, entry), text: '' });
    else if (label === 'status' || label.includes('last updated')) {
      const start = offsetOf(lines, entry.line, entry.column);
      replacements.push({ start, end: offsetOf(lines, entry.endLine, entry.endColumn), text: '' });
    }
  }
  const footer = footerPlace(spec);
  if (footer !== null) {
    const { line, column, endLine, endColumn } = footer.range;
    const start = offsetOf(lines, line, column);
    replacements.push({ start, end: offsetOf(lines, endLine, endColumn), text: '' });
  }
  replacements.push(...withoutTicks(spec, boxes).map(({ newText, ...at }) => ({ ...at, text: newText })));
  const tasks = new Set(spec.tasks.map(({ line }) => line));
  for (const { checked, line } of spec.listItems) {
    if (checked !== true || tasks.has(line)) continue;
    const start = offsetOf(lines, line, 1);
    const box = /\[[xX]\]/u.exec(text.slice(start, lines.starts[line] ?? text.length));
    if (box !== null)
      replacements.push({ start: start + box.index, end: start + box.index + 3, text: '[ ]' });
  }
  return withoutEnds(replaced(text, replacements));
}

/** Hash of what of a spec is approved. */
export function approvedHash(spec: SpecDocument, path: string): string {
  return sha256Hex(approvedText(spec, path));
}

/** The same for a text that was not parsed yet. */
export function approvedHashOf(text: string, path: string): string {
  return approvedHash(parse(text), path);
}

/** The hashes by which a record may know it: as records are made now, and from before, when boxes of tasks counted. */
export function knownHashes(spec: SpecDocument, path: string): readonly string[] {
  return [approvedHash(spec, path), sha256Hex(approvedText(spec, path, 'empty'))];
}

/** The same for a text that was not parsed yet. */
export function knownHashesOf(text: string, path: string): readonly string[] {
  return knownHashes(parse(text), path);
}

function parse(text: string): SpecDocument {
  return parseSpec(text.replace(/^\uFEFF/, ''));
}

function wholeLine(
  { lines, text }: SpecDocument,
  { line, endLine }: MetadataEntry,
): Omit<Replacement, 'text'> {
  return { start: offsetOf(lines, line, 1), end: lines.starts[endLine] ?? text.length };
}

/** Of two that overlap (a link in a value that does not count) the wider one, which begins first, is made. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  const ordered = [...replacements].sort((a, b) => a.start - b.start || b.end - a.end);
  let result = '';
  let from = 0;
  for (const { start, end, text: put } of ordered) {
    if (start < from) continue;
    result += text.slice(from, start) + put;
    from = end;
  }
  return result + text.slice(from);
}

function withoutEnds(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/(?<![ \t])[ \t]+$/gmu, '')
    .trimEnd();
}
