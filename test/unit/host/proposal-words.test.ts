import { describe, expect, it } from 'vitest';
import { offerText, openingTitle, refusal, wholeTitle } from '../../../src/host/regenerate/proposal-words';

describe('the words of a diff of sections written anew', () => {
  it('name the one section, or how many are compared while nobody knows which', () => {
    expect(openingTitle({ heading: 'Data Model' })).toBe('Data Model: section written anew');
    expect(openingTitle({ sections: 32 })).toBe('Comparing 32 sections');
  });

  it('name the sections that do change once the answer is whole, whatever was asked for', () => {
    expect(wholeTitle([])).toBe('Written anew, and nothing changes');
    expect(wholeTitle(['Risks'])).toBe('Risks: section written anew');
    expect(wholeTitle(['Risks', 'Tests'])).toBe('Risks, Tests: sections written anew');
    expect(wholeTitle(['Risks', 'Tests', 'Tasks'])).toBe('Risks, Tests...: 3 sections written anew');
    expect(offerText([])).toContain('says the same as before');
    expect(offerText(['Risks'])).toBe('"Risks" is written anew. The diff shows what would change.');
    expect(offerText(['Risks', 'Tests'])).toBe(
      '2 sections are written anew. The diff shows what would change.',
    );
  });

  it('tell why nothing was replaced without a heading that is none', () => {
    expect(refusal('changed', { sections: 2 })).toMatch(/^One of the sections was edited/);
    expect(refusal('gone', { heading: 'Risks' })).toMatch(/^"Risks" is not in the document/);
  });
});
