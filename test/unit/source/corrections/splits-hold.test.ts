import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SplitWay } from '../../../../src/core/source/corrections/correction';
import '../../property-seed';
import { bullets, Desk } from './desk';

const items = [
  'Kunde meldet sich mit Ausweisnummer und Geburtsdatum an',
  'Sieht seine Ausleihen mit Fälligkeit, die überfälligen oben und rot',
  'Verlängern-Knopf: plus 28 Tage, höchstens 2x',
  'Erinnerung: 3 Tage vor Fälligkeit eine Mail',
  'Gebühren: ab 1. Tag überfällig 0,50 € pro Tag, Deckel 10 €',
];
const more = [
  'Kunde kann seine Mailadresse ändern',
  'Die Theke nimmt eine Verlängerung zurück',
  'Alle Medien auf einmal verlängern',
  'Gesperrte Konten bekommen einen Hinweis auf die Mahnung',
];

/** A list below a heading that is read as one requirement with criteria. */
const list = (...points: readonly string[]): string =>
  [
    ...['# Verlängern', '', '## User Stories', '', '### US-001: Verlängern von daheim', ''],
    ...['Als Kunde will ich von daheim verlängern.', '', 'Acceptance criteria:', ''],
    ...[...points.map((point) => `- ${point}`), ''],
  ].join('\n');
const sentences = (...points: readonly string[]): string =>
  bullets(points.map((point) => `${point.replace(/(?<=\d)\./u, '')}.`).join(' '), 'Etwas ganz anderes');
const forms: readonly (readonly [SplitWay, string, (...points: readonly string[]) => string])[] = [
  ['criteria', 'US-001', list],
  ['sentences', 'R-001', sentences],
];

/** Ids by the first words of what each says. */
const named = (desk: Desk): ReadonlyMap<string, string> =>
  new Map(
    desk.source.requirements.map(({ id, title }) => [title.replace(/\.(?= |$)/gu, '').slice(0, 24), id]),
  );
const of = (desk: Desk, ...points: readonly string[]): readonly (string | undefined)[] =>
  points.map((point) => named(desk).get(point.replace(/\.(?= |$)/gu, '').slice(0, 24)));

describe.each(forms)('a split by %s', (by, whole, write) => {
  const split = (): Desk => new Desk(write(...items)).correct({ type: 'split', id: whole, by });
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = items;
  const [added = ''] = more;

  it('holds where one is added: those that were there keep their ids, the new one has a free one', () => {
    const desk = split();
    const before = of(desk, ...items);
    expect(new Set(before).size).toBe(5);
    desk.reopen(write(first, second, third, fourth, added, fifth));
    expect(of(desk, ...items)).toEqual(before);
    const [id = ''] = of(desk, added);
    expect(before).not.toContain(id);
    expect(id).toMatch(/^R-\d{3}$/u);
    // It is known from then on.
    desk.reopen(write(added, first, second, third, fourth, fifth));
    expect(of(desk, ...items, added)).toEqual([...before, id]);
    expect(desk.problems).toEqual([]);
  });

  it('holds where one is removed, whichever it is, and gives its id to no other', () => {
    for (const gone of items) {
      const desk = split();
      const before = new Map(items.map((item) => [item, of(desk, item)[0]]));
      const rest = items.filter((item) => item !== gone);
      desk.reopen(write(...rest, added));
      expect(of(desk, ...rest)).toEqual(rest.map((item) => before.get(item)));
      expect(desk.ids).not.toContain(before.get(gone));
      // Put back, it has its id again.
      desk.reopen(write(...items, added));
      expect(of(desk, ...items)).toEqual(items.map((item) => before.get(item)));
    }
  });

  it('holds where they are moved or reworded', () => {
    const desk = split();
    const before = of(desk, ...items);
    desk.reopen(write(fifth, third, first, fourth, second));
    expect(of(desk, ...items)).toEqual(before);
    const reworded = 'Erinnerung: 5 Tage vor Fälligkeit eine Mail und eine SMS';
    desk.reopen(write(fifth, third, first, reworded, second));
    expect(of(desk, first, second, third, reworded, fifth)).toEqual(before);
  });

  it('holds where nothing but one of them is left', () => {
    for (const left of items) {
      const desk = split();
      const before = of(desk, left);
      desk.reopen(write(left));
      expect(of(desk, left)).toEqual(before);
    }
  });

  it('keeps what was left out of its parts left out', () => {
    const desk = split();
    const [, id = ''] = of(desk, ...items);
    const rest = [first, third, fourth, fifth];
    desk.correct({ type: 'drop', id, as: 'not-a-requirement', reason: '' });
    const before = of(desk, ...rest);
    for (let round = 0; round < 2; round += 1) {
      desk.reopen(write(added, fifth, fourth, third, second.replace('oben', 'unten'), first));
      expect(of(desk, ...rest)).toEqual(before);
      expect(desk.ids).not.toContain(id);
      expect(of(desk, second)).toEqual([undefined]);
    }
  });

  it('keeps the ids of all that stays, whatever is added, removed, moved and reworded, edit by edit', () => {
    const all = [...items, ...more];
    const edit = fc.shuffledSubarray(all, { minLength: 2 });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const desk = split();
        let known = new Map(items.map((item) => [item, of(desk, item)[0]]));
        const given = new Set(known.values());
        let before: readonly string[] = items;
        for (const points of edits) {
          desk.reopen(write(...points));
          const now = new Map(points.map((point) => [point, of(desk, point)[0]]));
          const stays = points.filter((point) => before.includes(point));
          // Where nothing is left of it, it is another requirement.
          if (stays.length === 0) break;
          expect(stays.map((point) => now.get(point))).toEqual(stays.map((point) => known.get(point)));
          expect(new Set(desk.ids).size).toBe(desk.ids.length);
          // Text that was there before may have its id again, but none has that of another.
          for (const [point, id] of now)
            if (known.get(point) !== id) {
              expect(given).not.toContain(id);
              given.add(id);
            }
          known = new Map([...known, ...now]);
          before = points;
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
    );
  });
});

