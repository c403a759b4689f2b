import { describe, expect, it } from 'vitest';
import { caseFiles, casesOf, marksOf } from './cases';

describe.each(caseFiles)('misreadings mended: %s', (file) => {
  it.each(casesOf(file))('$name', (one) => {
    expect(marksOf(one)).toBe(one.marked);
  });
});
