/** What a section is about, as far as it decides what counts as a requirement in it. */
export type SectionRole =
  /** Titled as (functional) requirements. */
  | 'requirements'
  | 'non-functional'
  | 'stories'
  | 'use-cases'
  /** Features, capabilities, modules. */
  | 'features'
  | 'constraints'
  | 'scope'
  | 'acceptance'
  /** Out of scope, deferred, non-goals. */
  | 'excluded'
  /** Success criteria, metrics, goals: only items with ids count. */
  | 'measure'
  /** Risks, decisions, history, references, tests and such: nothing in it is a requirement. */
  | 'aside'
  /** Glossary, appendix, assumptions and such: like `aside`, but an id defined nowhere else may be defined in it. */
  | 'annex'
  /** Time, people, money, market: like `aside`, but below features the same words name features. */
  | 'context'
  /** Describes or annotates what stands above it. */
  | 'detail'
  /** A view of the solution (architecture, data, screens); below features the same words name features. */
  | 'design'
  /** Document information. */
  | 'metadata';

/** Roles in which items are read as requirements. */
export const collectingRoles: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...([
    'requirements',
    'non-functional',
    'stories',
    'use-cases',
    'features',
    'constraints',
    'scope',
  ] as const),
]);

/** Roles of sections that say what the product does; one about scope or constraints only says what else holds. */
export const sayingWhat: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'requirements',
  'stories',
  'use-cases',
  'features',
]);
