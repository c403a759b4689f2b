import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import { buildReceipt, type GeneratedSection } from '../../../src/core/receipt/build-receipt';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import type { Receipt } from '../../../src/core/receipt/receipt';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { receiptPath } from '../../../src/core/spec/receipt-path';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import type { Template, TemplateSection } from '../../../src/core/template/template';
import { sha256Hex } from '../../../src/core/text/hash';
import { contextHash } from '../../../src/core/workspace/gather-context';
import { sourceOf } from '../workspace/source-of';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';

const section = (key: string, heading: string, level = 2): TemplateSection => ({
  key,
  heading,
  number: null,
  level,
  optional: false,
  guidance: '',
  aliases: [],
});

const template: Template = {
  id: 'small',
  name: 'Small',
  summary: '',
  for: ['prd'],
  output: '{slug}.md',
  requirements: null,
  budgets: {},
  checks: {},
  covers: [],
  outOfScope: null,
  statuses: [{ name: 'Draft', gapsAllowed: true }],
  checklist: [],
  questions: [],
  sections: [section('overview', 'Overview'), section('design', 'Design'), section('data', 'Data', 3)],
  body: '',
  origin: { kind: 'workspace', path: '.tech-spec/templates/small.md' },
  sha256: sha256Hex('template'),
  model: null,
  role: null,
};

const documents = [
  {
    path: 'AGENTS.md',
    kind: 'rule' as const,
    reason: 'Agent instructions for the whole workspace',
    title: 'Rules',
    bytes: 10,
    tokens: 3,
    sha256: sha256Hex('rules'),
    truncated: false,
    text: 'never part of a receipt',
  },
];

function briefOf(change: Partial<Brief> = {}): Brief {
  return {
    source: sourceOf('Export', 'Export invoices', ['Export a month', 'Mail it']),
    context: {
      documents,
      withheld: [],
      excluded: [{ path: 'research/tiles.md', reason: 'Research that has little in common with the source' }],
      stack: emptyStack,
      git: { branch: 'main', commit: 'a'.repeat(40), recentCommits: [], userName: 'Ada', dirty: false },
      tokens: 3,
      budget: { tokens: 60_000, from: 'default', window: null },
      hash: contextHash(documents),
      files: ['AGENTS.md'],
    },
    template,
    questions: [],
    answers: [{ kind: 'assume', questionId: 'data', text: 'PostgreSQL' }],
    date: '2026-02-01',
    timeZone: 'UTC',
    output: 'tech-specs/export.md',
    author: 'Ada',
    ...change,
  };
}

const sections: readonly GeneratedSection[] = [
  { key: 'overview', heading: 'Overview', text: '## Overview\nText\n' },
];
const model = { id: 'outline' };

