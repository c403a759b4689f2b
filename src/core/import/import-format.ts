/** A document to import. */
export interface ImportedDocument {
  /** Relative to the workspace root where it lies inside, with forward slashes; else only its file name. */
  readonly path: string;
  readonly text: string;
}

/** What a document of another workflow is for. */
export type DocumentRole = 'overview' | 'requirements' | 'design' | 'tasks' | 'task' | 'detail';

/** A format of documents that become a spec. */
export interface ImportFormat {
  readonly id: string;
  /** Proper name. */
  readonly name: string;
  /** Which file is what, by its path inside the folder; the first pattern that fits counts. Others are details. */
  readonly roles: readonly (readonly [RegExp, DocumentRole])[];
  /** One of these patterns must fit a path for a folder to be of this format. */
  readonly knownBy: readonly RegExp[];
}

/** Every format there is, the more telling ones first. */
export const importFormats: readonly ImportFormat[] = [
  {
    id: 'compozy',
    name: 'compozy',
    knownBy: [/^_techspec\.md$/iu, /^_tasks\.md$/iu],
    roles: [
      [/^_prd\.md$/iu, 'requirements'],
      [/^_techspec\.md$/iu, 'design'],
      [/^_tasks\.md$/iu, 'tasks'],
      [/^(?:\d+_task|_?task_\d+)\.md$/iu, 'task'],
    ],
  },
  {
    id: 'openspec',
    name: 'OpenSpec',
    knownBy: [/^proposal\.md$/iu, /^specs\/.+\/spec\.md$/iu],
    roles: [
      [/^proposal\.md$/iu, 'overview'],
      [/^specs\/.+\/spec\.md$/iu, 'requirements'],
      [/^design\.md$/iu, 'design'],
      [/^tasks\.md$/iu, 'tasks'],
    ],
  },
  {
    id: 'kiro',
    name: 'Kiro',
    knownBy: [/^requirements\.md$/iu, /^bugfix\.md$/iu],
    roles: [
      [/^(?:requirements|bugfix)\.md$/iu, 'requirements'],
      [/^design\.md$/iu, 'design'],
      [/^tasks\.md$/iu, 'tasks'],
    ],
  },
  {
    id: 'spec-kit',
    name: 'Spec Kit',
    knownBy: [/^spec\.md$/iu, /^plan\.md$/iu],
    roles: [
      [/^spec\.md$/iu, 'requirements'],
      [/^plan\.md$/iu, 'design'],
      [/^tasks\.md$/iu, 'tasks'],
    ],
  },
];

/** The format of a folder, told by the names of its files relative to it; `null` where none fits. */
export function detectFormat(names: readonly string[]): ImportFormat | null {
  return (
    importFormats.find(({ knownBy }) =>
      knownBy.some((pattern) => names.some((name) => pattern.test(name))),
    ) ?? null
  );
}

/** @param name path of the file inside the folder */
export function roleOf(format: ImportFormat, name: string): DocumentRole {
  return format.roles.find(([pattern]) => pattern.test(name))?.[1] ?? 'detail';
}
