import { said } from '../text/said';
import { ownRequirements } from './own-requirements';
import type { Source } from './source';

/**
 * What a source says on a topic besides its requirements, each on one line: facts that stand within a requirement's own
 * text are that requirement again. `metadata:status` names a field of its metadata.
 */
export function factsOn(source: Source, topic: string): readonly string[] {
  const field = topic.startsWith('metadata:') ? source.metadata[topic.slice('metadata:'.length)] : undefined;
  const facts = source.facts.filter(
    (fact) =>
      fact.topic === topic &&
      (fact.path !== undefined ||
        !ownRequirements(source).some(({ line, endLine }) => line <= fact.line && fact.line <= endLine)),
  );
  return [...(field === undefined ? [] : [field]), ...facts.map(({ text }) => text)].flatMap(
    (text) => said(text) ?? [],
  );
}
