import { describe, expect, it } from 'vitest';
import { countSentences, countWords } from '../../../src/core/spec/count-words';
import { check, edit, goodSpec, listing, taskTemplate } from './builders';

describe('word-budget', () => {
  it('warns above the most and below the least', () => {
    const found = (min: number, max: number, text = goodSpec): readonly string[] =>
      listing(check({ text, template: taskTemplate({ budgets: { words: { min, max } } }) }));
    const counted = (text: string): number =>
      Number(/has (\d+) words/u.exec(found(1, 1, text).join('\n'))?.[1]);
    const words = counted(goodSpec);
    expect(words).toBeLessThan(countWords(goodSpec));
    // What the template demands whatever the design is does not count.
    expect(counted(edit(goodSpec, '| T-002 |\n', '| T-002 and several words more |\n'))).toBe(words);
    expect(counted(edit(goodSpec, '## 1. Overview', '## 1. Overview of the whole'))).toBe(words);
    expect(counted(edit(goodSpec, '**Status:** Draft', '**Status:** Draft\n**Owner:** Ada'))).toBe(words);
    expect(counted(edit(goodSpec, 'colleagues by mail', 'colleagues by two words mail'))).toBe(words + 2);
    expect(found(1, words)).toEqual([]);
    expect(found(1, words - 1)).toEqual([
      `word-budget warning 1:1 The document has ${words} words, ${words - 1} are the most: shorten it.`,
    ]);
    const all = countWords(goodSpec);
    expect(found(all, 9999)).toEqual([]);
    expect(found(all + 1, 9999)).toEqual([
      `word-budget warning 1:1 The document has ${all} words, ${all + 1} are the least: it leaves something out.`,
    ]);
  });
});

describe('snippet-budget', () => {
  it('warns about code blocks with more lines than allowed', () => {
    const template = taskTemplate({ budgets: { snippetLines: 3 } });
    const text = (lines: number): string =>
      edit(goodSpec, 'Admins invite', `\`\`\`go\n${'x\n'.repeat(lines)}\`\`\`\n\nAdmins invite`);
    expect(listing(check({ template, text: text(3) }))).toEqual([]);
    expect(listing(check({ template, text: text(4) }))).toEqual([
      'snippet-budget warning 8:1 This code block has 4 lines, 3 are the most: show the signature, not the implementation.',
    ]);
  });
});

describe('section-budget', () => {
  it('warns about words and sentences of a section', () => {
    const template = taskTemplate({
      budgets: { sections: { 'open-questions': { words: 3, sentences: 1 } } },
    });
    expect(listing(check({ template }))).toEqual([]);
    expect(listing(check({ template, text: edit(goodSpec, 'None.', 'None so far. Really none.') }))).toEqual([
      'section-budget warning 51:1 Section "Open Questions" has 5 words, 3 are the most.',
      'section-budget warning 51:1 Section "Open Questions" has 2 sentences, 1 are the most.',
    ]);
  });
});

describe('countWords and countSentences', () => {
  it.each([
    ['one two-three four/five.ts 1,500 don’t', 6],
    ['登录 page', 3],
    ['--- | ## **', 0],
  ])('counts the words of "%s"', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it.each([
    ['One. Two! Three?', 3],
    ['Version 1.5 of e.g. x.ts is out.', 1],
    ['登录。注册。', 2],
    ['', 0],
  ])('counts the sentences of "%s"', (text, sentences) => {
    expect(countSentences(text)).toBe(sentences);
  });
});
