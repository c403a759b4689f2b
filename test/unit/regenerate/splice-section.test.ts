import { describe, expect, it } from 'vitest';
import { putContents } from '../../../src/core/regenerate/put-sections';
import { findTargets, sectioned } from '../../../src/core/regenerate/section-target';
import { parseSpec } from '../../../src/core/spec/parse-spec';

function put(text: string, heading: string, content: string): string {
  const scope = sectioned(parseSpec(text), null, null);
  const targets = findTargets(scope, { by: 'heading', heading });
  expect(targets).toHaveLength(1);
  const contents = new Map(targets.map(({ section }) => [section.index, content]));
  return putContents(scope.spec, targets, contents).text;
}

describe('a section that is replaced', () => {
  it('leaves line ends, blank lines and byte order mark around it as they are', () => {
    expect(put('\uFEFF# T\r\n\r\n## A\r\n\r\n\r\nold\r\n\r\n\r\n## B\r\n', 'A', 'new\n\nmore')).toBe(
      '\uFEFF# T\r\n\r\n## A\r\n\r\n\r\nnew\r\n\r\nmore\r\n\r\n\r\n## B\r\n',
    );
    expect(put('# T\n\n## A\n\nold\n\n \n', 'A', 'new')).toBe('# T\n\n## A\n\nnew\n\n \n');
    expect(put('# T\n\n## A\n\nold', 'A', 'new')).toBe('# T\n\n## A\n\nnew');
  });

  it('leaves a return by itself what it is, although it ends a line', () => {
    expect(put('# T\r\n\rtyped\r\n\r\n## A\r\n\r\nold\r\n\r\n## B\r\n', 'A', 'new')).toBe(
      '# T\r\n\rtyped\r\n\r\n## A\r\n\r\nnew\r\n\r\n## B\r\n',
    );
  });

  it('uses the line ends of the section in a document that mixes them', () => {
    expect(put('# T\n\n## A\r\n\r\nold\r\n\n## B\n', 'A', 'new\nmore')).toBe(
      '# T\n\n## A\r\n\r\nnew\r\nmore\r\n\n## B\n',
    );
  });

  it('keeps a rule, definitions of links and the last line about traceability behind it', () => {
    const tail = '\n\n[prd]: ../prd.md\n\n---\n\n_Traceability verified: all of it._\n';
    expect(put(`# T\n\n## A\n\nold${tail}`, 'A', 'new')).toBe(`# T\n\n## A\n\nnew${tail}`);
    expect(put('# T\n\n## A\n\n- old\n---\n\n## B\n', 'A', 'new')).toBe(
      '# T\n\n## A\n\nnew\n\n---\n\n## B\n',
    );
  });

  it('is filled where it was empty', () => {
    expect(put('# T\n\n## A\n\n## B\n', 'A', 'new')).toBe('# T\n\n## A\n\nnew\n\n## B\n');
    expect(put('# T\n\n## A\n## B\n', 'A', 'new')).toBe('# T\n\n## A\n\nnew\n\n## B\n');
    expect(put('# T\n\n## A', 'A', 'new')).toBe('# T\n\n## A\n\nnew\n');
    expect(put('# T\n\n## A\n', 'A', 'new')).toBe('# T\n\n## A\n\nnew\n');
  });

  it('keeps its heading however it is written', () => {
    expect(put('# T\n\nA **b**\n---\nold\n\n### C\n\nold\n', '## A b', 'new')).toBe(
      '# T\n\nA **b**\n---\nnew\n',
    );
    expect(put('# T\n\n## 3.  A  ##\n\nold\n', 'A', 'new')).toBe('# T\n\n## 3.  A  ##\n\nnew\n');
  });

  it('is not replaced by what would change how the rest is read', () => {
    const text = '# T\n\n## A\n\nold\n\n## B\n\n```\ncode\n```\n';
    for (const content of ['```\nopen', '<!-- open', '<script>', '## C\n\nmine', 'Mine\n---', '# T'])
      expect(put(text, 'A', content), content).toBe(text);
  });
});
