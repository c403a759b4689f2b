import type { Part } from '../parsing/build-sections';
import type { Block } from '../document/document-model';
import { labelDepth } from '../document/document-model';
import { normalizeHeading } from '../document/plain-heading';
import { leadsToLeftOut, tellsWhen, tellsWhenBehind } from '../vocabulary/leads-to-left-out';

/** Longest sentence that leads to a list, in characters. */
const longestLead = 160;

/**
 * The same parts with a sentence that leaves out the list behind it ("The points below are deferred:") as a heading of that
 * list, which ends with it.
 */
export function withLeftOutLists(parts: readonly Part[]): readonly Part[] {
  let within = false;
  return parts.map((part, at): Part => {
    const next = parts[at + 1];
    if (part.type === 'block' && within && !isListed(part.block)) {
      within = false;
      if (!leads(part.block, next))
        return { ...part, closes: Math.min(labelDepth, part.closes ?? labelDepth) };
    }
    if (part.type === 'heading') within = false;
    if (part.type !== 'block' || !leads(part.block, next)) return part;
    within = true;
    const { text, line, struck } = part.block;
    const title = text.trimEnd().replace(/[:：]$/u, '');
    return { type: 'heading', title, depth: labelDepth, line, struck, match: { role: 'excluded', share: 1 } };
  });
}

function isListed({ kind }: Block): boolean {
  return kind === 'item' || kind === 'row';
}

function leads({ kind, text }: Block, next: Part | undefined): boolean {
  if (kind !== 'paragraph' || next?.type !== 'block' || !isListed(next.block)) return false;
  if (!/[:：]\s*$/u.test(text.slice(-4))) return false;
  const sentence =
    text
      .slice(-longestLead - 1)
      .split(/[.!?。！？]\s*/u)
      .at(-1) ?? '';
  return sentence.length <= longestLead && sentence.split(/[;；]/u).some(leavesOut);
}

/** Whether a clause leaves out what stands below it, and not on a condition alone. */
function leavesOut(clause: string): boolean {
  const compared = normalizeHeading(clause);
  return leadsToLeftOut.some((pattern) => {
    const found = pattern.exec(compared);
    if (found === null) return false;
    const end = found.index + found[0].length;
    return !tellsWhen.test(compared.slice(0, end)) && !tellsWhenBehind.test(compared.slice(end));
  });
}
