import type { ProjectIndex } from '../../project/project-index';
import { skippedFolders } from '../../workspace/files/skipped-folders';
import { fileName } from '../../text/path';
import type { CheckContext } from '../check';
import { statusOf } from '../gaps-allowed';
import { isPastSpec } from '../past-spec';
import type { WorkspacePaths } from './workspace-paths';
import { agreedStatus } from '../../spec/vocabulary/statuses';
import { metadataNamed } from '../../spec/vocabulary/metadata-names';

/**
 * Whether what a spec plans may have been built in part: by its status it is past review. Before, what it calls new must
 * not be there.
 */
export function mayBeBuilt(context: Pick<CheckContext, 'spec' | 'path' | 'template'>): boolean {
  const { spec, template } = context;
  if (isPastSpec(context)) return true;
  const status = template === null ? null : statusOf(spec, template);
  if (status !== null) return !status.gapsAllowed;
  return agreedStatus.test(metadataNamed(spec.metadata, 'status')?.value ?? '');
}

/** Whether there is code to hold a spec against: a folder of documents alone says nothing of what exists. */
export function holdsCode(project: ProjectIndex): boolean {
  return project.symbols.length > 0 || project.dependencies.length > 0;
}

const generatedFolders = new Set(
  'dist build out target bin obj output coverage tmp temp log logs generated gen __generated__ public/build storybook-static'.split(
    ' ',
  ),
);
const generatedName =
  /^\.env(?:\..+)?$|^env\.local$|\.log$|\.min\.(?:js|css)$|\.map$|\.tsbuildinfo$|^\.DS_Store$/iu;
const madeUpName =
  /(?:^|[/_.-])(?:x{3,}|n{3,}|y{4}|foo|bar|baz|example|sample|your|my|path|to|filename|name|some|placeholder|\d*x{2,})(?:[/_.-]|$)/iu;

/** Whether a path lies where tools write or holds what is kept out of the repository: its absence says nothing. */
export function isGenerated(path: string, paths: WorkspacePaths): boolean {
  const parts = path.replace(/(?<!\/)\/+$/u, '').split('/');
  if (generatedName.test(fileName(path))) return true;
  return parts.some((part, index) => {
    if (!generatedFolders.has(part.toLowerCase()) && !skippedFolders.has(part)) return false;
    return !paths.hasFolder(parts.slice(0, index + 1).join('/'));
  });
}

/**
 * Whether a path stands for any: `path/to/file.ts`, `src/foo.ts`, `0004_xxx.sql`.
 *
 * @param similar a path of the workspace that it is like: folders and names that this one has are not made up
 */
export function isMadeUp(path: string, similar: string | null = null): boolean {
  const there = new Set(similar?.split('/'));
  return (
    madeUpName.test(path) &&
    (similar === null || path.split('/').some((part) => madeUpName.test(part) && !there.has(part)))
  );
}
