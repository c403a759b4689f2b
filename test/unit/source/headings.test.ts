import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roleOfHeading } from '../../../src/core/source/sections/section-role';

/** Headings of `test/fixtures/source-headings.txt` by the roles that each list may have. */
function listed(): readonly (readonly [string, readonly string[]])[] {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/source-headings.txt'), 'utf8');
  return text
    .split(/^# /mu)
    .slice(1)
    .map((part) => {
      const [roles = '', ...headings] = part.split('\n').filter((line) => line !== '');
      return [roles, headings];
    });
}

/** Least share of a heading that its words must make up to lead away from what stands above, or to speak for it. */
const least = 0.35;

describe('headings of people who write a document once in a while', () => {
  it.each(listed())('are about %s', (roles, headings) => {
    expect(headings.length).toBeGreaterThan(5);
    const wrong = headings.flatMap((heading) => {
      const match = roleOfHeading(heading);
      const role = match === null || match.share < least ? 'none' : match.role;
      return roles.split(' ').includes(role) ? [] : [`${heading}: ${role}`];
    });
    expect(wrong).toEqual([]);
  });
});
