import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { editedSections } from '../../../src/core/regenerate/edited-sections';
import { askedSection, replaceSection } from '../../../src/core/regenerate/replace-section';
import { sectioned, targetOf, type SectionedSpec } from '../../../src/core/regenerate/section-target';
import { contentSpan } from '../../../src/core/regenerate/section-span';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { taskTemplate } from '../checks/builders';
import { briefFor } from '../draft/brief-for';

const template = { ...taskTemplate(), sha256: 'b'.repeat(64) };
const brief = briefFor(template, {
  context: { ...briefFor(template).context, hash: 'c'.repeat(64) },
});

/** Short, so that many sequences can be tried; beside the template's sections ones that nobody knows, one of them twice. */
const base = `# Tech Spec

## 1. Overview

Admins invite.

### Requirement Mapping

| ID | Tasks |
|---|---|
| US-001 | T-001 |

## 2. Implementation Tasks

- **T-001:** Do it

#### Notes

\`\`\`md
## 3. Testing Strategy
\`\`\`

#### Notes

Again.

## 4. Open Questions

None.

## Appendix

Own words.

---

_Traceability verified: by nobody._
`;

/** The heading depends on the section that is asked for. */
type Answer = (heading: string, level: number) => string;

type Step =
  | { readonly kind: 'edit'; readonly at: number; readonly remove: number; readonly words: string }
  | {
      readonly kind: 'regenerate';
      readonly which: number;
      readonly answer: Answer;
      readonly consent: boolean;
    }
  /** Edited while the model writes. */
  | { readonly kind: 'race'; readonly which: number; readonly answer: Answer; readonly at: number };

const words = fc.constantFrom(
  ...[
    'hand',
    'hand\n',
    '\n\nhand\n\n',
    '- hand\n',
    '| hand |',
    '```',
    '## Hand\n',
    '\n### Hand\n\n',
    '<!--',
    '-->',
    ' ',
  ],
  ...['\n---\n', '> hand', '1. hand\r\n', '**hand**', '\t', '\n\n\n'],
);
const piece = fc.constantFrom(
  ...[
    'New text.',
    '```sql\nSELECT 1;\n```',
    '```',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '#### Sub\n\nText',
    '## Other\n\nText',
  ],
  ...[
    '- **T-001:** Task\n  - _Implements:_ US-001',
    '<!-- note',
    '---',
    '<script>',
    '[x]: y',
    '',
    '> quote',
    '### Phase 3\n\nA',
  ],
  ...['Setext\n===', 'Setext\n---', '_Traceability verified: yes._', '    code', '\uFEFF'],
);
const wrapped = fc.constantFrom(
  (text: string) => text,
  (text: string) => `Sure, here is the updated section:\n\n${text}`,
  (text: string) => `\`\`\`markdown\n${text}\n\`\`\`\n\nLet me know!`,
  (text: string) => text.replaceAll('\n', '\r\n'),
);
const headingForm = fc.constantFrom(
  (heading: string, level: number) => `${'#'.repeat(level)} ${heading}\n\n`,
  (heading: string) => `# ${heading}\n\n`,
  (heading: string) => `#### ${heading}\n\n`,
  () => '',
);
const answer = fc.tuple(fc.array(piece, { maxLength: 4 }), wrapped, headingForm).map(
  ([pieces, wrap, heading]): Answer =>
    (name, level) =>
      wrap(heading(name, level) + pieces.join('\n\n')),
);

const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat(600), remove: fc.nat(30), words }),
  fc.record({ kind: fc.constant('regenerate' as const), which, answer, consent: fc.boolean() }),
  fc.record({ kind: fc.constant('race' as const), which, answer, at: fc.nat(600) }),
);

const forms = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replaceAll('\n', '\r\n'),
  (text: string) => `\uFEFF${text}`,
  (text: string) => text.trimEnd(),
  (text: string) => `\uFEFF${text.replace(/\n(?=\n)/g, '\r\n')}`,
);

function scopeOf(text: string, receipt: string): SectionedSpec {
  return sectioned(parseSpec(text), template, known(receipt));
}

function known(text: string): Parameters<typeof sectioned>[2] & object {
  const parsed = parseReceipt(text);
  if (!('receipt' in parsed)) throw new Error(parsed.error);
  return parsed.receipt;
}

describe('sequences of edits and regenerations', () => {
  it('change no byte outside the section that was asked for and lose no edit without consent', () => {
    const seen = { replaced: 0, edited: 0, changed: 0, gone: 0, unusable: 0 };
    fc.assert(
      fc.property(forms, fc.array(step, { minLength: 1, maxLength: 6 }), (form, steps) => {
        let text = form(base);
        let receipt = serialiseReceipt(receiptFor(brief, text, { id: 'test' }));
        for (const [number, next] of steps.entries()) {
          if (next.kind === 'edit') {
            const at = next.at % (text.length + 1);
            text = `${text.slice(0, at)}${next.words}${number}${text.slice(at + next.remove)}`;
            continue;
          }
          const scope = scopeOf(text, receipt);
          const section = scope.spec.sections[next.which % Math.max(scope.spec.sections.length, 1)];
          if (section === undefined) continue;
          const asked = askedSection(scope, targetOf(scope, section));
          if (next.kind === 'race') {
            const at = next.at % (text.length + 1);
            text = `${text.slice(0, at)}typed${text.slice(at)}`;
          }
          const now = next.kind === 'race' ? scopeOf(text, receipt) : scope;
          const wasEdited = editedSections(now, known(receipt));
          const consent = next.kind === 'regenerate' && next.consent;
          const result = replaceSection({
            source: text,
            template,
            receipt,
            asked,
            answer: next.answer(section.heading, section.level),
            model: { id: 'other' },
            consent,
          });
          seen[result.kind] += 1;
          if (result.kind !== 'replaced') continue;
          const mark = text.startsWith('\uFEFF') ? 1 : 0;
          const target = now.spec.sections.find(
            ({ start, end }) => now.spec.text.slice(start, end).trimEnd() === asked.text.trimEnd(),
          );
          if (target === undefined) throw new Error('A section was replaced that is not the one asked for.');
          // Outside: the heading line and all before it, and all from the last line of text on.
          const span = contentSpan(now.spec, target);
          const tail = text.slice(span.end + mark);
          expect(result.text.slice(0, span.start + mark)).toBe(text.slice(0, span.start + mark));
          expect(result.text.slice(result.text.length - tail.length)).toBe(tail);
          const keys = [...now.sections].filter(
            ([, { start }]) => start >= target.start && start < target.end,
          );
          if (!consent) expect(keys.filter(([key]) => wasEdited.has(key))).toEqual([]);
          // What was edited elsewhere is known as edited still, and what was not is not taken for it.
          const then = scopeOf(result.text, result.receipt ?? '');
          const isEdited = editedSections(then, known(result.receipt ?? ''));
          const inside = new Set(keys.map(([key]) => key));
          for (const [key, { start }] of then.sections) {
            if (start >= target.start && start < target.end + result.text.length - text.length) continue;
            if (!inside.has(key) && now.sections.has(key))
              expect([key, isEdited.has(key)]).toEqual([key, wasEdited.has(key)]);
          }
          text = result.text;
          receipt = result.receipt ?? receipt;
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
    );
    // Each outcome came about: a property over refusals alone would show nothing.
    for (const kind of ['edited', 'changed', 'unusable'] as const)
      expect([kind, seen[kind] > 0]).toEqual([kind, true]);
    expect(seen.replaced).toBeGreaterThan(seen.unusable);
  }, 240_000);
});
