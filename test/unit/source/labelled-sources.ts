import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../../src/core/source/read-source';
import type { Source } from '../../../src/core/source/source';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** The real documents, outside the repository: absent on most machines. */
export const corpus = join(import.meta.dirname, '../../../../shared/corpus');
export const corpusPresent = existsSync(corpus);

/** What a person who read the document saw in it; lines count from 1. */
export interface Label {
  /** Below `corpus`, or below `test/fixtures` for a document of our own. */
  readonly file: string;
  readonly own?: boolean;
  /** Whether the document gives its requirements ids. */
  readonly ids: boolean;
  /**
   * Of documents written to tune extraction by: `tuned` were looked at line by line, `measured` were labelled before the
   * first run and only counted since. `blind` was written and labelled by somebody who had
   * not seen the code, `later` by the same after what the former showed was mended, `blind-2` by two others who had not
   * seen it either, `blind-3` to `blind-14` by one more each; docs/plan.md has the figures of their first runs. Documents without it are held to more (see the
   * tests).
   */
  readonly half?:
    | 'tuned'
    | 'measured'
    | 'blind'
    | 'later'
    | 'blind-2'
    | 'blind-3'
    | 'blind-4'
    | 'blind-5'
    | 'blind-6'
    | 'blind-7'
    | 'blind-8'
    | 'blind-9'
    | 'blind-10'
    | 'blind-11'
    | 'blind-12'
    | 'blind-13'
    | 'blind-14';
  /** BCP 47 tag of the language it is mostly written in. */
  readonly language?: string;
  /** Lines on which a requirement begins. */
  readonly requirements: readonly number[];
  /** Lines of items the document itself puts outside its scope. */
  readonly outOfScope?: readonly number[];
  /** Acceptance criteria by line of their requirement; requirements without any are left out. */
  readonly acceptance?: Readonly<Record<string, number>>;
}

export interface Labelled {
  readonly name: string;
  readonly label: Label;
}

/** All labels whose document is at hand, by name of the label file without its extension. */
export function labelled(): readonly Labelled[] {
  const folder = join(fixtures, 'source-labels');
  return readdirSync(folder)
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      label: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Label,
    }))
    .filter(({ label }) => label.own === true || corpusPresent);
}

/** The bytes of a labelled document. */
export function bytesOf(label: Label): Uint8Array {
  return readFileSync(join(label.own === true ? fixtures : corpus, label.file));
}

/** A labelled document as the product reads it. */
export function readLabelled(label: Label): Source {
  return readSource({ path: label.file, bytes: bytesOf(label) });
}

/** How many were right, were found, and should have been found. */
export interface Score {
  readonly name: string;
  readonly hit: number;
  readonly found: number;
  readonly wanted: number;
}

/** Compares the lines found with the lines wanted. */
export function score(name: string, found: readonly number[], wanted: readonly number[]): Score {
  const lines = new Set(found);
  return {
    name,
    hit: wanted.filter((line) => lines.has(line)).length,
    found: lines.size,
    wanted: wanted.length,
  };
}

export function recall(one: Score): number {
  return one.wanted === 0 ? 1 : one.hit / one.wanted;
}

export function precision(one: Score): number {
  return one.found === 0 ? 1 : one.hit / one.found;
}

export function f1(one: Score): number {
  return one.found + one.wanted === 0 ? 1 : (2 * one.hit) / (one.found + one.wanted);
}

/** Adds scores up, so that each item weighs the same, not each document. */
export function overall(scores: readonly Score[]): Score {
  const sum = (key: 'hit' | 'found' | 'wanted'): number => scores.reduce((total, one) => total + one[key], 0);
  return { name: 'all', hit: sum('hit'), found: sum('found'), wanted: sum('wanted') };
}

/** The mean of the documents' F1, so that a long one does not outweigh the short. */
export function macroF1(scores: readonly Score[]): number {
  return scores.reduce((total, one) => total + f1(one), 0) / scores.length;
}
