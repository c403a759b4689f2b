import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFixes } from '../../../src/core/checks/fixes/safe-fixes';
import { putFooter } from '../../../src/core/checks/fixes/put-footer';
import { makeApproval } from '../../../src/core/life/approve';
import { statusEdits } from '../../../src/core/life/change-status';
import { planCompletion } from '../../../src/core/life/complete';
import { putContents } from '../../../src/core/regenerate/put-sections';
import { findTargets, sectioned } from '../../../src/core/regenerate/section-target';
import { settle } from '../../../src/core/repair/settle';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { editDocument, hasLinesOf, type RangeEdit } from '../../../src/core/spec/written-text';
import { replaceStretches } from '../../../src/core/text/replace-stretches';
import { check, goodSpec } from '../checks/builders';
import { InMemoryFiles } from '../in-memory-files';

const insert = (line: number, column: number, newText: string): RangeEdit =>
  put(line, column, column, newText);

const put = (line: number, column: number, endColumn: number, newText: string): RangeEdit => ({
  range: { line, column, endLine: line, endColumn },
  newText,
});

const edited = (text: string, ...edits: readonly RangeEdit[]): string => editDocument(parseSpec(text), edits);

/** A text of given lines with a line end of any kind behind each, with or without a byte order mark. */
const mixed = (lines: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '\uFEFF'),
      fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: lines.length, maxLength: lines.length }),
    )
    .map(([mark, ends]) => mark + join(lines, ends));

/** A return and the line feed behind it would be one line end. */
function join(lines: readonly string[], ends: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    const end = ends[index] ?? '\n';
    const isOne = line === '' && text.endsWith('\r') && end === '\n';
    return text + line + (isOne ? '\r' : end);
  }, '');
}

const lines = (text: string): readonly string[] => text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);

/** Each line of a text with its end, byte order mark and all. */
const ended = (text: string): readonly string[] => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/gu) ?? [];

