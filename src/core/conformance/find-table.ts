import { nameIndex } from '../checks/grounding/name-index';
import type { ProjectIndex, ProjectTable } from '../project/project-index';

const known = new WeakMap<ProjectIndex, ReadonlyMap<string, ProjectTable>>();

/** The table of a name, in another style, number, or with the name of its application in front. */
export function tableOf(name: string, project: ProjectIndex): ProjectTable | null {
  let tables = known.get(project);
  if (tables === undefined) {
    tables = new Map(project.tables.map((table) => [keyOf(table.name), table]));
    known.set(project, tables);
  }
  const key = keyOf(name);
  const direct =
    tables.get(key) ??
    tables.get(`${key}s`) ??
    tables.get(key.replace(/s$/u, '')) ??
    tables.get(key.replace(/y$/u, 'ies'));
  if (direct !== undefined) return direct;
  const ofApp = project.tables.filter(
    (table) =>
      table.columns.some(({ dialect }) => dialect === 'Django') &&
      [key, key.replace(/s$/u, '')].some(
        (one) =>
          table.name.toLowerCase().endsWith(`_${one}`) ||
          keyOf(table.name.slice(table.name.indexOf('_') + 1)) === one,
      ),
  );
  return ofApp.length === 1 ? (ofApp[0] ?? null) : null;
}

/** A table whose name is close to one that no table has, or has the same words. */
export function likeTable(name: string, project: ProjectIndex): ProjectTable | null {
  const near = nameIndex(project.tables.map((table) => table.name)).nearest(name);
  const words = name.toLowerCase().split('_');
  return (
    project.tables.find((table) => table.name === near) ??
    project.tables.find((table) => {
      const others = table.name.toLowerCase().split('_');
      return (
        words.every((word) => others.some((other) => singular(other) === singular(word))) ||
        others.every((other) => words.some((word) => singular(other) === singular(word)))
      );
    }) ??
    null
  );
}

function singular(word: string): string {
  return word.replace(/s$/u, '');
}

/** A name without case and without what parts its words. */
export function keyOf(name: string): string {
  return name.replace(/[_\s]/gu, '').toLowerCase();
}
