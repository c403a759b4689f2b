import type { Sibling } from '../../source/siblings/sibling';
import type { Source } from '../../source/source';
import { oncePer } from '../../text/remembered';
import { recordedPath } from '../../text/path';
import type { ContextDocument } from '../context';
import { estimateTokens } from '../../text/estimate-tokens';

/** The source and the files beside it that define some of its requirements, as documents that are sent; made once for each source. */
export const sourceDocuments = oncePer((source: Source): readonly ContextDocument[] => [
  documentOf(source),
  ...siblingDocuments(source),
]);

function documentOf(source: Sibling): ContextDocument {
  return {
    path: recordedPath(source.path),
    kind: 'source',
    reason: 'What the spec is for',
    title: source.title,
    bytes: new TextEncoder().encode(source.text).byteLength,
    tokens: estimateTokens(source.text),
    sha256: source.sha256,
    truncated: false,
    text: source.text,
    ...(source.secrets.length === 0 ? {} : { secrets: source.secrets }),
  };
}

/** Files that are sent as what the spec is for, and not as what it is made with. */
export function sourcePaths(source: Source | undefined): ReadonlySet<string> {
  return new Set(
    source === undefined ? [] : [source.path, ...(source.siblings ?? []).map(({ path }) => path)],
  );
}

/** The files beside the source that define some of its requirements: they are as much what the spec is for. */
function siblingDocuments(source: Source): readonly ContextDocument[] {
  const definedIn = (path: string): readonly string[] =>
    source.requirements.filter((requirement) => requirement.path === path).map(({ id }) => id);
  return (source.siblings ?? []).map((sibling) => ({
    ...documentOf(sibling),
    reason: `Defines ${listed(definedIn(sibling.path))}, which the source cites`,
  }));
}

function listed(ids: readonly string[]): string {
  return ids.length <= 4
    ? ids.join(', ')
    : `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more requirements`;
}
