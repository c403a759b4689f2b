import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../src/host/review/specs-view/told-apart';

const spec = (path: string, title: string | null, folder = 'shop') => ({
  ...{ path, report: { spec: { title } }, folder: { name: folder } },
});
const names = (...specs: readonly ReturnType<typeof spec>[]) => [...namesOf(specs).values()];

describe('the names of specs in the sidebar', () => {
  it('are titles, and files where two have the same title', () => {
    expect(
      names(spec('specs/a.md', 'Invites'), spec('specs/a-2.md', 'Invites'), spec('specs/b.md', 'Roles')),
    ).toEqual(['a.md', 'a-2.md', 'Roles']);
  });

  it('are paths where files of one title have the same name', () => {
    expect(names(spec('x/spec.md', 'Invites'), spec('y/spec.md', 'Invites'), spec('z.md', null))).toEqual([
      'x/spec.md',
      'y/spec.md',
      'z.md',
    ]);
  });

  it('have their folder of the workspace where two have one path', () => {
    expect(names(spec('specs/a.md', 'Invites', 'shop'), spec('specs/a.md', 'Invites', 'mail'))).toEqual([
      'shop/specs/a.md',
      'mail/specs/a.md',
    ]);
  });
});
