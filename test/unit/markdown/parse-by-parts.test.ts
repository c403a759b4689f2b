import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';
import { PartParser, treeOf } from '../../../src/core/markdown/parse-by-parts';
import { cutsOf } from '../../../src/core/markdown/split-markdown';

const byParts = (text: string): unknown => treeOf(new PartParser().parse(text)).children;
const whole = (text: string): unknown => parseMarkdown(text).children;

const lines = [
  ...[
    '# One',
    '## Two',
    '### Three',
    '#no heading',
    '    # code',
    ' # indented',
    'Setext',
    '===',
    '---',
    '***',
  ],
  ...[
    'text',
    '',
    '',
    '',
    '  ',
    '- item',
    '  - nested',
    '1. one',
    '> quote',
    '| a | b |',
    '|---|---|',
    '| 1 | 2 |',
  ],
  ...['```', '```js', '````', '~~~', '  ```', '    ```', '- ```', '> ```', '  ~~~', '``` ` ```'],
  ...[
    '<!-- comment',
    '-->',
    '<!-- c -->',
    '<div>',
    '</div>',
    '<pre>',
    '</pre>',
    '<?x',
    '?>',
    '<![CDATA[',
    ']]>',
    '<!X',
    '- <!-- x',
    '    <!-- x',
  ],
  ...[
    '[a]: https://a.b',
    '[^n]: note',
    '[a] and [^n] and [x][a]',
    '- [ ] box [a]',
    '[a]',
    '+++',
    'title: x',
    '\t# tab',
    '- ## in item',
  ],
];

describe('a document parsed by parts', () => {
  it('is what it is parsed whole, whatever its lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...lines), { maxLength: 24 }),
        fc.constantFrom('\n', '\r\n'),
        (some, end) => {
          const text = some.join(end);
          expect(byParts(text)).toEqual(whole(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is what it is parsed whole, for specs of this repository', () => {
    const folders = [
      'examples/team-invites/tech-specs/completed',
      'examples/team-invites/prds',
      'templates',
      'docs',
    ];
    for (const folder of folders) {
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
        const text = readFileSync(join(folder, name), 'utf8');
        expect(byParts(text), name).toEqual(whole(text));
      }
    }
  });

  it('is what it is parsed whole, where a tab stands in front of what looks like the end of a fence', () => {
    const text = '```\n\t```\n\n#';
    expect(byParts(text)).toEqual(whole(text));
  });

  it('has front matter at its very start only', () => {
    const text = '---\na: 1\n---\n\n---\nb: 2\n---\n\n# A\n\n---\nc: 3\n---\n';
    expect(byParts(text)).toEqual(whole(text));
  });

  it('is cut at its headings', () => {
    const text =
      '---\na: 1\n---\n# A\n\ntext\n\n## B\n\n```\n\n# code\n```\n\n<!--\n\n# comment\n-->\n\n### C\n';
    expect([...cutsOf(text)].map(({ level, line }) => `${level} ${line}`)).toEqual(['1 3', '2 7', '3 19']);
  });

  it('is what it is parsed whole after any edit, whatever was kept', () => {
    const some = fc.array(fc.constantFrom(...lines), { maxLength: 12 });
    const edit = fc.record({ at: fc.nat(24), removed: fc.nat(3), added: some });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...lines, '# H', '', '## I', ''), { maxLength: 24 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (start, edits, end) => {
          const parser = new PartParser();
          const now = [...start];
          parser.parse(now.join(end));
          for (const { at, removed, added } of edits) {
            now.splice(at, removed, ...added);
            const text = now.join(end);
            expect(treeOf(parser.parse(text)).children).toEqual(whole(text));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps what an edit leaves alone', () => {
    const parser = new PartParser();
    const before = parser.parse('# A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n');
    const after = parser.parse('# A\n\none\n\n## B\n\ntwo!\n\n## C\n\nthree\n');
    expect(after.map(({ part }, index) => part === before[index]?.part)).toEqual([true, false, true]);
  });
});
