import { said } from '../text/said';
import { ownRequirements } from './own-requirements';
import type { Source } from './source';

/** What a source says at one place. */
export interface Told {
  readonly text: string;
  /** The file that says it, as the source names it. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** The facts of {@link factsOn} with their places; fields of metadata have none. */
export function toldOn(source: Source, topic: string): readonly Told[] {
  return source.facts.flatMap((fact) => {
    const text = said(fact.text);
    if (fact.topic !== topic || text === null) return [];
    const { path = source.path, line } = fact;
    const isOfRequirement =
      fact.path === undefined &&
      ownRequirements(source).some((own) => own.line <= line && line <= own.endLine);
    return isOfRequirement ? [] : [{ text, path, line }];
  });
}

/**
 * What a source says on a topic besides its requirements, each on one line: facts that stand within a requirement's own
 * text are that requirement again. `metadata:status` names a field of its metadata.
 */
export function factsOn(source: Source, topic: string): readonly string[] {
  const field = topic.startsWith('metadata:') ? source.metadata[topic.slice('metadata:'.length)] : undefined;
  const stated = field === undefined ? null : said(field);
  return [...(stated === null ? [] : [stated]), ...toldOn(source, topic).map(({ text }) => text)];
}
