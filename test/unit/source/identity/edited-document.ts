import type { Material } from './documents';

/** A statement as it stands in the document now, with the key of the requirement that it is. */
export interface Statement {
  readonly key: string;
  readonly text: string;
}

export interface Group {
  readonly heading: string;
  readonly items: readonly Statement[];
}

/** A document as an author edits it; requirements are followed by key, never by id. */
export interface EditedDocument {
  readonly section: string;
  readonly groups: readonly Group[];
}

/** The document before any edit; keys are `group.item`. */
export function fresh({ section, groups }: Material): EditedDocument {
  return {
    section,
    groups: groups.map(({ heading, items }, group) => ({
      heading,
      items: items.map(({ text }, index) => ({ key: `${group}.${index}`, text })),
    })),
  };
}

export function markdown({ section, groups }: EditedDocument): string {
  const lines = groups.flatMap(({ heading, items }) => [
    `### ${heading}`,
    '',
    ...items.map(({ text }) => `- ${text}`),
    '',
  ]);
  return ['# Product', '', `## ${section}`, '', ...lines].join('\n');
}

/** Keys in document order. */
export function keys({ groups }: EditedDocument): readonly string[] {
  return groups.flatMap(({ items }) => items.map(({ key }) => key));
}

function changeGroup(
  document: EditedDocument,
  group: number,
  change: (items: readonly Statement[]) => readonly Statement[],
): EditedDocument {
  return {
    ...document,
    groups: document.groups.map((one, index) =>
      index === group ? { ...one, items: change(one.items) } : one,
    ),
  };
}

/** Says a statement otherwise. */
export function reword(document: EditedDocument, key: string, text: string): EditedDocument {
  return document.groups.reduce(
    (result, _, group) =>
      changeGroup(result, group, (items) => items.map((one) => (one.key === key ? { key, text } : one))),
    document,
  );
}

export function remove(document: EditedDocument, key: string): EditedDocument {
  return document.groups.reduce(
    (result, _, group) => changeGroup(result, group, (items) => items.filter((one) => one.key !== key)),
    document,
  );
}

/** Puts a statement at a position of a group. */
export function insert(
  document: EditedDocument,
  group: number,
  at: number,
  statement: Statement,
): EditedDocument {
  return changeGroup(document, group, (items) => items.toSpliced(at, 0, statement));
}

/** Takes a statement out and puts it elsewhere. */
export function move(document: EditedDocument, key: string, group: number, at: number): EditedDocument {
  const statement = document.groups.flatMap(({ items }) => items).find((one) => one.key === key);
  if (statement === undefined) throw new Error(`no ${key}`);
  return insert(remove(document, key), group, at, statement);
}

export function retitle(document: EditedDocument, group: number, heading: string): EditedDocument {
  return {
    ...document,
    groups: document.groups.map((one, index) => (index === group ? { ...one, heading } : one)),
  };
}

export function reverseGroups(document: EditedDocument): EditedDocument {
  return { ...document, groups: document.groups.toReversed() };
}