describe('a split of what is read in another way by now', () => {
  const [first = '', second = '', third = ''] = items;
  const ids = (desk: Desk): readonly (readonly string[])[] =>
    (desk.source.corrected?.waiting ?? []).map((one) => one.ids);

  it('gives way to parts that the source tells one by one, each with its id', () => {
    const desk = new Desk(sentences(first, second, third));
    desk.correct({ type: 'split', id: 'R-001', by: 'sentences' });
    const before = of(desk, first, second, third);
    desk.reopen(bullets(third, 'Etwas ganz anderes', first, second));
    expect(of(desk, first, second, third)).toEqual(before);
    expect(ids(desk)).toEqual([]);
    // And holds again where they are put together again.
    desk.reopen(sentences(first, second, third));
    expect(of(desk, first, second, third)).toEqual(before);
  });

  it('waits with all that it made where the author gives the id to something else', () => {
    const explicit = (text: string): string => bullets(`**FR-1**: ${text}`);
    const desk = new Desk(explicit(`${first}. ${third}.`));
    desk.correct({ type: 'split', id: 'FR-1', by: 'sentences' });
    expect(desk.ids).toEqual(['FR-1', 'R-001']);
    const other = explicit('Guests read newspapers. They may take them home.');
    desk.reopen(other).reopen(other);
    expect(ids(desk)).toEqual([['FR-1', 'R-001']]);
    // It is not forgotten meanwhile, however often the source is read.
    desk.reopen(explicit(`${third.replace('28', '30')}. ${first}.`));
    expect(of(desk, first, third.replace('28', '30'))).toEqual(['FR-1', 'R-001']);
    expect(ids(desk)).toEqual([]);
  });
});

describe('a merge', () => {
  const [first = '', second = '', third = ''] = items;

  it('holds under its id where a part of it is gone, whichever it is', () => {
    for (const left of [first, second]) {
      const desk = new Desk(bullets(first, second, third)).correct({
        type: 'merge',
        ids: ['R-001', 'R-002'],
      });
      desk.reopen(bullets(left, third));
      expect(desk.ids).toEqual(['R-001', 'R-003']);
      expect(desk.source.requirements[0]?.text).toBe(left);
      expect(desk.source.corrected?.waiting).toEqual([]);
    }
  });
});
