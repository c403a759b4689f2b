import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/core/source/read-source';
import { SourceError } from '../../../src/core/source/document/source-error';
import {
  bytesOf,
  corpus,
  corpusPresent,
  f1,
  labelled,
  macroF1,
  overall,
  precision,
  readLabelled,
  recall,
  score,
  type Labelled,
  type Score,
} from './labelled-sources';
import { secondsHere } from '../../harness/pace';

if (!corpusPresent)
  console.warn('SKIPPED: no corpus at ../shared/corpus; extraction is measured on our own documents only.');

/**
 * Labels that extraction does not reach yet. The list only ever shrinks: a document that is read well is taken
 * off it (a test below says so), and none is added to hide a step back.
 */
const notYetRead: readonly string[] = [];

/** The same for labels of what is out of scope. */
const outOfScopeNotYetRead: readonly string[] = [];

const everything = labelled();
const all = everything.filter(({ label }) => label.half === undefined);
const judged = all.filter(({ name }) => !notYetRead.includes(name));

/** Documents of one of the groups that extraction was tuned and measured by. */
function halfOf(half: NonNullable<Labelled['label']['half']>): readonly Labelled[] {
  return everything.filter(({ label }) => label.half === half);
}

function scores(ids: boolean, set: readonly Labelled[] = judged): readonly Score[] {
  return set
    .filter(({ label }) => label.ids === ids)
    .map(({ name, label }) => {
      const lines = readLabelled(label).requirements.map((requirement) => requirement.line);
      return score(name, lines, label.requirements);
    });
}

function outOfScopeScores(set: readonly Labelled[] = all): readonly Score[] {
  return set.flatMap(({ name, label }) => {
    if (label.outOfScope === undefined) return [];
    const lines = readLabelled(label).outOfScope.map((item) => item.line);
    return [score(name, lines, label.outOfScope)];
  });
}

function isReadWell(one: Score, ids: boolean): boolean {
  return ids ? recall(one) >= 0.9 && precision(one) >= 0.9 : f1(one) >= 0.85;
}

/** Documents written and labelled by somebody who had not seen the code, and the least that is found in them. */
interface BlindSet {
  readonly set: NonNullable<Labelled['label']['half']>;
  readonly by: string;
  readonly documents: number;
  /** Of requirements with ids; `first` are the figures of the first run. */
  readonly ids: { readonly recall: number; readonly precision: number; readonly first: string };
  /** Mean F1 of documents without ids. */
  readonly withoutIds: { readonly f1: number; readonly first: string };
  readonly outOfScope: { readonly recall: number; readonly precision: number; readonly first?: string };
}

