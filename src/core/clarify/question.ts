/** A question put to a person before drafting. */
export interface Question {
  /** Stable for the same source and template, such as `acceptance:US-004`. */
  readonly id: string;
  /** One of the template's areas or a fact topic. */
  readonly area: string;
  /** Whether a draft should wait for it. */
  readonly blocking: boolean;
  readonly text: string;
  readonly why: string;
  readonly options: readonly QuestionOption[];
  readonly evidence: readonly Evidence[];
  /** Its text as its template was written, where it is put in another language; the workspace is asked in that. */
  readonly original?: string;
  /** Who asks, where that is not the source or its template: the workspace contradicts the source, or a model asks. */
  readonly origin?: QuestionOrigin;
  /** Words of the source that do not hold where its first option is chosen; absent where none are known. */
  readonly overrules?: string;
  /** Words of the source whose meaning it asks for; absent where it asks for something else. */
  readonly meaningOf?: readonly string[];
  /** Questions that an answer opens; absent where none does. */
  readonly followUps?: readonly FollowUp[];
}

export type QuestionOrigin = 'workspace' | 'model';

export interface FollowUp {
  /** Text of the option that opens it. */
  readonly when: string;
  readonly question: Question;
}

export interface QuestionOption {
  readonly text: string;
  readonly recommended: boolean;
  /** What choosing it puts out of scope; absent where it does not. */
  readonly excludes?: OptionExclusion;
}

/** A requirement that is out of scope as a line of the source says. */
export interface OptionExclusion {
  /** Its id. */
  readonly requirement: string;
  readonly line: number;
  /** What is out of scope, in the source's words, without the id. */
  readonly text: string;
}

export interface Evidence {
  readonly path: string;
  readonly line: number;
}

/** What was decided about one question. */
export type Answer =
  | {
      readonly kind: 'text';
      readonly questionId: string;
      readonly text: string;
      /** Where no person decided: the workspace shows it. */
      readonly by?: 'workspace' | undefined;
    }
  /** Draft on this assumption and mark it `[ASSUMPTION]`. */
  | { readonly kind: 'assume'; readonly questionId: string; readonly text: string }
  /** Becomes an open question `OQ-n`. */
  | {
      readonly kind: 'defer';
      readonly questionId: string;
      /** Who is to answer it; absent where nobody was named. */
      readonly owner?: string | undefined;
    };

/** Id of the question that a template itself asks about an area. */
export function areaQuestionId(area: string): string {
  return `area:${area}`;
}
