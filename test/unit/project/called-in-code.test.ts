import { describe, expect, it } from 'vitest';
import { calledInCode } from '../../../src/core/project/called-in-code';

describe('a symbol as a language extension lists it', () => {
  it.each([
    ['(*Service).ChangeRole', 'ChangeRole', 'Service'],
    ['(List[T]).Push', 'Push', 'List'],
    ['changeRole(String)', 'changeRole', null],
    ['ChangeRole(string role) : Task', 'ChangeRole', null],
    ['Find<T>(int id)', 'Find', null],
    ['changeRole', 'changeRole', null],
    ['operator==', 'operator==', null],
    ["describe('roles') callback", "describe('roles') callback", null],
    ['map() callback', 'map() callback', null],
  ])('%s is called so in code', (listed, name, container) => {
    expect(calledInCode(listed)).toEqual({ name, container });
  });
});
