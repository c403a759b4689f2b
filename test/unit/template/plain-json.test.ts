import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readGuarded } from '../../../src/core/text/guarded-yaml';
import { plainJson } from '../../../src/core/text/plain-json';

describe('data that is JSON', () => {
  it('is read as a reader of YAML reads it, however it is laid out', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 2), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        expect(plainJson(text)?.data).toEqual(parse(text, { uniqueKeys: false }));
      }),
    );
  });

  it.each([
    '{"a": 1, "a": 2}',
    '{"a": {"b\\"": 1, "b\\"": 2}}',
    '[{"a": "\\": "}, {"a": 1, "a": 1}]',
    '{"a": 1',
    'a: 1',
    '"a"',
  ])('is left to YAML where a key is there twice, or where it is no JSON: %s', (text) => {
    expect(plainJson(text)).toBeNull();
  });

  it('still tells the line of each mistake', () => {
    const schema = v.strictObject({ version: v.literal(1), name: v.string() });
    const read = (text: string): unknown => readGuarded(text, schema, 1);
    expect(read('{\n  "version": 1,\n  "name": 2\n}')).toEqual({
      problems: [{ line: 3, message: '{0}: expected {1}, found {2}.', args: ['name', 'string', '2'] }],
    });
    expect(read('{\n  "version": 1,\n  "name": "a",\n  "name": "b"\n}')).toEqual({
      problems: [{ line: 4, message: 'This key is there already. Keep one of the two.', args: [] }],
    });
    const whole = readGuarded('{"version": 1,\n"name": "a"}', schema, 1);
    expect('lineOf' in whole && whole.lineOf(['name'])).toBe(2);
  });
});
