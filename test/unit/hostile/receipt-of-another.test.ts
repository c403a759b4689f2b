import { describe, expect, it } from 'vitest';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { briefOfSpec } from '../../../src/core/regenerate/brief-of-spec';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { sha256Hex } from '../../../src/core/text/hash';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { renderOutline } from '../../../src/core/draft/outline';
import { readSource } from '../../../src/core/source/read-source';
import { briefFor, builtInTemplates, emptyContext } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

const secret = '# Notes\n\n- **FR-1**: The launch code is 0000.\n';
const bytes = new TextEncoder().encode(secret);

/** A spec and a receipt that names files outside of the workspace, with the hashes that its writer knows. */
async function cloned(known: string): Promise<{ readonly files: InMemoryFiles; readonly path: string }> {
  const [template] = await builtInTemplates();
  if (template === undefined) throw new Error('no templates');
  const brief = briefFor(template, {
    source: { ...readSource({ path: '../../home/notes.md', bytes }), sha256: sha256Hex(known) },
    context: {
      ...emptyContext,
      hash: '0'.repeat(64),
      documents: [
        {
          ...{ path: '../../home/other.md', kind: 'research', reason: 'Added by hand', title: '', text: '' },
          ...{ bytes: 0, tokens: 0, truncated: false, sha256: sha256Hex(known) },
        },
      ],
    },
  });
  const spec = renderOutline(brief);
  const receipt = receiptFor(brief, spec, { id: 'outline', usage: { inputTokens: 0, outputTokens: 0 } });
  const path = 'tech-specs/example.md';
  const files = new InMemoryFiles({
    [path]: spec,
    'tech-specs/example.receipt.json': serialiseReceipt(receipt),
    '../../home/notes.md': secret,
    '../../home/other.md': secret,
  });
  return { files, path };
}

async function briefFrom({ files, path }: Awaited<ReturnType<typeof cloned>>) {
  const text = new TextDecoder().decode(await files.readFile(path));
  const templates = await builtInTemplates();
  const report = await checkSpecFile({ path, text, files, templates });
  const brief = await briefOfSpec({
    report,
    clock: { now: () => new Date(0), timeZone: () => 'UTC' },
    gather: (source, choice) =>
      gatherContext({ files, git: { read: () => Promise.resolve(null) } }, { source, ...choice }),
  });
  return { report, brief };
}

describe('a receipt that comes with a repository', () => {
  it('makes nobody read or send a file outside of the workspace whose content its writer does not know', async () => {
    const { report, brief } = await briefFrom(await cloned('a guess'));
    expect(report.receipt?.source.path).toBe('../../home/notes.md');
    expect(report.understood).toBeNull();
    expect(brief).toBe('source');
  });

  it('makes nobody send a document added from outside, either', async () => {
    const files = new InMemoryFiles({ '../../home/other.md': secret });
    const source = readSource({ path: 'prds/a.md', bytes });
    const { documents, excluded } = await gatherContext(
      { files, git: { read: () => Promise.resolve(null) } },
      {
        source,
        includedPaths: ['../../home/other.md'],
        pinned: new Map([['../../home/other.md', sha256Hex('a guess')]]),
      },
    );
    expect(documents.map(({ path }) => path)).toEqual(['prds/a.md']);
    expect(excluded).toMatchObject([{ path: '../../home/other.md', cause: 'withheld' }]);
  });

  it('still finds what a person drafted from beside the workspace', async () => {
    const { report, brief } = await briefFrom(await cloned(secret));
    expect(report.understood?.path).toBe('../../home/notes.md');
    if (typeof brief === 'string') throw new Error(brief);
    expect(brief.context.documents.map(({ path }) => path)).toEqual([
      '../../home/notes.md',
      '../../home/other.md',
    ]);
  });
});
