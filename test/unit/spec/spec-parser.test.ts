import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';
import { filePlan } from '../../../src/core/spec/file-plan';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { SpecDocument } from '../../../src/core/spec/spec-document';
import { joinDocument, SpecParser } from '../../../src/core/spec/spec-parser';

const spec = readFileSync(
  join(import.meta.dirname, '../../../examples/team-invites/tech-specs/completed/audit-log.md'),
  'utf8',
);

/** A document that was read in one piece, as the Markdown parser reads it. */
function readWhole(text: string): SpecDocument {
  return joinDocument(text, [{ part: { text, nodes: parseMarkdown(text).children }, start: 0, line: 0 }]);
}

/** Everything but how it was read. */
function facts(document: SpecDocument): unknown {
  return { ...document, parts: [], plan: filePlan(document) };
}

const pieces = [
  ...[
    '# Title',
    '## 1. One',
    '## Two',
    '### T-001: Task',
    '### T-002: Other',
    '#### OQ-4 What',
    'Setext\n===',
  ],
  ...[
    '',
    '',
    '',
    'text `a.go`',
    '**Status:** Draft',
    '**Files**: `b.go`',
    '_Done condition:_ `go test ./c.go`',
  ],
  ...['- [ ] **T-003 Third:** US-001', '  - _Files:_ Create: `d.go`', '  - nested', '- OQ-1: why', '1. one'],
  ...[
    '| File | Action |',
    '|---|---|',
    '| `e.go` | new |',
    '```go',
    '```',
    '> ## quoted',
    '[a]: b.md',
    '[a] ![i](c)',
  ],
  ...['---', 'owner: me', '<!--', '-->'],
];

describe('a spec read again after an edit', () => {
  it('is what it is when read in one piece for the first time, whatever its lines', () => {
    const some = fc.array(fc.constantFrom(...pieces), { maxLength: 8 });
    const edit = fc.record({ at: fc.nat(24), removed: fc.nat(3), added: some });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 24 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        (start, edits, end) => {
          const parser = new SpecParser();
          const now = [...start];
          for (const { at, removed, added } of [{ at: 0, removed: 0, added: [] }, ...edits]) {
            now.splice(at, removed, ...added);
            const text = now.join(end);
            expect(facts(parseSpec(text, parser))).toEqual(facts(readWhole(text)));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is what it is when read for the first time, for each character of a spec that is taken out or put in', () => {
    const parser = new SpecParser();
    const edit = fc.record({
      at: fc.nat(spec.length),
      removed: fc.nat(2),
      added: fc.constantFrom('', 'x', '\n', '\n\n', '#', '|', '`', '- ', ' '),
    });
    fc.assert(
      fc.property(edit, ({ at, removed, added }) => {
        const text = spec.slice(0, at) + added + spec.slice(at + removed);
        expect(facts(parseSpec(text, parser))).toEqual(facts(readWhole(text)));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the facts of what an edit leaves alone', () => {
    const parser = new SpecParser();
    const text = '# A\n\n## One\n\n- one `a`\n\n## Two\n\n- two `b`\n\n## Three\n\n- three `c`\n';
    const before = parseSpec(text, parser);
    const after = parseSpec(text.replace('two', 'twenty-two'), parser);
    expect(after.listItems.map((item, index) => item === before.listItems[index])).toEqual([
      true,
      false,
      true,
    ]);
    const longer = parseSpec(text.replace('two', 'two\n  more'), parser);
    expect(longer.parts.map(({ part }, index) => part === before.parts[index]?.part)).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(longer.codeSpans.map(({ line }) => line)).toEqual([5, 10, 14]);
  });
});
