import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import { readSource } from '../../../src/core/source/read-source';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { readDocument } from '../../../src/core/workspace/documents/read-document';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tech-spec-documents-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const read = (path: string): ReturnType<typeof readDocument> => readDocument(new NodeFileSystem(root), path);
const gather = (text: string): ReturnType<typeof gatherContext> =>
  gatherContext(
    { files: new NodeFileSystem(root), git: new NodeGit(root) },
    { source: readSource({ path: 'prd.md', bytes: new TextEncoder().encode(text) }) },
  );

describe('a document that is read again', () => {
  it('is the value it was while it has the bytes it had, and what it says now once it has others', async () => {
    write('AGENTS.md', '# Rules\n\nUse tabs.\n');
    const before = await read('AGENTS.md');
    expect(await read('AGENTS.md')).toBe(before);

    write('AGENTS.md', '# Rules\n\nUse dots.\n');
    expect(await read('AGENTS.md')).toMatchObject({ text: '# Rules\n\nUse dots.\n' });
    write('AGENTS.md', '# Rules\n\nUse tabs.\n');
    expect(await read('AGENTS.md')).toBe(before);
  });

  it('is none of another path, whatever that says', async () => {
    write('AGENTS.md', '# Rules\n');
    write('CLAUDE.md', '# Rules\n');
    expect(await read('AGENTS.md')).toMatchObject({ path: 'AGENTS.md' });
    expect(await read('CLAUDE.md')).toMatchObject({ path: 'CLAUDE.md' });
  });

  it('is without its secrets each time', async () => {
    const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
    write('AGENTS.md', `# Rules\n\nThe token is ${token}.\n`);
    for (let time = 0; time < 2; time += 1) {
      const file = await read('AGENTS.md');
      expect(file).toMatchObject({ secrets: [{ line: 3 }] });
      expect(JSON.stringify(file)).not.toContain(token);
    }
  });

  it('is gone once its file is', async () => {
    write('AGENTS.md', '# Rules\n');
    await read('AGENTS.md');
    rmSync(join(root, 'AGENTS.md'));
    expect(await read('AGENTS.md')).toMatchObject({ kind: 'rejected', reason: 'The file does not exist' });
  });

  it('counts for each source by what that says', async () => {
    write('research/cards.md', '# Paying by card\n\nOwners pay teammates by credit card within a day.\n');
    write('research/maps.md', '# Drawing maps\n\nTiles of a map are drawn by the server at night.\n');
    const chosen = async (text: string): Promise<readonly string[]> =>
      (await gather(text)).documents.map(({ path }) => path);
    const cards = '# PRD: Cards\n\n- FR-1: Owners pay teammates by credit card.\n';
    const maps = '# PRD: Maps\n\n- FR-1: The server draws tiles of a map at night.\n';
    expect(await chosen(cards)).toEqual(['prd.md', 'research/cards.md']);
    expect(await chosen(maps)).toEqual(['prd.md', 'research/maps.md']);
    expect(await chosen(cards)).toEqual(['prd.md', 'research/cards.md']);
  });
});
