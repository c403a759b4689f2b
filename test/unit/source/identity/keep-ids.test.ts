import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '../../../../src/core/source/identity/best-assignment';
import { keepIds } from '../../../../src/core/source/identity/keep-ids';
import type { SourceIds } from '../../../../src/core/source/identity/known-ids';
import { read } from '../read';

const bullets = (...items: readonly string[]): string =>
  ['# Product', '', '## Features', '', ...items.map((item) => `- ${item}`), ''].join('\n');

function ids(text: string, previous: readonly SourceIds[] = []): readonly string[] {
  return keepIds(read(text), previous).requirements.map(({ id }) => id);
}

function known(text: string, previous: readonly SourceIds[] = []): readonly SourceIds[] {
  const found = keepIds(read(text), previous).ids;
  return found === undefined ? [] : [found];
}

const search = 'Members search the archive by keyword';
const print = 'Librarians print labels for returned books';
const fines = 'Overdue fines are collected once a month';
const rooms = 'Study rooms are booked for two hours';

describe('keeping ids', () => {
  it('numbers requirements in document order at first sight', () => {
    expect(ids(bullets(search, print))).toEqual(['R-001', 'R-002']);
  });

  it('gives a new requirement the next free number, wherever it stands', () => {
    const before = known(bullets(search, print));
    expect(ids(bullets(rooms, search, print), before)).toEqual(['R-003', 'R-001', 'R-002']);
  });

  it('keeps the id of what is called the same, whatever it says by now, where nothing else is called so', () => {
    const before = '**Refund.** Once a return has come in, the money goes back through the payment provider';
    const now = '**Refund.** Customers get their euros on the card they used';
    const titled = (text: string): readonly SourceIds[] =>
      known(text).map((list) => ({
        ...list,
        known: list.known.map((one, index) => ({ ...one, title: read(text).requirements[index]?.title })),
      }));
    expect(ids(bullets(search, now, print), titled(bullets(search, before, print)))).toEqual([
      'R-001',
      'R-002',
      'R-003',
    ]);
    expect(ids(bullets(search, now, print), titled(bullets(before, before + ' twice', search)))).toEqual([
      'R-003',
      'R-004',
      'R-005',
    ]);
  });

  it('never gives the id of a deleted requirement to another, however many drafts lie between', () => {
    let previous = known(bullets(search, print, fines));
    previous = known(bullets(search, print), previous);
    previous = known(bullets(search), previous);
    expect(ids(bullets(search, rooms), previous)).toEqual(['R-001', 'R-004']);
  });

  it('gives a deleted requirement its id back when exactly the same text returns', () => {
    const before = known(bullets(search, print, fines));
    const without = known(bullets(search, fines), before);
    expect(ids(bullets(search, print, fines), without)).toEqual(['R-001', 'R-002', 'R-003']);
  });

  it("leaves the author's ids alone and does not give away what they replace", () => {
    const before = known(bullets(search, print));
    const adopted = bullets(`**FR-7**: ${search}`, print, rooms);
    expect(keepIds(read(adopted), before).requirements.map(({ id }) => id)[0]).toBe('FR-7');
    const next = known(adopted, before);
    expect(next[0]?.known.find(({ id }) => id === 'R-001')?.retired).toBe(true);
  });

  it('yields a derived id to the author who writes it down', () => {
    const before = known(bullets(search, print));
    expect(ids(bullets(`R-002: ${search}`, `R-001: ${print}`), before)).toEqual(['R-002', 'R-001']);
  });

  it('keeps the id of a requirement whose text stands twice, by the heading it stands under', () => {
    const text = (first: string, second: string): string =>
      ['## Features', '', `### ${first}`, '', `- ${search}`, '', `### ${second}`, '', `- ${search}`, ''].join(
        '\n',
      );
    const before = known(text('Web', 'Phone'));
    expect(ids(text('Phone', 'Web'), before)).toEqual(['R-002', 'R-001']);
  });

  it('knows ids of two branches, the newest first', () => {
    const base = known(bullets(search));
    const left = known(bullets(search, print), base);
    const right = known(bullets(search, rooms), base);
    // Both branches gave R-002 away: the first keeps it, the other gets a number of its own.
    expect(ids(bullets(search, rooms, print), [...left, ...right])).toEqual(['R-001', 'R-003', 'R-002']);
  });

  it('counts a revision only where something changed', () => {
    const first = known(bullets(search, print));
    expect(known(bullets(search, print), first)).toEqual(first);
    expect(known(bullets(search, print, rooms), first)[0]?.revision).toBe(2);
  });

  it('names requirements in findings by the ids they keep', () => {
    const story = (text: string) => `- As a member I want ${text} fast`;
    const before = known(bullets(print, story('to search the archive').slice(2)));
    const source = keepIds(read(bullets(rooms, print, story('to search the archive').slice(2))), before);
    const cited = source.findings.flatMap(({ args }) => args.filter((arg) => arg.startsWith('R-')));
    expect(cited.length).toBeGreaterThan(0);
    for (const id of cited) expect(id).toBe('R-002');
  });

  it('is deterministic and unique for any text', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 40, unit: 'grapheme' }),
      fc.constantFrom(search, print, fines, rooms, `**FR-1**: ${search}`),
    );
    const text = fc
      .array(line, { maxLength: 12 })
      .map((lines) => bullets(...lines.map((one) => one.replace(/\s+/g, ' '))));
    fc.assert(
      fc.property(text, text, text, (first, second, third) => {
        const once = known(second, known(first));
        const result = keepIds(read(third), once);
        expect(keepIds(read(third), once)).toEqual(result);
        const all = result.requirements.map(({ id }) => id);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toEqual(all.filter((id) => id !== ''));
        // What was known stays known.
        const after = new Set(result.ids?.known.map(({ id }) => id));
        for (const { id } of once[0]?.known ?? []) if (id.startsWith('R-')) expect(after).toContain(id);
        // An unchanged document changes nothing.
        expect(keepIds(read(third), result.ids === undefined ? [] : [result.ids]).requirements).toEqual(
          result.requirements,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('the best assignment', () => {
  it('reaches the largest sum that trying all ways reaches', () => {
    const weights = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(weights, (rows) => {
        const pairings = rows.flatMap((row, left) =>
          row.flatMap((weight, right) => (weight === 0 ? [] : [{ left, right, weight }])),
        );
        const best = (left: number, used: ReadonlySet<number>): number =>
          left === rows.length
            ? 0
            : Math.max(
                best(left + 1, used),
                ...(rows[left] ?? []).map((weight, right) =>
                  used.has(right) ? 0 : weight + best(left + 1, new Set([...used, right])),
                ),
              );
        const chosen = bestAssignment(pairings);
        expect(chosen.reduce((sum, { weight }) => sum + weight, 0)).toBe(best(0, new Set()));
        expect(new Set(chosen.map(({ left }) => left)).size).toBe(chosen.length);
        expect(new Set(chosen.map(({ right }) => right)).size).toBe(chosen.length);
      }),
    );
  });

  it('pairs large sets as well', () => {
    const pairings = Array.from({ length: 300 * 300 }, (_, index) => ({
      left: Math.floor(index / 300),
      right: index % 300,
      weight: Math.floor(index / 300) === index % 300 ? 2 : 1,
    }));
    expect(bestAssignment(pairings)).toHaveLength(300);
  });
});
