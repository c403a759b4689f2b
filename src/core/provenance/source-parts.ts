import { atxHeading } from '../markdown/atx-heading';
import { fingerprintOf, normalText } from '../source/requirements/fingerprint';
import { ownRequirements } from '../source/requirements/own-requirements';
import type { Source } from '../source/source';
import { proseLines } from '../template/template-heading';
import { hasName } from '../text/name-in-text';

/** What a source says below one heading, its requirements apart. */
export interface SourcePart {
  /** The heading as written, without marks; `''` before the first one. A second one of the same words gets `~2`. */
  readonly key: string;
  /** Line of the heading, from 1. */
  readonly line: number;
  /** The last line below it. */
  readonly endLine: number;
  readonly fingerprint: string;
  /** What it says, requirements and heading apart. */
  readonly text: string;
}

/** Shorter statements stand in many texts by chance. */
const tellingStatement = 12;

/**
 * The prose of a source by its headings: what a spec is made from beside the requirements, which have fingerprints of their own.
 * Case, spacing and punctuation make no difference; parts that say nothing are left out.
 */
export function sourceParts(source: Pick<Source, 'text' | 'requirements'>): readonly SourcePart[] {
  const taken = new Set<number>();
  for (const { line, endLine, addedByHand } of ownRequirements(source))
    if (addedByHand !== true) for (let at = line; at <= endLine; at++) taken.add(at);
  const lines = source.text.split(/\r\n|\r|\n/u);
  const starts: { readonly name: string; readonly line: number }[] = [{ name: '', line: 1 }];
  for (const [index, text] of proseLines(lines.join('\n'))) {
    const name = atxHeading(text)?.text;
    if (name !== undefined && !taken.has(index + 1)) starts.push({ name, line: index + 1 });
  }
  const names = new Map<string, number>();
  return starts.flatMap(({ name, line }, index) => {
    const endLine = (starts[index + 1]?.line ?? lines.length + 1) - 1;
    const own = lines.slice(line - 1, endLine).filter((_, at) => !taken.has(line + at));
    const said = own.slice(name === '' ? 0 : 1).join('\n');
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    if (!/[\p{L}\p{N}]/u.test(said)) return [];
    const key = times === 1 ? name : `${name}~${times}`;
    return [{ key, line, endLine, fingerprint: fingerprintOf(said), text: said }];
  });
}

/** Parts of a source of which a text repeats a statement word for word, with their fingerprints. */
export function usedParts(
  source: Pick<Source, 'facts' | 'outOfScope'>,
  parts: readonly SourcePart[],
  text: string,
): Readonly<Record<string, string>> {
  const normal = ` ${normalText(text)} `;
  const statements = [...source.facts, ...source.outOfScope];
  const used = parts.filter(({ line, endLine }) =>
    statements.some((statement) => {
      if (statement.line < line || statement.line > endLine) return false;
      const said = normalText(statement.text);
      return said.length >= tellingStatement && normal.includes(` ${said} `);
    }),
  );
  return Object.fromEntries(used.map(({ key, fingerprint }) => [key, fingerprint]));
}

/** Ids of the requirements that a part of the source's prose names. */
export function citedIn(
  { text }: Pick<SourcePart, 'text'>,
  { requirements }: Pick<Source, 'requirements'>,
): readonly string[] {
  return requirements.flatMap(({ id }) => (hasName(text, id) ? [id] : []));
}