describe('the receipt of a spec', () => {
  it('lies beside it', () => {
    expect(receiptPath('x.md')).toBe('x.receipt.json');
    expect(receiptPath('tech-specs/a.b.MD')).toBe('tech-specs/a.b.receipt.json');
    expect(receiptPath('notes.markdown')).toBe('notes.receipt.json');
    expect(receiptPath('plan.txt')).toBe('plan.txt.receipt.json');
  });

  it('records what went in and what came out, and no text of documents', () => {
    const receipt = buildReceipt(briefOf(), sections, {
      id: 'openai:small',
      usage: { inputTokens: 7, outputTokens: 9 },
    });
    expect(receipt.source.requirements.map(({ id, acceptance }) => [id, acceptance])).toEqual([
      ['US-001', ['US-001/AC-1']],
      ['US-002', ['US-002/AC-1']],
    ]);
    expect(receipt.template).toEqual({
      sections: {},
      id: 'small',
      sha256: template.sha256,
      path: '.tech-spec/templates/small.md',
    });
    expect(receipt.model).toEqual({ id: 'openai:small', inputTokens: 7, outputTokens: 9 });
    expect(receipt.sections[0]).toMatchObject({ key: 'overview', sha256: sha256Hex('## Overview\nText\n') });
    expect(serialiseReceipt(receipt)).not.toContain('never part of a receipt');
  });

  it('has the same bytes whatever the date, the zone and the order of fields', () => {
    const text = serialiseReceipt(buildReceipt(briefOf(), sections, model));
    expect(text.endsWith('}\n')).toBe(true);
    expect(
      serialiseReceipt(
        buildReceipt(briefOf({ date: '2031-12-31', timeZone: 'Asia/Tokyo' }), sections, model),
      ),
    ).toBe(text);
    expect(serialiseReceipt(reversedKeys(buildReceipt(briefOf(), sections, model)) as Receipt)).toBe(text);
  });

  it('sorts keys at every level', () => {
    const unsorted: string[] = [];
    JSON.parse(serialiseReceipt(buildReceipt(briefOf(), sections, model)), (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        const keys = Object.keys(value);
        if (keys.join() !== [...keys].sort().join()) unsorted.push(keys.join());
      }
      return value;
    });
    expect(unsorted).toEqual([]);
  });

  it.each(['/home/ada/prd.md', 'C:\\Users\\ada\\prd.md', '~/prd.md', 'file:///home/ada/prd.md'])(
    'keeps no absolute path such as %s',
    (path) => {
      const source = sourceOf('Export', 'Export invoices', [], path);
      const text = serialiseReceipt(buildReceipt(briefOf({ source }), sections, model));
      expect(text).not.toContain('ada/');
      expect(text).not.toContain('ada\\');
      expect(JSON.parse(text)).toMatchObject({ source: { path: 'prd.md' } });
    },
  );

  it('keeps a source that lies beside the workspace', () => {
    const source = sourceOf('Export', 'Export invoices', [], '../prds/prd.md');
    const parsed = parseReceipt(serialiseReceipt(buildReceipt(briefOf({ source }), sections, model)));
    expect(parsed).toMatchObject({ receipt: { source: { path: '../prds/prd.md' } } });
  });

  it('is read back as it was written', () => {
    const receipt = buildReceipt(briefOf(), sections, model);
    expect(parseReceipt(serialiseReceipt(receipt))).toEqual({ receipt });
  });

  it.each([
    ['', 'it is not JSON'],
    ['<<<<<<< HEAD\n{}\n', 'it holds an unresolved merge conflict'],
    ['{"version":2}', 'version: is not 1: the receipt was written by another version of Tech Spec'],
    ['{"version":1}', /^source: /],
    ['[]', /./],
  ])('is refused with a reason: %j', (text, reason) => {
    const parsed = parseReceipt(text);
    expect('error' in parsed ? parsed.error : '').toMatch(reason);
  });

  it('is refused when it names files of the machine', () => {
    const receipt = buildReceipt(briefOf(), sections, model);
    const moved = { ...receipt, template: { ...receipt.template, path: '../../etc/passwd' } };
    expect(parseReceipt(serialiseReceipt(moved))).toEqual({
      error: 'template.path: leads out of the workspace',
    });
    const absolute = { ...receipt, source: { ...receipt.source, path: '/etc/passwd' } };
    expect(parseReceipt(serialiseReceipt(absolute))).toEqual({
      error: 'source.path: is not relative to the workspace',
    });
  });

  it('is never the cause of an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => 'error' in parseReceipt(text)));
  });

  it('hashes each section as far as the next one that has a key', () => {
    const text =
      '# Export\n\n## Overview\n\nText.\n\n## Design\n\nDesign text.\n\n### Data\n\nTables.\n\n### Own\n\nMore.\n';
    const { sections: found } = receiptFor(briefOf(), text, model);
    expect(found.map(({ key, heading }) => [key, heading])).toEqual([
      ['overview', 'Overview'],
      ['design', 'Design'],
      ['data', 'Data'],
    ]);
    const edited = receiptFor(briefOf(), text.replace('Tables.', 'Two tables.'), model).sections;
    expect(edited.map(({ sha256 }, index) => sha256 === found[index]?.sha256)).toEqual([true, true, false]);
  });
});

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversedKeys(item)]),
  );
}
