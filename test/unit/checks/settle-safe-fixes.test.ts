import { describe, expect, it } from 'vitest';
import { safeFixes } from '../../../src/core/checks/fixes/safe-fixes';
import { settleSafeFixes } from '../../../src/core/checks/fixes/settle-safe-fixes';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { editDocument } from '../../../src/core/spec/written-text';
import { check, edit, goodSpec, listing } from './builders';

const report = (text: string) => ({ ...check({ text }), spec: parseSpec(text) });

describe('settling what can be fixed safely', () => {
  // A misspelt id is corrected first and alone: the row that is missing is looked at only then.
  const broken = edit(
    edit(goodSpec, '| T-001, T-002 |', '| T-01, T-002 |'),
    '| US-002 | Revoke an invite | T-002 |\n',
    '',
  );

  it('goes on until nothing new comes', async () => {
    const first = report(broken);
    const once = editDocument(first.spec, safeFixes(first).edits);
    expect(listing(check({ text: once }))).not.toEqual([]);
    const { report: settled, applied } = await settleSafeFixes(first, (text) =>
      Promise.resolve(report(text)),
    );
    expect(settled.spec.written).toContain('Invite a colleague | T-001, T-002 |');
    expect(settled.spec.written).toMatch(/^\| US-002 \|.*T-002/m);
    expect(new Set(applied).size).toBe(2);
    expect(safeFixes(settled).edits).toEqual([]);
  });

  it('changes nothing where nothing can be fixed, and checks no text twice', async () => {
    const texts: string[] = [];
    const { report: same, applied } = await settleSafeFixes(report(goodSpec), (text) => {
      texts.push(text);
      return Promise.resolve(report(text));
    });
    expect(same.spec.written).toBe(goodSpec);
    expect(applied).toEqual([]);
    expect(texts).toEqual([]);
  });

  it('ends where a text comes back', async () => {
    const first = report(broken);
    let checked = 0;
    await settleSafeFixes(first, () => {
      checked += 1;
      return Promise.resolve(first);
    });
    expect(checked).toBe(1);
  });
});
