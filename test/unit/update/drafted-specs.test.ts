import { describe, expect, it } from 'vitest';
import { draftOf, updateOf, type Drafted } from './drafted-source';

const returns = `# Returns of orders

## Why

A refund takes 9 days on average.

## What we want

- **Ask for a return.** A customer can ask for a return of an order within 30 days after delivery.
- **See where it stands.** On the page of the order the customer sees the state of the return.
- **Support decides.** Support staff approve or refuse each return, and give a reason.
- **Label.** When a return is approved the customer gets a mail with a link to a label. The link works for 14 days.
- **Refund.** Once the warehouse marks a return as received, the money goes back through the payment provider.
- Returns must not put products back on stock.

## Not now

- Exchanges
`;
const path = 'prds/returns.md';

const edited = (drafted: Drafted, ...edits: readonly (readonly [from: string, to: string])[]): string =>
  edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, drafted.source);

/** Rows that stand below no header. */
function strayRows(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.filter(
    (line, index) =>
      line.startsWith('|') &&
      lines[index - 1]?.startsWith('|') !== true &&
      !/^\|[\s:|-]+$/u.test(lines[index + 1] ?? ''),
  );
}

describe('an update of an outline', () => {
  it('works in words that belong to another phase, and says in each test table what the new outline says there', async () => {
    const drafted = await draftOf(path, returns, 'agent-ready');
    const source = edited(
      drafted,
      ['works for 14 days.', 'works for 30 days, and can be opened again on the page of the order.'],
      ['within 30 days', 'on a page they choose within 21 days'],
    );
    const { spec, drifts, errors } = await updateOf(drafted, source);
    expect(spec).not.toContain('14 days');
    expect(spec).not.toContain('within 30 days');
    expect(spec).toContain('The link works for 30 days');
    expect(spec.match(/^\| R-004 \|/gmu)).toHaveLength(1);
    expect(spec).toMatch(/^\| Label\. \| OQ-\d+ \| R-004 \|/mu);
    expect(drifts).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('puts the task that builds what is new before the tests, and its own test behind them', async () => {
    const drafted = await draftOf(path, returns, 'staged');
    const source = edited(drafted, [
      '- **Label.**',
      '- **Photo.** A customer can add a photo of the damage.\n- **Label.**',
    ]);
    const { spec, errors } = await updateOf(drafted, source);
    const tasks = [...spec.matchAll(/^- (?:\[ \] )?\*\*T-(\d+):\*\* (Test: )?/gmu)];
    const kinds = tasks.map(([, , test]) => (test === undefined ? 'build' : 'test'));
    expect(kinds).toEqual([...kinds].sort());
    const of = (kind: string): readonly number[] =>
      tasks.flatMap(([, id], at) => (kinds[at] === kind ? [Number(id)] : []));
    for (const ids of [of('build'), of('test')]) expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(of('build')).toHaveLength(of('test').length);
    expect(errors).toEqual([]);
  });

  it('puts rows below no heading that has no table', async () => {
    const drafted = await draftOf(path, returns.replace(/## Why[\s\S]*?(?=## What)/u, ''), 'agent-ready');
    const source = edited(
      drafted,
      ['within 30 days', 'within 21 days'],
      ['- Returns must', '- **Report.** Paula gets a CSV.\n- Returns must'],
    );
    const { spec, errors } = await updateOf(drafted, source);
    expect(strayRows(spec)).toEqual([]);
    expect(spec.match(/^\| R-001 \| Ask for a return\./gmu)).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('takes out a phase whose last task goes, and asks again where a table becomes empty', async () => {
    const drafted = await draftOf(path, returns, 'agent-ready');
    expect(drafted.spec).toContain('### Phase 5: Integration');
    const without = drafted.source.replace(/- \*\*(?:Refund|See where it stands)\..*\n/gu, '');
    const { spec, drifts, errors } = await updateOf(drafted, without);
    expect(spec).not.toContain('### Phase 5: Integration');
    expect(spec.replace(/~~.*?~~/gu, '')).not.toMatch(/R-00[25]/u);
    expect(drifts).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each(['architecture', 'feature', 'rfc', 'staged'])(
    'has each diagram, table and numbered list of %s once, counts on, and keeps no old words',
    async (template) => {
      const drafted = await draftOf(path, returns, template);
      const source = edited(
        drafted,
        ['for 14 days.', 'for 30 days.'],
        ['- **Support decides.** Support staff approve or refuse each return, and give a reason.\n', ''],
        ['- Returns must', '- **Reasons report.** Once a month Paula gets a CSV.\n- Returns must'],
      );
      const { spec, drifts, errors } = await updateOf(drafted, source);
      const fences = (text: string): number => (text.match(/^```mermaid/gmu) ?? []).length;
      expect(fences(spec)).toBe(fences(drafted.spec));
      expect(spec.replace(/^.*~~.*$/gmu, '')).not.toMatch(/Support decides|for 14 days/u);
      expect(spec).toContain('Reasons report');
      expect(strayRows(spec)).toEqual([]);
      for (const list of spec.match(/(?:^\d+\. .*\n)+/gmu) ?? [])
        expect([...list.matchAll(/^\d+/gmu)].map(Number)).toEqual(
          list
            .trim()
            .split('\n')
            .map((_, index) => index + 1),
        );
      const labels = [...spec.matchAll(/^- (FR-\d+):/gmu)].map(([, label]) => label);
      expect(new Set(labels).size).toBe(labels.length);
      expect(drifts).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  it('knows a requirement by its title, whatever it says by now', async () => {
    const drafted = await draftOf(path, returns, 'agent-ready');
    const other = 'Customers get their euros on the card they used, at the latest two banking days later.';
    const source = edited(drafted, [
      'Once the warehouse marks a return as received, the money goes back through the payment provider.',
      other,
    ]);
    const { spec, drifts, errors } = await updateOf(drafted, source);
    expect(spec).toMatch(/^\| R-005 \| Refund\. \| T-006, T-011 \|$/mu);
    expect(spec).toContain(`_Description:_ Refund. ${other}`);
    expect(spec).not.toContain('R-007');
    expect(drifts).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('leaves alone what a person edited, and goes on to drift', async () => {
    const drafted = await draftOf(path, returns, 'agent-ready');
    const hand = {
      ...drafted,
      spec: drafted.spec.replace(
        '### Phase 2: Backend Logic & API\n',
        '### Phase 2: Backend Logic & API\n\nBy hand.\n',
      ),
    };
    const { spec, drifts } = await updateOf(hand, edited(drafted, ['for 14 days.', 'for 30 days.']));
    expect(spec).toContain('for 14 days.');
    expect(drifts).toEqual(['requirement:R-004']);
  });

  it('changes nothing where nothing changed', async () => {
    const drafted = await draftOf(path, returns, 'agent-ready');
    const { spec, record } = await updateOf(drafted, returns);
    expect(spec).toBe(drafted.spec);
    expect(record).toBe(drafted.record);
  });
});
