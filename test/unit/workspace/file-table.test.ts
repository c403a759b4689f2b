import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileTable } from '../../../src/core/workspace/files/file-table';
import { compareText } from '../../../src/core/text/path-order';
import { fileName, parentPath } from '../../../src/core/text/path';

const segment = fc.constantFrom('a', 'b', 'ab', 'a-b', 'a.b', 'é', '.c');
const paths = fc
  .uniqueArray(
    fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/')),
    { maxLength: 30 },
  )
  .map((list) => list.sort(compareText));

function placesIn(table: FileTable): readonly (readonly [folder: string, name: string])[] {
  const names = table.ofNames((name) => name);
  const places: (readonly [string, string])[] = [];
  table.forEach((folder, name) => places.push([table.folders[folder] ?? '?', names[name] ?? '?']));
  return places;
}

describe('a table of files', () => {
  it('takes a hundred and forty thousand new files at once', () => {
    const added = Array.from({ length: 140_000 }, (_, at) => `n/${String(at).padStart(6, '0')}.ts`);
    expect(FileTable.of(['a.ts']).changed([], added).paths).toHaveLength(140_001);
  });

  it('tells the folder and the name of each file, in the order of the list', () => {
    fc.assert(
      fc.property(paths, (list) => {
        const table = FileTable.of(list);
        const names = table.ofNames((name) => name);
        const seen: string[] = [];
        table.forEach((folder, name, index) => {
          expect(table.folders[folder]).toBe(parentPath(list[index] ?? ''));
          expect(names[name]).toBe(fileName(list[index] ?? ''));
          seen.push(list[index] ?? '');
        });
        expect(seen).toEqual(list);
      }),
    );
  });

  it('asks once for each name of a file or a folder', () => {
    fc.assert(
      fc.property(paths, (list) => {
        const table = FileTable.of(list);
        const asked: string[] = [];
        table.ofNames((name) => asked.push(name));
        expect(asked.toSorted(compareText)).toEqual([...new Set(list.map(fileName))].sort(compareText));
        const folders: string[] = [];
        table.within((name) => folders.push(name) < 0);
        expect(folders.toSorted(compareText)).toEqual(
          [...new Set(['', ...table.folders.map(fileName)])].sort(compareText),
        );
        expect(table.folders.map((_, row) => table.folders[table.parentOf(row)])).toEqual(
          table.folders.map(parentPath),
        );
        expect(table.folders.map((folder) => table.rowOf(folder))).toEqual(
          table.folders.map((_, row) => row),
        );
      }),
    );
  });

  it('answers for a folder as for the innermost around it that has an answer and holds', () => {
    const answers: Readonly<Record<string, number>> = { a: 1, 'a-b': 2 };
    const answerOf = (folder: string): number | null => {
      for (let at = folder; at !== ''; at = parentPath(at)) {
        const answer = answers[fileName(at)] ?? null;
        if (answer !== null && at.length % 2 === 1) return answer;
      }
      return null;
    };
    fc.assert(
      fc.property(paths, (list) => {
        const table = FileTable.of(list);
        const found = table.nearest(
          (name) => answers[name] ?? null,
          (folder) => folder.length % 2 === 1,
        );
        expect(found ?? table.folders.map(() => null)).toEqual(table.folders.map(answerOf));
      }),
    );
  });

  it('finds the files whose folder or name passes, once each and in order', () => {
    fc.assert(
      fc.property(paths, (list) => {
        const table = FileTable.of(list);
        const inA = table.within((name) => name === 'a');
        const isB = table.ofNames((name) => name === 'b');
        const isInA = (path: string): boolean => parentPath(path).split('/').includes('a');
        const found = (counts?: (folder: number, name: number) => boolean): readonly string[] =>
          table.either(
            (folder) => inA?.[folder] === true,
            (name) => isB[name] === true,
            counts,
          );
        const expected = list.filter((path) => isInA(path) || fileName(path) === 'b');
        expect(found()).toEqual(expected);
        expect(found((_, name) => isB[name] === true)).toEqual(
          expected.filter((path) => fileName(path) === 'b'),
        );
      }),
    );
  });

  it('becomes that of the changed list, whatever is taken out and put in', () => {
    fc.assert(
      fc.property(paths, paths, paths, (list, out, added) => {
        const more = added.filter((path) => !list.includes(path) || out.includes(path));
        const changed = FileTable.of(list).changed(new Set(out), [...more].reverse());
        const expected = [...list.filter((path) => !out.includes(path)), ...more].sort(compareText);
        expect(changed.paths).toEqual(expected);
        expect(placesIn(changed)).toEqual(expected.map((path) => [parentPath(path), fileName(path)]));
        expect(FileTable.of(changed.paths)).toBe(changed);
      }),
    );
  });

  it('becomes that of the files that pass', () => {
    fc.assert(
      fc.property(paths, (list) => {
        const table = FileTable.of(list);
        const inA = table.within((name) => name === 'a');
        const kept = table.only((folder) => inA?.[folder] !== true);
        const expected = list.filter((path) => !parentPath(path).split('/').includes('a'));
        expect(kept.paths).toEqual(expected);
        expect(placesIn(kept)).toEqual(expected.map((path) => [parentPath(path), fileName(path)]));
        expect(table.named((name) => name === 'b')).toEqual(list.filter((path) => fileName(path) === 'b'));
      }),
    );
  });
});
