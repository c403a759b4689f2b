import { applyCorrections } from '../../../../src/core/source/corrections/apply-corrections';
import type { Correction } from '../../../../src/core/source/corrections/correction';
import { promisedIds } from '../../../../src/core/source/corrections/correction';
import type { CorrectionWish } from '../../../../src/core/source/corrections/make-correction';
import { withCorrection } from '../../../../src/core/source/corrections/make-correction';
import { keepIds } from '../../../../src/core/source/identity/keep-ids';
import type { SourceIds } from '../../../../src/core/source/identity/known-ids';
import type { Source } from '../../../../src/core/source/source';
import { read as readText } from '../read';

export const bullets = (...items: readonly string[]): string =>
  ['# Library', '', '## Features', '', ...items.map((item) => `- ${item}`), ''].join('\n');

/** A person at work: reads a source, corrects it wish by wish, and reads it again after edits. */
export class Desk {
  read: Source;
  source: Source;
  made: readonly Correction[] = [];
  previous: readonly SourceIds[];

  constructor(text: string, previous: readonly SourceIds[] = []) {
    this.previous = previous;
    this.read = keepIds(readText(text), previous);
    this.source = this.read;
  }

  correct(...wishes: readonly CorrectionWish[]): this {
    for (const wish of wishes) {
      this.made = withCorrection(this.made, wish, this.source, this.read);
      this.source = applyCorrections(this.read, this.made, this.previous).source;
    }
    return this;
  }

  /** The document was edited after a draft: ids are known, corrections stay. */
  reopen(text: string): this {
    this.previous = this.source.ids === undefined ? [] : [this.source.ids];
    this.read = keepIds(readText(text), this.previous, promisedIds(this.made));
    this.source = applyCorrections(this.read, this.made, this.previous).source;
    return this;
  }

  undo(index: number): this {
    this.made = this.made.filter((_, at) => at !== index);
    this.source = applyCorrections(this.read, this.made, this.previous).source;
    return this;
  }

  get ids(): readonly string[] {
    return this.source.requirements.map(({ id }) => id);
  }

  get problems(): readonly string[] {
    return this.source.findings
      .filter(({ check }) => check === 'prd-correction')
      .map(({ message, args }) => message.replace(/\{(\d)\}/g, (_, at: string) => args[Number(at)] ?? ''));
  }
}
