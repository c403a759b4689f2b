import { parseSpec } from '../../spec/parse-spec';
import type { SpecDocument } from '../../spec/spec-document';
import type { ContextDocument, WorkspaceContext } from '../context';
import { oncePerDocument } from '../documents/once-per-document';
import type { DeclaredFact, FoundFact } from './declared-fact';
import { declaredFactKinds } from './declared-fact';
import { findConventions } from './find-conventions';
import { findEndpoints } from './find-endpoints';
import { findEvents } from './find-events';
import { findLimits } from './find-limits';
import { findSettings } from './find-settings';
import { findStatedColumns } from './find-stated-columns';
import { findTables } from './find-tables';
import { specStatements, type SpecStatements } from './spec-statements';

const finders: readonly ((spec: SpecStatements) => Iterable<FoundFact>)[] = [
  findEndpoints,
  findTables,
  findStatedColumns,
  findSettings,
  findEvents,
  findLimits,
  findConventions,
];

/**
 * What a spec declares, by kind and then in document order, each name of a kind once at its first line. Total: a text
 * that is no spec declares little or nothing.
 *
 * @param path of the spec, relative to the root
 */
export function readDeclaredFacts(path: string, text: string): readonly DeclaredFact[] {
  return factsOfSpec(path, parseSpec(text));
}

/** What a parsed spec declares, see {@link readDeclaredFacts}. */
export function factsOfSpec(path: string, document: SpecDocument): readonly DeclaredFact[] {
  const spec = specStatements(document);
  const facts = new Map<string, DeclaredFact>();
  for (const found of finders.flatMap((find) => [...find(spec)])) {
    const key = `${found.kind} ${found.name.toLowerCase()}`;
    const known = facts.get(key);
    if (known === undefined || (known.line > found.line && known.detail === found.detail))
      facts.set(key, { ...found, path });
    else if (known.detail === '' && found.detail !== '') facts.set(key, { ...known, detail: found.detail });
  }
  return [...facts.values()].sort(
    (left, right) =>
      declaredFactKinds.indexOf(left.kind) - declaredFactKinds.indexOf(right.kind) || left.line - right.line,
  );
}

/** What one of the documents declares; read when it is first asked for. Only completed specs declare anything. */
export function factsOfDocument(document: ContextDocument): readonly DeclaredFact[] {
  return document.kind === 'completed-spec' ? factsOnce(document) : [];
}

const factsOnce = oncePerDocument(({ path, text }) => readDeclaredFacts(path, text));

/** What the completed specs of a context declare, in the order of the documents. */
export function declaredFacts({ documents }: Pick<WorkspaceContext, 'documents'>): readonly DeclaredFact[] {
  return documents.flatMap(factsOfDocument);
}
