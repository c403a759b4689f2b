import { describe, expect, it } from 'vitest';
import { isDependencyList } from '../../../src/core/source/dependency-list';
import { read } from './read';

const pins =
  'Django==5.1.4\ndjangorestframework==3.15.2  # API\npsycopg[binary]>=3.2,<4 ; python_version < "3.13"\n\ncelery\nlib @ https://example.org/lib.whl\n';

describe('a list of packages for pip', () => {
  it.each([
    ['requirements.txt', pins],
    ['requirements-dev.txt', '-r requirements.txt\npytest~=8.3\n'],
    ['requirements/base.txt', '# base\nflask>=3\nuvicorn[standard]\n'],
    ['services/api/dev-requirements.txt', 'mypy\nruff\n'],
    ['constraints.txt', 'numpy<2\n'],
    ['requirements_lock.txt', 'attrs==24.2.0 \\\n    --hash=sha256:81921eb96de3191c8258\n'],
    [
      'requirements.txt',
      'git+https://example.org/repo.git@v1\n./packages/core\n--extra-index-url https://example.org\n',
    ],
  ])('is none of %s', (path, text) => {
    expect(isDependencyList(path, text)).toBe(true);
    expect(() => read(text, undefined, path)).toThrow('no document');
  });

  it.each([
    ['requirements.txt', 'The app must log in members.\nMembers can mute mails.\n'],
    ['requirements.txt', 'R1: The list has at most 50 entries.\n'],
    ['requirements/login.txt', 'Login\n\nA member signs in with a code.\n'],
    ['requirements.txt', 'Requirements\n============\n- log in\n- log out\n'],
    ['requirements.txt', ''],
    ['notes.txt', pins],
    ['requirements.md', pins],
  ])('is not %s with other lines or of another name', (path, text) => {
    expect(isDependencyList(path, text)).toBe(false);
  });

  it('is read where a person says what it is', () => {
    expect(read(pins, 'prd', 'requirements.txt').kind).toBe('prd');
  });
});
