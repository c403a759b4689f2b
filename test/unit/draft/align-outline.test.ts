import { describe, expect, it } from 'vitest';
import { alignOutline, sayingUnlisted } from '../../../src/core/draft/align-outline';
import { parseSpec } from '../../../src/core/spec/parse-spec';

const spec = (sections: string, register: string): string =>
  `# Spec\n\n${sections}\n\n## Open Questions\n\n${register}\n`;
const outline = spec(
  '## Service Layer\n\n- OQ-1\n\n## Data Model\n\n- OQ-2\n\n## Future\n\n- OQ-3',
  '- [ ] **OQ-1:** What is served?\n- [ ] **OQ-2:** What is stored?\n- [ ] **OQ-3:** What comes later?',
);
const aligned = (beside: string): string => alignOutline(outline, parseSpec(beside));

describe('an outline beside a spec', () => {
  it('cites in each section the question that the spec lists, where that stands alone in several sections', () => {
    expect(aligned(outline)).toBe(outline);
  });

  it('takes the numbers that the list of the spec has for the same questions', () => {
    const beside = spec(
      '## Service Layer\n\n- OQ-7\n\n## Data Model\n\n- OQ-5\n\n## Future\n\n- OQ-6',
      '- [ ] **OQ-5:** What is stored?\n- [ ] **OQ-6:** What comes later?\n- [ ] **OQ-7:** What is served?',
    );
    expect(aligned(beside)).toContain('## Service Layer\n\n- OQ-7\n\n## Data Model\n\n- OQ-5\n');
    expect(aligned(beside)).toContain('- [ ] **OQ-5:** What is stored?');
  });

  it('keeps the question that a person put into other words and that alone fills the section', () => {
    const beside = outline.replace('What is stored?', 'Which tables are new?');
    expect(aligned(beside)).toContain('## Data Model\n\n- OQ-2\n');
  });

  it('gives a question that the spec does not list a number that the spec never used', () => {
    const beside = outline.replace(/.*What is stored\?\n/u, '').replace('- OQ-2', 'Two tables.');
    expect(aligned(beside)).toContain('## Data Model\n\n- OQ-4\n');
    expect(aligned(beside)).toContain('- [ ] **OQ-4:** What is stored?');
  });
});

describe('a section of an outline', () => {
  const beside = parseSpec(outline.replace(/.*What is stored\?\n/u, ''));
  const say = (text: string): string => sayingUnlisted(parseSpec(outline), beside)(text);

  it('asks in words what the list of the spec lacks, where a number alone would ask nothing', () => {
    expect(say('## Data Model\n\n- OQ-2\n')).toBe('## Data Model\n\n- OQ-2: What is stored?\n');
    expect(say('- **Data:** OQ-2\n')).toBe('- **Data:** OQ-2: What is stored?\n');
    expect(say('| OQ-2 | a |\n| OQ-2 | b |\n')).toBe('| OQ-2: What is stored? | a |\n| OQ-2 | b |\n');
  });

  it('cites what is listed, and leaves what says more as it is', () => {
    expect(say('- OQ-1\n- See OQ-2.\n')).toBe('- OQ-1\n- See OQ-2.\n');
  });
});

describe("an outline's tasks beside a spec", () => {
  const plan = (...phases: readonly (readonly string[])[]): string =>
    ['# Spec', ...phases.map((tasks, index) => `## Phase ${index + 1}\n\n${tasks.join('\n')}`)].join('\n\n');
  const task = (id: string, title: string, requirement: string, label = 'Implements'): string =>
    `- **${id}:** ${title}\n  - _${label}:_ ${requirement}`;
  const idsIn = (outline: string, beside: string): readonly string[] =>
    parseSpec(alignOutline(outline, parseSpec(beside))).tasks.map(({ id }) => id);

  it('keep their number where other words move them to another phase', () => {
    const before = plan(
      [task('T-001', 'Ask.', 'R-001'), task('T-002', 'Look.', 'R-002')],
      [task('T-003', 'Pay.', 'R-003')],
    );
    const now = plan(
      [task('T-001', 'Look.', 'R-002')],
      [task('T-002', 'Ask on a page.', 'R-001'), task('T-003', 'Pay.', 'R-003')],
    );
    expect(idsIn(now, before)).toEqual(['T-002', 'T-001', 'T-003']);
  });

  it('are no task of another requirement, whatever language the label of what they implement is in', () => {
    const before = plan([
      task('T-001', '数据排序', 'R-001', '对应需求'),
      task('T-002', '搜索', 'R-002', '对应需求'),
    ]);
    const now = plan([
      task('T-001', '搜索', 'R-002', '对应需求'),
      task('T-002', '暗色主题', 'R-003', '对应需求'),
    ]);
    expect(idsIn(now, before)).toEqual(['T-002', 'T-003']);
  });

  it('get no number that a row which is struck out still names', () => {
    const before = `${plan([task('T-001', 'Ask.', 'R-001')])}\n\n| ~~R-002~~ | ~~T-002~~ |\n|---|---|\n`;
    const now = plan([task('T-001', 'Ask.', 'R-001'), task('T-002', 'Pay.', 'R-003')]);
    expect(idsIn(now, before)).toEqual(['T-001', 'T-003']);
  });
});
