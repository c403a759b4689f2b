import { describe, expect, it } from 'vitest';
import { fromWikiMarkup } from '../../../src/core/source/document/wiki-markup';
import { readSource } from '../../../src/core/source/read-source';

function sourceOf(text: string) {
  return readSource({ path: 'epic.txt', bytes: new TextEncoder().encode(text) });
}

const epic = [
  'EXP-12  Data export',
  '',
  'h2. Requirements',
  '',
  '* Admins can request an export in {{Settings > Data}}',
  '** the link is valid for 7 days',
  '* *Only one* export per workspace may run at a time',
  '',
  'h2. Out of scope',
  '',
  '* Import into another workspace',
  '# Scheduled exports',
].join('\r\n');

describe('A text in the notation of a tracker', () => {
  it('is read by its headings and items, each at its line', () => {
    const { requirements, outOfScope } = sourceOf(epic);
    expect(requirements.map(({ line, text }) => [line, text])).toEqual([
      [5, expect.stringContaining('Admins can request an export in Settings > Data')],
      [7, 'Only one export per workspace may run at a time'],
    ]);
    expect(outOfScope.map(({ line }) => line)).toEqual([11, 12]);
  });

  it('has tables whose head names the columns', () => {
    const text = [
      'h1. Export',
      '',
      'h2. Requirements',
      '||Key||Requirement||Priority||',
      '|EX-1|Admins can [request|https://example.org/a] an export|Must|',
      '|EX-2|The export holds all files < 2 GB|Should|',
      '',
      'h2. Open questions',
      '# Who may ask? -- [~m.okafor]',
    ].join('\n');
    const { requirements } = sourceOf(text);
    expect(requirements.map(({ id, line, priority }) => [id, line, priority])).toEqual([
      ['EX-1', 5, 'Must'],
      ['EX-2', 6, 'Should'],
    ]);
    expect(requirements[1]?.text).toContain('< 2 GB');
  });

  it('keeps code as it is, and what is struck is struck', () => {
    const text = ['h2. A', '{code:sql}', '* no item', '{code}', '* -gone-', 'h2. B', '* stays - as - it is'];
    expect(fromWikiMarkup(text.join('\n')).split('\n')).toEqual([
      '## A',
      '```',
      '* no item',
      '```',
      '- ~~gone~~',
      '## B',
      '- stays - as - it is',
    ]);
  });

  it('goes on right below a table, and its rows may have a head of their own', () => {
    const rows = [
      '||Key||Requirement||',
      '||EX-1|Admins can request an export|',
      '|EX-2|Admins can stop one|',
    ];
    const text = ['h2. Requirements', ...rows, 'h2. Out of scope', '* Imports', 'h2. Goal', 'x'];
    const { requirements, outOfScope } = sourceOf(text.join('\n'));
    expect(requirements.map(({ id, line }) => [id, line])).toEqual([
      ['EX-1', 3],
      ['EX-2', 4],
    ]);
    expect(requirements[1]?.text).toContain('Admins can stop one');
    expect(requirements[1]?.text).not.toContain('Out of scope');
    expect(outOfScope.map(({ line }) => line)).toEqual([6]);
  });

  it('goes on behind code, however its marks stand', () => {
    const below = ['h2. Out of scope', '* Imports', 'h2. Goal', 'x'];
    for (const code of [
      ['{code}', 'x', '{code} see above'],
      ['{code:json}{}{code}'],
      ['{noformat}', 'never closed'],
    ])
      expect(sourceOf([...code, ...below].join('\n')).outOfScope.map(({ text }) => text)).toEqual([
        'Imports',
      ]);
  });

  it('is not one that shows such lines in an example', () => {
    const example = [
      '# Jira import',
      '',
      '## Background',
      '',
      'Teams must retype.',
      '',
      '```',
      'h2. Goal',
      'h2. Scope',
      '```',
      '',
    ];
    const text = [
      ...example,
      '## Requirements',
      '',
      '- Admins can import an epic',
      '',
      'h2. is a heading there.',
    ].join('\n');
    expect(fromWikiMarkup(text)).toBe(text);
  });

  it('has items below items only where there is one above, so that none is taken for code', () => {
    expect(fromWikiMarkup('h2. A\n*** deep\n*** deeper\nh2. B').split('\n').slice(1, 3)).toEqual([
      '- deep',
      '    - deeper',
    ]);
  });

  it('is told by two headings at least: Markdown stays as it is', () => {
    for (const text of ['# A\n\nh2. one\n** not **', '## A\n\n* b\n', 'h2.dev is a host\nh3.dev too'])
      expect(fromWikiMarkup(text)).toBe(text);
  });
});
