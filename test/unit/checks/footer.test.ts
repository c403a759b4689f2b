import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/checks/finding';
import { footerLine, footerPlace } from '../../../src/core/checks/fixes/footer';
import { endBelow, putFooter } from '../../../src/core/checks/fixes/put-footer';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { withoutFooter } from '../../../src/core/spec/footer-line';
import { readSyntax } from '../../../src/core/syntax/read-syntax';
import { check, edit, fixed, goodSpec, listing, taskTemplate } from './builders';
import { surroundingsOf } from './surroundings';

const pattern =
  'Traceability {verified}: {covered} of {requirements}, {outOfScope} out. {passed} of {items} pass, {failed} fail, {waiting} wait. {errors}/{warnings}/{questions} {unknown}';
const finding = (over: Partial<Finding>): Finding => ({
  ...{ check: 'links', severity: 'warning', message: 'm', args: [], fixable: false },
  ...{ line: 1, column: 1, endLine: 1, endColumn: 1, ...over },
});
const facts = {
  spec: parseSpec('## Open Questions\n\n- [ ] **OQ-1:** Who?\n- [x] **OQ-2:** When? Now.\n'),
  coverage: { requirements: 5, covered: 4, outOfScope: 1 },
  checklist: [
    { state: 'pass', verifiedBy: 'check' },
    { state: 'open', verifiedBy: 'check' },
    { state: 'not-applicable', verifiedBy: 'check' },
    { state: 'pass', verifiedBy: 'person' },
  ],
  findings: [finding({}), finding({ check: 'dates', severity: 'info' })],
} as const;

describe('the line below a spec', () => {
  it('is computed from findings, checklist and coverage', () => {
    expect(footerLine(pattern, facts)).toBe(
      '_Traceability verified: 4 of 5, 1 out. 1 of 2 pass, 0 fail, 1 wait. 0/1/1 {unknown}_',
    );
  });

  it('says that traceability is not verified where a requirement is left or an id is wrong', () => {
    const left = { ...facts, coverage: { requirements: 5, covered: 3, outOfScope: 1 } };
    const wrong = { ...facts, findings: [finding({ check: 'unknown-id', severity: 'error' })] };
    for (const each of [left, wrong])
      expect(footerLine(pattern, each)).toMatch(/^_Traceability not verified: /u);
  });

  it('takes the place of what a model wrote, and stands at the end where there was none', () => {
    const line = '_Traceability verified: 1_';
    const claimed =
      '# Spec\r\n\r\n## 1. A\r\n\r\nText.\r\n\r\n---\r\n\r\n_Traceability verified: all of it._\r\n';
    expect(putFooter(parseSpec(claimed), line)).toBe(
      claimed.replace('_Traceability verified: all of it._', line),
    );
    const bare = '\uFEFF# Spec\n\n## 1. A\n\nText.';
    const put = putFooter(parseSpec(bare), line);
    expect(put).toBe(`${bare}\n\n${line}\n`);
    expect(putFooter(parseSpec(put), line)).toBe(put);
    expect(putFooter(parseSpec(put), '_Traceability verified: 2_')).toBe(
      `${bare}\n\n_Traceability verified: 2_\n`,
    );
    expect(putFooter(parseSpec(bare), null)).toBe(bare);
  });

  it.each([
    '# Spec\n\n## 1. A\n\nText.',
    '# Spec\n\n## 1. A\n\nText.\n',
    '# Spec\r\n\r\n## 1. A\r\n\r\nText.\r\n',
  ])('is what a whole draft lacks at its end: %j', (draft) => {
    const footer = '_Traceability verified: 1_';
    const spec = parseSpec(draft);
    const end = endBelow(draft, { spec, footer }) ?? '';
    expect(draft + end).toBe(putFooter(spec, footer));
    const whole = draft + end;
    expect(endBelow(whole, { spec: parseSpec(whole), footer })).toBeNull();
    expect(endBelow(draft, { spec, footer: null })).toBeNull();
  });

  it('belongs to no section: its text counts for no edit of the last one', () => {
    const bare = '## 1. A\n\n- [ ] Item\n';
    const put = putFooter(parseSpec(bare), '_Traceability verified: 1_');
    expect(put).not.toBe(bare);
    expect(withoutFooter(put)).toBe(bare);
    expect(withoutFooter(bare)).toBe(bare);
    expect(withoutFooter(`${put}More.\n`)).toBe(`${put}More.\n`);
  });

  it('is told from prose about traceability', () => {
    expect(footerPlace(parseSpec('Traceability verified: all.\n'))).toBeNull();
    expect(footerPlace(parseSpec('_Traceability is a matter of habit._\n'))).toBeNull();
  });
});

describe('footer', () => {
  const template = taskTemplate({
    footer: 'Traceability {verified}: {covered} of {requirements}, errors {errors}',
  });
  const checked = async (text: string) =>
    check({
      ...{ text, template, surroundings: await surroundingsOf({}) },
      syntax: await readSyntax(parseSpec(text), { postgres: false }),
    });

  it('says that the line is no longer true after an edit, and writes it anew', async () => {
    const whole = await checked(goodSpec);
    expect(whole.footer).toBe('_Traceability verified: 2 of 3, errors 0_');
    expect(listing(whole, 'footer')).toEqual([]);
    const text = putFooter(parseSpec(goodSpec), whole.footer);
    expect(listing(await checked(text), 'footer')).toEqual([]);

    const broken = edit(text, '| US-002 | Revoke an invite | T-002 |', '| US-002 | Revoke an invite | |');
    const report = await checked(broken);
    const [problem] = report.findings.filter(({ check: id }) => id === 'footer');
    expect(problem).toMatchObject({ severity: 'warning', fixable: true });
    if (problem === undefined) return;
    expect(report.fixesOf(problem)[0]?.safe).toBe(true);
    const mended = fixed(broken, report, problem);
    expect(mended).toContain('_Traceability not verified: 1 of 3, errors ');
    expect(listing(await checked(mended), 'footer')).toEqual([]);
  });

  it('is silent where the template has no such line, or not all could be checked', async () => {
    const text = `${goodSpec}\n_Traceability verified: 9 of 9_\n`;
    expect(listing(await checked(text), 'footer')).toHaveLength(1);
    expect(listing(check({ text, template }), 'footer')).toEqual([]);
    expect(listing(check({ text, surroundings: await surroundingsOf({}) }), 'footer')).toEqual([]);
  });
});
