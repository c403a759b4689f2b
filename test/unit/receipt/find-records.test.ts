import { describe, expect, it } from 'vitest';
import { findRecords, isAbout } from '../../../src/core/receipt/find-records';
import { InMemoryFiles } from '../in-memory-files';

const hash = 'a'.repeat(64);
const receipt = (path: string, ids: unknown, requirements: readonly unknown[] = []): string =>
  JSON.stringify({
    version: 1,
    source: { path, sha256: hash, kind: 'prd', requirements, ...(ids === null ? {} : { ids }) },
    template: { id: 'small', sha256: hash, path: null },
    context: { hash, documents: [], excluded: [] },
    git: null,
    answers: [],
    model: { id: 'outline', inputTokens: 0, outputTokens: 0 },
    sections: [],
  });
const ids = (revision: number, ...known: readonly string[]) => ({
  revision,
  known: known.map((id) => ({ id, fingerprint: id, group: null, sketch: '' })),
});

describe('ids in the receipts of a workspace', () => {
  it('come from receipts that name the source, the newest first, then by path', async () => {
    const files = new InMemoryFiles({
      'specs/b.receipt.json': receipt('prds/a.md', ids(1, 'R-001')),
      'specs/a.receipt.json': receipt('prds/a.md', ids(1, 'R-002')),
      'specs/c.receipt.json': receipt('prds/a.md', ids(2, 'R-003')),
      'specs/d.receipt.json': receipt('prds/other.md', ids(9, 'R-004')),
      'specs/broken.receipt.json': '{',
    });
    const paths = ['b', 'a', 'c', 'd', 'broken', 'gone'].map((name) => `specs/${name}.receipt.json`);
    const { previous: found } = await findRecords(files, [...paths, 'specs/a.md'], 'prds/a.md');
    expect(found.map(({ known }) => known[0]?.id)).toEqual(['R-003', 'R-002', 'R-001']);
    expect((await findRecords(files, paths.toReversed(), 'prds/a.md')).previous).toEqual(found);
  });

  it('are those of the requirements in a receipt that was written before ids were recorded', async () => {
    const requirement = {
      id: 'R-007',
      kind: 'functional',
      line: 3,
      fingerprint: 'f',
      title: 'Search',
      acceptance: [],
    };
    const files = new InMemoryFiles({ 'x.receipt.json': receipt('a.md', null, [requirement]) });
    const [found] = (await findRecords(files, ['x.receipt.json'], 'a.md')).previous;
    expect(found?.known.map(({ id, fingerprint }) => [id, fingerprint])).toEqual([['R-007', 'f']]);
  });

  it('lie beside specs of the source: those that are still there are told, the newest first', async () => {
    const files = new InMemoryFiles({
      'specs/a.receipt.json': receipt('prds/a.md', ids(1, 'R-001')),
      'specs/a.md': '# A',
      'specs/a-2.receipt.json': receipt('prds/a.md', ids(2, 'R-001')),
      'specs/a-2.markdown': '# A',
      'specs/gone.receipt.json': receipt('prds/a.md', ids(3, 'R-001')),
      'specs/other.receipt.json': receipt('prds/other.md', ids(3, 'R-001')),
      'specs/other.md': '# Other',
    });
    const paths = ['a', 'a-2', 'gone', 'other'].map((name) => `specs/${name}.receipt.json`);
    const { specs } = await findRecords(files, paths, 'prds/a.md');
    expect(specs).toEqual(['specs/a-2.markdown', 'specs/a.md']);
  });

  it('are found where the workspace was another folder when the receipt was written', () => {
    expect(isAbout('app/specs/x.receipt.json', 'prds/a.md', 'app/prds/a.md')).toBe(true);
    expect(isAbout('web/specs/x.receipt.json', 'prds/a.md', 'app/prds/a.md')).toBe(false);
    expect(isAbout('specs/x.receipt.json', 'a.md', 'prds/a.md')).toBe(false);
    expect(isAbout('specs/x.receipt.json', '', 'prds/a.md')).toBe(false);
  });
});
