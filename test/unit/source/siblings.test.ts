import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { readSiblings } from '../../../src/core/source/siblings/read-siblings';
import type { Source } from '../../../src/core/source/source';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { InMemoryFiles, type InMemoryOptions } from '../in-memory-files';
import { read } from './read';

const story = (id: string, title: string): string =>
  `## ${id}: ${title}\n\nAs an owner, I want it.\n\n**Acceptance criteria:**\n- It works.\n`;
const index =
  '# PRD: Invites\n\n## Scope\n- Epic A: US-001..003\n\n## Requirements\n- **FR-001**: Rate limits\n';

interface Tried {
  readonly source: Source;
  readonly files: InMemoryFiles;
}

async function withFiles(
  text: string,
  beside: Readonly<Record<string, string>>,
  options: InMemoryOptions & { readonly path?: string } = {},
): Promise<Tried> {
  const path = options.path ?? 'docs/prd.md';
  const files = new InMemoryFiles({ ...beside, [path]: text }, options);
  return { source: await readSiblings(read(text, undefined, path), files), files };
}

/** `id path:line` of each requirement. */
function defined({ source }: Tried): readonly string[] {
  return source.requirements.map(({ id, path, line }) => `${id} ${path ?? ''}:${line}`);
}

function undefinedIds({ source }: Tried): readonly string[] {
  return source.findings
    .filter(({ check }) => check === 'prd-undefined-reference')
    .map(({ args }) => args[0] ?? '');
}

