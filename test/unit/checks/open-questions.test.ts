import { describe, expect, it } from 'vitest';
import { check, edit, fixed, goodSpec, listing, section, taskTemplate } from './builders';

const found = (text: string): readonly string[] =>
  listing(check({ text }), 'open-questions').map((line) => line.replace(/^\S+ /u, ''));
const questions = (lines: string): string => edit(goodSpec, 'None.\n', lines);

describe('open-questions', () => {
  it('wants every question of the text declared', () => {
    expect(found(edit(goodSpec, 'by mail.', 'by mail, see OQ-4 (OQ-4).'))).toEqual([
      'error 8:39 OQ-4 is not among the open questions: say there what is missing.',
    ]);
    expect(found(edit(goodSpec, 'by mail.', 'by mail, see `OQ-4`.'))).toEqual([]);
  });

  it('takes nothing that is struck out for a question', () => {
    expect(found(edit(goodSpec, 'by mail.', 'by mail, ~~see OQ-4~~.'))).toEqual([]);
  });

  it('does not take a question of another section for declared', () => {
    expect(found(edit(goodSpec, 'Admins', '- OQ-4: which queue?\n\nAdmins'))).toEqual([
      'error 8:3 OQ-4 is not among the open questions: say there what is missing.',
    ]);
  });

  it('lists what asks in words where its answer belongs, and nothing for a number alone', () => {
    const settled = (text: string) => {
      const report = check({ text });
      const fixable = report.findings.filter((one) => one.check === 'open-questions' && one.fixable);
      return fixable.map((finding) => fixed(text, report, finding));
    };
    const asked = edit(goodSpec, 'Admins', '- OQ-4: Which queue?\n\nAdmins');
    expect(settled(asked)).toEqual([edit(asked, 'None.\n', '- [ ] **OQ-4:** Which queue?\n')]);
    const labelled = edit(goodSpec, 'Admins', '- **Queue:** OQ-4: Which queue?\n\nAdmins');
    expect(settled(labelled)).toEqual([edit(labelled, 'None.\n', '- [ ] **OQ-4:** Which queue?\n')]);
    expect(settled(edit(goodSpec, 'by mail.', 'by mail, see OQ-4.'))).toEqual([]);
    expect(settled(edit(goodSpec, 'by mail.', 'by mail, see OQ-4: it is about mails.'))).toEqual([]);
    // What a later line asks is another matter.
    expect(settled(edit(goodSpec, 'by mail.', 'by mail, see OQ-4:\n\nDo they like it?'))).toEqual([]);
    const both = edit(goodSpec, 'by mail.', 'by mail: OQ-4: is that right, or OQ-5: Which queue?');
    expect(settled(both).map((text) => /\*\*OQ-\d:\*\* .*/u.exec(text)?.[0])).toEqual([
      '**OQ-4:** is that right, or OQ-5: Which queue?',
      '**OQ-5:** Which queue?',
    ]);
    const twice = edit(goodSpec, 'by mail.', 'by mail, see OQ-4: Which queue?\nSee OQ-4: Which topic?');
    expect(settled(twice)).toEqual([edit(twice, 'None.\n', '- [ ] **OQ-4:** Which queue?\n')]);
  });

  it('warns of an open question in a draft, and no longer of a resolved one', () => {
    expect(found(questions('- [ ] **OQ-1:** Which queue?\n'))).toEqual([
      'warning 53:1 Open question OQ-1 is not resolved: Which queue?',
    ]);
    expect(found(questions('- [x] **OQ-1:** Which queue?\n'))).toEqual([]);
    // That it begins with a word like "closed" settles nothing.
    expect(found(questions('- OQ-1: Close accounts after 30 days, or keep them?\n'))).toHaveLength(1);
    expect(found(edit(questions('- [ ] **OQ-1:** Which queue?\n'), 'Draft', 'Approved'))).toEqual([
      'error 53:1 Open question OQ-1 is not resolved: Which queue?',
    ]);
  });

  it('reads questions from a table', () => {
    expect(found(questions('| Question | Owner |\n|---|---|\n| OQ-1: Which queue? | - |\n'))).toEqual([
      'warning 55:3 Open question OQ-1 is not resolved: Which queue?',
    ]);
  });

  it('wants each to say what is missing, once', () => {
    expect(
      found(questions('- [ ] **OQ-1:**\n- [ ] **OQ-2:** TBD\n- [ ] **OQ-3:** Who?\n- [ ] **OQ-3:** When?\n')),
    ).toEqual(
      [
        'error 53:1 Open question OQ-1 does not say what is missing.',
        'error 54:1 Open question OQ-2 does not say what is missing.',
        'error 56:1 Open question OQ-3 is declared twice.',
        'warning 55:1 Open question OQ-3 is not resolved: Who?',
      ].sort((a, b) => Number(/ (\d+)/u.exec(a)?.[1]) - Number(/ (\d+)/u.exec(b)?.[1])),
    );
  });

  it('asks about a box without an id as well', () => {
    const text = questions('- [ ] Which queue?\n- [x] Who?\n');
    const said = '53:1 This question is still open: answer it and tick it before the document is approved.';
    expect(found(text)).toEqual([`warning ${said}`]);
    expect(found(edit(text, 'Draft', 'Approved'))).toEqual([`error ${said}`]);
  });

  it('takes questions from anywhere where the template has no section for them', () => {
    const template = taskTemplate({
      sections: [section('overview', 'Overview')],
      checklist: [],
      checks: {},
      covers: [],
    });
    const text = edit(goodSpec, 'Admins', '- OQ-4: which queue?\n\nAdmins');
    expect(listing(check({ text, template, requirements: null }), 'open-questions')).toEqual([
      'open-questions warning 8:1 Open question OQ-4 is not resolved: which queue?',
    ]);
  });
});