function files(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

describe('labelled documents', () => {
  it('with ids: recall and precision reach 0.97 over all and 0.9 in each', () => {
    const found = scores(true);
    expect(found.length).toBeGreaterThanOrEqual(6);
    for (const one of found) {
      expect(recall(one), `recall of ${one.name}`).toBeGreaterThanOrEqual(0.9);
      expect(precision(one), `precision of ${one.name}`).toBeGreaterThanOrEqual(0.9);
    }
    expect(recall(overall(found))).toBeGreaterThanOrEqual(0.97);
    expect(precision(overall(found))).toBeGreaterThanOrEqual(0.97);
  });

  it('without ids: F1 reaches 0.85, over all, as a mean and in each', () => {
    const found = scores(false);
    expect(found.length).toBeGreaterThanOrEqual(4);
    for (const one of found) expect(f1(one), `F1 of ${one.name}`).toBeGreaterThanOrEqual(0.85);
    expect(f1(overall(found))).toBeGreaterThanOrEqual(0.85);
    expect(macroF1(found)).toBeGreaterThanOrEqual(0.85);
  });

  it('without ids, the half that the rules were tuned by: mean F1 reaches 0.98', () => {
    const found = scores(false, halfOf('tuned'));
    expect(found.length).toBeGreaterThanOrEqual(50);
    expect(macroF1(found)).toBeGreaterThanOrEqual(0.98);
  });

  it('without ids, the half that was only measured: mean F1 reaches 0.97', () => {
    const found = scores(false, halfOf('measured'));
    expect(found.length).toBeGreaterThanOrEqual(25);
    expect(macroF1(found)).toBeGreaterThanOrEqual(0.97);
  });

  it('without ids, both halves: each is in nine languages, and nine tenths of what is left out is found', () => {
    for (const half of ['tuned', 'measured'] as const) {
      const languages = new Set(halfOf(half).map(({ label }) => label.language));
      expect([...languages].toSorted()).toEqual(['en', 'es', 'fr', 'ja', 'ko', 'pt', 'ru', 'vi', 'zh']);
    }
    const found = overall(outOfScopeScores([...halfOf('tuned'), ...halfOf('measured')]));
    expect(recall(found)).toBeGreaterThanOrEqual(0.9);
    expect(precision(found)).toBeGreaterThanOrEqual(0.9);
  });

  it('written to judge by, not to tune by: what has been reached there since stays', () => {
    const blind = [...halfOf('blind'), ...halfOf('later')];
    expect(blind).toHaveLength(26);
    const identified = overall(scores(true, blind));
    expect(recall(identified)).toBeGreaterThanOrEqual(0.98);
    expect(precision(identified)).toBeGreaterThanOrEqual(0.97);
    expect(macroF1(scores(false, blind))).toBeGreaterThanOrEqual(0.96);
    const left = overall(outOfScopeScores(blind));
    expect(recall(left)).toBeGreaterThanOrEqual(0.97);
    expect(precision(left)).toBeGreaterThanOrEqual(0.95);
    const criteria = blind.flatMap(({ label }) => {
      const counted = new Map(readLabelled(label).requirements.map((r) => [r.line, r.acceptance.length]));
      return Object.entries(label.acceptance ?? {}).map(([line, wanted]) => [
        line,
        counted.get(Number(line)),
        wanted,
      ]);
    });
    expect(criteria).toHaveLength(8);
    for (const [line, count, wanted] of criteria) expect(count, `criteria at line ${line}`).toBe(wanted);
  });

  it.each<BlindSet>([
    {
      ...{ set: 'blind-2', by: 'by two other authors', documents: 28 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 0.91, precision 0.98' },
      withoutIds: { f1: 0.98, first: '0.77' },
      outOfScope: { recall: 0.98, precision: 0.98, first: 'recall 0.89, precision 0.96' },
    },
    {
      ...{ set: 'blind-3', by: 'by a third author', documents: 20 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 1.00, precision 0.99' },
      withoutIds: { f1: 0.99, first: '0.988' },
      outOfScope: { recall: 0.95, precision: 0.98, first: 'recall 0.95, precision 1.00' },
    },
    {
      ...{ set: 'blind-4', by: 'by a fourth author', documents: 16 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 0.96, precision 0.98' },
      withoutIds: { f1: 0.99, first: '0.962' },
      outOfScope: { recall: 0.98, precision: 0.98, first: 'recall 0.81, precision 1.00' },
    },
    {
      ...{ set: 'blind-5', by: 'by a fifth author', documents: 18 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 1.00, precision 0.985' },
      withoutIds: { f1: 0.98, first: '0.741' },
      outOfScope: { recall: 0.98, precision: 0.98, first: 'recall 0.97, precision 0.91' },
    },
    {
      ...{ set: 'blind-6', by: 'by a sixth author', documents: 18 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 1.00, precision 0.991' },
      // Paragraphs count below headings, too, by these labels; the headings stay where they name one thing.
      withoutIds: { f1: 0.94, first: '0.490' },
      outOfScope: { recall: 0.9, precision: 0.96 },
    },
    {
      ...{ set: 'blind-7', by: 'by a seventh author', documents: 20 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall and precision 1.00' },
      withoutIds: { f1: 0.93, first: '0.406' },
      outOfScope: { recall: 0.99, precision: 0.9 },
    },
    {
      ...{ set: 'blind-8', by: 'by an eighth author and by the definitions alone', documents: 20 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall and precision 1.00' },
      withoutIds: { f1: 0.99, first: '0.860 (0.729 before the fifth set was read)' },
      outOfScope: { recall: 0.99, precision: 0.99, first: 'recall 0.895, precision 0.981' },
    },
    {
      ...{ set: 'blind-9', by: 'by a ninth author and by the definitions alone', documents: 24 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 0.991, precision 1.00' },
      withoutIds: { f1: 0.98, first: '0.924' },
      outOfScope: { recall: 0.99, precision: 0.99, first: 'recall 0.80, precision 0.97' },
    },
    {
      ...{ set: 'blind-10', by: 'by a tenth author and by the definitions alone', documents: 24 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 0.937, precision 0.920' },
      // A game's four features stand above three bullets each, of which one text says both.
      withoutIds: { f1: 0.97, first: '0.879' },
      outOfScope: { recall: 0.99, precision: 0.99, first: 'recall 0.918, precision 1.00' },
    },
    {
      ...{ set: 'blind-11', by: 'by an eleventh author and by the definitions alone', documents: 16 },
      ids: { recall: 0.98, precision: 0.99, first: 'recall 0.983, precision 1.00' },
      withoutIds: { f1: 0.98, first: '0.927' },
      outOfScope: { recall: 0.97, precision: 0.95, first: 'recall 0.905, precision 0.950' },
    },
    {
      ...{ set: 'blind-12', by: 'by a twelfth author and by the definitions alone', documents: 24 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 0.870, precision 0.917' },
      withoutIds: { f1: 0.99, first: '0.917' },
      outOfScope: { recall: 0.99, precision: 0.99, first: 'recall 0.831, precision 0.942' },
    },
    {
      ...{ set: 'blind-13', by: 'by a thirteenth author and by the definitions alone', documents: 24 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall 0.996, precision 0.996' },
      withoutIds: { f1: 0.99, first: '0.984' },
      outOfScope: { recall: 0.99, precision: 0.99, first: 'recall 0.898, precision 1.00' },
    },
    {
      ...{ set: 'blind-14', by: 'by a fourteenth author and by the definitions alone', documents: 24 },
      ids: { recall: 0.99, precision: 0.99, first: 'recall and precision 1.00' },
      withoutIds: {
        f1: 0.99,
        first: '0.908 (12 of 14 whole, an epic in wiki markup and a thread of a chat not)',
      },
      outOfScope: { recall: 0.99, precision: 0.99, first: 'recall 0.947, precision 1.00' },
    },
  ])(
    'written to judge by, $by: what has been reached there since stays',
    ({ set, documents, ids, withoutIds, outOfScope }) => {
      const blind = halfOf(set);
      expect(blind).toHaveLength(documents);
      const identified = overall(scores(true, blind));
      expect(recall(identified)).toBeGreaterThanOrEqual(ids.recall);
      expect(precision(identified)).toBeGreaterThanOrEqual(ids.precision);
      expect(macroF1(scores(false, blind))).toBeGreaterThanOrEqual(withoutIds.f1);
      const left = overall(outOfScopeScores(blind));
      expect(recall(left)).toBeGreaterThanOrEqual(outOfScope.recall);
      expect(precision(left)).toBeGreaterThanOrEqual(outOfScope.precision);
    },
  );

  it('that are on the list of the not yet read are truly misread', () => {
    const names = all.map(({ name }) => name);
    expect(notYetRead.filter((name) => !names.includes(name))).toEqual([]);
    const listed = all.filter(({ name }) => notYetRead.includes(name));
    const readWell = [true, false].flatMap((ids) =>
      scores(ids, listed).filter((one) => isReadWell(one, ids)),
    );
    expect(readWell.map((one) => one.name)).toEqual([]);
  });

  it('of our own are twenty or more, in nine languages', () => {
    const languages = all.filter(({ label }) => label.own === true).map(({ label }) => label.language);
    expect(languages.length).toBeGreaterThanOrEqual(20);
    expect([...new Set(languages)].toSorted()).toEqual([
      'en',
      'es',
      'fr',
      'ja',
      'ko',
      'pt',
      'ru',
      'vi',
      'zh',
    ]);
  });

  it('of our own: nine tenths of the out-of-scope items are found', () => {
    const found = outOfScopeScores();
    const judgedHere = overall(found.filter(({ name }) => !outOfScopeNotYetRead.includes(name)));
    expect(judgedHere.wanted).toBeGreaterThan(30);
    expect(recall(judgedHere)).toBeGreaterThanOrEqual(0.9);
    expect(precision(judgedHere)).toBeGreaterThanOrEqual(0.9);
    const misread = found.filter((one) => outOfScopeNotYetRead.includes(one.name) && recall(one) < 0.9);
    expect(misread.map((one) => one.name)).toEqual(outOfScopeNotYetRead);
  });

  it('of our own: nine tenths of the acceptance criteria stand below their requirement', () => {
    const found = all.flatMap(({ name, label }) => {
      const counted = new Map(readLabelled(label).requirements.map((r) => [r.line, r.acceptance.length]));
      return Object.entries(label.acceptance ?? {}).map(([line, wanted]): Score => {
        const count = counted.get(Number(line)) ?? 0;
        return { name: `${name}:${line}`, hit: Math.min(count, wanted), found: count, wanted };
      });
    });
    expect(overall(found).wanted).toBeGreaterThan(60);
    expect(recall(overall(found))).toBeGreaterThanOrEqual(0.9);
    expect(precision(overall(found))).toBeGreaterThanOrEqual(0.9);
  });

  it('of our own keep their bytes: CRLF and a byte order mark survive the checkout', () => {
    const own = all.filter(({ label }) => label.own === true).map(({ label }) => Buffer.from(bytesOf(label)));
    expect(own.some((bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))).toBe(true);
    expect(own.some((bytes) => bytes.includes('\r\n'))).toBe(true);
  });
});

describe.skipIf(!corpusPresent)('real documents', () => {
  it('of every size are read within three seconds of work, without a throw', { timeout: 120_000 }, () => {
    const paths = [...files(join(corpus, 'prds')), ...files(join(corpus, 'specs'))];
    expect(paths.length).toBeGreaterThan(30);
    const bound = secondsHere(3);
    for (const path of paths) {
      const bytes = readFileSync(path);
      const start = process.cpuUsage();
      try {
        const source = readSource({ path, bytes });
        expect(source.kind, path).not.toBe('conversation');
      } catch (error) {
        expect(SourceError.is(error) && error.code === 'empty' && bytes.length < 3, path).toBe(true);
      }
      expect(process.cpuUsage(start).user / 1e6, path).toBeLessThan(bound);
    }
  });
});