describe('a source that cites what files beside it define', () => {
  it('is read with the stories of its folder, one a file, whatever else lies there', async () => {
    const tried = await withFiles(index, {
      'docs/us-001-send.md': `# PRD\n\n${story('US-001', 'Send')}`,
      'docs/us-002-accept.md': story('US-002', 'Accept').replace('## ', '# '),
      'docs/us-003.md': `---\nid: US-003\ntitle: Revoke\n---\n\n# US-003: Revoke\n\nAs an owner, I want to revoke.\n`,
      'docs/notes.md': '# Notes\n\nNothing about it.\n',
      'docs/logo.png': 'x',
    });
    expect(defined(tried)).toEqual([
      'FR-001 :7',
      'US-001 docs/us-001-send.md:3',
      'US-002 docs/us-002-accept.md:1',
      'US-003 docs/us-003.md:6',
    ]);
    expect(undefinedIds(tried)).toEqual([]);
    expect(tried.source.siblings?.map(({ path }) => path)).toEqual([
      'docs/us-001-send.md',
      'docs/us-002-accept.md',
      'docs/us-003.md',
    ]);
    expect(tried.source.siblings?.[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(tried.source.requirements[1]?.acceptance).toMatchObject([{ text: 'It works.' }]);
  });

  it('is read with files that it links, in other folders too, and takes only what it cites', async () => {
    const text = `${index}\nSee [the stories](../stories/all.md#top "All").\n`;
    const stories = ['US-001', 'US-002', 'US-003', 'US-004'].map((id) => story(id, `Story ${id}`)).join('\n');
    const tried = await withFiles(text, { 'stories/all.md': `# Stories\n\n${stories}` });
    expect(defined(tried).map((line) => line.split(' ')[0])).toEqual([
      'FR-001',
      'US-001',
      'US-002',
      'US-003',
    ]);
  });

  it('believes a linked file before one that only lies beside it', async () => {
    const text = `${index}\nSee [stories](user-stories.md).\n`;
    const tried = await withFiles(text, {
      'docs/a.md': story('US-001', 'Copied'),
      'docs/user-stories.md': [1, 2, 3].map((n) => story(`US-00${n}`, 'Right')).join('\n'),
    });
    expect(new Set(tried.source.requirements.slice(1).map(({ title }) => title))).toEqual(new Set(['Right']));
  });

  it('is read with a file that a section about requirements links instead of defining any', async () => {
    const text = '# PRD\n\n## User stories\nAll of them are in [stories](stories.md).\n\n## Goals\nMore.\n';
    const tried = await withFiles(text, {
      'docs/stories.md': `# Stories\n\n${story('US-1', 'One')}\n${story('US-2', 'Two')}`,
    });
    expect(defined(tried)).toEqual(['US-1 docs/stories.md:3', 'US-2 docs/stories.md:10']);
  });

  it('leaves another document that counts its own requirements alone, unless it is linked', async () => {
    const other = `# PRD: Billing\n\n## Requirements\n- **FR-001**: Print monthly invoices\n\n${story('US-001', 'Pay')}`;
    const tried = await withFiles(index, { 'docs/billing.md': other });
    expect(defined(tried)).toEqual(['FR-001 :7']);
    const linked = await withFiles(`${index}\n[billing](billing.md)\n`, { 'docs/billing.md': other });
    expect(defined(linked)).toEqual(['FR-001 :7', 'US-001 docs/billing.md:6']);
    const same = other.replace('Print monthly invoices', 'Rate limits');
    expect(defined(await withFiles(index, { 'docs/stories.md': same }))).toHaveLength(2);
  });

  it('keeps what is still undefined as a finding', async () => {
    const tried = await withFiles(index, { 'docs/us-001.md': story('US-001', 'Send') });
    expect(undefinedIds(tried)).toEqual(['US-002, US-003']);
  });

  it('asks for missing criteria at the line of the file that defines the story', async () => {
    const { source } = await withFiles(index, {
      'docs/us.md': `# Stories\n\n## US-001: Send\n\nAs an owner, I want to send.\n`,
    });
    const asked = questionsFor(source, null, null).find(({ id }) => id === 'acceptance:US-001');
    expect(asked?.evidence).toEqual([{ path: 'docs/us.md', line: 3 }]);
  });

  it('lists the files in the context as sources, once, with what they define', async () => {
    const { source, files } = await withFiles(index, {
      'docs/us.md': [1, 2, 3].map((n) => story(`US-00${n}`, 'One')).join('\n'),
    });
    const { documents } = await gatherContext(
      { files, git: { read: () => Promise.resolve(null) } },
      { source },
    );
    expect(
      documents
        .filter(({ path }) => path.startsWith('docs/'))
        .map(({ path, kind, reason }) => [path, kind, reason]),
    ).toEqual([
      ['docs/prd.md', 'source', 'What the spec is for'],
      ['docs/us.md', 'source', 'Defines US-001, US-002, US-003, which the source cites'],
    ]);
  });
});

describe('a source in a linked folder', () => {
  const beside = { 'docs/us-001.md': story('US-001', 'A') };
  it('is read with its neighbours where the link stays in the workspace, and alone where it leads out', async () => {
    const inside = await withFiles(index, beside, { linksTo: { docs: 'documentation' } });
    expect(defined(inside)).toEqual(['FR-001 :7', 'US-001 docs/us-001.md:1']);
    const outside = await withFiles(index, beside, { links: ['docs'] });
    expect(defined(outside)).toEqual(['FR-001 :7']);
    expect(outside.files.reads).toEqual([]);
  });
});

describe('what is not read for a source', () => {
  it.each([
    ['is ignored', { 'docs/us-001.md': story('US-001', 'A'), '.gitignore': 'docs/us-*.md\n' }, {}],
    ['lies outside of the workspace', { 'docs/x.md': '' }, { path: 'docs/prd.md' }],
    ['is a link', {}, { links: ['docs/us-001.md'] }],
    [
      'lies in a linked folder that leads out, as the editor lists it',
      { 'docs/shared/us-001.md': story('US-001', 'A'), 'docs/deep/in/us-001.md': story('US-001', 'A') },
      { links: ['docs/shared', 'docs/deep'] },
    ],
    [
      'lies in a linked folder that leads to an ignored one',
      { 'docs/shared/us-001.md': story('US-001', 'A'), '.gitignore': 'private/\n' },
      { linksTo: { 'docs/shared': 'private' } },
    ],
    ['may not be read', { 'docs/us-001.md': story('US-001', 'A') }, { denied: ['docs/us-001.md'] }],
    ['is too large', { 'docs/us-001.md': `${story('US-001', 'A')}${'x'.repeat(600_000)}` }, {}],
    ['is a spec', { 'docs/us-001.md': story('US-001', 'A'), 'docs/us-001.receipt.json': '{}' }, {}],
    ['is a list of tasks', { 'docs/tasks.md': story('US-001', 'A') }, {}],
    ['has the name of a secret', { 'docs/credentials.txt': story('US-001', 'A') }, {}],
    ['is binary', { 'docs/us-001.md': `\u0000${story('US-001', 'A')}` }, {}],
  ])('%s', async (_, beside, options) => {
    const tried = await withFiles(
      `${index}\n[out](../../us.md) [web](https://example.com/us.md) [f](shared/) [d](deep/in/us-001.md) [s](shared/us-001.md)\n`,
      beside,
      options,
    );
    expect(defined(tried)).toEqual(['FR-001 :7']);
    expect(tried.source.siblings).toBeUndefined();
  });

  it('is anything where all that is cited is defined', async () => {
    const { files } = await withFiles(
      '# PRD\n\n## Requirements\n- **FR-1**: A\n- **FR-2**: B, after FR-1\n',
      {
        'docs/fr-3.md': '# FR-3: C\n\nText.\n',
      },
    );
    expect(files.reads).toEqual([]);
  });

  it('is anything around a source outside of the workspace', async () => {
    const { files } = await withFiles(
      index,
      { '../docs/us-001.md': story('US-001', 'A') },
      { path: '../docs/prd.md' },
    );
    expect(files.reads).toEqual([]);
  });

  it('is more than a hundred files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [
        `docs/note-${String(n).padStart(3, '0')}.md`,
        `# US- notes ${n}\n`,
      ]),
    );
    const { files } = await withFiles(index, many);
    expect(files.reads.filter((path) => path.startsWith('docs/note')).length).toBeLessThanOrEqual(100);
  });
});

describe('any files', () => {
  it('are read without a throw, and the same whatever order folders list them in', async () => {
    const piece = fc.constantFrom(
      ...[
        'US-001: a',
        '# US-002: b',
        '- **US-003**: c',
        '| US-001 | d |',
        '[x](us.md)',
        '[y](../../z.md)',
        '```',
        'US-001..009',
      ],
      ...['See [all](%E0%A4%A.md)', '\u0000', '[f](docs/)', 'FR-001 to FR-009', '## Requirements'],
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (prd, one, two) => {
        const source = `${index}${prd.replaceAll('\u0000', '')}`;
        const beside = { 'docs/us.md': `x ${one}`, 'docs/us-002.md': `y ${two}` };
        const first = await withFiles(source, beside);
        const second = await withFiles(source, beside, { order: (entries) => entries.reverse() });
        expect(defined(second)).toEqual(defined(first));
        const ids = first.source.requirements.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 150 },
    );
  });
});
