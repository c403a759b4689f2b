import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/core/checks/check';
import { check, edit, goodSpec, listing, requirements, section, taskTemplate } from './builders';

const gapSpec = edit(
  edit(goodSpec, 'None.\n', '- [ ] **OQ-1:** Which command shows the migration?\n'),
  '`goose status` lists the migration',
  'OQ-1',
);

describe('checkSpec', () => {
  it('finds nothing in a good spec and counts its coverage', () => {
    const report = check();
    expect(listing(report)).toEqual([]);
    expect(report.coverage).toEqual({ requirements: 3, covered: 2, outOfScope: 1 });
    expect([...report.sections.keys()].sort()).toEqual(
      taskTemplate()
        .sections.map(({ key }) => key)
        .sort(),
    );
  });

  it('reports an error when any one mapping, task, test or checklist line is deleted', () => {
    const lines = goodSpec.split('\n');
    const first = lines.findIndex((line) => line.startsWith('## 1.'));
    const harmless: string[] = [];
    for (const [index, line] of lines.entries()) {
      if (index <= first || line.trim() === '' || /^Admins/u.test(line)) continue;
      const text = lines.filter((_, other) => other !== index).join('\n');
      if (!check({ text }).findings.some(({ severity }) => severity === 'error')) harmless.push(line);
    }
    // A phase heading groups tasks; without it they stand in the section above.
    expect(harmless).toEqual(['### Phase 1: Data Model', '### Phase 2: Backend']);
  });

  it('lets a declared gap be a warning in a draft and makes it an error once approved', () => {
    const draft = check({ text: gapSpec });
    expect(draft.findings.map(({ check: id, severity, gap }) => [id, severity, gap])).toEqual([
      ['done-condition', 'warning', 'OQ-1'],
      ['task-fields', 'warning', 'OQ-1'],
      ['open-questions', 'warning', 'OQ-1'],
    ]);
    const approved = check({ text: edit(gapSpec, 'Draft', 'Approved') });
    expect(approved.findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
  });

  it('makes an undeclared gap an error at once', () => {
    const text = edit(goodSpec, '`goose status` lists the migration', 'OQ-7');
    expect(check({ text }).findings.map(({ check: id, severity }) => [id, severity])).toEqual([
      ['done-condition', 'error'],
      ['open-questions', 'error'],
      ['task-fields', 'error'],
    ]);
  });

  it('does not accept a resolved question as an excuse', () => {
    const text = edit(gapSpec, '- [ ] **OQ-1:**', '- [x] **OQ-1:**');
    expect(check({ text }).findings.map(({ check: id, severity }) => [id, severity])).toEqual([
      ['done-condition', 'error'],
      ['task-fields', 'error'],
    ]);
  });

  it('merges what one check says about one open question into one finding with a count', () => {
    const text = edit(gapSpec, 'A second invite returns 409', 'OQ-1');
    const found = check({ text }).findings.filter(({ check: id }) => id === 'done-condition');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ gap: 'OQ-1', count: 2, args: ['T-001', 'OQ-1'] });
    expect(listing(check({ text }), 'done-condition')[0]).toContain('(and 1 more place)');
  });

  it('takes severities from settings, then the template, then the check', () => {
    const text = edit(goodSpec, 'Author:** Ada Moreno', 'Author:** TBD');
    const severities = (settings: Record<string, 'error' | 'info' | 'off'>): readonly string[] =>
      check({ text, settings }).findings.map(({ check: id, severity }) => `${id} ${severity}`);
    expect(severities({})).toEqual(['metadata error', 'placeholders error']);
    expect(severities({ placeholders: 'info' })).toEqual(['metadata error', 'placeholders info']);
    expect(severities({ placeholders: 'off', metadata: 'off' })).toEqual([]);
    const template = taskTemplate({ checks: { placeholders: { severity: 'off', options: {} } } });
    expect(listing(check({ text, template }))).toEqual([]);
  });

  it('reports a check that throws and runs the others', () => {
    const broken: Check = {
      id: 'broken',
      title: '',
      severity: 'error',
      needsTemplate: false,
      needsRequirements: false,
      run: () => {
        throw new Error('no such thing');
      },
    };
    const fine: Check = {
      ...broken,
      id: 'fine',
      run: () => [{ message: 'Seen.', args: [], line: 2, column: 1, endLine: 2, endColumn: 2 }],
    };
    expect(listing(check({ checks: [broken, fine] }))).toEqual([
      'internal-error error 1:1 The check broken failed on this document (no such thing). Please report it.',
      'fine error 2:1 Seen.',
    ]);
  });

  it('orders findings at one place by code unit, whatever language the machine speaks', () => {
    const named = (id: string): Check => ({
      ...{ id, title: '', severity: 'error', needsTemplate: false, needsRequirements: false },
      run: () => [{ message: 'Seen.', args: [], line: 2, column: 1, endLine: 2, endColumn: 2 }],
    });
    const report = check({ checks: [named('a-z'), named('ä'), named('Z'), named('z')] });
    expect(report.findings.map(({ check: id }) => id)).toEqual(['Z', 'a-z', 'z', 'ä']);
  });

  it('runs only what needs no template where none is known', () => {
    const report = check({ template: null, text: edit(goodSpec, 'None.', '[Question]') });
    expect(report.findings.map(({ check: id }) => id)).toEqual(['placeholders']);
    expect(report.checklist).toEqual([]);
    expect(report.coverage).toEqual({ requirements: 3, covered: 2, outOfScope: 0 });
  });

  it('still holds mapping and tasks against each other where no source was found', () => {
    expect(listing(check({ requirements: null }))).toEqual([]);
    const text = edit(goodSpec, '| US-002 | Revoke an invite | T-002 |\n', '');
    expect(listing(check({ text, requirements: null }), 'requirement-coverage')).toEqual([
      'requirement-coverage error 35:27 Task T-002 implements US-002, which has no row in the mapping.',
    ]);
  });

  it('sorts findings by position', () => {
    const text = edit(edit(goodSpec, 'Ada Moreno', '[name]'), 'Store invites', '{{verb}} invites');
    const lines = check({ text }).findings.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(lines.length).toBeGreaterThan(1);
  });

  it('never throws, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { findings } = check({ text });
        expect(findings.filter(({ check: id }) => id === 'internal-error')).toEqual([]);
        for (const finding of findings) expect(finding.line).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, whichever lines of a good spec are deleted, doubled or mixed up', () => {
    const lines = goodSpec.split('\n');
    const edits = fc.array(
      fc.tuple(fc.nat(lines.length - 1), fc.constantFrom('delete', 'double', 'swap', 'indent')),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(edits, (steps) => {
        const changed = [...lines];
        for (const [index, step] of steps) {
          const line = changed[index] ?? '';
          if (step === 'delete') changed.splice(index, 1);
          else if (step === 'double') changed.splice(index, 0, line);
          else if (step === 'indent') changed[index] = `    ${line}`;
          else changed.push(...changed.splice(index, 1));
        }
        const report = check({ text: changed.join('\n') });
        expect(report.findings.filter(({ check: id }) => id === 'internal-error')).toEqual([]);
        expect(report.coverage.covered + report.coverage.outOfScope).toBeLessThanOrEqual(3);
        for (const { line, column, endLine, endColumn } of report.findings) {
          expect(line).toBeLessThanOrEqual(changed.length);
          expect(endLine > line || endColumn >= column).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  // Quadratic work on fifteen thousand rows and items would take longer than a test may.
  it('gets through a document of many short items and rows', () => {
    const unit = `More words about \`code\` and US-001.\n\n${'- item one, OQ-1\n'.repeat(5)}\n| a | b |\n|---|---|\n${'| US-001 | T-001 |\n'.repeat(20)}\n`;
    const text = edit(goodSpec, '## 4. Open Questions', `${unit.repeat(600)}## 4. Open Questions`);
    expect(check({ text }).findings.length).toBeGreaterThan(0);
  }, 60_000);

  it('reads and checks a megabyte', () => {
    const line = `${'Words of a long paragraph that goes on. '.repeat(25)}\n`;
    const block = `${line.repeat(10)}\n\`\`\`go\n${line.repeat(10)}\`\`\`\n\n`;
    const text = edit(goodSpec, '## 4. Open Questions', `${block.repeat(50)}## 4. Open Questions`);
    expect(text.length).toBeGreaterThan(1_000_000);
    // The blocks are copies, and that is all there is to say.
    const rest = check({ text }).findings.filter(({ check: id }) => id !== 'near-duplicate');
    expect(rest).toEqual([]);
  }, 60_000);

  it('knows requirements by number alone where the template gives several headings one name', () => {
    const template = taskTemplate({
      sections: [
        ...taskTemplate().sections,
        section('again', 'Requirement Mapping', { number: '9', optional: true }),
      ],
    });
    expect(check({ template }).sections.has('again')).toBe(false);
    expect(requirements).toHaveLength(4);
  });
});
