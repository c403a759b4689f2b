import { describe, expect, it } from 'vitest';
import { approvedHashOf, knownHashesOf } from '../../../src/core/life/approved-text';
import { statusEdits } from '../../../src/core/life/change-status';
import { lifeStatuses } from '../../../src/core/template/statuses';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { sha256Hex } from '../../../src/core/text/hash';
import { editDocument } from '../../../src/core/spec/written-text';

const stagesOf = (...names: readonly (readonly [string, boolean])[]): readonly string[] =>
  lifeStatuses({ statuses: names.map(([name, gapsAllowed]) => ({ name, gapsAllowed })) }).map(
    ({ name, stage }) => `${name}: ${stage}`,
  );

describe('statuses of a life', () => {
  it('have stages by their names, else by their place', () => {
    const own = [
      ...(['Requirements', 'Design', 'Quality Review'] as const).map((name) => [name, true] as const),
      ...(['Approved', 'Implementation', 'Testing', 'Done'] as const).map((name) => [name, false] as const),
    ];
    expect(stagesOf(...own)).toEqual([
      'Requirements: draft',
      'Design: draft',
      'Quality Review: review',
      'Approved: approved',
      'Implementation: approved',
      'Testing: approved',
      'Done: implemented',
      'Deprecated: deprecated',
      'Rejected: rejected',
    ]);
  });

  it('are as their template says where it says', () => {
    const [first] = lifeStatuses({
      statuses: [{ name: 'Live', gapsAllowed: false, stage: 'implemented', needs: ['tasks'] }],
    });
    expect(first).toEqual({ name: 'Live', gapsAllowed: false, stage: 'implemented', needs: ['tasks'] });
  });
});

describe('the edits that give a status', () => {
  it('take the reason of an earlier one away, alone where it shares its line', () => {
    const edited = (text: string): string => {
      const spec = parseSpec(text);
      return editDocument(spec, statusEdits({ spec }, 'a.md', { name: 'Draft', needs: [] }));
    };
    expect(edited('# A\n\n**Status:** Rejected\n**Status reason:** No time\n**PRD:** x\n')).toBe(
      '# A\n\n**Status:** Draft\n**PRD:** x\n',
    );
    expect(edited('# A\n\n**Status:** Rejected | **Status reason:** No time | **PRD:** x\n')).toBe(
      '# A\n\n**Status:** Draft | **PRD:** x\n',
    );
  });

  it('take it away with what sets it apart from the next one where it comes first in its line', () => {
    const edited = (text: string): string => {
      const spec = parseSpec(text);
      return editDocument(spec, statusEdits({ spec }, 'a.md', { name: 'Draft', needs: [] }));
    };
    const reason = '**Status reason:** No time';
    expect(edited(`# A\n\n**Status:** Rejected\n\n${reason} | **PRD:** x\n`)).toBe(
      '# A\n\n**Status:** Draft\n\n**PRD:** x\n',
    );
    expect(edited(`# A\n\n- ${reason} · **Status:** Rejected\n- **PRD:** x\n`)).toBe(
      '# A\n\n- **Status:** Draft\n- **PRD:** x\n',
    );
  });
});

describe('what is approved', () => {
  const text =
    '# A\n\n**Status:** Approved  \n**Last Updated:** 2026-01-01\n\n## Tasks\n\n- [ ] **T-001:** Do\n\nSee [b](b.md).\n';
  const hash = (changed: string, path = 'tech-specs/a.md'): string => approvedHashOf(changed, path);

  it.each([
    ['a status', text.replace('Approved', 'In Review')],
    ['a reason', text.replace('Approved  \n', 'Rejected  \n**Status reason:** No time  \n')],
    ['a date of update', text.replace('2026-01-01', '2026-02-02')],
    ['a tick', text.replace('[ ]', '[x]')],
    ['a box for a task that had none', text.replace('[ ] ', '')],
    ['a status of a task', text.replace('Do\n', 'Do\n  - _Status:_ done\n')],
    ['other line ends', text.replaceAll('\n', '\r\n')],
    ['white space at the ends of lines', `${text.replace('Do\n', 'Do   \n')}\n\n`],
  ])('is the same with %s', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(hash(changed)).toBe(hash(text));
  });

  it('is known by records from when boxes of tasks counted', () => {
    const before = sha256Hex(
      '# A\n\n**Status:**\n**Last Updated:**\n\n## Tasks\n\n- [ ] **T-001:** Do\n\nSee [b](/tech-specs/b.md).',
    );
    expect(knownHashesOf(text, 'tech-specs/a.md')).toContain(before);
    expect(knownHashesOf(text.replace('[ ]', '[x]'), 'tech-specs/a.md')).toContain(before);
  });

  it('is the same at another place with its links mended', () => {
    expect(hash(text.replace('(b.md)', '(../b.md)'), 'tech-specs/completed/a.md')).toBe(hash(text));
    expect(hash(text, 'tech-specs/completed/a.md')).not.toBe(hash(text));
  });

  it.each([
    ['a word', text.replace('Do', 'Undo')],
    ['a link that leads elsewhere', text.replace('(b.md)', '(c.md)')],
    ['a box that stands in code', `${text}\n\`\`\`\n- [x]\n\`\`\`\n`],
  ])('is another with %s', (_, changed) => {
    expect(hash(changed)).not.toBe(hash(text));
  });
});
