import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCorrections } from '../../../../src/core/source/corrections/apply-corrections';
import { promisedIds } from '../../../../src/core/source/corrections/correction';
import {
  correctionsPath,
  parseCorrections,
  readCorrections,
} from '../../../../src/core/source/corrections/corrections-file';
import type { CorrectionWish } from '../../../../src/core/source/corrections/make-correction';
import { waysToSplit } from '../../../../src/core/source/corrections/split-requirement';
import { keepIds } from '../../../../src/core/source/identity/keep-ids';
import { sortedJson } from '../../../../src/core/text/sorted-json';
import { plantedSecrets } from '../../secrets/planted-secrets';
import { read as readText } from '../read';
import { bullets, Desk } from './desk';

const search = 'Members search the archive by keyword';
const print = 'Librarians print labels for returned books';
const fines = 'Overdue fines are collected once a month. Members see what they owe.';

describe('corrections', () => {
  it('join requirements under the id of the first, criteria and text included', () => {
    const desk = new Desk(bullets(search, print, fines)).correct({ type: 'merge', ids: ['R-003', 'R-001'] });
    expect(desk.ids).toEqual(['R-001', 'R-002']);
    expect(desk.source.requirements[0]?.text).toBe(`${search}\n${fines}`);
  });

  it('that join give no id to two where the author gave it to another one since', () => {
    const items = (...texts: readonly string[]): string =>
      `# PRD: Books\n\n## Requirements\n\n${texts.map((text, at) => `- FR-${at + 1}: ${text}\n`).join('')}`;
    const desk = new Desk(items(search, print)).correct({ type: 'merge', ids: ['FR-1', 'FR-2'] });
    expect(desk.ids).toEqual(['FR-1']);
    desk.reopen(items('Members renew a loan online', search, print));
    expect(new Set(desk.ids).size).toBe(desk.ids.length);
    expect(desk.ids).toContain('FR-1');
  });

  it('that leave a requirement out leave its findings out as well, but not those of others or of the file', () => {
    const text = [
      '# PRD: Books',
      '',
      '## Requirements',
      '',
      '- FR-1: TBD',
      '- FR-2: Members search [what?] TBD',
      '',
    ];
    const token = plantedSecrets(1).find(({ kind }) => kind === 'GitHub token')?.value ?? '';
    const key = `- FR-3: Labels print with ${token}`;
    const desk = new Desk([...text.slice(0, -1), key, ''].join('\n'));
    const checks = () => desk.source.findings.map(({ check, line }) => `${line} ${check}`);
    expect(checks()).toEqual(expect.arrayContaining(['5 prd-stub', '6 prd-stub', '7 prd-secret']));
    const drop = { type: 'drop', as: 'not-a-requirement', reason: '' } as const;
    desk.correct({ ...drop, id: 'FR-1' }, { ...drop, id: 'FR-3' });
    expect(checks().filter((found) => found.startsWith('5'))).toEqual([]);
    expect(checks()).toEqual(expect.arrayContaining(['6 prd-stub', '7 prd-secret']));
    desk.correct({ ...drop, id: 'FR-2' });
    expect(checks().filter((found) => found.includes('stub'))).toEqual([]);
  });

  it('that leave one side of a contradiction out settle it', () => {
    const desk = new Desk(
      '# PRD: Books\n\n## Requirements\n\n- FR-1: Invitations expire after 7 days\n- FR-2: Invitations expire after 14 days\n',
    );
    const contradicting = () =>
      desk.source.findings.filter(({ check }) => check === 'prd-contradiction').length;
    expect(contradicting()).toBe(1);
    desk.correct({ type: 'drop', id: 'FR-1', as: 'not-a-requirement', reason: '' });
    expect(contradicting()).toBe(0);
  });

  it('that leave out one part of what was split keep the findings of the other', () => {
    const desk = new Desk('# PRD: Books\n\n## Requirements\n\n- FR-1: Members search. Results come TBD.\n');
    desk.correct({ type: 'split', id: 'FR-1', by: 'sentences' });
    expect(desk.ids).toHaveLength(2);
    desk.correct({ type: 'drop', id: 'FR-1', as: 'not-a-requirement', reason: '' });
    expect(desk.source.findings.map(({ check }) => check)).toContain('prd-stub');
  });

  it('split at sentences; the other parts get free ids', () => {
    const desk = new Desk(bullets(fines, print));
    expect(waysToSplit(desk.source.requirements[0] as never)).toEqual(['sentences']);
    desk.correct({ type: 'split', id: 'R-001', by: 'sentences' });
    expect(desk.source.requirements.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'R-001 Overdue fines are collected once a month.',
      'R-003 Members see what they owe.',
      `R-002 ${print}`,
    ]);
  });

  it('split at acceptance criteria, each with the statement it belongs to', () => {
    const text = [
      ...['# Invites', '', '## User Stories', '', '### US-001: Invite a colleague', ''],
      ...['As an owner I want to invite a colleague.', '', 'Acceptance criteria:', ''],
      ...['- The mail arrives within a minute', '- The link works once', ''],
    ].join('\n');
    const desk = new Desk(text).correct({ type: 'split', id: 'US-001', by: 'criteria' });
    expect(desk.ids).toEqual(['US-001', 'R-001']);
    expect(desk.source.requirements.map(({ acceptance }) => acceptance.length)).toEqual([1, 1]);
    expect(desk.source.requirements[1]).toMatchObject({ title: 'The link works once', explicitId: null });
    expect(desk.source.requirements[1]?.text).toContain('invite a colleague');
  });

  it('add a requirement with an id that no other ever had', () => {
    const desk = new Desk(bullets(search, print)).correct(
      { type: 'add', kind: 'non-functional', title: 'Search answers within a second', text: '' },
      { type: 'retitle', id: 'R-003', title: 'Search answers fast' },
    );
    expect(desk.source.requirements[2]).toMatchObject({
      ...{ id: 'R-003', kind: 'non-functional', title: 'Search answers fast', addedByHand: true },
      text: 'Search answers within a second',
    });
    desk.correct({ type: 'drop', id: 'R-003', as: 'not-a-requirement', reason: '' });
    expect(desk.made).toEqual([]);
  });

  it('leave out what is no requirement, and put what is out of scope there with its reason', () => {
    const desk = new Desk(bullets(search, print, fines)).correct(
      { type: 'drop', id: 'R-001', as: 'out-of-scope', reason: 'bought from a vendor' },
      { type: 'drop', id: 'R-002', as: 'not-a-requirement', reason: '' },
    );
    expect(desk.ids).toEqual(['R-003']);
    expect(desk.source.outOfScope.map(({ text }) => text)).toEqual([`${search}: bought from a vendor`]);
    expect(desk.source.corrected?.leftOut.map(({ id }) => id)).toEqual(['R-001', 'R-002']);
  });

  it('change kind and title; a later choice replaces the earlier, and the original needs none', () => {
    const desk = new Desk(bullets(search)).correct(
      { type: 'retype', id: 'R-001', kind: 'ears' },
      { type: 'retype', id: 'R-001', kind: 'non-functional' },
      { type: 'retitle', id: 'R-001', title: 'Archive search' },
    );
    expect(desk.made).toHaveLength(2);
    expect(desk.source.requirements[0]).toMatchObject({ kind: 'non-functional', title: 'Archive search' });
    desk.correct(
      { type: 'retype', id: 'R-001', kind: 'functional' },
      { type: 'retitle', id: 'R-001', title: search },
    );
    expect(desk.made).toEqual([]);
  });

  it('survive edits elsewhere and slight ones of their own requirement', () => {
    const desk = new Desk(bullets(search, print, fines)).correct(
      { type: 'drop', id: 'R-002', as: 'out-of-scope', reason: '' },
      { type: 'retype', id: 'R-001', kind: 'ears' },
      { type: 'add', kind: 'functional', title: 'Guests read newspapers', text: '' },
    );
    desk.reopen(bullets('Study rooms are booked for two hours', print, `${search} and year`, fines));
    expect(desk.ids).toEqual(['R-005', 'R-001', 'R-003', 'R-004']);
    expect(desk.source.requirements[1]?.kind).toBe('ears');
    expect(desk.problems).toEqual([
      'R-001 was corrected by hand, and its wording has changed since. See whether the correction still holds.',
    ]);
    // Nothing changed since: the ids are recorded as they are.
    const before = desk.source.ids;
    desk.reopen(bullets('Study rooms are booked for two hours', print, `${search} and year`, fines));
    expect(desk.source.ids).toEqual(before);
  });

  it('are held back, and said to be, where the requirement says something else or is gone', () => {
    const explicit = (first: string): string => bullets(`**FR-1**: ${first}`, `**FR-2**: ${print}`);
    const desk = new Desk(explicit(search)).correct(
      { type: 'drop', id: 'FR-1', as: 'not-a-requirement', reason: '' },
      { type: 'retype', id: 'FR-2', kind: 'ears' },
    );
    desk.reopen(explicit('Guests read newspapers in the lobby'));
    expect(desk.ids).toContain('FR-1');
    expect(desk.problems).toEqual([
      'FR-1 was corrected by hand, but says something else by now: the correction is held back. Make it again, or remove it.',
    ]);
    desk.reopen(bullets(`**FR-1**: ${search}`));
    expect(desk.problems).toEqual([
      `FR-2 was corrected by hand, but is no longer there ("${print}"). Remove the correction, or restore the requirement.`,
    ]);
  });

  it('keep the ids they promised free, also before any draft', () => {
    const made = new Desk(bullets(search)).correct({
      type: 'add',
      kind: 'other',
      title: 'Guests read newspapers',
      text: '',
    }).made;
    const desk = new Desk(bullets(search));
    desk.made = made;
    desk.previous = [];
    desk.read = keepIds(readText(bullets(search, print)), [], promisedIds(made));
    desk.source = applyCorrections(desk.read, made, []).source;
    expect(desk.ids).toEqual(['R-001', 'R-003', 'R-002']);
  });

  it('that add are taken up by the same statement in the source, which gets their id', () => {
    const desk = new Desk(bullets(search, print)).correct({
      ...{ type: 'add', kind: 'functional', text: '' },
      title: 'Guests read newspapers in the lobby',
    });
    desk.reopen(bullets(search, 'Guests read newspapers in the lobby', print));
    expect(desk.ids).toEqual(['R-001', 'R-003', 'R-002']);
    expect(desk.problems[0]).toContain('stands in the source by now');
  });

  it('that are undone leave those that built on them held back, not lost', () => {
    const desk = new Desk(bullets(fines, print)).correct(
      { type: 'split', id: 'R-001', by: 'sentences' },
      { type: 'drop', id: 'R-003', as: 'not-a-requirement', reason: '' },
    );
    expect(desk.ids).toEqual(['R-001', 'R-002']);
    desk.undo(0);
    expect(desk.ids).toEqual(['R-001', 'R-002']);
    expect(desk.problems[0]).toContain('R-003');
  });

  it('take findings about what was left out with them', () => {
    const desk = new Desk(bullets('Members search the archive fast', print));
    expect(desk.source.findings.some(({ args }) => args.includes('R-001'))).toBe(true);
    desk.correct({ type: 'drop', id: 'R-001', as: 'not-a-requirement', reason: '' });
    expect(desk.source.findings).toEqual([]);
  });

  it('never lose, double or rename a requirement, whatever is wished and edited', () => {
    const statement = fc.constantFrom(
      search,
      print,
      fines,
      'Guests read newspapers. They may take them home.',
      'Lockers open with a card',
    );
    const text = fc.array(statement, { maxLength: 6 }).map((items) => bullets(...items));
    const id = fc.constantFrom('R-001', 'R-002', 'R-003', 'R-004', 'R-009');
    const wish: fc.Arbitrary<CorrectionWish> = fc.oneof(
      fc.record({ type: fc.constant('merge'), ids: fc.array(id, { maxLength: 3 }) }),
      fc.record({ type: fc.constant('split'), id, by: fc.constantFrom('criteria', 'sentences', 'lines') }),
      fc.record({
        type: fc.constant('add'),
        kind: fc.constant('functional'),
        title: fc.string({ maxLength: 20 }),
        text: fc.constant(''),
      }),
      fc.record({
        type: fc.constant('drop'),
        id,
        as: fc.constantFrom('out-of-scope', 'not-a-requirement'),
        reason: fc.constant(''),
      }),
      fc.record({ type: fc.constant('retype'), id, kind: fc.constantFrom('ears', 'other', 'functional') }),
      fc.record({ type: fc.constant('retitle'), id, title: fc.string({ maxLength: 20 }) }),
    );
    fc.assert(
      fc.property(text, fc.array(wish, { maxLength: 8 }), text, (first, wishes, second) => {
        const desk = new Desk(first).correct(...wishes).reopen(second);
        expect(new Set(desk.ids).size).toBe(desk.ids.length);
        expect(desk.ids).not.toContain('');
        // The file holds all that was said.
        const file = { version: 1, source: 'a.md', revision: 1, corrections: desk.made };
        expect(parseCorrections(sortedJson(file))).toEqual({ file });
        expect(readCorrections(desk.made)).toEqual(desk.made);
        // Without corrections the source is what was read.
        desk.made = [];
        expect(applyCorrections(desk.read, [], desk.previous).source).toBe(desk.read);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the corrections file', () => {
  it('lies beside the spec', () => {
    expect(correctionsPath('tech-specs/a.md')).toBe('tech-specs/a.corrections.json');
    expect(correctionsPath('a.MARKDOWN')).toBe('a.corrections.json');
  });

  it('is refused with a reason where it is none', () => {
    const base = { version: 1, source: 'a.md', revision: 1, corrections: [] };
    expect(parseCorrections('{')).toEqual({ error: 'it is not JSON' });
    expect(parseCorrections(JSON.stringify({ ...base, version: 2 }))).toHaveProperty('error');
    expect(parseCorrections(JSON.stringify({ ...base, source: '/etc/passwd' }))).toHaveProperty('error');
    expect(parseCorrections(JSON.stringify({ ...base, corrections: [{ type: 'run' }] }))).toHaveProperty(
      'error',
    );
    expect(readCorrections('x')).toEqual([]);
    expect(readCorrections([{ type: 'run' }])).toEqual([]);
  });
});
