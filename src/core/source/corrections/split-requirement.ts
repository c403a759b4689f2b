import { fingerprintOf } from '../requirements/fingerprint';
import { similarityIn } from '../identity/similarity';
import { sketchOf } from '../identity/sketch';
import { titleOf } from '../document/inline-text';
import { isSentence } from '../sections/judge-bullets';
import { demandsSomething } from '../sections/prose-statements';
import { joinStatements } from '../../text/join-statements';
import { said } from '../../text/said';
import { statementOf } from '../requirements/requirement-text';
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

/** A part of a requirement, still under the id of the whole. */
export interface CutPart {
  readonly requirement: Requirement;
  /** What it says itself: what it has of the whole is in other parts, too. */
  readonly own: string;
}

/**
 * The parts of a requirement in order; one where nothing cuts it, none where it has nothing of what it is cut by.
 *
 * @param withName whether a name above its text is the first part, as splits of earlier versions made it
 */
export function cutRequirement(requirement: Requirement, by: SplitWay, withName = false): readonly CutPart[] {
  return partsOf(requirement, by, withName).map(({ own, stated, ...part }) => ({
    requirement: { ...requirement, ...part, fingerprint: fingerprintOf(stated) },
    own,
  }));
}

interface Part
  extends Pick<Requirement, 'line' | 'endLine' | 'title' | 'text' | 'acceptance'>, Pick<CutPart, 'own'> {
  /** What changes it where it changes. */
  readonly stated: string;
}

function partsOf(requirement: Requirement, by: SplitWay, withName = false): readonly Part[] {
  if (by === 'criteria') return partsByCriteria(requirement);
  return partsByText(requirement, cut(withName ? requirement.text : ownText(requirement), by));
}

/** What a requirement says without a name on a line above it that demands nothing: as a part it would be an empty requirement. */
function ownText({ title, text }: Requirement): string {
  const [first = '', ...rest] = text.split('\n');
  const isName = said(first) === said(title) && !demandsSomething(title) && !isSentence(title);
  const own = rest.join('\n');
  return isName && saysSomething(own) ? own : text;
}

/** Each criterion becomes a requirement of its own, which says behind it what it is about. */
function partsByCriteria(whole: Requirement): readonly Part[] {
  const about = aboutWhole(whole);
  return whole.acceptance.map((criterion) => ({
    ...{ line: criterion.line, endLine: criterion.line },
    title: titleOf(criterion.text),
    text: joinStatements([criterion.text, ...about]),
    acceptance: [criterion],
    own: criterion.text,
    stated: `${whole.text}\n${criterion.text}`,
  }));
}

/** What holds for each part: the statement of the whole, its name where it has no other one; a heading above a list is no more than that. */
function aboutWhole(whole: Requirement): readonly string[] {
  const statement = statementOf(whole);
  if (statement !== null && statement !== said(whole.title)) return [statement];
  return whole.explicitId !== null || whole.kind === 'story' ? [whole.title] : [];
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
    ...{ line, endLine, title: titleOf(text), text, own: text, stated: text },
    acceptance: acceptance.filter((_, at) => home[at] === index),
  }));
}
