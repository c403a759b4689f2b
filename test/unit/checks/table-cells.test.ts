import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { tableCells } from '../../../src/core/checks/rules/table-cells';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { listing, taskTemplate } from './builders';

function said(...lines: readonly string[]): readonly string[] {
  const spec = parseSpec(['# Spec', '', '## Data', '', ...lines, ''].join('\n'));
  return listing(
    checkSpec({ spec, template: taskTemplate(), requirements: null, checks: [tableCells] }),
    'table-cells',
  );
}

const columns = ['| Column | Type | Notes |', '|---|---|---|', '| id | UUID | |'];

describe('cells of tables', () => {
  it('may be empty where their column only comments', () => {
    expect(said(...columns, '| joined_at | TIMESTAMPTZ | |')).toEqual([]);
  });

  it('may not be empty where their column holds types', () => {
    expect(said(...columns, '| joined_at | | order of the queue |')).toEqual([
      'table-cells error 8:14 Type is empty in the row of joined_at.',
    ]);
  });

  it.each([
    ['Story ID', 'US-001'],
    ['Maps to Requirement', 'US-001/AC-1'],
    ['File Path', '`a/b.go`'],
    ['HTTP Status', '409'],
    ['Test Command', '`make test`'],
    ['文件', '`a/b.go`'],
    ['Reason for Rejection', 'too slow'],
  ])('may not be empty under %s', (heading, value) => {
    expect(said(`| Name | ${heading} |`, '|---|---|', `| one | ${value} |`)).toEqual([]);
    expect(said(`| Name | ${heading} |`, '|---|---|', '| one | |')).toHaveLength(1);
    expect(said(`| Name | ${heading} |`, '|---|---|', `| one | ${value} |`, '| two | |')).toHaveLength(1);
  });

  it('may hold a dash, a word for none, or an open question', () => {
    expect(said(...columns, '| a | - | |', '| b | none | |', '| c | OQ-1 | |')).toEqual([]);
  });

  it('may be empty in a row that says there is none, or that has no text at all', () => {
    expect(said(...columns, '| None | | |', '| | | |')).toEqual([]);
  });

  it('may be empty in a column that most rows leave empty: it names groups, or what is special', () => {
    expect(said('| Error | Status |', '|---|---|', '| a | 404 |', '| b | |', '| c | |')).toEqual([]);
  });

  it('are not asked for where a row ends early', () => {
    expect(said(...columns, '| joined_at |')).toEqual([]);
  });

  it('are not read where the template is not known', () => {
    const spec = parseSpec(['# Spec', '', '## Data', '', ...columns, '| a | | |', ''].join('\n'));
    expect(checkSpec({ spec, template: null, requirements: null, checks: [tableCells] }).findings).toEqual(
      [],
    );
  });
});
