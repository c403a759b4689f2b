import { describe, expect, it } from 'vitest';
import { keepIds } from '../../../../src/core/source/identity/keep-ids';
import type { Source } from '../../../../src/core/source/source';
import { read } from '../read';
import type { Material } from './documents';
import { materials } from './documents';
import type { EditedDocument } from './edited-document';
import {
  fresh,
  insert,
  keys,
  markdown,
  move,
  remove,
  retitle,
  reverseGroups,
  reword,
} from './edited-document';

type Edit = (document: EditedDocument, material: Material) => EditedDocument;

const wording = (material: Material, key: string, how: 'slight' | 'strong'): string => {
  const [group = 0, item = 0] = key.split('.').map(Number);
  const found = material.groups[group]?.items[item];
  if (found === undefined) throw new Error(`no ${key}`);
  return found[how];
};
const other = (material: Material, at: number): string => material.others[at] ?? '';
const add = (document: EditedDocument, material: Material, group: number, at: number, which: number) =>
  insert(document, group, at, { key: `new ${which}`, text: other(material, which) });

/** What authors do to a document between two drafts. Keys that begin with "new" name what was not there before. */
const edits: Readonly<Record<string, Edit>> = {
  'moves one to another group': (document) => move(document, '0.1', 1, 0),
  'moves the first to the end and the last to the front': (document, { groups }) => {
    const last = groups.length - 1;
    const end = `${last}.${(groups[last]?.items.length ?? 1) - 1}`;
    return move(move(document, '0.0', last, 2), end, 0, 0);
  },
  'rewords three slightly': (document, material) =>
    ['0.0', '0.2', '1.1'].reduce(
      (result, key) => reword(result, key, wording(material, key, 'slight')),
      document,
    ),
  'rewords one strongly': (document, material) => reword(document, '0.1', wording(material, '0.1', 'strong')),
  'rewords every second strongly': (document, material) =>
    keys(document)
      .filter((_, index) => index % 2 === 1)
      .reduce((result, key) => reword(result, key, wording(material, key, 'strong')), document),
  'rewords all slightly': (document, material) =>
    keys(document).reduce((result, key) => reword(result, key, wording(material, key, 'slight')), document),
  'inserts at the front, in the middle and at the end': (document, material) =>
    add(add(add(document, material, 0, 0, 0), material, 1, 1, 1), material, 1, 4, 2),
  'deletes two': (document) => remove(remove(document, '0.0'), '1.1'),
  'replaces one by something else': (document, material) => add(remove(document, '0.1'), material, 0, 1, 3),
  'replaces the first and the last by something else': (document, { groups, ...material }) => {
    const last = groups.length - 1;
    const items = groups[last]?.items.length ?? 1;
    const whole = { ...material, groups };
    const one = add(remove(document, '0.0'), whole, 0, 0, 1);
    return add(remove(one, `${last}.${items - 1}`), whole, last, items - 1, 2);
  },
  'gives all headings new words': (document, { groups }) =>
    groups.reduce((result, { later }, index) => retitle(result, index, later), document),
  'turns the order of the groups around': (document) => reverseGroups(document),
  'splits one into two bullets': (document, material) =>
    add(reword(document, '1.0', wording(material, '1.0', 'slight')), material, 1, 1, 4),
  'moves one and rewords it slightly on the way': (document, material) =>
    reword(move(document, '1.2', 0, 0), '1.2', wording(material, '1.2', 'slight')),
  'does many things at once': (document, material) => {
    let result = reverseGroups(document);
    result = retitle(result, 0, material.groups[1]?.later ?? '');
    result = reword(result, '0.0', wording(material, '0.0', 'slight'));
    result = reword(result, '1.2', wording(material, '1.2', 'strong'));
    result = remove(result, '1.0');
    result = add(result, material, 0, 0, 0);
    return add(result, material, 1, 1, 1);
  },
};

/** Ids by key; fails where the document does not define exactly the statements. */
function idsByKey(source: Source, document: EditedDocument): ReadonlyMap<string, string> {
  const expected = keys(document);
  expect(source.requirements.length, 'requirements read').toBe(expected.length);
  return new Map(source.requirements.map(({ id }, index) => [expected[index] ?? '', id]));
}

const scripts = materials.flatMap((material) =>
  Object.entries(edits).map(([name, edit]) => ({ name: `${material.language}: ${name}`, material, edit })),
);

describe('ids in edited documents', () => {
  it(`are tried by at least 50 scripts`, () => expect(scripts.length).toBeGreaterThanOrEqual(50));

  it.each(scripts)('$name', ({ material, edit }) => {
    const document = fresh(material);
    const before = keepIds(read(markdown(document)), []);
    const first = idsByKey(before, document);
    const edited = edit(document, material);
    const after = keepIds(read(markdown(edited)), before.ids === undefined ? [] : [before.ids]);
    const second = idsByKey(after, edited);
    const known = new Set(first.values());
    for (const [key, id] of second)
      if (key.startsWith('new')) expect(known, `${key} is new`).not.toContain(id);
      else expect(id, `id of ${key}`).toBe(first.get(key));
    expect(new Set(second.values()).size).toBe(second.size);
  });
});
