import type { Source } from '../../source/source';

/** A line of a source that says what is to be built. */
export interface SourceLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const heading = /^ {0,3}(#{1,6})\s+(?!\s)(.*)$/u;
const fence = /^ {0,3}(`{3,}|~{3,})/u;
/** Sections about what is not to be built, or about what others do. */
const aside =
  /\b(?:alternatives?|out of scope|non-?goals?|not in scope|rejected|deferred|future|background|history|competit\w*|related work|references?|glossary|open questions?|research|excluded|changelog)\b/iu;

/** Lines of a source that speak of what is to be built: without code blocks, front matter, and sections about what is not. */
export function demandingLines({ text, outOfScope, superseded = [] }: Source): readonly SourceLine[] {
  const skipped = new Set([...outOfScope, ...superseded].map(({ line }) => line));
  const found: SourceLine[] = [];
  let inFence: string | null = null;
  let asideLevel = 0;
  const lines = text.split(/\r?\n/u);
  const start = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) + 1 : 0;
  for (const [index, content] of lines.entries()) {
    if (index < start) continue;
    const mark = fence.exec(content)?.[1];
    if (mark !== undefined) inFence = inFence === null ? mark : mark.startsWith(inFence) ? null : inFence;
    const [, hashes, name] = heading.exec(content) ?? [];
    if (inFence === null && hashes !== undefined && name !== undefined) {
      if (asideLevel === 0 || hashes.length <= asideLevel) asideLevel = aside.test(name) ? hashes.length : 0;
    }
    if (inFence !== null || mark !== undefined || asideLevel > 0 || skipped.has(index + 1)) continue;
    if (content.trim() !== '') found.push({ text: content, line: index + 1 });
  }
  return found;
}
