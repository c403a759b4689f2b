import { describe, expect, it } from 'vitest';
import { unmarkedHash } from '../../../src/core/receipt/build-receipt';
import { untickedText } from '../../../src/core/receipt/unticked-text';
import { editedSections } from '../../../src/core/regenerate/edited-sections';
import { answeredContents } from '../../../src/core/regenerate/put-sections';
import { targetOf, type SectionedSpec } from '../../../src/core/regenerate/section-target';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { Template } from '../../../src/core/template/template';
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

  it('is no edit of a section whose statuses a model wrote, which say another state since', () => {
    const written = drafted
      .replace('- **T-001:** Do it', '- [ ] **T-001:** Do it\n  - _Status:_ not started')
      .replace('Test it', 'Test it\n  - _Status:_ open');
    const { sections, spec } = scopeOf(written);
    const text = written.slice(written.indexOf('## Tasks'), written.indexOf('## Risks'));
    const generated = { key: 'tasks', heading: 'Tasks', text };
    const unmarked = unmarkedHash(text, untickedText({ spec, sections })(generated, 'gone'));
    const receipt = { sections: [{ ...generated, sha256: sha256Hex(text), unmarked, tokens: 1 }] };
    const done = written.replace('[ ]', '[x]').replace('not started', 'done');
    expect(editedSections(scopeOf(done), receipt).has('tasks')).toBe(false);
    expect(editedSections(scopeOf(done.replace('Test it', 'Try it')), receipt).has('tasks')).toBe(true);
    expect(editedSections(scopeOf(done.replace('done', 'done, see #12')), receipt).has('tasks')).toBe(true);
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
    expect([...answeredContents(scope, [target], answer).values()]).toEqual([
      expect.stringContaining('- [x] **T-001:** Do it well\n- [ ] **T-002:** Test it\n- **T-003:** More'),
    ]);
  });

  it.each([
    [
      'Tasks',
      '- **T-001:** Do it well\n- [x] **T-009:** New\n',
      '- [x] **T-001:** Do it well\n- [ ] **T-009:** New',
    ],
    ['Rollout', '- T-001 first, then all\n', '- T-001 first, then all'],
  ])('is told by the tasks of the spec alone: %s', (name, answer, written) => {
    const rollout = `${ticked}\n## Rollout\n\n- T-001 first\n`;
    const { spec, sections } = scopeOf(rollout);
    const template = { covers: [{ by: 'tasks', items: 'tasks' }], sections: [] } as unknown as Template;
    const scope = { spec, sections, template };
    const section = sections.get(name.toLowerCase());
    if (section === undefined) throw new Error('no section');
    const contents = answeredContents(scope, [targetOf(scope, section)], `## ${name}\n\n${answer}`);
    expect([...contents.values()].map((one) => one.trim())).toEqual([written]);
  });

  it('is ticked where one of two with its id is', () => {
    const scope = scopeOf(`${ticked}\n## Rollout\n\n- T-001 first\n`);
    const section = scope.sections.get('tasks');
    if (section === undefined) throw new Error('no section of tasks');
    const contents = answeredContents(scope, [targetOf(scope, section)], '## Tasks\n\n- **T-001:** Do\n');
    expect([...contents.values()].join('')).toContain('- [x] **T-001:** Do');
  });
});
