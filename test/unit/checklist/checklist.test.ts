import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFixes } from '../../../src/core/checks/fixes/safe-fixes';
import { decidesItem } from '../../../src/core/checklist/checklist';
import { tickEdit } from '../../../src/core/checklist/tick';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { editDocument } from '../../../src/core/spec/written-text';
import type { Template } from '../../../src/core/template/template';
import { check, edit, goodSpec, listing, taskTemplate } from '../checks/builders';
import type { CheckOptions } from '../checks/builders';

function states(options: CheckOptions = {}): Record<string, string> {
  return Object.fromEntries(check(options).checklist.map(({ id, state }) => [id, state]));
}

describe('the state of a checklist item', () => {
  it('is computed where a check verifies it, and a tick where a person does', () => {
    expect(states()).toEqual({ mapped: 'pass', done: 'pass', read: 'open', clear: 'open' });
    const text = edit(goodSpec, '- [ ] A second engineer', '- [x] A second engineer');
    expect(states({ text })['read']).toBe('pass');
    expect(listing(check({ text }))).toEqual([]);
  });

  it('is found with the note that a person ticks it and without, wherever it stands among the others', () => {
    const noted = '- [x] A second engineer has read it _(for a person to tick)_';
    const [item = ''] = /^- \[ \] A second engineer.*$/mu.exec(goodSpec) ?? [];
    expect(item).not.toBe('');
    const first = /^- \[ \] Each requirement/mu;
    for (const written of [noted, noted.replace(/ _.*/u, '')]) {
      const text = goodSpec.replace(`${item}\n`, '').replace(first, `${written}\n$&`);
      expect(states({ text })).toEqual({ mapped: 'pass', done: 'pass', read: 'pass', clear: 'open' });
    }
  });

  it('fails with an error of its checks', () => {
    expect(states({ text: edit(goodSpec, '| T-001, T-002 |', '| T-001 |') })).toMatchObject({
      mapped: 'fail',
      done: 'pass',
    });
  });

  it('is open while a gap is declared, and fails once the status allows none', () => {
    const text = edit(
      edit(goodSpec, 'A second invite returns 409', 'OQ-1'),
      'None.\n',
      '- [ ] **OQ-1:** What is returned?\n',
    );
    expect(states({ text })['done']).toBe('open');
    expect(states({ text: edit(text, 'Draft', 'Approved') })['done']).toBe('fail');
  });

  it('fails with a tick by hand, which is an error', () => {
    const text = edit(goodSpec, '- [ ] Each requirement', '- [x] Each requirement').replace(
      '- [ ] The text',
      '- [X] The text',
    );
    expect(states({ text })).toMatchObject({ mapped: 'fail', clear: 'fail' });
    expect(listing(check({ text }), 'checklist-tick')).toEqual([
      'checklist-tick error 57:1 A tick on a verified item counts for nothing: its state is computed. Remove the tick.',
      'checklist-tick error 60:1 A tick on a verified item counts for nothing: its state is computed. Remove the tick.',
    ]);
  });

  it('is open where its checks did not run, and not applicable where they are off', () => {
    const off = { 'requirement-coverage': 'off' } as const;
    expect(states({ settings: off })['mapped']).toBe('not-applicable');
    const template = taskTemplate({
      checklist: [{ id: 'tests', text: 'Tested', verifiedBy: 'check', checks: ['acceptance-tests'] }],
    });
    expect(states({ template, requirements: null })['tests']).toBe('open');
  });

  it('does not hold while a section that it is about is missing or says nothing', () => {
    const template = taskTemplate({
      checklist: [
        {
          ...{ id: 'tests', text: 'Each criterion is tested', verifiedBy: 'check' },
          ...{ checks: ['links'], about: ['testing'] },
        },
      ],
    });
    expect(states({ template })['tests']).toBe('pass');
    const start = goodSpec.indexOf('## 3.');
    const rest = goodSpec.slice(goodSpec.indexOf('## 4.'));
    const missing = goodSpec.slice(0, start) + rest;
    expect(states({ template, text: missing })['tests']).toBe('fail');
    expect(
      states({ template, text: `${goodSpec.slice(0, start)}## 3. Testing Strategy\n\n${rest}` })['tests'],
    ).toBe('fail');
    expect(states({ template, text: missing, settings: { 'required-sections': 'off' } })['tests']).toBe(
      'pass',
    );
    const { checklist, findings } = check({ template, text: missing });
    const deciding = findings.filter((finding) => checklist.some((item) => decidesItem(finding, item)));
    expect(deciding.map(({ args }) => args[0])).toEqual(['3. Testing Strategy']);
  });

  it('fails with a budget that is exceeded', () => {
    const template = taskTemplate({
      budgets: { words: { max: 10 } },
      checklist: [{ id: 'short', text: 'Short', verifiedBy: 'check', checks: ['word-budget'] }],
    });
    expect(states({ template })['short']).toBe('fail');
  });

  it('does not apply to a source of another kind', () => {
    const template = taskTemplate({
      checklist: [
        ...taskTemplate().checklist,
        {
          id: 'er',
          text: 'Requirements are measurable',
          verifiedBy: 'person',
          checks: [],
          when: 'initiative',
        },
      ],
    });
    expect(states({ template, sourceKind: 'prd' })['er']).toBe('not-applicable');
    expect(listing(check({ template, sourceKind: 'prd' }))).toEqual([]);
    expect(states({ template })['er']).toBe('not-applicable');
    expect(listing(check({ template, sourceKind: 'initiative' }))).toEqual([
      'checklist-tick error 55:1 Checklist item "Requirements are measurable" was removed: put it back.',
    ]);
  });
});