/** That of two texts all lines but some are the same to the last byte. */
function expectOthersToStay(before: string, after: string, changed: number): void {
  const [old, now] = [ended(before), ended(after)];
  let start = 0;
  while (start < old.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  expect(old.length - start - end).toBeLessThanOrEqual(changed);
}

describe('edits of a document', () => {
  it('are made together, at the places of the text they were made for', () => {
    expect(edited('one two\nthree', put(1, 5, 8, 'TWO!'), put(1, 1, 4, 'ONE'), insert(2, 6, '.'))).toBe(
      'ONE TWO!\nthree.',
    );
  });

  it('leave byte order mark and line ends as the file has them, returns by themselves too', () => {
    expect(edited('\uFEFFone\rtwo\r\nthree\n', put(2, 1, 4, 'TWO'))).toBe('\uFEFFone\rTWO\r\nthree\n');
  });

  it('put in lines that end as the one does that they are put into', () => {
    expect(edited('a\r\nb\r\n', insert(2, 2, '\nc'))).toBe('a\r\nb\r\nc\r\n');
    expect(edited('a\rb\nc', insert(1, 2, '\nx'), insert(2, 2, '\ny'), insert(3, 2, '\nz'))).toBe(
      'a\rx\rb\ny\nc\nz',
    );
    expect(edited('a', insert(1, 2, '\nb'))).toBe('a\nb');
  });

  it('at one place are made in the order in which they are given', () => {
    expect(edited('ab', insert(1, 2, '1'), insert(1, 2, '2'), put(1, 2, 3, 'B'))).toBe('a12B');
  });

  it('are refused where two of them overlap', () => {
    expect(() => edited('abc', put(1, 1, 3, 'x'), put(1, 2, 4, 'y'))).toThrow(RangeError);
    expect(() => edited('abc', put(1, 1, 3, 'x'), put(1, 1, 3, 'x'))).toThrow(RangeError);
    expect(edited('abc', put(1, 1, 2, 'x'), put(1, 2, 3, 'y'))).toBe('xyc');
  });

  it('keep two line ends two, where what stood between them goes', () => {
    expect(lines(edited('a\rX\nb', put(2, 1, 2, '')))).toEqual(['a', '', 'b']);
  });

  it('give the lines that they give in a text with line feeds, for any text and any edits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '#', ' ', '\n', '\r', '\r\n', '|', '- '), { maxLength: 40 }),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(40), fc.nat(8), fc.constantFrom('', 'x', 'x\ny', '\n')), { maxLength: 5 }),
        (parts, marked, wanted) => {
          const text = (marked ? '\uFEFF' : '') + parts.join('');
          const spec = parseSpec(text);
          const plain = lines(text);
          const feeds = plain.join('\n');
          let from = 0;
          const stretches = wanted.flatMap(([gap, length, newText]) => {
            const start = from + (gap % 7);
            const end = start + length;
            from = end;
            return end > feeds.length ? [] : [{ start, end, newText }];
          });
          const place = (offset: number) => {
            const before = feeds.slice(0, offset).split('\n');
            return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
          };
          const edits = stretches.map(({ start, end, newText }): RangeEdit => {
            const [a, b] = [place(start), place(end)];
            return { range: { ...a, endLine: b.line, endColumn: b.column }, newText };
          });
          const after = editDocument(spec, edits);
          expect(lines(after)).toEqual(replaceStretches(feeds, stretches).split('\n'));
          expect(after.startsWith('\uFEFF')).toBe(marked);
          if (stretches.length === 0) expect(after).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('hold in an editor, which shows one line end for all', () => {
    expect(hasLinesOf(parseSpec('\uFEFFa\rb\r\nc'), 'a\nb\nc')).toBe(true);
    expect(hasLinesOf(parseSpec('a\rb'), 'a\nc')).toBe(false);
  });
});

describe('whoever writes a spec changes only the lines it means to, whatever ends them', () => {
  const broken = goodSpec.replace('| T-001, T-002 |', '| T-01, T-002 |').split('\n');
  const linked = goodSpec.split('\n').concat('', 'See [the next](./next.md).');

  it('a fix', () => {
    fc.assert(
      fc.property(mixed(broken), (text) => {
        const report = check({ text });
        const after = editDocument(parseSpec(text), safeFixes(report).edits);
        expect(lines(after)).toEqual(lines(text.replace('| T-01,', '| T-001,')));
        expect(after).toBe(text.replace('| T-01,', '| T-001,'));
      }),
      { numRuns: 40 },
    );
  });

  it('what settles errors of a draft', async () => {
    await fc.assert(
      fc.asyncProperty(mixed(broken), async (text) => {
        const of = async (one: string) => ({ ...check({ text: one }), spec: parseSpec(one) });
        const settled = await settle({ text, report: await of(text) }, of);
        expect(settled.text).toBe(text.replace('| T-01,', '| T-001,'));
      }),
      { numRuns: 20 },
    );
  });

  it('a status, its approval and the move among the implemented ones', async () => {
    await fc.assert(
      fc.asyncProperty(mixed(linked), async (text) => {
        const spec = parseSpec(text);
        const edits = statusEdits({ spec }, 'specs/a.md', { name: 'Approved', needs: [] });
        const after = editDocument(spec, edits);
        expect(after).toBe(text.replace('Draft', 'Approved'));
        const approval = makeApproval({
          ...{ spec, path: 'specs/a.md', edits, earlier: [], name: null, date: '2026-01-01' },
          ...{ commit: null, committed: null },
        });
        expect(approval.text).toBe(after);
        const files = Object.assign(new InMemoryFiles({ 'specs/a.md': text, 'specs/next.md': '# N' }), {
          staysInside: async () => true,
        });
        const plan = await planCompletion({
          ...{ files, spec, path: 'specs/a.md', edits, listed: [], folder: '{specDir}/completed' },
        });
        expect('texts' in plan ? plan.texts[0] : null).toEqual({
          path: 'specs/a.md',
          before: text,
          after: after.replace('(./next.md)', '(../next.md)'),
        });
      }),
      { numRuns: 40 },
    );
  });

  it('the line below it', () => {
    const footed = goodSpec.split('\n').concat('', '_Traceability verified: old._');
    fc.assert(
      fc.property(mixed(footed), (text) => {
        const line = '_Traceability verified: new._';
        expect(putFooter(parseSpec(text), line)).toBe(text.replace(/_Traceability.*_/u, line));
      }),
      { numRuns: 40 },
    );
  });

  it('a section that is written anew', () => {
    const text = '# T\n\n## A\n\nold\n\n## B\n\nstays\n\n## C\n'.split('\n');
    fc.assert(
      fc.property(mixed(text), fc.constantFrom('A', 'B', 'C'), (one, heading) => {
        const scope = sectioned(parseSpec(one), null, null);
        const targets = findTargets(scope, { by: 'heading', heading });
        const contents = new Map(targets.map(({ section }) => [section.index, 'new\n\nmore']));
        const after = putContents(scope.spec, targets, contents);
        expect(after.written).toHaveLength(1);
        expect(lines(after.text).join('\n')).toContain(`## ${heading}\n\nnew\n\nmore\n`);
        expectOthersToStay(one, after.text, 2);
      }),
      { numRuns: 200 },
    );
  });
});
