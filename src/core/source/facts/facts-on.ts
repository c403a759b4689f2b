import { said } from '../../text/said';
import { ownRequirements } from '../requirements/own-requirements';
import type { Source } from '../source';

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
  const own = ownLines(source);
  const { topic: wanted, isTechnical } = partsOf(topic);
  return source.facts.flatMap((fact) => {
    const { path = source.path, line } = fact;
    if (fact.topic !== wanted || (fact.path === undefined && own.has(line))) return [];
    if (isTechnical !== null && (fact.isTechnical === true) !== isTechnical) return [];
    const text = said(fact.text);
    return text === null ? [] : [{ text, path, line }];
  });
}

/** `success:technical` names the measures of engineering, `success:business` all others. */
function partsOf(topic: string): { readonly topic: string; readonly isTechnical: boolean | null } {
  if (topic === 'success:technical') return { topic: 'success', isTechnical: true };
  return topic === 'success:business'
    ? { topic: 'success', isTechnical: false }
    : { topic, isTechnical: null };
}

/** The area that a person is asked about under a topic of {@link factsOn}. */
export function areaOfTopic(topic: string): string {
  return topic === 'success:business' ? 'success' : topic;
}

const linesBySource = new WeakMap<Source, ReadonlySet<number>>();

/** Lines of the requirements that the source itself defines. A draft asks for each topic, so they are gathered once. */
function ownLines(source: Source): ReadonlySet<number> {
  const known = linesBySource.get(source);
  if (known !== undefined) return known;
  const lines = new Set<number>();
  // What was added by hand may be one sentence of a line that says more.
  for (const { line, endLine, addedByHand } of ownRequirements(source))
    for (let at = line; addedByHand !== true && at <= endLine; at += 1) lines.add(at);
  linesBySource.set(source, lines);
  return lines;
}

/**
 * What a source says on a topic besides its requirements, each on one line: facts that stand within a requirement's own
 * text are that requirement again. `metadata:status` names a field of its metadata, `success:technical` and `success:business` one
 * sort of measures.
 */
export function factsOn(source: Source, topic: string): readonly string[] {
  const field = topic.startsWith('metadata:') ? source.metadata[topic.slice('metadata:'.length)] : undefined;
  const stated = field === undefined ? null : said(field);
  return [...(stated === null ? [] : [stated]), ...toldOn(source, topic).map(({ text }) => text)];
}
