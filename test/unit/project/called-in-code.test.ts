import { describe, expect, it } from 'vitest';
import { calledInCode, implementedType } from '../../../src/core/project/called-in-code';
import { secondsHere } from '../../harness/pace';

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

describe('a block that a language extension lists', () => {
  it.each([
    ['impl Ledger', 'Ledger'],
    ['impl<T> Store<T>', 'Store'],
    ["impl<'a, T: Ord> Iterator for Entries<'a, T>", 'Entries'],
    ["impl fmt::Display for &'a Ledger", 'Ledger'],
    ['impl From<io::Error> for crate::ledger::Error', 'Error'],
    ['unsafe impl Send for Ledger', 'Ledger'],
    ['impl Fn(Entry) -> Result<()> for Ledger', 'Ledger'],
    ['implement', null],
    ['Ledger', null],
    ['impl Draw for (u8, u8)', null],
  ])('%s is part of its type', (listed, type) => {
    expect(implementedType(listed)).toBe(type);
  });

  it('is read at once, however long it is', () => {
    const from = performance.now();
    expect(implementedType(`impl<${'T<'.repeat(20_000)}`)).toBeNull();
    expect(implementedType(`impl ${'a for '.repeat(20_000)}(`)).toBeNull();
    expect(performance.now() - from).toBeLessThan(secondsHere(2) * 1000);
  });
});
