import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Brief } from '../../../src/core/brief/brief';
import type { DirectoryEntry, FileSystem } from '../../../src/core/ports/file-system';
import type { Requirement, Source } from '../../../src/core/source/source';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import type { Template } from '../../../src/core/template/template';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';

const root = join(__dirname, '../../..');

/** Files of a folder on disk, read only. */
export function filesBelow(folder: string): FileSystem {
  return {
    readDirectory: (path) =>
      Promise.resolve().then(() =>
        readdirSync(join(folder, path), { withFileTypes: true }).map((entry): DirectoryEntry => ({
          name: entry.name,
          type: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other',
        })),
      ),
    readFile: (path) => Promise.resolve().then(() => new Uint8Array(readFileSync(join(folder, path)))),
    stat: (path) =>
      Promise.resolve().then(() => {
        const found = statSync(join(folder, path), { throwIfNoEntry: false });
        return found === undefined
          ? undefined
          : { type: found.isFile() ? 'file' : 'directory', size: found.size };
      }),
  };
}

export const builtInFiles = filesBelow(join(root, 'templates'));

/** The five that are offered; those of a workflow's artefacts are not among them. */
export async function builtInTemplates(): Promise<readonly Template[]> {
  const { templates, problems } = await discoverTemplates({ builtIn: builtInFiles, workspace: null });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 1));
  return templates.filter(({ offer }) => offer !== false);
}

export const emptyContext: WorkspaceContext = {
  documents: [],
  withheld: [],
  excluded: [],
  stack: emptyStack,
  git: null,
  tokens: 0,
  budget: { tokens: 60_000, from: 'default', window: null },
  hash: '',
  files: [],
};

export function requirement(over: Partial<Requirement> & Pick<Requirement, 'id'>): Requirement {
  const title = over.title ?? `Title of ${over.id}`;
  return {
    explicitId: over.id,
    line: 1,
    endLine: 1,
    kind: 'story',
    title,
    text: over.text ?? title,
    priority: null,
    acceptance: [],
    fingerprint: '0'.repeat(16),
    group: null,
    ...over,
  };
}

export function source(over: Partial<Source> = {}): Source {
  return {
    path: 'prds/example.md',
    sha256: 'a'.repeat(64),
    kind: 'prd',
    title: 'Example',
    metadata: {},
    requirements: [],
    outOfScope: [],
    facts: [],
    findings: [],
    secrets: [],
    text: '',
    ...over,
  };
}

export function briefFor(template: Template, over: Partial<Brief> = {}): Brief {
  return {
    source: source(),
    context: emptyContext,
    template,
    questions: [],
    answers: [],
    date: '2026-02-03',
    timeZone: 'Europe/Vienna',
    output: 'tech-specs/example.md',
    author: 'Ada',
    ...over,
  };
}
