import type { ModelUsage } from '../../core/ports/language-model';
import {
  replaceSection,
  type AskedSection,
  type ReplacedSection,
} from '../../core/regenerate/replace-section';
import type { UsesOfSections } from '../../core/regenerate/update-receipt';
import type { Template } from '../../core/template/template';

/** What a proposal is for. */
export interface ProposalStart {
  readonly asked: AskedSection;
  readonly template: Template;
  /** Id of the model, for the receipt. */
  readonly model: string;
  /** Whether a person agreed to lose what was edited by hand in the section. */
  readonly consent: boolean;
  /** What the section depends on from now on, for the receipt. */
  readonly uses: UsesOfSections;
}

/**
 * A section that a model writes anew and nobody has accepted yet. It is put into the document as it stands at each moment, so
 * that what is edited elsewhere meanwhile stays.
 */
export class Proposal {
  readonly start: ProposalStart;
  readonly #abort = new AbortController();
  #answer = '';
  #usage: ModelUsage | undefined;
  #ready = false;

  constructor(start: ProposalStart) {
    this.start = start;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Whether the answer is whole. */
  get ready(): boolean {
    return this.#ready;
  }

  write(text: string): void {
    this.#answer += text;
  }

  finish(usage: ModelUsage): void {
    this.#usage = usage;
    this.#ready = true;
  }

  stop(): void {
    this.#abort.abort();
  }

  /**
   * The document with the section as far as it is written.
   *
   * @param source text of the document as it stands now
   * @param receipt text of its receipt, or `null`
   */
  replace(source: string, receipt: string | null): ReplacedSection {
    const { asked, template, model, consent, uses } = this.start;
    const used = { id: model, usage: this.#usage };
    const answer = this.#answer;
    return replaceSection({ source, template, receipt, asked, answer, model: used, consent, uses });
  }

  /** The document as the diff shows it: unchanged while there is nothing to put in. */
  preview(source: string): string {
    const replaced = this.replace(source, null);
    return replaced.kind === 'replaced' ? replaced.text : source;
  }
}
