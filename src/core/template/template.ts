import type { Severity } from '../checks/finding';
import type { LanguagePack } from '../language/language-pack';
import type { Stage, StatusNeed } from './stage';
import type { SourceKind } from '../source/source';
import type { StackExpectation } from '../workspace/stack/stack-expectation';

/** Waves of calls, each call a list of section keys. */
export type CallWaves = readonly (readonly (readonly string[])[])[];

/** A template as data: what a spec of this sort consists of and what is asked of it. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Kinds of source it suits, best first; orders the offer, never refuses. */
  readonly for: readonly SourceKind[];
  /** `false` for an artefact of a workflow: never offered on its own, and no document is taken for one without its receipt. */
  readonly offer?: boolean;
  /** Path pattern with `{slug}` and `{sourceDir}`, such as `tech-specs/{slug}.md`. */
  readonly output: string;
  /** Prefix of requirement ids that a spec of this sort writes itself (`FR`), or `null` to cite the source's. */
  readonly requirements: string | null;
  readonly budgets: Budgets;
  readonly checks: Readonly<Record<string, CheckSetting>>;
  readonly covers: readonly CoverRule[];
  /** Section whose list items put a requirement out of scope, each with its id and a reason; `null` for none. */
  readonly outOfScope: string | null;
  /** Statuses in order of life; the first is a draft. */
  readonly statuses: readonly StatusRule[];
  readonly checklist: readonly ChecklistItem[];
  /** Stack that it is made for; left out where it fits any. A workspace with another one is told so. */
  readonly stack?: StackExpectation;
  /**
   * Calls in which a long spec may be written: waves, one after the other, of calls that are made at once, each a list of sections of
   * level 2. What later ones build on (contracts) belongs into the first. Left out where it is better written in one.
   */
  readonly calls?: CallWaves;
  /** Areas to clarify before drafting. */
  readonly questions: readonly QuestionArea[];
  /** Section skeleton in document order. */
  readonly sections: readonly TemplateSection[];
  /** Mustache source of the whole document, headings included, guidance comments kept. */
  readonly body: string;
  /** `built-in` or the path in the workspace that brought it. */
  readonly origin: TemplateOrigin;
  readonly sha256: string;
  /**
   * The line below a spec that says how far it was verified, with values in braces, see `footerValues`; the engine writes it, never
   * a model. Left out where a spec of this sort has none.
   */
  readonly footer?: string;
  /** Preferred model, where the template names one. */
  readonly model: string | null;
  /** Role the writer takes, where the template names one. */
  readonly role: string | null;
  /** Languages besides its own that it can be said in. */
  readonly languages?: readonly LanguagePack[];
  /** The language that it is said in, and as it was written; left out where it is that. */
  readonly translated?: { readonly into: LanguagePack; readonly from: Template };
}

export type TemplateOrigin =
  { readonly kind: 'built-in' } | { readonly kind: 'workspace'; readonly path: string };

export interface TemplateSection {
  /** Stable key, such as `testing`; headings may be translated, keys not. */
  readonly key: string;
  /** English heading without its number. */
  readonly heading: string;
  /** Number as written before the heading (`5`, `5.1`), or `null`. */
  readonly number: string | null;
  /** 1 to 6. */
  readonly level: number;
  /** Whether a spec may leave it out. */
  readonly optional: boolean;
  /** What a good section says, for the writer; never part of the spec. */
  readonly guidance: string;
  /** Other headings by which the section is known. */
  readonly aliases: readonly string[];
}

export interface Budgets {
  /** Words of the whole document, code blocks and tables included. */
  readonly words?: { readonly min?: number; readonly max: number };
  /** Longest code block, in lines. */
  readonly snippetLines?: number;
  /** Section key to its longest text. */
  readonly sections?: Readonly<Record<string, { readonly words?: number; readonly sentences?: number }>>;
}

export interface CheckSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * What covers a requirement in a spec of this sort. A requirement is covered when every rule finds it:
 * `mapping` is the section whose table or list has a row for it, `items` the section that defines what the row names.
 */
export interface CoverRule {
  readonly by: 'tasks' | 'components' | 'goals';
  readonly mapping: string;
  readonly items: string;
  /** Column (from 1) of the mapping table that names the items; `null` where the mapping names none. */
  readonly column: number | null;
}

export interface StatusRule {
  readonly name: string;
  /** Whether a declared gap is still allowed (Draft, In Review) or is an error (Approved and after). */
  readonly gapsAllowed: boolean;
  /** Where in its life a spec stands with it; left out, its name and place say so. */
  readonly stage?: Stage;
  /** What it asks for; left out, what its stage usually does. */
  readonly needs?: readonly StatusNeed[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** What it is called where a line has no room for its text; absent where the text is short enough. */
  readonly short?: string;
  readonly verifiedBy: 'check' | 'model' | 'person';
  /** Check ids whose findings decide it; empty unless verified by check. */
  readonly checks: readonly string[];
  /** Keys of the sections that it is about: one that checks verify does not hold while such a section is missing or says nothing. */
  readonly about?: readonly string[];
  /** Only for a source of this kind. */
  readonly when?: SourceKind;
}

export interface QuestionArea {
  /** A fact topic: nothing is asked where the source has facts for it. */
  readonly area: string;
  readonly text: string;
  readonly why: string;
  readonly blocking: boolean;
  readonly options: readonly string[];
  /** Questions that the choice of an option opens. */
  readonly followUps: readonly TemplateFollowUp[];
}

export interface TemplateFollowUp {
  /** Text of the option. */
  readonly when: string;
  readonly text: string;
  readonly why: string;
  /** The first is recommended. */
  readonly options: readonly string[];
}
