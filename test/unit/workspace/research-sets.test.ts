import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSource } from '../../../src/core/source/read-source';
import type { ContextDocument } from '../../../src/core/workspace/context';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { InMemoryFiles } from '../in-memory-files';

interface ResearchSet {
  readonly source: { readonly title: string; readonly text: string };
  readonly relevant: readonly { readonly path: string; readonly text: string }[];
  /** File names of notes in other sets that are about its source as well. */
  readonly alsoAbout?: readonly string[];
  readonly unrelated: readonly { readonly path: string; readonly text: string }[];
}

/** Each a source with notes that are about it, and notes of the same team that only share words with it. */
const folder = resolve(import.meta.dirname, '../../fixtures/research-sets');
const sets = readdirSync(folder).map((name): readonly [string, ResearchSet] => [
  name,
  parse(readFileSync(join(folder, name), 'utf8')) as ResearchSet,
]);

const rules = { 'AGENTS.md': '# How we work\nKeep functions short and tests fast.\n' };

async function researchFor(text: string, notes: Record<string, string>): Promise<readonly ContextDocument[]> {
  const source = readSource({ path: 'prds/source.md', bytes: new TextEncoder().encode(text) });
  const files = new InMemoryFiles({ ...rules, ...notes, 'prds/source.md': text });
  const context = await gatherContext({ files, git: { read: () => Promise.resolve(null) } }, { source });
  return context.documents.filter(({ kind }) => kind === 'research');
}

const pathsOf = (documents: readonly { readonly path: string }[]): readonly string[] =>
  documents.map(({ path }) => path).sort();

describe('planted research', () => {
  it('comes in ten sets of several languages', () => {
    expect(sets.length).toBeGreaterThanOrEqual(10);
  });

  it.each(sets)('of %s: what is relevant is in, what is not is out', async (_name, set) => {
    const notes = [...set.relevant, ...set.unrelated].map(({ path, text }) => [path, text] as const);
    const taken = await researchFor(set.source.text, Object.fromEntries(notes));
    expect(pathsOf(taken)).toEqual(pathsOf(set.relevant));
    for (const { reason } of taken) expect(reason).toMatch(/^Research, shares "[^"]+"/);
  });

  it.each(sets)(
    'of %s is found among the notes of all teams',
    async (name, { source, relevant, alsoAbout = [] }) => {
      const moved = (team: string, path: string): string => `research/${team}/${path.replace(/^.*\//, '')}`;
      const notes = sets.flatMap(([team, set]) =>
        [...set.relevant, ...set.unrelated].map(({ path, text }) => [moved(team, path), text] as const),
      );
      const taken = (await researchFor(source.text, Object.fromEntries(notes))).filter(
        ({ path }) => !alsoAbout.some((other) => path.endsWith(`/${other}`)),
      );
      expect(pathsOf(taken)).toEqual(pathsOf(relevant.map(({ path }) => ({ path: moved(name, path) }))));
    },
  );
});
