import type { StackItem } from '../context';
import type { Manifest } from './stack-facts';

/** What a file says for a value: patterns of which the first that is found counts, or a name as packages are named. */
type Shown = string | RegExp | readonly RegExp[];

/** A value that a file shows by being there. */
export function itemOfFile(path: string, name: string): StackItem {
  return { name, version: null, evidence: path, line: 1 };
}

/** A value that a manifest states. */
export function itemIn(
  { path, text }: Pick<Manifest, 'path' | 'text'>,
  name: string,
  version: string | null,
  shown: Shown,
): StackItem {
  return { name, version, evidence: path, line: lineShowing(text, shown) };
}

/** Line, from 1, that first shows something; 1 where no line does so in as many words. */
export function lineShowing(text: string, shown: Shown): number {
  const patterns = typeof shown === 'string' ? patternsOf(shown) : [shown].flat();
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    // The pattern may begin with the white space of lines before.
    const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    return text.slice(0, start).split('\n').length;
  }
  return 1;
}

/** As the key of an entry before as any other mention: scripts and descriptions name packages too. */
function patternsOf(name: string): readonly RegExp[] {
  // Python takes `-`, `_` and `.` in a name for the same, and all letters as small.
  const escaped = name.replace(/[$()*+?[\\\]^{|}]/g, '\\$&').replace(/[-_.]/g, '[-_.]');
  return [new RegExp(`"${escaped}"\\s*:`, 'i'), new RegExp(`(?<![\\w@./-])${escaped}(?![\\w-])`, 'i')];
}
