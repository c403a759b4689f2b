import { describe, expect, it } from 'vitest';
import type { Named, SpecFamily } from '../../../src/core/navigation/id-place';
import { refuseRename, renameId, type RecordText } from '../../../src/core/navigation/rename-id';
import { familyOf, prd, prdPath, spec, specPath } from './family';

const requirement = (id: string): Named => ({ kind: 'requirement', id, spec: null });
const task = (id: string): Named => ({ kind: 'task', id, spec: specPath });

/** The texts after a rename, or the message that refuses it. */
function renamed(
  family: SpecFamily,
  texts: Readonly<Record<string, string>>,
  named: Named,
  to: string,
  records: readonly RecordText[] = [],
): Readonly<Record<string, string>> | string {
  const result = renameId(family, named, to, records);
  if ('refused' in result) return result.refused.message;
  const all = { ...texts, ...Object.fromEntries(records.map(({ path, text }) => [path, text])) };
  return Object.fromEntries(
    Object.entries(all).map(([path, text]) => {
      const lines = text.split('\n');
      const own = result.edits.filter((edit) => edit.path === path);
      for (const edit of [...own].sort((a, b) => b.line - a.line || b.column - a.column)) {
        const line = lines[edit.line - 1] ?? '';
        lines[edit.line - 1] = line.slice(0, edit.column - 1) + edit.newText + line.slice(edit.endColumn - 1);
      }
      return [path, lines.join('\n')];
    }),
  );
}

describe('renaming an id', () => {
  it('changes a requirement in PRD, spec, labels of criteria and receipt, and nothing else', async () => {
    const receipt = `{"id": "US-001", "acceptance": ["US-001/AC-1"], "title": "US-001 invites", "US-001": 1, "x": "US-0010"}`;
    const family = await familyOf();
    const texts = { [prdPath]: prd, [specPath]: spec };
    const records = [{ path: 'tech-specs/spec.receipt.json', text: receipt }];
    expect(renamed(family, texts, requirement('US-001'), 'US-010', records)).toEqual({
      [prdPath]: prd.replaceAll('US-001', 'US-010'),
      [specPath]: spec.replaceAll('US-001', 'US-010'),
      'tech-specs/spec.receipt.json': `{"id": "US-010", "acceptance": ["US-010/AC-1"], "title": "US-001 invites", "US-001": 1, "x": "US-0010"}`,
    });
  });

  it('changes a task in its spec only', async () => {
    const family = await familyOf();
    expect(renamed(family, { [prdPath]: prd, [specPath]: spec }, task('T-002'), 'T-020')).toEqual({
      [prdPath]: prd,
      [specPath]: spec.replaceAll('T-002', 'T-020'),
    });
  });

  it('is refused for what no author wrote', async () => {
    const derived = await familyOf(spec.replaceAll('US-00', 'R-00'), {
      [prdPath]: prd.replaceAll(/US-00\d: /g, ''),
    });
    expect(refuseRename(derived, requirement('R-001'))?.message).toContain('was derived');
    const family = await familyOf();
    expect(refuseRename(family, { kind: 'criterion', id: 'US-001/AC-1', spec: null })?.message).toContain(
      'by its place',
    );
    expect(refuseRename(family, { kind: 'question', id: 'OQ-1', spec: specPath })?.message).toContain(
      'open question',
    );
    expect(refuseRename(family, task('1.1'))?.message).toContain('number in a list');
    expect(refuseRename({ source: null, specs: family.specs }, requirement('US-001'))?.message).toContain(
      'not found',
    );
  });

  it('is refused for an id with two meanings', async () => {
    const twice = await familyOf(spec, {
      [prdPath]: `${prd}\n### US-001: Another one\n\nAs an owner, I want more.\n`,
    });
    expect(refuseRename(twice, requirement('US-001'))?.message).toContain('two requirements');
  });

  it('is refused where the new id is taken, is none, or would not be read as one', async () => {
    const family = await familyOf();
    const texts = { [prdPath]: prd, [specPath]: spec };
    expect(renamed(family, texts, requirement('US-001'), 'US-002')).toContain('taken');
    expect(renamed(family, texts, requirement('US-001'), 'T-001')).toContain('taken');
    expect(renamed(family, texts, requirement('US-001'), 'US|1')).toContain('no id');
    expect(renamed(family, texts, requirement('US-001'), 'whatever')).toContain('would not be read');
    expect(renamed(family, texts, task('T-001'), 'Step1')).toContain('would not be read');
  });

  it('is refused where a range means the id', async () => {
    const text = spec.replace('_Implements:_ US-001, US-002', '_Implements:_ US-001..002');
    const family = await familyOf(text);
    const texts = { [prdPath]: prd, [specPath]: text };
    expect(renamed(family, texts, requirement('US-002'), 'US-020')).toContain('part of a range');
    expect(renamed(family, texts, requirement('US-001'), 'US-010')).toContain('part of a range');
    expect(renamed(family, texts, requirement('US-003'), 'US-030')).toMatchObject({
      [prdPath]: prd.replaceAll('US-003', 'US-030'),
    });
  });
});
