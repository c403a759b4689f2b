import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedPath, readTargetPath } from '../../../src/host/workspace/target-path';

const path = (entered: string) => {
  const target = readTargetPath(entered);
  return target.kind === 'path' ? target.path : null;
};

describe('the target path', () => {
  it('is normalised', () => {
    expect(path(' tech-specs//./invites.md ')).toBe('tech-specs/invites.md');
    expect(path('docs\\specs\\invites.md')).toBe('docs/specs/invites.md');
    expect(path('a/../b/c.markdown')).toBe('b/c.markdown');
  });

  it.each([
    ['', 'Enter a path'],
    ['/etc/spec.md', 'relative'],
    ['C:/spec.md', 'relative'],
    ['file:///spec.md', 'relative'],
    ['~/spec.md', 'relative'],
    ['../spec.md', 'leaves'],
    ['a/../../spec.md', 'leaves'],
    ['spec', '.md'],
    ['spec.txt', '.md'],
    ['specs/', '.md'],
    ['specs/.md', '.md'],
    ['what?.md', 'characters'],
    ['a\nb.md', 'characters'],
  ])('refuses %j and says why', (entered, reason) => {
    const target = readTargetPath(entered);
    expect(target.kind === 'refused' ? target.reason : 'accepted').toContain(reason);
  });

  it('never leaves the folder, whatever is entered', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '../', '..\\', '/', './../'), (text, prefix) => {
        const read = path(`${prefix}${text}.md`);
        expect(read === null || (!read.startsWith('/') && !read.split('/').includes('..'))).toBe(true);
      }),
    );
  });

  it('gets its number before the extension', () => {
    expect(numberedPath('a.b/spec.md', 2)).toBe('a.b/spec-2.md');
  });
});
