import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { readSurroundings, type Surroundings } from '../../../src/core/checks/surroundings';
import { ReadAhead } from '../../../src/core/workspace/read-ahead';

const example = join(import.meta.dirname, '../../../examples/team-invites');

/** The example's files, which tell how often each was read. */
class CountedFiles extends NodeFileSystem {
  readonly reads = new Map<string, number>();

  override readFile(path: string): Promise<Uint8Array> {
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return super.readFile(path);
  }
}

const specs = ['tech-specs/completed/audit-log.md', 'tech-specs/new.md', 'tech-specs/completed/webhooks.md'];

async function around(files: NodeFileSystem, read: ReadAhead | undefined): Promise<readonly Surroundings[]> {
  const all: Surroundings[] = [];
  for (const spec of specs)
    all.push(
      await readSurroundings(
        { files, git: { read: () => Promise.resolve(null) } },
        { spec, read, today: '2026-11-29' },
      ),
    );
  return all;
}

describe('what lies around several specs of one run', () => {
  it('is what it is when read for each of them, and its documents are read once', async () => {
    const files = new CountedFiles(example);
    const together = await around(files, new ReadAhead(files));
    const apart = await around(new NodeFileSystem(example), undefined);
    for (const [index, { documents, facts }] of together.entries()) {
      expect(documents).toEqual(apart[index]?.documents);
      expect(facts).toEqual(apart[index]?.facts);
    }
    const documents = new Set(together.flatMap((each) => each.documents.map(({ path }) => path)));
    expect(documents.size).toBeGreaterThan(3);
    for (const path of documents) expect([path, files.reads.get(path)]).toEqual([path, 1]);
  });
});
