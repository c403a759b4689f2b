import { describe, expect, it } from 'vitest';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { draft } from '../../../src/core/draft/draft';
import { findRecords } from '../../../src/core/receipt/find-records';
import { knowSource } from '../../../src/core/receipt/know-source';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { readSource } from '../../../src/core/source/read-source';
import { sortedJson } from '../../../src/core/text/sorted-json';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { createOutlineModel } from '../../../src/models/outline-model';
import { builtInTemplates } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

const prd = [
  '# Library',
  '',
  '## Features',
  '',
  '- Members search the archive',
  '- Labels are printed',
  '',
].join('\n');
const tree: Readonly<Record<string, string>> = {
  'prds/library.md': prd,
  'AGENTS.md': '# Agents\n\nWrite tests first.\n',
  'research/labels.md': '# Label printers\n\nLabels are printed by archive members.\n',
  'package.json': '{"name":"library","dependencies":{"react":"19.0.0"}}',
};
const correctionsFile = {
  version: 1,
  source: 'prds/library.md',
  revision: 1,
  corrections: [{ type: 'add', id: 'R-003', kind: 'functional', title: 'Guests read newspapers', text: '' }],
};

/** Pseudo-random numbers that are the same in each run of the test. */
function* numbers(seed: number): Generator<number, never> {
  let value = seed;
  for (;;) yield (value = (value * 1_103_515_245 + 12_345) % 2_147_483_648);
}

async function draftOf(files: Readonly<Record<string, string>>, seed: number) {
  const random = numbers(seed);
  const shuffled = new InMemoryFiles(files, {
    order: (entries) =>
      entries
        .map((entry) => [random.next().value, entry] as const)
        .sort(([a], [b]) => a - b)
        .map(([, entry]) => entry),
  });
  const bytes = await shuffled.readFile('prds/library.md');
  const records = await findRecords(
    shuffled,
    Object.keys(files).toSorted(() => (random.next().value % 2 === 0 ? 1 : -1)),
    'prds/library.md',
  );
  const { previous, corrections } = records;
  const { source } = knowSource(
    readSource({ path: 'prds/library.md', bytes }),
    previous,
    corrections?.file.corrections ?? [],
  );
  const context = await gatherContext(
    { files: shuffled, git: { read: () => Promise.resolve(null) } },
    { source },
  );
  const template = (await builtInTemplates()).find(({ id }) => id === 'feature');
  if (template === undefined) throw new Error('no template');
  const brief = prepareBrief({
    ...{ source, context, template, answers: [], output: 'tech-specs/library.md' },
    questions: questionsFor(source, context, template),
    // The time of day differs from run to run.
    clock: { now: () => new Date(Date.UTC(2026, 0, 2, seed % 24, seed % 60)), timeZone: () => 'UTC' },
  });
  let text = '';
  const model = createOutlineModel();
  for await (const event of draft({ model, brief, signal: new AbortController().signal }))
    if (event.type === 'text') text += event.text;
  return { text, hash: context.hash, receipt: serialiseReceipt(receiptFor(brief, text, { id: model.id })) };
}

describe('the same tree', () => {
  it('gives the same context hash, spec and receipt in 100 runs', { timeout: 120_000 }, async () => {
    const first = await draftOf(tree, 0);
    const withRecords = {
      ...tree,
      'tech-specs/old.receipt.json': first.receipt,
      'tech-specs/old.corrections.json': sortedJson(correctionsFile),
      'prds/library.md': prd.replace('- Labels are printed', '- Rooms are booked\n- Labels are printed'),
    };
    const once = await draftOf(withRecords, 1);
    expect(once.receipt).toContain('"R-004"');
    for (let run = 2; run <= 100; run++) expect(await draftOf(withRecords, run)).toEqual(once);
  });
});
