import { describe, expect, it } from 'vitest';
import { editedSections } from '../../../src/core/regenerate/edited-sections';
import { answeredContents } from '../../../src/core/regenerate/put-sections';
import { targetOf, type SectionedSpec } from '../../../src/core/regenerate/section-target';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { sha256Hex } from '../../../src/core/text/hash';

function scopeOf(text: string): SectionedSpec {
  const spec = parseSpec(text);
  const sections = new Map(spec.sections.filter(({ level }) => level === 2).map((one) => [one.nameKey, one]));
  return { spec, sections, template: null };
}
const drafted = '# A\n\n## Tasks\n\n- **T-001:** Do it\n- **T-002:** Test it\n\n## Risks\n\nNone.\n';
const ticked = drafted.replace('**T-001', '[x] **T-001');
const sha256 = (text: string): string =>
  sha256Hex(text.slice(text.indexOf('## Tasks'), text.indexOf('## Risks')));
const receiptOf = (text: string): Parameters<typeof editedSections>[1] => ({
  sections: [{ key: 'tasks', heading: 'Tasks', sha256: sha256(text), tokens: 1 }],
});

describe('a task that is ticked', () => {
  it('is no edit of its section', () => {
    expect(editedSections(scopeOf(drafted), receiptOf(drafted)).has('tasks')).toBe(false);
    expect(editedSections(scopeOf(ticked), receiptOf(drafted)).has('tasks')).toBe(false);
    const boxed = drafted.replaceAll('**T', '[ ] **T');
    expect(editedSections(scopeOf(boxed.replace('[ ]', '[x]')), receiptOf(boxed)).has('tasks')).toBe(false);
  });

  it('hides no edit beside it', () => {
    expect(editedSections(scopeOf(ticked.replace('Test', 'Try')), receiptOf(drafted)).has('tasks')).toBe(
      true,
    );
  });

  it('stays ticked where a model writes its section anew, and no other is', () => {
    const scope = scopeOf(ticked);
    const section = scope.sections.get('tasks');
    if (section === undefined) throw new Error('no section of tasks');
    const target = targetOf(scope, section);
    const answer = '## Tasks\n\n- **T-001:** Do it well\n- [x] **T-002:** Test it\n- **T-003:** More\n';
    expect([...answeredContents(scope.spec, [target], answer).values()]).toEqual([
      expect.stringContaining('- [x] **T-001:** Do it well\n- [ ] **T-002:** Test it\n- **T-003:** More'),
    ]);
  });
});