describe('a checklist in the spec', () => {
  it('is found by text, with the line of each item', () => {
    expect(check().checklist.map(({ line }) => line)).toEqual([57, 58, 59, 60]);
  });

  it('is found by order where it was translated', () => {
    const text = edit(goodSpec, 'Each task can be verified', 'Каждая задача проверяема').replace(
      'The text is clear',
      'Текст ясен',
    );
    expect(check({ text }).checklist.map(({ line }) => line)).toEqual([57, 58, 59, 60]);
    expect(listing(check({ text }))).toEqual([]);
  });

  it('may not lose an item', () => {
    const report = check({ text: edit(goodSpec, '- [ ] Each task can be verified\n', '') });
    expect(listing(report)).toEqual([
      'checklist-tick error 55:1 Checklist item "Each task can be verified" was removed: put it back.',
    ]);
    expect(report.checklist.map(({ line }) => line)).toEqual([57, null, 58, 59]);
  });
});

describe('an item that the template has gained', () => {
  const [mapped, ...others] = taskTemplate().checklist;
  const gained = (id: string): Template['checklist'][number] => ({
    id,
    text: `New ${id}`,
    verifiedBy: 'check',
    checks: ['word-budget'],
  });
  const template = taskTemplate({
    checklist: [
      gained('zero'),
      ...(mapped === undefined ? [] : [mapped]),
      gained('one'),
      gained('two'),
      ...others,
    ],
  });

  it('is put in at its place, unticked, all of them by one safe fix', () => {
    const report = check({ template });
    expect(report.findings.map(({ check: id, fixable }) => [id, fixable])).toEqual([
      ['checklist-tick', true],
      ['checklist-tick', true],
      ['checklist-tick', true],
    ]);
    const text = editDocument(parseSpec(goodSpec), safeFixes(report).edits);
    expect(text).toContain(
      '## Review Checklist\n\n- [ ] New zero\n- [ ] Each requirement is mapped\n- [ ] New one\n- [ ] New two\n- [ ] Each task',
    );
    expect(listing(check({ template, text }))).toEqual([]);
  });

  it('is put below the heading where no item is left, and behind what is nested in the one before it', () => {
    const bare = `${goodSpec.slice(0, goodSpec.indexOf('- [ ] Each requirement'))}`;
    const text = editDocument(parseSpec(bare), safeFixes(check({ text: bare })).edits);
    expect(listing(check({ text }))).toEqual([]);
    const nested = edit(goodSpec, '- [ ] Each task can be verified\n', '').replace(
      'Each requirement is mapped\n',
      'Each requirement is mapped\n  - see section 1\n',
    );
    expect(editDocument(parseSpec(nested), safeFixes(check({ text: nested })).edits)).toContain(
      '  - see section 1\n- [ ] Each task can be verified\n- [ ] A second',
    );
  });

  it('is only offered, not put in unasked, where one of the list may be meant in other words', () => {
    const text = edit(goodSpec, 'Each task can be verified', 'Every task has its command');
    const report = check({ text, template });
    const [finding] = report.findings;
    expect(finding && report.fixesOf(finding).map(({ safe }) => safe)).toEqual([false]);
  });
});

describe('tickEdit', () => {
  const spec = parseSpec(goodSpec);

  it('changes one character', () => {
    const [, , read] = check().checklist;
    expect(read && tickEdit(spec, read, true)).toEqual({
      range: { line: 59, column: 4, endLine: 59, endColumn: 5 },
      newText: 'x',
    });
  });

  it('does nothing where the box is in that state already, or there is none', () => {
    expect(tickEdit(spec, { line: 59, verifiedBy: 'person' }, false)).toBeNull();
    expect(tickEdit(spec, { line: 8, verifiedBy: 'person' }, true)).toBeNull();
    expect(tickEdit(spec, { line: null, verifiedBy: 'person' }, true)).toBeNull();
  });

  it('ticks no item that a check or a model verifies, but unticks it', () => {
    const ticked = parseSpec(edit(goodSpec, '- [ ] Each requirement', '- [X] Each requirement'));
    expect(tickEdit(spec, { line: 57, verifiedBy: 'check' }, true)).toBeNull();
    expect(tickEdit(spec, { line: 60, verifiedBy: 'model' }, true)).toBeNull();
    expect(tickEdit(ticked, { line: 57, verifiedBy: 'check' }, false)).toMatchObject({ newText: ' ' });
  });

  it('can be undone, whatever the list looks like', () => {
    const item = fc.tuple(
      fc.constantFrom('-', '*', '+', '1.', '2)'),
      fc.constantFrom('', '  ', '> '),
      fc.constantFrom(' ', 'x'),
    );
    fc.assert(
      fc.property(item, ([marker, indent, box]) => {
        const text = `${indent}${marker} [${box}] read\n`;
        const done = box === 'x';
        const first = tickEdit(parseSpec(text), { line: 1, verifiedBy: 'person' }, !done);
        const at = (first?.range.column ?? 0) - 1;
        const changed = `${text.slice(0, at)}${first?.newText ?? ''}${text.slice(at + 1)}`;
        expect(parseSpec(changed).listItems[0]?.checked).toBe(!done);
        expect(tickEdit(parseSpec(changed), { line: 1, verifiedBy: 'person' }, done)?.newText).toBe(box);
      }),
    );
  });
});
