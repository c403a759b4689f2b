import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineCriteria } from '../../../src/core/source/notation/inline-criteria';
import { read } from './read';

describe('criteria at the end of a statement', () => {
  it('are told apart from it, below an id and without', () => {
    const text = `# Orders

## Engineering requirements

- ER-001 (must): Placing an order is atomic. Success: 500 orders for 50 pieces leave a stock of 0.
- ER-002: Stock is never below zero. **Acceptance criteria:** the update fails; The old value stays.
`;
    const [first, second] = read(text).requirements;
    expect(first?.title).toBe('Placing an order is atomic.');
    expect(first?.text).toBe('Placing an order is atomic.');
    expect(first?.acceptance).toEqual([
      { id: null, line: 5, text: '500 orders for 50 pieces leave a stock of 0.' },
    ]);
    expect(second?.acceptance.map((one) => one.text)).toEqual(['the update fails', 'The old value stays.']);

    const plain = read(
      '# Orders\n\n## Features\n\n- A label is printed. Fertig wenn: der Code lesbar ist.\n- Labels expire.\n',
    );
    expect(plain.requirements[0]?.acceptance.map((one) => one.text)).toEqual(['der Code lesbar ist.']);
    expect(plain.requirements[0]?.title).toBe('A label is printed.');
  });

  it('stand beside those of a list below it', () => {
    const text = `# Orders\n\n## Requirements\n\n- R1: Orders are atomic. Success: none is lost.\n  - Acceptance criteria: stock stays at 0 or more\n`;
    expect(read(text).requirements[0]?.acceptance.map((one) => one.text)).toEqual([
      'none is lost.',
      'stock stays at 0 or more',
    ]);
  });

  it('are none where the label opens the statement, stands within a sentence or has nothing behind it', () => {
    expect(inlineCriteria('Success: the label is printed.')).toBeNull();
    expect(inlineCriteria('A page that says success: done.')).toBeNull();
    expect(inlineCriteria('The label is printed. Success: n/a')).toBeNull();
    expect(inlineCriteria('The label is printed. Note: in black.')).toBeNull();
    expect(inlineCriteria('It returns a value with .success: boolean and .text.')).toBeNull();
  });

  it('and the statement are parts of the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, behind) => {
        const found = inlineCriteria(`${before}. Success: ${behind}`);
        for (const part of [found?.statement ?? '', ...(found?.criteria ?? [])])
          expect(`${before}. Success: ${behind}`).toContain(part);
      }),
    );
  });
});
