import { fingerprintOf } from '../fingerprint';
import { similarityIn } from '../identity/similarity';
import { sketchOf } from '../identity/sketch';
import { titleOf } from '../inline-text';
import type { Requirement } from '../source';
import type { SplitWay } from './correction';
import { splitWays } from './correction';

/** More parts than this are no correction any more but another document. */
const mostParts = 40;

/** The ways in which a requirement falls into at least two parts. */
export function waysToSplit(requirement: Requirement): readonly SplitWay[] {
  return splitWays.filter((way) => {
    const parts = partsOf(requirement, way).length;
    return parts > 1 && parts <= mostParts;
  });
}

/**
 * The parts of a requirement, the first with its own id.
 *
 * @param ids of the other parts
 * @returns `null` where the number of parts is another
 */
export function splitRequirement(
  requirement: Requirement,
  by: SplitWay,
  ids: readonly string[],
): readonly Requirement[] | null {
  const parts = partsOf(requirement, by);
  if (parts.length !== ids.length + 1 || parts.length < 2 || parts.length > mostParts) return null;
  return parts.map((part, index) => ({
    ...requirement,
    ...part,
    id: index === 0 ? requirement.id : (ids[index - 1] ?? ''),
    explicitId: index === 0 ? requirement.explicitId : null,
    fingerprint: fingerprintOf(part.text),
  }));
}

type Part = Pick<Requirement, 'line' | 'endLine' | 'title' | 'text' | 'acceptance'>;

function partsOf(requirement: Requirement, by: SplitWay): readonly Part[] {
  return by === 'criteria'
    ? partsByCriteria(requirement)
    : partsByText(requirement, cut(requirement.text, by));
}

/** Each criterion becomes a requirement of its own, which still says what it is about. */
function partsByCriteria({ text, acceptance }: Requirement): readonly Part[] {
  return acceptance.map((criterion) => ({
    ...{ line: criterion.line, endLine: criterion.line },
    title: titleOf(criterion.text),
    text: `${text}\n${criterion.text}`,
    acceptance: [criterion],
  }));
}

function cut(text: string, by: SplitWay): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(saysSomething);
  if (by === 'lines') return lines;
  const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });
  return lines.flatMap((line) =>
    [...segmenter.segment(line)].map(({ segment }) => segment.trim()).filter(saysSomething),
  );
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Criteria go with the part that they share most words with, the first where none is nearer. */
function partsByText({ line, endLine, acceptance }: Requirement, texts: readonly string[]): readonly Part[] {
  const sketches = texts.map(sketchOf);
  const similarity = similarityIn(
    sketches,
    acceptance.map(({ text }) => sketchOf(text)),
  );
  const home = acceptance.map(({ text }) => {
    const likeness = sketches.map((sketch) => similarity(sketch, sketchOf(text)));
    return likeness.indexOf(Math.max(...likeness));
  });
  return texts.map((text, index) => ({
    ...{ line, endLine, title: titleOf(text), text },
    acceptance: acceptance.filter((_, at) => home[at] === index),
  }));
}
