import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citedIds, idList } from '../../../src/core/spec/cite';

const known = [
  'US-001',
  'US-002',
  'US-003',
  'US-004',
  'FR-1',
  'FR-1.2',
  'FR-10',
  'FR-01',
  'FR-03',
  'FR-05',
  'Requirement 3',
  '需求 1',
  'R-1',
  'R-1~2',
];

describe('citedIds', () => {
  it.each([
    ['FR-1, XFR-1, FR-100, FR-1.3, FR-1-a', ['FR-1']],
    ['see FR-1.2.', ['FR-1.2']],
    ['FR-10 and FR-1', ['FR-10', 'FR-1']],
    ['us-002 (US-002)', ['US-002']],
    ['Requirement\n3, Requirement 31', ['Requirement 3']],
    ['实现需求 1的FR-1登录', ['需求 1', 'FR-1']],
    ['US-001/AC-2', ['US-001']],
    ['US-001/US-002', ['US-001', 'US-002']],
    ['R-1~2', ['R-1~2']],
    ['', []],
  ])('finds whole ids, longest first, in "%s"', (text, ids) => {
    expect(citedIds(text, known)).toEqual(ids);
  });

  it('finds nothing where nothing is known', () => {
    expect(citedIds('US-001', [])).toEqual([]);
  });
});

describe('idList', () => {
  it.each([
    ['US-001..003', ['US-001', 'US-002', 'US-003']],
    ['US-001–003', ['US-001', 'US-002', 'US-003']],
    ['US-001-003', ['US-001', 'US-002', 'US-003']],
    ['FR-01~FR-05', ['FR-01', 'FR-03', 'FR-05']],
    ['FR-01-FR-05', ['FR-01', 'FR-03', 'FR-05']],
    ['US-001 a US-003', ['US-001', 'US-002', 'US-003']],
    ['US-002 through US-004; FR-1', ['US-002', 'US-003', 'US-004', 'FR-1']],
    ['US-003, US-001', ['US-003', 'US-001']],
    ['US-001\nUS-001', ['US-001']],
  ])('expands "%s"', (text, ids) => {
    expect(idList(text, known)).toEqual({ ids, unknown: [] });
  });

  it('tells tokens that look like ids and are not known', () => {
    expect(idList('US-001, US-077, BR-STORAGE-031-03 and T001', known)).toEqual({
      ids: ['US-001'],
      unknown: ['US-077', 'BR-STORAGE-031-03', 'T001'],
    });
  });

  it('tells a phrase with a number that is not known', () => {
    expect(idList('Requirement 3, Requirement 99', known)).toEqual({
      ids: ['Requirement 3'],
      unknown: ['Requirement 99'],
    });
  });

  it('tells a criterion that is not known from its requirement that is', () => {
    expect(idList('US-001/AC-2, US-077/AC-1', known)).toEqual({ ids: ['US-001'], unknown: ['US-077/AC-1'] });
  });

  it('tells an unknown end of a range, not the unused numbers in it', () => {
    expect(idList('FR-01..FR-09', known)).toEqual({ ids: ['FR-01', 'FR-03', 'FR-05'], unknown: ['FR-09'] });
  });

  it('does not mistake words for ids', () => {
    expect(idList('None, see 3 of 4 items in v2 and RFC', known).unknown).toEqual([]);
  });

  it('finds every known id of a list, whatever stands between', () => {
    const separators = fc.constantFrom(', ', '; ', '\n', ' and ', '、', ' / ', ' + ');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('US-001', 'US-003', 'FR-1.2', 'FR-10', 'R-1~2')),
        separators,
        (ids, by) => {
          expect(idList(ids.join(by), known)).toEqual({ ids, unknown: [] });
        },
      ),
    );
  });

  it('never throws and only ever names known ids', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }), (text, ids) => {
        for (const id of idList(text, ids).ids) expect(ids).toContain(id);
        for (const id of citedIds(text, ids)) expect(ids).toContain(id);
      }),
    );
  });
});
